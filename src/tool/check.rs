//! `check`: every problem of a dataset, all at once.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;

use crate::check::Problem;

use super::dataset;

/// Arguments of `check`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Folder of the dataset.
    #[arg(long, default_value = "data")]
    data: PathBuf,
}

/// Prints each problem as `file: JSON pointer: what is wrong, how to mend it`.
pub fn run(args: &Args) -> Result<ExitCode> {
    match dataset::load(&args.data) {
        Ok(_) => {
            println!("{} : aucun problème", args.data.display());
            Ok(ExitCode::SUCCESS)
        }
        Err(problems) => {
            report(&problems);
            Ok(ExitCode::FAILURE)
        }
    }
}

/// Prints problems, in the order of files and places.
pub fn report(problems: &[Problem]) {
    let mut problems = problems.to_vec();
    problems.sort();
    problems.dedup();
    for problem in &problems {
        println!("{problem}");
    }
    eprintln!("{} problème(s)", problems.len());
}

/// The dataset of a folder; its problems are printed when it has any.
pub fn load_or_report(dir: &std::path::Path) -> Option<crate::model::Dataset> {
    dataset::load(dir).map_err(|problems| report(&problems)).ok()
}
