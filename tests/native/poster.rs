//! What a poster says stands in the texts: it can be corrected there, and no script
//! carries it.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use crate::common::{DATA, brume};
use orientation_palliative::check::Problem;
use orientation_palliative::drawing::{draw, svg};
use orientation_palliative::model::{
    Dataset, Map, Text, UNCARRIED, Voice, Voices, bundle, poster, review,
};
use orientation_palliative::packaging;
use orientation_palliative::tool::{dataset, inline};
use serde_json::Value;

/// A starting point of its own, with these texts for its posters.
fn filiere(name: &str, texts: &str) -> (PathBuf, Result<Dataset, Vec<Problem>>) {
    let dir = brume(name);
    fs::write(dir.join("texts/fr/poster.json"), texts).unwrap();
    let read = dataset::load(&dir);
    (dir, read)
}

#[test]
fn the_texts_of_a_dataset_are_said_and_the_others_are_the_projects() {
    let texts = r#"{"title": "Qui appeler en {filiere}", "case.for": "si vous êtes {whom}"}"#;
    let (dir, data) = filiere("poster-corrected", texts);
    let data = data.unwrap();
    let drawing = draw(&data, None).unwrap();
    assert_eq!(drawing.title, "Qui appeler en Pays de Brume");
    let said = shown(&svg(&drawing));
    assert!(said.contains("Si vous êtes la personne malade, ou un proche"), "{said}");
    assert!(said.contains("quelqu’un à qui parler"));
    assert!(said.contains("niveau 2") && !said.contains("niveau 3"), "its levels are two");
    // The block of a page is made without them, and read without them.
    let block = inline::block(&dir).unwrap();
    assert!(!block.contains("Qui appeler en"));
}

#[test]
fn a_key_that_no_poster_says_is_a_problem() {
    let (_, data) = filiere("poster-misspelt", r#"{"titel": "Qui appeler"}"#);
    let problems = data.unwrap_err();
    let [problem] = problems.as_slice() else { panic!("{problems:?}") };
    assert_eq!(
        (problem.file.as_str(), problem.pointer.as_str()),
        ("texts/fr/poster.json", "/titel")
    );
}

#[test]
fn every_key_is_said_by_the_drawing() {
    let folders = ["explain", "picture", "print"].map(|room| format!("src/drawing/{room}"));
    let files = folders.iter().flat_map(|folder| fs::read_dir(folder).unwrap().flatten());
    let files = files.map(|entry| entry.path()).chain([PathBuf::from("src/tool/draw.rs")]);
    let code: String = files.map(|path| fs::read_to_string(path).unwrap()).collect();
    for key in poster::ALL {
        let name = key.replacen("poster.", "poster::", 1);
        let (start, name) = name.split_once("::").unwrap();
        let name = format!("{start}::{}", name.to_uppercase().replace(['.', '-'], "_"));
        let used = code.match_indices(&name).any(|(at, _)| {
            !code[at + name.len()..].starts_with(|c: char| c == '_' || c.is_alphanumeric())
        });
        assert!(used, "{key}");
    }
}

#[test]
fn the_script_carries_none_of_them() {
    let carried = bundle::from_bytes(&packaging::carried(&DATA)).unwrap();
    let mut expected = DATA.clone();
    for file in UNCARRIED {
        assert!(expected.texts.0.remove(file).is_some(), "{file}");
    }
    expected.voices = Voices::default();
    assert_eq!(carried, expected);
    for key in poster::ALL.iter().chain(review::ALL) {
        assert_eq!(carried.texts.find(key, Voice::Anyone), None, "{key}");
    }
}

/// With every text replaced by one word, a poster says that word and what the data
/// hold: names, numbers, ids.
#[test]
fn no_sentence_of_a_poster_stands_in_the_code() {
    let (_, data) = filiere("poster-silent", "{}");
    let mut data = data.unwrap();
    for text in data.texts.0.values_mut().flat_map(Map::values_mut) {
        *text = Text::Same("XX".to_owned());
    }
    let mut known = BTreeSet::new();
    collect(&serde_json::to_value(&data).unwrap(), &mut known);
    let territories = data.filiere.territories.iter().map(|t| Some(t.id.as_str()));
    for territory in territories.chain([None]) {
        let said = shown(&svg(&draw(&data, territory).unwrap()));
        for word in words(&said).filter(|word| word.chars().count() > 1) {
            assert!(known.contains(&word.to_lowercase()), "« {word} » stands in the code");
        }
    }
}

/// The words of every string.
fn collect(value: &Value, known: &mut BTreeSet<String>) {
    match value {
        Value::String(text) => known.extend(words(text).map(str::to_lowercase)),
        Value::Array(all) => all.iter().for_each(|value| collect(value, known)),
        Value::Object(all) => all.values().for_each(|value| collect(value, known)),
        _ => {}
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split(|c: char| !c.is_alphabetic());
    words.filter(|word| !word.is_empty())
}

fn shown(picture: &str) -> String {
    let texts = picture.split('<').filter_map(|piece| piece.split_once('>'));
    let shown: String = texts.map(|(_, text)| text).collect();
    shown.split_whitespace().collect::<Vec<_>>().join(" ")
}
