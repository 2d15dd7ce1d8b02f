//! Whether what a release holds can be taken: the same bytes twice, a package that npm
//! packs, typings that resolve.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;

use super::{
    NOTICES, PAPERS, assemble, elsewhere, ensure_compiler, manifest, npm, spip, wordpress,
    write_zip,
};
use crate::tool::build::{Plan, copy};
use crate::tool::typings;

/// What a site that imports the package writes.
const USE: &str = r#"import "orientation-palliative";
import "orientation-palliative/nowasm";
const element = OrientationPalliative.mount(document.body, { titre: "Soins palliatifs" });
element.addEventListener("orientation-palliative:ready", () => element.remove());
// @ts-expect-error: the package has no such part
import "orientation-palliative/other";
"#;

/// What `npm pack --json` tells of a package.
#[derive(Deserialize)]
struct Packed {
    files: Vec<PackedFile>,
}

#[derive(Deserialize)]
struct PackedFile {
    path: String,
}

/// Makes a release of the `dist/` that is there, twice, and looks at it; compiles it again
/// elsewhere.
pub fn check(plan: &Plan) -> Result<()> {
    ensure_compiler()?;
    elsewhere::check(&plan.root)?;
    let folder = plan.root.join("target/release-check");
    let inside = folder.join("inside");
    same_twice(&folder, "release", |archive| {
        assemble(plan, &inside)?;
        write_zip(&inside, "inside", archive)
    })?;
    manifest::check(&inside)?;
    same_twice(&folder, "wordpress", |archive| wordpress::write(plan, &inside, archive))?;
    same_twice(&folder, "spip", |archive| spip::write(plan, &inside, archive))?;
    let package = folder.join("npm");
    npm::write(&folder.join("inside"), &package)?;
    packs(&package)?;
    resolves(&package, &folder.join("use"))
}

/// An archive that is made again has the same bytes.
fn same_twice(folder: &Path, name: &str, make: impl Fn(&Path) -> Result<()>) -> Result<()> {
    let archives = ["a", "b"].map(|which| folder.join(format!("{name}-{which}.zip")));
    archives.iter().try_for_each(|archive| make(archive))?;
    let [first, second] = archives.map(fs::read);
    ensure!(first? == second?, "two archives « {name} » of the same files differ");
    Ok(())
}

/// `npm pack` takes the package, with every file of it.
fn packs(package: &Path) -> Result<()> {
    let output = Command::new("npm")
        .args(["pack", "--dry-run", "--json", "--ignore-scripts", "--loglevel", "error"])
        .current_dir(package)
        .output()
        .context("npm could not be run: install nodejs and npm")?;
    ensure!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let packed: Vec<Packed> = serde_json::from_slice(&output.stdout)?;
    let files = &packed.first().context("npm packs nothing")?.files;
    for file in npm::FILES.into_iter().chain(PAPERS).chain([NOTICES]) {
        ensure!(files.iter().any(|packed| packed.path == file), "npm leaves out {file}");
    }
    Ok(())
}

/// The compiler finds the package's typings where a site imports it.
fn resolves(package: &Path, folder: &Path) -> Result<()> {
    copy(package, &folder.join("node_modules/orientation-palliative"))?;
    fs::write(folder.join("package.json"), "{ \"type\": \"module\" }\n")?;
    fs::write(folder.join("use.ts"), USE)?;
    typings::compile(folder)
}
