//! The script that ships: glue, styles, data and wasm in one classic script.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use super::encode::{Encoded, ascii, encode, literal, sum};
use super::minify::{minify_script, minify_styles};
use super::page::Fallback;
use super::rem::own_rem;
use super::wasm::Compiled;
use crate::config::surface::NAMES;
use crate::model::{Dataset, UNCARRIED, Voices, bundle};

const NAME: &str = env!("CARGO_PKG_NAME");
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The parts of the custom element's script, in the order in which they run.
const PARTS: [&str; 15] = [
    "problem.js",
    "decode.js",
    "clock.js",
    "style.js",
    "fallback.js",
    "keep.js",
    "print.js",
    "trail.js",
    "clicks.js",
    "engine.js",
    "donnees.js",
    "element.js",
    "marked.js",
    "translated.js",
    "main.js",
];

/// What the script is made of: texts in ASCII, each by what it is.
#[derive(Debug)]
pub struct Parts {
    /// The engine and the views.
    pub wasm: String,
    /// The dataset and its texts. It stands apart from the wasm, so another dataset
    /// needs no compilation.
    pub data: String,
    /// The style sheet.
    pub styles: String,
    /// The custom element and the glue.
    pub scripts: String,
}

impl Parts {
    /// Makes every part. `page` is the page that stands alone, without the script:
    /// the widget makes copies of it.
    pub fn new(
        root: &Path,
        compiled: &Compiled,
        dataset: &Dataset,
        fallback: &Fallback,
        page: &str,
    ) -> Result<Self> {
        let attributes = NAMES.map(literal).join(",");
        let names = constant("NAME", &literal(NAME))
            + &constant("VERSION", &literal(VERSION))
            + &constant("ATTRIBUTES", &format!("[{attributes}]"));
        let scripts = minify_script(&(compiled.glue.clone() + &parts(root, &PARTS)?));
        Ok(Self {
            wasm: bytes("WASM", &compiled.wasm),
            data: data(dataset, fallback)?,
            styles: constant("STYLES", &literal(&own_rem(&minify_styles(&styles(root)?))?)),
            scripts: names + &constant("PAGE", &literal(page)) + &ascii(&scripts),
        })
    }

    /// The script, in ASCII.
    pub fn script(&self) -> Result<String> {
        let Self { wasm, data, styles, scripts } = self;
        closed(&[styles, data, wasm, scripts].map(String::as_str).concat())
    }
}

/// A packaged script with another dataset in place of its own: the wasm is the same.
pub fn with_dataset(script: &str, dataset: &Dataset) -> Result<String> {
    let first = script.find("const BUNDLE = ").context("the script holds no dataset")?;
    let last = script.find("const WASM = ").context("the script holds no wasm")?;
    let data = data(dataset, &Fallback::of(dataset))?;
    Ok([&script[..first], &data, &script[last..]].concat())
}

/// The dataset as the script carries it: without the texts that no visitor reads,
/// nor what only a check does.
pub fn carried(dataset: &Dataset) -> Vec<u8> {
    let mut dataset = dataset.clone();
    for file in UNCARRIED {
        dataset.texts.0.remove(file);
    }
    dataset.voices = Voices::default();
    bundle::to_bytes(&dataset)
}

fn data(dataset: &Dataset, fallback: &Fallback) -> Result<String> {
    let fallback = constant("FALLBACK", &ascii(&serde_json::to_string(fallback)?));
    Ok(bytes("BUNDLE", &carried(dataset)) + &fallback)
}

/// The parts of the second script, in the order in which they run.
const READER_PARTS: [&str; 2] = ["decode.js", "reader.js"];

/// The optional second script, which reads a dataset that a page carries.
pub fn reader_script(root: &Path, compiled: &Compiled) -> Result<String> {
    let scripts = minify_script(&(compiled.glue.clone() + &parts(root, &READER_PARTS)?));
    let wasm = bytes("WASM", &compiled.wasm);
    closed(&[constant("NAME", &literal(NAME)), wasm, ascii(&scripts)].concat())
}

/// A script that keeps its names to itself.
fn closed(body: &str) -> Result<String> {
    let licences = "MIT OR Apache-2.0 (code), Licence Ouverte 2.0 (data)";
    let script = format!(
        "/*! {NAME} {VERSION} | {licences} */\n(function orientationPalliative() {{\n\
         \"use strict\";\n{body}}})();\n"
    );
    ensure_inlinable(&script)?;
    Ok(script)
}

/// What the parts speak of in capitals.
fn constant(name: &str, value: &str) -> String {
    format!("const {name} = {value};\n")
}

/// Bytes, and what `decode.js` needs to read them.
fn bytes(name: &str, bytes: &[u8]) -> String {
    let Encoded { order, text } = encode(bytes);
    constant(name, &format!("'{text}'"))
        + &constant(&format!("{name}_ORDER"), &literal(&order))
        + &constant(&format!("{name}_SIZE"), &bytes.len().to_string())
        + &constant(&format!("{name}_SUM"), &sum(bytes).to_string())
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

fn parts(root: &Path, names: &[&str]) -> Result<String> {
    let folder = root.join("src/embed");
    names.iter().map(|name| read(&folder.join(name))).collect()
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
