//! What changed of an element that no sentence of its own is about: its kind, its name,
//! and each of its fields before and after.

use std::collections::BTreeSet;

use serde_json::Value;

use super::changes::{Changed, Pair, Part};
use super::sentence::verb;

/// How many letters of a value are shown.
const SHOWN: usize = 160;

/// What the lists of the files hold: file, field, one of them, several.
const KINDS: [(&str, &str, &str, &str); 14] = [
    ("communes", "communes", "La commune", "des communes"),
    ("elsewhere", "departments", "Ce qui est dit du département", "des départements"),
    ("flow", "questions", "La question", "des questions"),
    ("flow", "rules", "La règle", "des règles"),
    ("flow", "ends", "La fin du logigramme", "des fins du logigramme"),
    ("flow", "voices", "La condition de la voix", "des voix"),
    ("flow", "child", "La condition « la personne est un enfant »", ""),
    ("gradation", "levels", "Le niveau de la gradation", "des niveaux de la gradation"),
    ("lexicon", "terms", "Le terme", "des termes du lexique"),
    ("sources", "sources", "La source", "des sources"),
    ("structures", "structures", "La fiche de", "des structures"),
    ("table", "guarantees", "La garantie", "des garanties"),
    ("table", "rows", "La ligne du tableau", "des lignes du tableau"),
    ("voices", "never", "Ce que des voix ne disent pas", ""),
];

/// What changed, in one sentence.
pub(super) fn named(pair: &Pair, changed: &Changed) -> String {
    let Changed { file, field, part } = changed;
    let (was, is) = pair.values(changed);
    let kind = KINDS.iter().find(|(in_file, in_field, ..)| in_file == file && in_field == field);
    let verb = verb(!was.is_null(), !is.is_null());
    match (kind, part) {
        (Some((_, _, _, several)), Part::Order) => format!("L’ordre {several} change"),
        (Some((_, _, one, _)), Part::Element(id)) => {
            format!("{one} « {} » {verb}", name(is).or_else(|| name(was)).unwrap_or(id))
        }
        (Some((_, _, one, _)), _) => format!("{one} {verb}"),
        (None, _) => format!("{} {verb}", changed.place()),
    }
}

/// How an element is called by those who read it.
fn name(element: &Value) -> Option<&str> {
    ["name", "title", "term"].into_iter().find_map(|field| element.get(field)?.as_str())
}

/// Each field that changed, with what it was and what it is.
pub(super) fn fields((was, is): (&Value, &Value)) -> Vec<String> {
    let (Some(before), Some(after)) = (was.as_object(), is.as_object()) else {
        return if was.is_null() || is.is_null() { Vec::new() } else { vec![turned(was, is)] };
    };
    let names: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    let changed = names.into_iter().filter_map(|name| {
        let (was, is) = (&was[name], &is[name]);
        (was != is).then(|| format!("{name} : {}", turned(was, is)))
    });
    changed.collect()
}

fn turned(was: &Value, is: &Value) -> String {
    format!("{} devient {}", shown(was), shown(is))
}

/// A value, cut where it is long.
fn shown(value: &Value) -> String {
    let whole = match value {
        Value::Null => return "rien".to_owned(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    if whole.chars().count() <= SHOWN {
        return whole;
    }
    whole.chars().take(SHOWN).chain(['…']).collect()
}
