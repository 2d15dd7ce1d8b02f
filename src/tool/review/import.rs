//! A corrected sheet, back into the dataset.

use std::fmt;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result};

use super::listing::field_id;
use super::{changes, spreadsheet};
use crate::model::{Contact, Dataset, Structures};
use crate::reading::to_text_keeping_comments;
use crate::tool::check::{load_or_report, report};
use crate::tool::dataset::{self, Instead};
use crate::tool::{files, orient};

/// The file of the dataset that a sheet changes.
const FILE: &str = "structures.json";

/// One value that a sheet changes.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// Id of the structure.
    pub structure: String,
    /// Which of its contacts, in the order of the data; `None`: a new one.
    pub at: Option<usize>,
    /// What it was.
    pub before: Option<Contact>,
    /// What it becomes; `None`: it is taken out.
    pub after: Option<Contact>,
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        writeln!(f, "{}", self.structure)?;
        let line = |c: &Contact| {
            format!("{} : {} ({}, {})", field_id(c.field), c.value, c.source.0, c.date)
        };
        if let Some(before) = &self.before {
            writeln!(f, "- {}", line(before))?;
        }
        if let Some(after) = &self.after {
            writeln!(f, "+ {}", line(after))?;
        }
        Ok(())
    }
}

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
    let path = dir.join(FILE);
    let before = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
    let before = before.trim_start_matches('\u{feff}');
    let after = to_text_keeping_comments(&apply(&data.structures, &changes), before)?;
    if let Err(problems) = dataset::load_with(dir, &Instead::from([(FILE.into(), after.clone())])) {
        report(&problems);
        eprintln!("le jeu de données ne serait plus valable ; rien n’est écrit");
        return Ok(ExitCode::FAILURE);
    }
    if !yes {
        println!("{} changement(s) ; --yes pour les écrire", changes.len());
        return Ok(ExitCode::SUCCESS);
    }
    files::write(&path, after)?;
    println!("{} changement(s) écrit(s) dans {}", changes.len(), path.display());
    Ok(ExitCode::SUCCESS)
}

/// What a file of a sheet changes; what is wrong with it is printed.
fn proposed(data: &Dataset, path: &Path) -> Result<Option<Vec<Change>>> {
    let bytes = fs::read(path).with_context(|| path.display().to_string())?;
    let read = match spreadsheet::read(&bytes) {
        Ok(read) => read,
        Err(what) => {
            eprintln!("{} : {what}", path.display());
            return Ok(None);
        }
    };
    let today = orient::now().to_string();
    let today = today.split('T').next().unwrap_or_default();
    let refused = match changes(data, &read, today) {
        Ok(changes) => return Ok(Some(changes)),
        Err(refused) => refused,
    };
    for refused in &refused {
        println!("{} : {refused}", path.display());
    }
    eprintln!("{} ligne(s) refusée(s) ; rien n’est écrit", refused.len());
    Ok(None)
}

/// The structures once changed.
pub fn apply(structures: &Structures, changes: &[Change]) -> Structures {
    let mut all = structures.clone();
    for structure in &mut all.structures {
        let mine = || changes.iter().filter(|change| change.structure == structure.id);
        let kept = structure.contacts.iter().enumerate().filter_map(|(at, contact)| {
            match mine().find(|change| change.at == Some(at)) {
                Some(change) => change.after.clone(),
                None => Some(contact.clone()),
            }
        });
        let new = mine().filter(|change| change.at.is_none()).filter_map(|c| c.after.clone());
        structure.contacts = kept.chain(new).collect();
    }
    all
}
