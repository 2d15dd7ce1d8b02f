//! Reading a dataset from its folder: every file against its schema, then as one
//! [`Dataset`].

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::check::{Problem, check, check_shape};
use crate::model::{Dataset, FlowMap, TextFile, Texts};

use super::schema;

/// The language whose texts are embedded.
const LANGUAGE: &str = "fr";

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
    let dataset = assemble(dir, &mut problems);
    (dataset, problems)
}

/// Every file is read before any is missed: one run tells all there is to mend.
fn assemble(dir: &Path, problems: &mut Vec<Problem>) -> Option<Dataset> {
    let filiere = file(dir, "filiere", problems);
    let sources = file(dir, "sources", problems);
    let flow = file(dir, "flow", problems);
    let table = file(dir, "table", problems);
    let structures = file(dir, "structures", problems);
    let communes = file(dir, "communes", problems);
    let gradation = file(dir, "gradation", problems);
    let lexicon = file(dir, "lexicon", problems);
    let elsewhere = file(dir, "elsewhere", problems);
    let texts = texts(dir, problems);
    Some(Dataset {
        filiere: filiere?,
        sources: sources?,
        flow: flow?,
        table: table?,
        structures: structures?,
        communes: communes?,
        gradation: gradation?,
        lexicon: lexicon?,
        elsewhere: elsewhere?,
        texts,
        map: FlowMap::default(),
    })
}

fn file<T: DeserializeOwned>(dir: &Path, stem: &str, problems: &mut Vec<Problem>) -> Option<T> {
    let name = format!("{stem}.json");
    let value = json(dir, &name, problems)?;
    let refused = schema::refusals(stem, &name, &value);
    if refused.is_empty() {
        return typed(value, &name, problems);
    }
    problems.extend(refused);
    None
}

fn texts(dir: &Path, problems: &mut Vec<Problem>) -> Texts {
    let folder = format!("texts/{LANGUAGE}");
    let Ok(entries) = fs::read_dir(dir.join(&folder)) else {
        let mend = "créer ce dossier avec les textes du jeu de données";
        problems.push(Problem::new(&folder, "", "le dossier manque", mend));
        return Texts::default();
    };
    let paths = entries.flatten().map(|entry| entry.path());
    let json_files = paths.filter(|path| path.extension().is_some_and(|e| e == "json"));
    let mut all = BTreeMap::new();
    for path in json_files {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let name = format!("{folder}/{stem}.json");
        let Some(value) = json(dir, &name, problems) else { continue };
        let refused = schema::refusals("texts", &name, &value);
        if refused.is_empty() {
            all.extend(typed::<TextFile>(value, &name, problems).map(|texts| (stem, texts)));
        } else {
            problems.extend(refused);
        }
    }
    Texts(all)
}

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
        Ok(value) => Some(value),
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

/// What the schema accepted but the types refuse: an untagged choice, mostly.
fn typed<T: DeserializeOwned>(value: Value, name: &str, problems: &mut Vec<Problem>) -> Option<T> {
    match serde_path_to_error::deserialize(value) {
        Ok(typed) => Some(typed),
        Err(error) => {
            let pointer = pointer(&error.path().to_string());
            let what = format!("cette valeur n’a pas la forme attendue ({})", error.inner());
            problems.push(Problem::new(name, pointer, what, "la comparer à ses voisines"));
            None
        }
    }
}

/// `rules[3].when` → `/rules/3/when`.
fn pointer(path: &str) -> String {
    let parts = path.split(['.', '[']).map(|part| part.trim_end_matches(']'));
    let parts: Vec<&str> = [""].into_iter().chain(parts.filter(|part| !part.is_empty())).collect();
    parts.join("/")
}
