//! `diff`: which situations two datasets orient otherwise, and which change of the
//! data is the cause.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;

use crate::check::too_costly;
use crate::comparison::{diff, html, text};

use super::check::{load_or_report, report as report_problems};
use super::files;

/// Arguments of `diff`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Folder of the dataset in force.
    old: PathBuf,
    /// Folder of the dataset to come.
    new: PathBuf,
    /// Print JSON.
    #[arg(long)]
    json: bool,
    /// Write a report to this file.
    #[arg(long)]
    html: Option<PathBuf>,
}

/// Prints the difference, and writes the report.
pub fn run(args: &Args) -> Result<ExitCode> {
    let (Some(old), Some(new)) = (load_or_report(&args.old), load_or_report(&args.new)) else {
        return Ok(ExitCode::FAILURE);
    };
    for data in [&old, &new] {
        if let Some(costly) = too_costly(data) {
            report_problems(&[costly]);
            return Ok(ExitCode::FAILURE);
        }
    }
    if old.filiere.id != new.filiere.id {
        eprintln!(
            "« {} » et « {} » sont deux filières : leurs situations ne se comparent pas",
            old.filiere.name, new.filiere.name
        );
        return Ok(ExitCode::FAILURE);
    }
    let diff = diff(&old, &new);
    if args.json {
        println!("{}", serde_json::to_string_pretty(&diff)?);
    } else {
        print!("{}", text(&diff));
    }
    if let Some(path) = &args.html {
        files::write(path, html(&diff))?;
    }
    Ok(ExitCode::SUCCESS)
}
