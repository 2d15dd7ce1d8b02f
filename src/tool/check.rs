//! `check`: every problem of a dataset, all at once.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Result;

use crate::check::{Problem, Proof, in_order, too_costly, voices, walk_all};
use crate::model::Dataset;

use super::{dataset, vignettes};

/// Arguments of `check`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Folder of the dataset.
    #[arg(long, default_value = "data")]
    data: PathBuf,
}

/// Prints each problem as `file: JSON pointer: what is wrong, how to fix it`; the
/// numbers of the proof when there is none.
pub fn run(args: &Args) -> Result<ExitCode> {
    let Some(data) = load_or_report(&args.data) else { return Ok(ExitCode::FAILURE) };
    if let Some(costly) = too_costly(&data) {
        report(&[costly]);
        return Ok(ExitCode::FAILURE);
    }
    let (proof, reach, mut problems) = walk_all(&data);
    problems.extend(voices::check(&data));
    problems.extend(vignettes::problems(&data, &args.data));
    if !problems.is_empty() {
        report(&problems);
        return Ok(ExitCode::FAILURE);
    }
    let Proof { paths, depth, rules, cells, absences } = proof;
    println!(
        "{} : aucun problème ({paths} parcours, {depth} questions au plus, {rules} règles, \
         {cells} cases montrées, {absences} absences dites)",
        args.data.display()
    );
    reach.lines().iter().for_each(|line| println!("{line}"));
    let (nobody, paths) = reach.nobody();
    println!("personne au téléphone, les secours mis à part : {nobody} parcours sur {paths}");
    Ok(ExitCode::SUCCESS)
}

/// Prints problems, in the order of files and places.
pub fn report(problems: &[Problem]) {
    let problems = in_order(problems.to_vec());
    for problem in &problems {
        println!("{problem}");
    }
    eprintln!("{} problème(s)", problems.len());
}

/// The dataset of a folder; its problems are printed when it has any.
pub fn load_or_report(dir: &Path) -> Option<Dataset> {
    dataset::load(dir).map_err(|problems| report(&problems)).ok()
}
