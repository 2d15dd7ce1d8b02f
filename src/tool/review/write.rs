//! What a revision changes in the files of a dataset: all of it, or nothing.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde::Serialize;

use crate::model::{Dataset, Sources, Structures};
use crate::reading::to_text_keeping_comments;
use crate::tool::check::report;
use crate::tool::dataset::{self, Instead};
use crate::tool::files;

/// The files as they become, if the dataset is sound afterwards; its problems are printed
/// otherwise.
pub(super) fn after(
    dir: &Path,
    data: &Dataset,
    structures: &Structures,
    sources: &Sources,
) -> Result<Option<Instead>> {
    let mut instead = Instead::new();
    if *structures != data.structures {
        instead.insert("structures.json".to_owned(), text(dir, "structures.json", structures)?);
    }
    if *sources != data.sources {
        instead.insert("sources.json".to_owned(), text(dir, "sources.json", sources)?);
    }
    if let Err(problems) = dataset::load_with(dir, &instead) {
        report(&problems);
        eprintln!("le jeu de données ne serait plus valable ; rien n’est écrit");
        return Ok(None);
    }
    Ok(Some(instead))
}

/// Writes all of the files, or none.
pub(super) fn write(dir: &Path, instead: &Instead) -> Result<()> {
    let all: Vec<_> = instead.iter().map(|(name, text)| (dir.join(name), text)).collect();
    files::write_all(&all)
}

fn text(dir: &Path, name: &str, value: &impl Serialize) -> Result<String> {
    let path = dir.join(name);
    let before = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
    to_text_keeping_comments(value, before.trim_start_matches('\u{feff}'))
}
