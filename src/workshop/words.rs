//! What the workshop says, by key, from `data/workshop/fr.json`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

static ALL: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../../data/workshop/fr.json")).unwrap_or_default()
});

/// The sentence of a key; the key itself where there is none, which a test forbids.
pub fn say(key: &'static str) -> &'static str {
    ALL.get(key).map_or(key, String::as_str)
}

/// A sentence with its values in the place of `{name}`.
pub fn fill(key: &'static str, values: &[(&str, &str)]) -> String {
    values.iter().fold(say(key).to_owned(), |text, (name, value)| {
        text.replace(&format!("{{{name}}}"), value)
    })
}

/// The name of a field of the data, as people call it; its own name where none is known.
pub fn label(field: &str) -> String {
    ALL.get(&format!("field.{field}")).cloned().unwrap_or_else(|| field.to_owned())
}

/// What helps to fill a field in, if anything.
pub fn help(field: &str) -> Option<&'static str> {
    ALL.get(&format!("help.{field}")).map(String::as_str)
}

/// What a word of the data means: `state.listed`.
pub fn meaning(field: &str, word: &str) -> String {
    ALL.get(&format!("word.{field}.{word}")).cloned().unwrap_or_else(|| word.to_owned())
}
