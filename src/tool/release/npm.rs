//! The package for npm: a folder that `npm pack` accepts.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::json;

use super::{NOTICES, PAPERS};
use crate::tool::typings;

/// What the folder holds of `dist/`, and what `npm pack` must keep of it.
pub const FILES: [&str; 3] =
    ["orientation-palliative.min.js", "orientation-palliative.nowasm.min.js", typings::FILE];
const README: &str = "# orientation-palliative\n\n\
    Un widget qui oriente dans une filière de soins palliatifs.\n\n\
    ```js\nimport \"orientation-palliative\";\n```\n\n\
    Où WebAssembly est refusé : `import \"orientation-palliative/nowasm\"`.\n\n\
    ```html\n<orientation-palliative>Urgence vitale : 15</orientation-palliative>\n```\n";

/// Fills the folder of the package, out of the folder of a release.
pub fn write(release: &Path, folder: &Path) -> Result<()> {
    fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
    for file in FILES.into_iter().chain(PAPERS).chain([NOTICES]) {
        fs::copy(release.join(file), folder.join(file)).with_context(|| file.to_owned())?;
    }
    fs::write(folder.join("README.md"), README)?;
    fs::write(folder.join("package.json"), manifest()? + "\n")?;
    Ok(())
}

fn manifest() -> Result<String> {
    let [script, plain, types] = FILES.map(|file| format!("./{file}"));
    let files = [FILES.as_slice(), &PAPERS, &[NOTICES]].concat();
    let manifest = json!({
        "name": env!("CARGO_PKG_NAME"),
        "version": env!("CARGO_PKG_VERSION"),
        "description": "Widget d’orientation dans une filière de soins palliatifs",
        "license": format!("({}) AND etalab-2.0", env!("CARGO_PKG_LICENSE")),
        "main": script,
        "types": types,
        "exports": {
            ".": { "types": types, "default": script },
            "./nowasm": { "types": types, "default": plain },
        },
        "files": files,
        "sideEffects": true,
    });
    Ok(serde_json::to_string_pretty(&manifest)?)
}
