//! A corrected sheet, back into the dataset.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result};

use super::write;
use crate::model::Dataset;
use crate::review::{self, Change, apply};
use crate::tool::check::load_or_report;
use crate::tool::{files, orient};

/// Shows what a sheet changes, if the dataset is sound afterwards; writes it when told
/// to. Nobody else writes the dataset between its reading and its writing.
pub fn run(dir: &Path, sheet: &Path, yes: bool) -> Result<ExitCode> {
    let _mine = if yes && dir.is_dir() { Some(files::lock(dir)?) } else { None };
    let Some(data) = load_or_report(dir) else { return Ok(ExitCode::FAILURE) };
    let Some(changes) = proposed(&data, sheet)? else { return Ok(ExitCode::FAILURE) };
    for change in &changes {
        print!("{change}");
    }
    if changes.is_empty() {
        println!("aucun changement : rien à écrire");
        return Ok(ExitCode::SUCCESS);
    }
    let structures = apply(&data.structures, &changes);
    let sources = review::sources(&data, &changes);
    let Some(after) = write::after(dir, &data, &structures, &sources)? else {
        return Ok(ExitCode::FAILURE);
    };
    if !yes {
        println!("{} changement(s) ; --yes pour les écrire", changes.len());
        return Ok(ExitCode::SUCCESS);
    }
    write::write(dir, &after)?;
    println!("{} changement(s) écrit(s) dans {}", changes.len(), dir.display());
    Ok(ExitCode::SUCCESS)
}

/// What a file of a sheet changes; what is wrong with it is printed.
fn proposed(data: &Dataset, path: &Path) -> Result<Option<Vec<Change>>> {
    let bytes = fs::read(path).with_context(|| path.display().to_string())?;
    let read = match review::read(&bytes) {
        Ok(read) => read,
        Err(what) => {
            eprintln!("{} : {what}", path.display());
            return Ok(None);
        }
    };
    let refused = match review::changes(data, &read, &orient::today()) {
        Ok(changes) => return Ok(Some(changes)),
        Err(refused) => refused,
    };
    for refused in &refused {
        println!("{} : {refused}", path.display());
    }
    eprintln!("{} ligne(s) refusée(s) ; rien n’est écrit", refused.len());
    Ok(None)
}
