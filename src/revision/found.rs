//! Where what is read on the screen stands in the files: one clicks a card or a sentence
//! of the widget, and lands on its field.

use super::draft::Draft;
use crate::directory::{fold, phone_label};
use crate::reading::LANGUAGE;
use serde_json::Value;

/// A place of a file.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct Spot {
    /// The file, relative to the dataset's folder.
    pub file: String,
    /// JSON pointer of the place.
    pub at: String,
}

/// Where a text shown stands: a structure by its name or a contact of its, else the
/// sentence, whatever its values are filled with.
pub fn spot_of(draft: &Draft, shown: &str) -> Option<Spot> {
    let shown = shown.split_whitespace().collect::<Vec<_>>().join(" ");
    if shown.is_empty() {
        return None;
    }
    in_structures(draft, &shown).or_else(|| in_texts(draft, &shown))
}

fn in_structures(draft: &Draft, shown: &str) -> Option<Spot> {
    let wanted = fold(shown);
    let all = draft.value("structures.json", "/structures")?.as_array()?;
    let spot = |at: String| Spot { file: "structures.json".to_owned(), at };
    for (at, one) in all.iter().enumerate() {
        if one["name"].as_str().is_some_and(|name| fold(name) == wanted) {
            return Some(spot(format!("/structures/{at}/name")));
        }
        for (i, contact) in one["contacts"].as_array().into_iter().flatten().enumerate() {
            let value = contact["value"].as_str().unwrap_or_default();
            let label =
                if contact["field"] == "phone" { phone_label(value) } else { value.to_owned() };
            let has = |text: &str| {
                !text.is_empty() && (fold(text) == wanted || wanted.contains(&fold(text)))
            };
            if has(&label) {
                return Some(spot(format!("/structures/{at}/contacts/{i}/value")));
            }
        }
    }
    None
}

/// The sentence that fits and has most letters of its own.
fn in_texts(draft: &Draft, shown: &str) -> Option<Spot> {
    let folder = format!("texts/{LANGUAGE}/");
    let files: Vec<&str> = draft.names().filter(|name| name.starts_with(&folder)).collect();
    let mut best: Option<(usize, Spot)> = None;
    for file in files {
        for (key, text) in draft.value(file, "").and_then(Value::as_object).into_iter().flatten() {
            let at = format!("/{}", key.replace('~', "~0").replace('/', "~1"));
            for (at, sentence) in voices(&at, text) {
                let Some(own) = fits(sentence, shown) else { continue };
                if best.as_ref().is_none_or(|(most, _)| own > *most) {
                    best = Some((own, Spot { file: file.to_owned(), at }));
                }
            }
        }
    }
    best.map(|(_, spot)| spot)
}

fn voices<'a>(at: &str, text: &'a Value) -> Vec<(String, &'a str)> {
    let by_voice = text.as_object().into_iter().flatten();
    let by_voice =
        by_voice.filter_map(|(voice, text)| Some((format!("{at}/{voice}"), text.as_str()?)));
    text.as_str().map(|text| (at.to_owned(), text)).into_iter().chain(by_voice).collect()
}

/// How many letters of a sentence, beside its values, a shown text holds in order, first
/// and last where they belong; `None`: it is another sentence.
fn fits(sentence: &str, shown: &str) -> Option<usize> {
    let shown = fold(shown);
    let after = |piece: &str| piece.split_once('}').map_or(String::new(), |(_, rest)| fold(rest));
    let mut pieces = sentence.split('{');
    let first = pieces.next().map(fold).unwrap_or_default();
    let pieces: Vec<String> = std::iter::once(first).chain(pieces.map(after)).collect();
    let own: usize = pieces.iter().map(|piece| piece.chars().count()).sum();
    if own < 4 {
        return None;
    }
    let mut rest = shown.strip_prefix(pieces[0].as_str())?;
    let last = pieces.len() - 1;
    for (i, piece) in pieces.iter().enumerate().skip(1) {
        let found = if i == last && !piece.is_empty() {
            rest.rfind(piece.as_str())
        } else {
            rest.find(piece.as_str())
        };
        rest = &rest[found? + piece.len()..];
    }
    (pieces[last].is_empty() && last > 0 || rest.trim().is_empty()).then_some(own)
}
