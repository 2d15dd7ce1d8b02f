//! `release`: the folder and the ZIP that a site takes, the npm package and the `WordPress`
//! plugin.
//!
//! The same sources make the same bytes: names are sorted, dates are fixed, and
//! nothing tells where or when it was made.

mod components;
mod elsewhere;
mod host;
mod manifest;
mod npm;
mod spip;
mod template;
mod verify;
pub mod wordpress;

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, ensure};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::build::{self, Plan, copy, integrity};
use super::edition::{PLAIN, WASM, script_names};
use super::wasm::{Profile, rustc_path};
use components::{in_wasm, notices, sbom};

pub use verify::check;

/// The compiler that releases are made with.
const COMPILER: &str = "1.95.0";
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// What goes along as it is.
const PAPERS: [&str; 3] = ["CHANGELOG.md", "LICENSE-MIT", "LICENSE-APACHE"];
/// The licences of the crates inside the wasm.
const NOTICES: &str = "LICENCES.txt";

/// Options of `release`.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Package the dist/ that is there, without building it again
    #[arg(long)]
    no_build: bool,
    /// Where the folder to host will stand, with « https: » and a slash at its end: every
    /// fallback leads there
    #[arg(long, value_name = "URL", value_parser = build::web_folder)]
    address: Option<String>,
    /// Where to write [default: release/]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

/// Runs `release`.
pub fn run(args: Args) -> Result<ExitCode> {
    let plan = Plan::new(None, None).hosted_at(args.address);
    ensure_compiler()?;
    if !args.no_build {
        build::build(&plan, Profile::Shipped)?;
    }
    ensure_address(&plan)?;
    let out = args.out.unwrap_or_else(|| plan.root.join("release"));
    let name = format!("orientation-palliative-{VERSION}");
    let folder = out.join(&name);
    assemble(&plan, &folder)?;
    host::write(&folder, &folder.join(host::FOLDER), plan.address.as_deref())?;
    npm::write(&folder, &out.join("npm"))?;
    let hash = manifest::write(&folder)?;
    let archive = out.join(format!("{name}.zip"));
    write_zip(&folder, &name, &archive)?;
    let plugin = out.join(wordpress::archive());
    wordpress::write(&plan, &folder, &plugin)?;
    let model = out.join(spip::archive());
    spip::write(&plan, &folder, &model)?;
    for made in [archive, out.join("npm"), plugin, model] {
        println!("{}", made.display());
    }
    println!("{hash}  {}: to be published beside the archive", manifest::FILE);
    Ok(ExitCode::SUCCESS)
}

/// Other compilers make other bytes, and a release is made with unstable options.
fn ensure_compiler() -> Result<()> {
    let found = rustc_path(&["--version"])?.context("rustc tells no version")?;
    let found = found.display().to_string();
    ensure!(
        found.split(' ').nth(1) == Some(COMPILER),
        "a release is made with Rust {COMPILER}, and this is {found}: rustup toolchain install \
         {COMPILER}, then cargo +{COMPILER} run -- release"
    );
    Ok(())
}

/// A dist/ that was built for another address, or for none, does not lead to this one.
fn ensure_address(plan: &Plan) -> Result<()> {
    let Some(address) = &plan.address else { return Ok(()) };
    let script = fs::read_to_string(plan.out.join(&script_names(WASM)[0]))?;
    ensure!(
        script.contains(&format!("\"href\":\"{address}\"")),
        "dist/ does not lead to {address}: cargo run -- build --nowasm --address {address}"
    );
    Ok(())
}

/// Fills the folder of a release, from nothing.
fn assemble(plan: &Plan, folder: &Path) -> Result<()> {
    ensure!(
        plan.out.join(&script_names(WASM)[0]).is_file(),
        "dist/ holds no script: run `cargo run -- build`"
    );
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| folder.display().to_string())?;
    }
    copy(&plan.out, folder)?;
    let mut integrities = String::new();
    for script in [WASM, PLAIN].into_iter().flat_map(script_names) {
        let Ok(bytes) = fs::read(folder.join(&script)) else { continue };
        integrities += &format!("{}  {script}\n", integrity(&bytes));
    }
    let crates = in_wasm(&plan.root)?;
    fs::write(folder.join("integrity.txt"), integrities)?;
    fs::write(folder.join(NOTICES), notices(&crates)?)?;
    fs::write(folder.join("sbom.cdx.json"), sbom(&crates)?)?;
    for file in PAPERS {
        fs::copy(plan.root.join(file), folder.join(file)).with_context(|| file.to_owned())?;
    }
    Ok(())
}

/// Writes the folder's files, by name, each dated 1 January 1980.
fn write_zip(folder: &Path, name: &str, archive: &Path) -> Result<()> {
    let mut zip = ZipWriter::new(File::create(archive)?);
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    for path in files(folder)? {
        let inside: Vec<_> =
            path.strip_prefix(folder)?.iter().map(|p| p.to_string_lossy()).collect();
        zip.start_file(format!("{name}/{}", inside.join("/")), options)?;
        zip.write_all(&fs::read(&path)?)?;
    }
    zip.finish()?;
    Ok(())
}

/// The files of a folder and of those below it, sorted.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            all.extend(files(&path)?);
        } else {
            all.push(path);
        }
    }
    all.sort();
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_files_make_the_same_archive() {
        let folder = std::env::temp_dir().join(format!("op-release-{}", std::process::id()));
        let inside = folder.join("in/sub");
        fs::create_dir_all(&inside).unwrap();
        let archives = [folder.join("a.zip"), folder.join("b.zip")];
        for archive in &archives {
            // Written again, in another order: dates differ, names and bytes do not.
            fs::write(inside.join("b.txt"), "b").unwrap();
            fs::write(folder.join("in/a.txt"), "a").unwrap();
            write_zip(&folder.join("in"), "name", archive).unwrap();
            fs::remove_file(inside.join("b.txt")).unwrap();
            std::thread::sleep(std::time::Duration::from_millis(20));
        }
        let [a, b] = archives.map(|archive| fs::read(archive).unwrap());
        assert_eq!(a, b);
        let names = String::from_utf8_lossy(&a).into_owned();
        assert!(names.contains("name/sub/b.txt") && names.contains("name/a.txt"));
        fs::remove_dir_all(folder).unwrap();
    }
}
