//! The script that ships: glue, styles, data and wasm in one classic script.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use super::encode::{Encoded, ascii, encode, literal};
use super::wasm::Compiled;

const NAME: &str = env!("CARGO_PKG_NAME");
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The parts of the custom element's script, in the order in which they run.
const PARTS: [&str; 8] = [
    "problem.js",
    "decode.js",
    "clock.js",
    "style.js",
    "fallback.js",
    "engine.js",
    "element.js",
    "main.js",
];

/// The script, in ASCII.
///
/// `bundle` is the dataset as JSON; it stands apart from the wasm, so another
/// dataset needs no compilation.
pub fn script(root: &Path, compiled: &Compiled, bundle: &str) -> Result<String> {
    let pieces = [
        opening(),
        constants(&styles(root)?, bundle, &compiled.wasm),
        ascii(&compiled.glue),
        ascii(&parts(root)?),
        "})();\n".to_owned(),
    ];
    let script = pieces.concat();
    ensure_inlinable(&script)?;
    Ok(script)
}

fn opening() -> String {
    let licences = "MIT OR Apache-2.0 (code), Licence Ouverte 2.0 (data)";
    format!("/*! {NAME} {VERSION} | {licences} */\n(function () {{\n\"use strict\";\n")
}

/// What the parts speak of in capitals.
fn constants(styles: &str, bundle: &str, wasm: &[u8]) -> String {
    let Encoded { order, text } = encode(wasm);
    let values = [
        ("NAME", literal(NAME)),
        ("VERSION", literal(VERSION)),
        ("STYLES", literal(styles)),
        ("BUNDLE", literal(bundle)),
        ("WASM_SIZE", wasm.len().to_string()),
        ("WASM_ORDER", literal(&order)),
        ("WASM", format!("'{text}'")),
    ];
    values.map(|(name, value)| format!("const {name} = {value};\n")).concat()
}

/// The script must also be able to stand inside a page.
fn ensure_inlinable(script: &str) -> Result<()> {
    let lower = script.to_ascii_lowercase();
    for markup in ["</script", "<script", "<!--"] {
        ensure!(
            !lower.contains(markup),
            "the script contains {markup:?}, which a page would misread"
        );
    }
    ensure!(script.is_ascii(), "the script is not pure ASCII");
    Ok(())
}

fn parts(root: &Path) -> Result<String> {
    let folder = root.join("src/embed");
    PARTS.iter().map(|name| read(&folder.join(name))).collect()
}

/// The widget's styles, `base.css` first, the others by name.
fn styles(root: &Path) -> Result<String> {
    let folder = root.join("src/widget/style");
    let entries = fs::read_dir(&folder).with_context(|| folder.display().to_string())?;
    let mut files: Vec<PathBuf> = entries.map(|e| e.map(|e| e.path())).collect::<Result<_, _>>()?;
    files.retain(|path| path.extension().is_some_and(|e| e == "css"));
    files.sort_by_key(|path| (!path.ends_with("base.css"), path.clone()));
    files.iter().map(|path| read(path)).collect()
}

/// A file's text; the error names the file.
pub fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))
}
