//! Reading a dataset from its folder, or from the archive that the workshop saves.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::check::{Problem, check, check_shape};
use crate::model::Dataset;
use crate::reading::{Contents, Files, LANGUAGE, folder, limits};
use crate::revision::{Folder, unpack};

/// The folder of the vignettes, beside the files of a dataset.
pub const VIGNETTES: &str = "vignettes";

/// Texts to be read instead of what some files hold, by their name in the folder: a
/// change is checked before any of it is written.
pub type Instead = BTreeMap<String, String>;

/// Reads the dataset of a folder. Every problem of every file is told at once: what
/// cannot be read, what a schema refuses, and what [`check_shape`] finds.
pub fn load(dir: &Path) -> Result<Dataset, Vec<Problem>> {
    checked(dir, &Instead::new(), check_shape)
}

/// Reads a dataset that is about to ship: its every path is walked as well.
pub fn load_proven(dir: &Path) -> Result<Dataset, Vec<Problem>> {
    load_with(dir, &Instead::new())
}

/// The dataset of a folder as it would be with other texts in some of its files, checked
/// as one that is about to ship.
pub fn load_with(dir: &Path, instead: &Instead) -> Result<Dataset, Vec<Problem>> {
    checked(dir, instead, check)
}

fn checked(
    dir: &Path,
    instead: &Instead,
    check: fn(&Dataset) -> Vec<Problem>,
) -> Result<Dataset, Vec<Problem>> {
    let mut problems = Vec::new();
    let files = files(dir, instead, &mut problems);
    let dataset = files.and_then(|files| folder::read(&files, &mut problems));
    problems.extend(dataset.iter().flat_map(check));
    dataset.filter(|_| problems.is_empty()).ok_or(problems)
}

/// Reads a folder without judging what the files say together.
pub fn read(dir: &Path) -> (Option<Dataset>, Vec<Problem>) {
    let mut problems = Vec::new();
    let files = files(dir, &Instead::new(), &mut problems);
    (files.and_then(|files| folder::read(&files, &mut problems)), problems)
}

/// What the files of a folder hold, without their comments.
pub fn contents(dir: &Path) -> Result<Contents, Vec<Problem>> {
    let mut problems = Vec::new();
    let files = files(dir, &Instead::new(), &mut problems);
    let contents = files.map(|files| folder::contents(&files, &mut problems));
    contents.filter(|_| problems.is_empty()).ok_or(problems)
}

/// The text of every JSON file of a folder and below, schemas aside: what a coordinator
/// revises.
pub fn folder(dir: &Path) -> Result<Folder, Vec<Problem>> {
    let mut problems = Vec::new();
    let mut all = files(dir, &Instead::new(), &mut problems).unwrap_or_default();
    if dir.is_dir() {
        for name in json_files(&dir.join(VIGNETTES)).unwrap_or_default() {
            let name = format!("{VIGNETTES}/{name}");
            let text = text(&dir.join(&name));
            all.insert(name, text);
        }
    }
    let mut folder = Folder::new();
    for (name, text) in all {
        match text {
            Ok(text) => drop(folder.insert(name, text)),
            Err(why) => {
                problems.push(Problem::new(name, "", why, "le remettre à sa place, en UTF-8"));
            }
        }
    }
    if problems.is_empty() { Ok(folder) } else { Err(problems) }
}

/// A file of a folder as JSON without its comments, whatever its schema says.
pub fn json(dir: &Path, name: &str, problems: &mut Vec<Problem>) -> Option<Value> {
    let one = Files::from([(name.to_owned(), text(&dir.join(name)))]);
    folder::json(&one, name, problems)
}

/// The names of the JSON files of a folder, in order; nothing when there is no folder.
pub fn json_files(dir: &Path) -> Option<Vec<String>> {
    let entries = fs::read_dir(dir).ok()?.flatten();
    let names = entries.map(|entry| PathBuf::from(entry.file_name()));
    let json = names.filter(|name| name.extension().is_some_and(|kind| kind == "json"));
    let mut names: Vec<String> = json.map(|name| name.to_string_lossy().into_owned()).collect();
    names.sort_unstable();
    Some(names)
}

/// The files of a folder or of an archive, those to be read instead in their place.
/// Without its folders there is nothing to tell of the files.
fn files(dir: &Path, instead: &Instead, problems: &mut Vec<Problem>) -> Option<Files> {
    let mut files = if dir.is_file() { archived(dir, problems)? } else { lying(dir, problems)? };
    files.extend(instead.iter().map(|(name, text)| (name.clone(), Ok(text.clone()))));
    Some(files)
}

fn archived(path: &Path, problems: &mut Vec<Problem>) -> Option<Files> {
    let read = fs::read(path).map_err(|error| error.to_string());
    match read.and_then(|bytes| unpack(&bytes)) {
        Ok(files) => Some(files.into_iter().map(|(name, text)| (name, Ok(text))).collect()),
        Err(what) => {
            let fix = "donner l’archive que l’atelier a enregistrée";
            problems.push(Problem::new(path.display().to_string(), "", what, fix));
            None
        }
    }
}

fn lying(dir: &Path, problems: &mut Vec<Problem>) -> Option<Files> {
    let texts = format!("texts/{LANGUAGE}");
    let fix = "vérifier le chemin, ou créer ce dossier avec les fichiers du jeu de données";
    let mut files = Files::new();
    for (folder, path) in [("", dir), (&*texts, &dir.join(&texts))] {
        let Some(names) = json_files(path).filter(|_| path.is_dir()) else {
            let path = path.display().to_string();
            problems.push(Problem::new(path, folder, "ce dossier n’existe pas", fix));
            return None;
        };
        let inside = |name: &str| format!("{folder}/{name}").trim_start_matches('/').to_owned();
        files.extend(names.iter().map(|name| (inside(name), text(&path.join(name)))));
    }
    Some(files)
}

/// The text of a file, if it is one: a pipe would be waited for without end, and what
/// is too long for a dataset is not taken into memory.
fn text(path: &Path) -> Result<String, String> {
    let about = fs::metadata(path).map_err(|error| error.to_string())?;
    if !about.is_file() {
        return Err("ce n’est pas un fichier".to_owned());
    }
    if about.len() > limits::BYTES as u64 {
        return Err(format!("{} octets, {} au plus", about.len(), limits::BYTES));
    }
    fs::read_to_string(path).map_err(|error| error.to_string())
}
