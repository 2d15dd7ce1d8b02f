//! The standard library as the shipped modules need it: rebuilt without what tells a
//! programmer of a panic.
//!
//! The library that comes with the compiler formats a message for each of the
//! thousands of places that may panic, and is made for speed. A visitor never reads
//! these messages: whatever stops the widget is a trap, which `src/embed/engine.js`
//! sees and answers with the emergency numbers. Rebuilt for size, and with a panic that
//! is nothing but that trap, the script is 14 KB (brotli) lighter. The compiler holds
//! these options for unstable; `RUSTC_BOOTSTRAP` is its way to use them all the same.
//! Drafts keep the library as it comes, and its messages.

use std::process::Command;

use anyhow::{Context, Result, bail};

use super::progress::step;
use super::wasm::rustc_path;

/// Options of cargo: which crates are rebuilt, and how.
const CARGO: [&str; 4] =
    ["-Z", "build-std=std,panic_abort", "-Z", "build-std-features=optimize_for_size"];
/// Options of the compiler: a panic is a trap, and nothing describes it.
const RUSTC: [&str; 4] =
    ["-Zunstable-options", "-Cpanic=immediate-abort", "-Zlocation-detail=none", "-Zfmt-debug=none"];

/// Has a build rebuild the standard library.
pub fn apply(cargo: &mut Command, flags: &mut Vec<String>) -> Result<()> {
    cargo.env("RUSTC_BOOTSTRAP", "1").args(CARGO);
    flags.extend(RUSTC.map(str::to_owned));
    let sysroot = rustc_path(&["--print", "sysroot"])?.context("rustc names no sysroot")?;
    flags.push(format!("--remap-path-prefix={}=", sysroot.display()));
    Ok(())
}

/// Installs the source of the standard library when the toolchain lacks it.
pub fn ensure_source() -> Result<()> {
    let sysroot = rustc_path(&["--print", "sysroot"])?.context("rustc names no sysroot")?;
    if sysroot.join("lib/rustlib/src/rust/library/Cargo.lock").is_file() {
        return Ok(());
    }
    step("install the source of the standard library", || {
        let status = Command::new("rustup").args(["component", "add", "rust-src"]).status();
        match status {
            Ok(status) if status.success() => Ok(()),
            Ok(status) => bail!("`rustup component add rust-src` ended with {status}"),
            Err(_) => bail!(
                "the toolchain lacks the source of the standard library and rustup is not here \
                 to add it: install rustup (https://rustup.rs), or your system's package of \
                 that source (on Debian: rust-src)"
            ),
        }
    })
}
