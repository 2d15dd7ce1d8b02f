//! `vignettes`: the vignettes that a steering committee signs, as one document.

mod document;
mod faults;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Result;

use crate::check::Problem;
use crate::model::Dataset;
use crate::model::Vignettes;
use crate::reading::typed;

use super::dataset::VIGNETTES;
use super::{check::load_or_report, dataset, files};

pub use document::{html, shown};

/// Arguments of `vignettes`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Folder of the dataset.
    #[arg(long, default_value = "data")]
    data: PathBuf,
    /// The document to write.
    #[arg(long, default_value = "dist/vignettes.html")]
    out: PathBuf,
}

/// Plays every vignette, tells those that do not hold, writes the document.
pub fn run(args: &Args) -> Result<ExitCode> {
    let Some(data) = load_or_report(&args.data) else { return Ok(ExitCode::FAILURE) };
    let all = match load(&args.data) {
        Ok(all) => all,
        Err(problems) => {
            super::check::report(&problems);
            return Ok(ExitCode::FAILURE);
        }
    };
    let mut wrong = 0;
    for vignette in all.iter().flat_map(|(_, file)| &file.vignettes) {
        for difference in vignette.differences(&data) {
            wrong += 1;
            println!("{} : {difference}", vignette.id);
        }
    }
    if wrong > 0 {
        eprintln!("{wrong} écart(s) : rien n’est écrit, les vignettes ne sont pas à signer");
        return Ok(ExitCode::FAILURE);
    }
    files::write(&args.out, html(&data, &all))?;
    let count: usize = all.iter().map(|(_, file)| file.vignettes.len()).sum();
    println!("{count} vignettes : {}", args.out.display());
    Ok(ExitCode::SUCCESS)
}

/// Every file of `vignettes/` beside a dataset, in the order of their names; every
/// problem of theirs otherwise.
pub fn load(data: &Path) -> Result<Vec<(String, Vignettes)>, Vec<Problem>> {
    let mut problems = Vec::new();
    let Some(names) = dataset::json_files(&data.join(VIGNETTES)) else {
        let fix = "créer ce dossier, avec les situations";
        return Err(vec![Problem::new(VIGNETTES, "", "ce dossier n’existe pas", fix)]);
    };
    let mut files = Vec::new();
    for name in names {
        let name = format!("{VIGNETTES}/{name}");
        let Some(value) = dataset::json(data, &name, &mut problems) else { continue };
        let file = typed::<Vignettes>(value, &name, &mut problems);
        files.extend(file.map(|file| (name, file)));
    }
    if problems.is_empty() { Ok(files) } else { Err(problems) }
}

/// What is wrong with the vignettes themselves: what they name, what they answer.
/// Whether what they expect holds is not looked at.
pub fn problems(data: &Dataset, dir: &Path) -> Vec<Problem> {
    if !dir.join(VIGNETTES).is_dir() {
        return Vec::new();
    }
    match load(dir) {
        Ok(files) => faults::problems(data, &files),
        Err(problems) => problems,
    }
}
