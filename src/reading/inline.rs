//! A dataset that a page carries: one object whose keys are the files of the folder.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::{SECTIONS, VOICES, assemble, file_name, limits, parse};
use crate::check::{Problem, check, in_order};
use crate::model::{Dataset, UNCARRIED};

/// What a problem of no file in particular is a problem of.
const WHOLE: &str = "jeu de données";
/// Where the texts stand in the object.
const TEXTS: &str = "texts";

/// A dataset fit to be shown, from `{"filiere": {…}, …, "texts": {"questions": {…}, …}}`;
/// every problem otherwise, in the order of files and places.
pub fn from_inline(text: &str) -> Result<Dataset, Vec<Problem>> {
    let mut problems = Vec::new();
    let dataset = object(text, &mut problems).and_then(|all| read(all, &mut problems));
    if problems.is_empty() {
        problems.extend(dataset.iter().flat_map(check));
    }
    match dataset {
        Some(dataset) if problems.is_empty() => Ok(dataset),
        _ => Err(limits::first_problems(in_order(problems))),
    }
}

fn object(text: &str, problems: &mut Vec<Problem>) -> Option<Map<String, Value>> {
    let value = parse(text, WHOLE, problems)?;
    if let Value::Object(all) = value {
        return Some(all);
    }
    let fix = "écrire {\"filiere\": {…}, …}";
    problems.push(Problem::new(WHOLE, "", "ce n’est pas un objet", fix));
    None
}

fn read(mut all: Map<String, Value>, problems: &mut Vec<Problem>) -> Option<Dataset> {
    let texts = if let Some(Value::Object(mut texts)) = all.remove(TEXTS) {
        // A page shows none of these texts: they are neither carried nor checked.
        texts.retain(|file, _| !UNCARRIED.contains(&file.as_str()));
        texts.into_iter().collect()
    } else {
        let fix = "ajouter \"texts\": {\"questions\": {…}, …}";
        problems.push(Problem::new(TEXTS, "", "les textes manquent", fix));
        BTreeMap::new()
    };
    // Nor are its sentences: that was done where they were written.
    all.remove(VOICES);
    let sections: BTreeMap<String, Value> = all.into_iter().collect();
    for missing in SECTIONS.iter().filter(|name| !sections.contains_key(**name)) {
        let fix = format!("ajouter \"{missing}\": {{…}}");
        problems.push(Problem::new(file_name(missing), "", "cette partie manque", fix));
    }
    for unknown in sections.keys().filter(|name| !SECTIONS.contains(&name.as_str())) {
        let fix = format!("choisir parmi {}, {TEXTS}", SECTIONS.join(", "));
        problems.push(Problem::new(WHOLE, format!("/{unknown}"), "partie inconnue", fix));
    }
    assemble(sections, texts, problems)
}
