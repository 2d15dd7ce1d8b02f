//! The words of the workshop: what is said has a sentence, and no sentence stands unsaid.

use std::collections::BTreeMap;
use std::fs;

use serde_json::Value;

fn words() -> BTreeMap<String, String> {
    serde_json::from_str(&fs::read_to_string("data/workshop/fr.json").unwrap()).unwrap()
}

/// The sources of the workshop, comments left out.
fn sources() -> String {
    let all = fs::read_dir("src/workshop").unwrap().flatten().map(|entry| entry.path());
    let all = all.filter(|path| path.extension().is_some_and(|kind| kind == "rs"));
    let text: String = all.map(|path| fs::read_to_string(path).unwrap()).collect();
    text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// The literals of the sources that look like a key: `group.word`.
fn keys(sources: &str) -> Vec<&str> {
    let key = |text: &&str| {
        text.split_once('.').is_some_and(|(group, word)| {
            let plain = |part: &str| {
                !part.is_empty()
                    && part
                        .chars()
                        .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
            };
            plain(group) && plain(word) && !["json", "html", "zip", "js"].contains(&word)
        })
    };
    sources.split('"').skip(1).step_by(2).filter(key).collect()
}

#[test]
fn what_the_workshop_says_has_its_sentence_and_each_is_said() {
    let (words, sources) = (words(), sources());
    let keys = keys(&sources);
    assert!(keys.len() > 150, "{} keys were read: the reader is blind", keys.len());
    for key in &keys {
        assert!(words.contains_key(*key), "{key} has no sentence");
    }
    let own = words
        .keys()
        .filter(|key| !["field.", "help.", "word."].iter().any(|group| key.starts_with(group)));
    for key in own {
        assert!(keys.contains(&key.as_str()), "{key} is never said");
    }
}

/// Every field that a coordinator may fill in has a name in French, and every word of a
/// closed list a meaning.
#[test]
fn every_field_has_a_name_and_every_word_a_meaning() {
    let words = words();
    let mut missing = Vec::new();
    for entry in fs::read_dir("data/schemas").unwrap().flatten() {
        if entry.file_name().to_string_lossy().starts_with("vignettes") {
            continue;
        }
        let schema = serde_json::from_str(&fs::read_to_string(entry.path()).unwrap()).unwrap();
        named(&schema, &words, &mut missing);
    }
    missing.sort();
    missing.dedup();
    assert!(missing.is_empty(), "{missing:?}");
}

fn named(node: &Value, words: &BTreeMap<String, String>, missing: &mut Vec<String>) {
    match node {
        Value::Object(all) => {
            for (name, inside) in
                all.get("properties").and_then(Value::as_object).into_iter().flatten()
            {
                if !name.starts_with('$') && !words.contains_key(&format!("field.{name}")) {
                    missing.push(format!("field.{name}"));
                }
                named(inside, words, missing);
            }
            for (_, inside) in all.iter().filter(|(key, _)| *key != "properties") {
                named(inside, words, missing);
            }
        }
        Value::Array(all) => all.iter().for_each(|inside| named(inside, words, missing)),
        _ => {}
    }
}
