//! The script that ships: glue, styles, data and wasm in one classic script.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use super::minify::{minify_script, minify_styles};
use super::rem::own_rem;
use super::wasm::Compiled;
use crate::config::surface::NAMES;
use crate::model::Dataset;
use crate::packaging::{ascii, bytes, constant, data, literal};

const NAME: &str = env!("CARGO_PKG_NAME");
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The parts of the custom element's script, in the order in which they run.
const PARTS: [&str; 16] = [
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
    "near.js",
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
    /// Makes every part. `address`: where the widget is hosted alone, if it is.
    pub fn new(
        root: &Path,
        compiled: &Compiled,
        dataset: &Dataset,
        address: Option<&str>,
    ) -> Result<Self> {
        let attributes = NAMES.map(literal).join(",");
        let names = constant("NAME", &literal(NAME))
            + &constant("VERSION", &literal(VERSION))
            + &constant("ATTRIBUTES", &format!("[{attributes}]"));
        let scripts = minify_script(&(compiled.glue.clone() + &parts(root, &PARTS)?));
        Ok(Self {
            wasm: bytes("WASM", &compiled.wasm),
            data: data(dataset, address)?,
            styles: constant("STYLES", &literal(&own_rem(&minify_styles(&styles(root)?))?)),
            scripts: names + &ascii(&scripts),
        })
    }

    /// The script, in ASCII.
    pub fn script(&self) -> Result<String> {
        let Self { wasm, data, styles, scripts } = self;
        closed(&[styles, data, wasm, scripts].map(String::as_str).concat())
    }
}

/// The parts of the second script, in the order in which they run.
const READER_PARTS: [&str; 2] = ["decode.js", "reader.js"];

/// The optional second script, which reads a dataset that a page carries.
pub fn reader_script(root: &Path, compiled: &Compiled) -> Result<String> {
    let scripts = minify_script(&(compiled.glue.clone() + &parts(root, &READER_PARTS)?));
    let wasm = bytes("WASM", &compiled.wasm);
    closed(&[constant("NAME", &literal(NAME)), wasm, ascii(&scripts)].concat())
}

/// The parts of the workshop's script, in the order in which they run.
const WORKSHOP_PARTS: [&str; 5] = ["bridge.js", "drafts.js", "worker.js", "beside.js", "start.js"];

/// The script of the workshop.
pub fn workshop_script(root: &Path, compiled: &Compiled) -> Result<String> {
    let folder = root.join("src/workshop/script");
    let own =
        WORKSHOP_PARTS.iter().map(|name| read(&folder.join(name))).collect::<Result<String>>()?;
    let scripts = minify_script(&(compiled.glue.clone() + &parts(root, &["decode.js"])? + &own));
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
