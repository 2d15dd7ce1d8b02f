//! The files of a dataset, wherever they lie: in a folder of a disk, in an archive, in
//! the hands of somebody who revises them.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{LANGUAGE, SECTIONS, VOICES, assemble, file_name, parse};
use crate::check::Problem;
use crate::model::{Dataset, grammar};

/// The text of each file by its name in the folder (`texts/fr/ui.json`), or why it
/// cannot be read.
pub type Files = BTreeMap<String, Result<String, String>>;

/// What the files hold, by name without `.json`: the data, then the texts.
pub type Contents = (BTreeMap<String, Value>, BTreeMap<String, Value>);

/// The dataset that these files are, and every problem of each. What they say together
/// is not judged.
pub fn read(files: &Files, problems: &mut Vec<Problem>) -> Option<Dataset> {
    let (sections, texts) = contents(files, problems);
    assemble(sections, texts, problems)
}

/// What the files hold, without their comments. Every file is read before any is missed:
/// one run tells all there is to fix.
pub fn contents(files: &Files, problems: &mut Vec<Problem>) -> Contents {
    strays(files, problems);
    let optional = files.contains_key(&file_name(VOICES)).then_some(VOICES);
    let mut sections = BTreeMap::new();
    for section in SECTIONS.into_iter().chain(optional) {
        let value = json(files, &file_name(section), problems);
        sections.extend(value.map(|value| (section.to_owned(), value)));
    }
    let mut texts = BTreeMap::new();
    for (stem, name) in texts_of(files).filter(|(stem, _)| grammar::is_id(stem)) {
        let value = json(files, name, problems);
        texts.extend(value.map(|value| (stem.to_owned(), value)));
    }
    (sections, texts)
}

/// The content of a file without its comments.
pub fn json(files: &Files, name: &str, problems: &mut Vec<Problem>) -> Option<Value> {
    let missing = Err("il manque".to_owned());
    match files.get(name).unwrap_or(&missing) {
        Ok(text) => parse(text, name, problems),
        Err(why) => {
            let what = format!("ce fichier ne peut pas être lu ({why})");
            problems.push(Problem::new(name, "", what, "le remettre à sa place, en UTF-8"));
            None
        }
    }
}

/// The files of the texts: stem and name.
fn texts_of(files: &Files) -> impl Iterator<Item = (&str, &str)> {
    let inside = |name: &'_ String| -> Option<(usize, usize)> {
        let start = format!("texts/{LANGUAGE}/").len();
        let stem = name.strip_prefix(&format!("texts/{LANGUAGE}/"))?.strip_suffix(".json")?;
        (!stem.contains('/')).then_some((start, start + stem.len()))
    };
    files.keys().filter_map(move |name| {
        let (start, end) = inside(name)?;
        Some((&name[start..end], name.as_str()))
    })
}

/// Files that look like those of a dataset and are none: a copy that is corrected
/// instead of the file would be lost without a word.
fn strays(files: &Files, problems: &mut Vec<Problem>) {
    let top = files.keys().filter(|name| !name.contains('/'));
    let top = top.filter_map(|name| Some((name.strip_suffix(".json")?, name.as_str())));
    let top = top.filter(|(stem, _)| *stem != VOICES && !SECTIONS.contains(stem));
    for (_, name) in top.chain(texts_of(files).filter(|(stem, _)| !grammar::is_id(stem))) {
        let what = "ce fichier n’est pas du jeu de données : il n’est pas lu";
        let fix = "reporter ce qu’il change dans le fichier d’origine, puis l’enlever";
        problems.push(Problem::new(name, "", what, fix));
    }
}
