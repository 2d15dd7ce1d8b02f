//! An amendment taken apart: each element that changed, put alone into the old
//! dataset.

use serde_json::Value;

use crate::model::{Dataset, Texts};

/// Each change by its name, with the old dataset that has only this one.
pub(super) fn changes(old: &Dataset, new: &Dataset) -> Vec<(String, Dataset)> {
    let mut found = Vec::new();
    lists(old, new, &mut found);
    cells(old, new, &mut found);
    texts(old, new, &mut found);
    if old.flow.start != new.flow.start {
        let mut alone = old.clone();
        alone.flow.start.clone_from(&new.flow.start);
        found.push(("flow.json start".to_owned(), alone));
    }
    if old.filiere != new.filiere {
        let mut alone = old.clone();
        alone.filiere.clone_from(&new.filiere);
        found.push(("filiere.json".to_owned(), alone));
    }
    found
}

/// Elements of a list that have an id: each put in place, added or taken away.
macro_rules! each {
    ($old:expr, $new:expr, $found:expr, $file:literal, $($list:ident).+, $id:ident) => {
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
            $found.push((format!(concat!($file, " {}"), id), alone));
        }
    };
}

fn lists(old: &Dataset, new: &Dataset, found: &mut Vec<(String, Dataset)>) {
    each!(old, new, found, "flow.json question", flow.questions, id);
    each!(old, new, found, "flow.json règle", flow.rules, id);
    each!(old, new, found, "structures.json", structures.structures, id);
    each!(old, new, found, "communes.json", communes.communes, code);
    each!(old, new, found, "elsewhere.json", elsewhere.departments, code);
}

/// Cells one by one; whatever else changed in a row.
fn cells(old: &Dataset, new: &Dataset, found: &mut Vec<(String, Dataset)>) {
    for (i, row) in old.table.rows.iter().enumerate() {
        let Some(now) = new.row(&row.id) else { continue };
        let mut rest = now.clone();
        rest.cells.clone_from(&row.cells);
        if rest != *row {
            let mut alone = old.clone();
            alone.table.rows[i] = rest;
            found.push((format!("table.json {}", row.id), alone));
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
            found.push((format!("table.json {}/{territory}", row.id), alone));
        }
    }
    let ids = |data: &Dataset| data.table.rows.iter().map(|row| row.id.clone()).collect::<Vec<_>>();
    if ids(old) != ids(new) {
        let mut alone = old.clone();
        alone.table.rows =
            new.table.rows.iter().map(|row| old.row(&row.id).unwrap_or(row).clone()).collect();
        found.push(("table.json lignes ajoutées, enlevées ou déplacées".to_owned(), alone));
    }
}

fn texts(old: &Dataset, new: &Dataset, found: &mut Vec<(String, Dataset)>) {
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
    for (file, key) in all.into_iter().filter(|(file, key)| was[file][key] != now[file][key]) {
        let mut alone = old.clone();
        let texts = alone.texts.0.or_default(&file);
        match new.texts.0.get(&file).and_then(|texts| texts.get(&key)) {
            Some(text) => drop(texts.insert(key.clone(), text.clone())),
            None => drop(texts.remove(&key)),
        }
        found.push((format!("texts/{file}.json {key}"), alone));
    }
}
