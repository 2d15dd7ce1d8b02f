//! Whether a release can be made again: the same sources, in another folder with a target
//! of its own, make the same bytes.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use crate::tool::wasm::{Part, Profile, bind, module};

/// What the module is made from; cargo wants to see the tests that the manifest names.
const SOURCES: [&str; 4] = ["src", "tests", "Cargo.toml", "Cargo.lock"];
/// Where it is made a second time: deeper, and with a longer name.
const FOLDER: &str = "target/elsewhere/a folder whose path is another one";

/// Compiles the widget of `root` here and elsewhere, and compares every byte.
pub fn check(root: &Path) -> Result<()> {
    let folder = root.join(FOLDER);
    for source in SOURCES {
        mirror(&root.join(source), &folder.join(source))?;
    }
    let here = bind(module(root, Part::Widget, Profile::Shipped)?)?;
    let there = bind(module(&folder, Part::Widget, Profile::Shipped)?)?;
    ensure!(
        here.wasm == there.wasm && here.glue == there.glue,
        "built in {} and in {}, the widget is not the same: something of a path or of a time \
         goes into it",
        root.display(),
        folder.display()
    );
    Ok(())
}

/// Makes a copy the same as the original, files that are gone included. What has not
/// changed keeps its date: cargo compiles only what has.
fn mirror(from: &Path, to: &Path) -> Result<()> {
    if from.is_file() {
        let bytes = fs::read(from).with_context(|| from.display().to_string())?;
        if fs::read(to).ok().as_ref() != Some(&bytes) {
            fs::write(to, bytes).with_context(|| to.display().to_string())?;
        }
        return Ok(());
    }
    fs::create_dir_all(to).with_context(|| to.display().to_string())?;
    for entry in fs::read_dir(from)? {
        let name = entry?.file_name();
        mirror(&from.join(&name), &to.join(&name))?;
    }
    for entry in fs::read_dir(to)? {
        let entry = entry?;
        if !from.join(entry.file_name()).exists() {
            let path = entry.path();
            if path.is_dir() { fs::remove_dir_all(path)? } else { fs::remove_file(path)? }
        }
    }
    Ok(())
}
