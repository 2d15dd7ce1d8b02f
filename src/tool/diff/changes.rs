//! An amendment taken apart: each element that changed, put alone into the old
//! dataset.

use serde_json::Value;

use crate::model::{Dataset, Texts};

/// An element of the data that changed.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) enum Changed {
    Question(String),
    Rule(String),
    Structure(String),
    Commune(String),
    Department(String),
    /// Whatever of a row is not a cell.
    Row(String),
    /// A cell, by its row and its territory.
    Cell(String, String),
    /// Rows come, gone or moved.
    Rows,
    /// A text, by its file and its key.
    Text(String, String),
    Start,
    Filiere,
}

impl Changed {
    /// Where it stands: `table.json usp/sud`.
    pub(super) fn place(&self) -> String {
        match self {
            Self::Question(id) => format!("flow.json question {id}"),
            Self::Rule(id) => format!("flow.json règle {id}"),
            Self::Structure(id) => format!("structures.json {id}"),
            Self::Commune(code) => format!("communes.json {code}"),
            Self::Department(code) => format!("elsewhere.json {code}"),
            Self::Row(id) => format!("table.json {id}"),
            Self::Cell(row, territory) => format!("table.json {row}/{territory}"),
            Self::Rows => "table.json lignes ajoutées, enlevées ou déplacées".to_owned(),
            Self::Text(file, key) => format!("texts/{file}.json {key}"),
            Self::Start => "flow.json start".to_owned(),
            Self::Filiere => "filiere.json".to_owned(),
        }
    }
}

/// Each change, with the old dataset that has only this one.
pub(super) fn changes(old: &Dataset, new: &Dataset) -> Vec<(Changed, Dataset)> {
    let mut found = Vec::new();
    lists(old, new, &mut found);
    cells(old, new, &mut found);
    texts(old, new, &mut found);
    if old.flow.start != new.flow.start {
        let mut alone = old.clone();
        alone.flow.start.clone_from(&new.flow.start);
        found.push((Changed::Start, alone));
    }
    if old.filiere != new.filiere {
        let mut alone = old.clone();
        alone.filiere.clone_from(&new.filiere);
        found.push((Changed::Filiere, alone));
    }
    found
}

/// Elements of a list that have an id: each put in place, added or taken away.
macro_rules! each {
    ($old:expr, $new:expr, $found:expr, $kind:path, $($list:ident).+, $id:ident) => {
        let ids = $old.$($list).+.iter().chain(&$new.$($list).+).map(|one| one.$id.clone());
        let mut ids: Vec<String> = ids.collect();
        ids.sort_unstable();
        ids.dedup();
        for id in ids {
            let was = $old.$($list).+.iter().position(|one| one.$id == id);
            let now = $new.$($list).+.iter().position(|one| one.$id == id);
            let mut alone = $old.clone();
            let list = &mut alone.$($list).+;
            match (was, now) {
                (Some(i), Some(j)) if list[i] != $new.$($list).+[j] => {
                    list[i].clone_from(&$new.$($list).+[j]);
                }
                (Some(i), None) => drop(list.remove(i)),
                (None, Some(j)) => list.insert(j.min(list.len()), $new.$($list).+[j].clone()),
                _ => continue,
            }
            $found.push(($kind(id), alone));
        }
    };
}

fn lists(old: &Dataset, new: &Dataset, found: &mut Vec<(Changed, Dataset)>) {
    each!(old, new, found, Changed::Question, flow.questions, id);
    each!(old, new, found, Changed::Rule, flow.rules, id);
    each!(old, new, found, Changed::Structure, structures.structures, id);
    each!(old, new, found, Changed::Commune, communes.communes, code);
    each!(old, new, found, Changed::Department, elsewhere.departments, code);
}

/// Cells one by one; whatever else changed in a row.
fn cells(old: &Dataset, new: &Dataset, found: &mut Vec<(Changed, Dataset)>) {
    for (i, row) in old.table.rows.iter().enumerate() {
        let Some(now) = new.row(&row.id) else { continue };
        let mut rest = now.clone();
        rest.cells.clone_from(&row.cells);
        if rest != *row {
            let mut alone = old.clone();
            alone.table.rows[i] = rest;
            found.push((Changed::Row(row.id.clone()), alone));
        }
        for territory in
            row.cells.keys().chain(now.cells.keys().filter(|t| !row.cells.contains_key(*t)))
        {
            if row.cells.get(territory) == now.cells.get(territory) {
                continue;
            }
            let mut alone = old.clone();
            let cells = &mut alone.table.rows[i].cells;
            match now.cells.get(territory) {
                Some(cell) => drop(cells.insert(territory.clone(), cell.clone())),
                None => drop(cells.remove(territory)),
            }
            found.push((Changed::Cell(row.id.clone(), territory.clone()), alone));
        }
    }
    let ids = |data: &Dataset| data.table.rows.iter().map(|row| row.id.clone()).collect::<Vec<_>>();
    if ids(old) != ids(new) {
        let mut alone = old.clone();
        alone.table.rows =
            new.table.rows.iter().map(|row| old.row(&row.id).unwrap_or(row).clone()).collect();
        found.push((Changed::Rows, alone));
    }
}

fn texts(old: &Dataset, new: &Dataset, found: &mut Vec<(Changed, Dataset)>) {
    let flat = |texts: &Texts| serde_json::to_value(texts).unwrap_or_default();
    let (was, now) = (flat(&old.texts), flat(&new.texts));
    let keys = |value: &Value| -> Vec<(String, String)> {
        let files = value.as_object().into_iter().flatten();
        files
            .flat_map(|(file, texts)| {
                let keys = texts.as_object().into_iter().flatten();
                keys.map(|(key, _)| (file.clone(), key.clone())).collect::<Vec<_>>()
            })
            .collect()
    };
    let mut all = keys(&was);
    all.extend(keys(&now));
    all.sort_unstable();
    all.dedup();
    let differs = |(file, key): &(String, String)| {
        was[file][key] != now[file][key] && !follows(old, new, file, key)
    };
    for (file, key) in all.into_iter().filter(differs) {
        let mut alone = old.clone();
        let texts = alone.texts.0.or_default(&file);
        match new.texts.0.get(&file).and_then(|texts| texts.get(&key)) {
            Some(text) => drop(texts.insert(key.clone(), text.clone())),
            None => drop(texts.remove(&key)),
        }
        found.push((Changed::Text(file, key), alone));
    }
}

/// Whether a text comes or goes with the element that it is about: no change of its
/// own.
fn follows(old: &Dataset, new: &Dataset, file: &str, key: &str) -> bool {
    let about = key.split('.').next().unwrap_or(key);
    let named = |data: &Dataset| match file {
        "groups" => data.flow.rules.iter().any(|rule| rule.text_key() == about),
        "rules" => data.flow.rules.iter().any(|rule| rule.id == about),
        "questions" => data.question(about).is_some(),
        "rows" => data.row(about).is_some(),
        "structures" => data.structure(about).is_some(),
        _ => false,
    };
    named(old) != named(new)
}
