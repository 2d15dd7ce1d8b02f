//! Sources that a release fills in: the version, the script's name and its integrity value.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use super::{VERSION, files};
use crate::tool::build::integrity;
use crate::tool::edition::{WASM, script_names};

/// Copies the script of a build into a folder of sources, under the name that no cache and no
/// optimiser confuses, and fills some of them in.
pub(super) fn furnish(built: &Path, folder: &Path, templates: &[&str]) -> Result<()> {
    let [.., name] = script_names(WASM);
    let script = fs::read(built.join(&name)).with_context(|| name.clone())?;
    fs::write(folder.join(&name), &script)?;
    for file in templates {
        let path = folder.join(file);
        let text = fs::read_to_string(&path).with_context(|| (*file).to_owned())?;
        let text = text
            .replace("{{version}}", VERSION)
            .replace("{{script}}", &name)
            .replace("{{integrity}}", &integrity(&script));
        fs::write(path, text)?;
    }
    ensure_filled(folder)
}

/// No source keeps a placeholder, those that are not filled in included.
fn ensure_filled(folder: &Path) -> Result<()> {
    for path in files(folder)? {
        let kinds = ["php", "json", "txt", "xml", "html"];
        let source = path.extension().is_some_and(|e| kinds.iter().any(|kind| e == *kind));
        let text = if source { fs::read_to_string(&path)? } else { String::new() };
        let left = ["version", "script", "integrity"].map(|name| format!("{{{{{name}}}}}"));
        let left = left.into_iter().find(|placeholder| text.contains(placeholder));
        let left = left.unwrap_or_default();
        ensure!(left.is_empty(), "{} keeps {left}, which nothing fills", path.display());
    }
    Ok(())
}
