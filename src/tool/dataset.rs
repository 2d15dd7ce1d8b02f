//! Reading a dataset from its folder: every file against its schema, then as one
//! [`Dataset`].

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::check::{Problem, check, check_shape};
use crate::model::Dataset;
use crate::reading::{
    self, LANGUAGE, SECTIONS, VOICES, file_name, text_file_name, without_comments,
};

use super::schema;

/// Reads the dataset of a folder. Every problem of every file is told at once: what
/// cannot be read, what a schema refuses, and what [`check_shape`] finds.
pub fn load(dir: &Path) -> Result<Dataset, Vec<Problem>> {
    judged(dir, check_shape)
}

/// Reads a dataset that is about to ship: its every path is walked as well.
pub fn load_proven(dir: &Path) -> Result<Dataset, Vec<Problem>> {
    judged(dir, check)
}

fn judged(dir: &Path, check: fn(&Dataset) -> Vec<Problem>) -> Result<Dataset, Vec<Problem>> {
    let (dataset, mut problems) = read(dir);
    problems.extend(dataset.iter().flat_map(check));
    dataset.filter(|_| problems.is_empty()).ok_or(problems)
}

/// Reads a folder without judging what the files say together.
pub fn read(dir: &Path) -> (Option<Dataset>, Vec<Problem>) {
    let mut problems = Vec::new();
    let (sections, texts) = files(dir, &mut problems);
    let dataset = reading::assemble(sections, texts, &mut problems);
    (dataset, problems)
}

/// What the files of a folder hold, by name without `.json`: the data, then the texts.
pub type Contents = (BTreeMap<String, Value>, BTreeMap<String, Value>);

/// What the files of a folder hold, without their comments.
pub fn contents(dir: &Path) -> Result<Contents, Vec<Problem>> {
    let mut problems = Vec::new();
    let contents = files(dir, &mut problems);
    if problems.is_empty() { Ok(contents) } else { Err(problems) }
}

/// Every file is read before any is missed: one run tells all there is to mend.
fn files(dir: &Path, problems: &mut Vec<Problem>) -> Contents {
    let mut sections = BTreeMap::new();
    for section in SECTIONS {
        let value = accepted(dir, &file_name(section), section, problems);
        sections.extend(value.map(|value| (section.to_owned(), value)));
    }
    if dir.join(file_name(VOICES)).exists() {
        let value = accepted(dir, &file_name(VOICES), VOICES, problems);
        sections.extend(value.map(|value| (VOICES.to_owned(), value)));
    }
    (sections, texts(dir, problems))
}

fn texts(dir: &Path, problems: &mut Vec<Problem>) -> BTreeMap<String, Value> {
    let folder = format!("texts/{LANGUAGE}");
    let Ok(entries) = fs::read_dir(dir.join(&folder)) else {
        let mend = "créer ce dossier avec les textes du jeu de données";
        problems.push(Problem::new(&folder, "", "le dossier manque", mend));
        return BTreeMap::new();
    };
    let paths = entries.flatten().map(|entry| entry.path());
    let json_files = paths.filter(|path| path.extension().is_some_and(|e| e == "json"));
    let mut all = BTreeMap::new();
    for path in json_files {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let value = accepted(dir, &text_file_name(&stem), "texts", problems);
        all.extend(value.map(|value| (stem, value)));
    }
    all
}

/// The content of a file, unless its schema refuses it.
fn accepted(dir: &Path, name: &str, stem: &str, problems: &mut Vec<Problem>) -> Option<Value> {
    let value = json(dir, name, problems)?;
    let refused = schema::refusals(stem, name, &value);
    let accepted = refused.is_empty().then_some(value);
    problems.extend(refused);
    accepted
}

/// The content of a file without its comments.
fn json(dir: &Path, name: &str, problems: &mut Vec<Problem>) -> Option<Value> {
    let text = match fs::read_to_string(dir.join(name)) {
        Ok(text) => text,
        Err(error) => {
            let what = format!("ce fichier ne peut pas être lu ({error})");
            problems.push(Problem::new(name, "", what, "le remettre à sa place, en UTF-8"));
            return None;
        }
    };
    match serde_json::from_str(&text) {
        Ok(value) => Some(without_comments(value)),
        Err(error) => {
            let what = format!("ce n’est pas du JSON : {error}");
            let mend = format!(
                "corriger autour de la ligne {}, colonne {} (virgule, guillemet, accolade)",
                error.line(),
                error.column()
            );
            problems.push(Problem::new(name, "", what, mend));
            None
        }
    }
}
