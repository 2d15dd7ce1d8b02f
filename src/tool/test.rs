//! `test`: installs what the checks need, runs them all, counts.

use std::process::ExitCode;

use anyhow::Result;

/// Options of `test`.
#[derive(clap::Args, Debug)]
pub struct Args {}

/// Runs `test`.
pub fn run(_args: Args) -> Result<ExitCode> {
    Ok(ExitCode::FAILURE)
}
