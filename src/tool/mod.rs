//! The native tool: everything the project does outside of a browser.

pub mod build;
pub mod check;
mod cli;
pub mod coverage;
pub mod dataset;
mod diagnosis;
pub mod diff;
pub mod draw;
pub mod edition;
pub mod files;
mod fuzz;
mod glue;
mod guide;
pub mod inline;
mod lean;
mod minify;
pub mod mutate;
pub mod new_filiere;
mod nowasm;
pub mod orient;
pub mod package;
mod pages;
mod progress;
pub mod provision;
pub mod release;
mod rem;
pub mod review;
pub mod schema;
pub mod search;
pub mod serve;
mod sizes;
mod test;
mod typings;
pub mod vignettes;
mod wasm;
mod watch;

use std::env;
use std::path::PathBuf;
use std::process::ExitCode;

/// Runs the command line, tells an error with its causes, one a line.
pub fn main() -> ExitCode {
    match cli::run() {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error}");
            error.chain().skip(1).for_each(|cause| eprintln!("  because: {cause}"));
            ExitCode::FAILURE
        }
    }
}

/// The project's folder: where cargo says the package stands, else where one is.
pub fn root() -> PathBuf {
    env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from("."), PathBuf::from)
}
