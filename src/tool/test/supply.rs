//! What the project is built from: licences, sources and versions, after `deny.toml`.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::tool::provision::folder;
use crate::tool::{root, wasm};

/// The tool that reads `deny.toml`.
const DENY: &str = "cargo-deny";
/// Its version: another one may know other rules.
const VERSION: &str = "0.20.2";

/// Holds what the project is built from to `deny.toml`. Advisories are looked up by
/// `cargo deny check advisories`, where their list can be fetched.
pub fn check() -> Result<()> {
    let deny = installed()?;
    let status = Command::new(&deny)
        .current_dir(root())
        .args(["--log-level", "error", "check", "--hide-inclusion-graph"])
        .args(["bans", "licenses", "sources"])
        .status()
        .with_context(|| deny.display().to_string())?;
    ensure!(
        status.success(),
        "a crate comes under another licence, or from elsewhere, than deny.toml allows (see above)"
    );
    Ok(())
}

/// Its place below `target/`; compiled there when it is missing.
fn installed() -> Result<PathBuf> {
    let folder = folder(&format!("{DENY}@{VERSION}"));
    let program = folder.join("bin").join(DENY);
    if !program.is_file() {
        println!("compiling {DENY} {VERSION} (about a minute)");
        // Unoptimised: it is compiled once, and runs for seconds.
        let status = Command::new(wasm::cargo())
            .args(["install", DENY, "--version", VERSION, "--locked", "--quiet"])
            .args(["--debug", "--no-default-features", "--root"])
            .arg(&folder)
            .status()
            .context("cargo could not be run")?;
        ensure!(
            status.success(),
            "{DENY} cannot be installed; it comes from the registry of crates"
        );
    }
    Ok(program)
}
