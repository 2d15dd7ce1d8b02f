//! Capitals of the register in small letters, with the accents that the dataset has.

use std::collections::BTreeMap;

use crate::directory::fold;
use crate::model::{ContactField, Dataset, Structure};

/// How words are spelled: first as the structure itself has them, then as the dataset
/// does wherever it has one spelling only.
#[derive(Debug, Default)]
pub(super) struct Spelling {
    own: BTreeMap<String, String>,
    shared: BTreeMap<String, Option<String>>,
    towns: BTreeMap<String, String>,
}

/// What is written in small letters within a name.
const SMALL: [&str; 15] =
    ["à", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "sous", "sur"];

/// What is written in capitals.
const CAPITALS: &[&str] = &[
    "AP", "APHP", "CASH", "CCAS", "CIAS", "CLIC", "DAC", "EHPAD", "ESA", "GHU", "HAD", "HIA", "HU",
    "IDF",
];

impl Spelling {
    pub(super) fn of(data: &Dataset) -> Self {
        let mut spelling = Self::default();
        for commune in &data.communes.communes {
            spelling.towns.insert(fold(&commune.name), commune.name.clone());
        }
        let all = &data.structures.structures;
        let texts = all.iter().flat_map(texts).chain(spelling.towns.values().cloned());
        for word in texts.collect::<Vec<_>>().iter().flat_map(|text| words(text)) {
            let known = spelling.shared.entry(fold(word)).or_insert_with(|| Some(word.to_owned()));
            let same = known.as_ref().is_none_or(|k| k.to_lowercase() == word.to_lowercase());
            if !same {
                *known = None;
            }
        }
        spelling
    }

    /// The same, for one structure.
    pub(super) fn speak_of(&mut self, structure: &Structure) {
        let texts: Vec<String> = texts(structure).collect();
        let words = texts.iter().flat_map(|text| words(text));
        self.own = words.map(|word| (fold(word), word.to_owned())).collect();
    }

    /// A street, from its number on: its kind in small letters, its name as names are.
    pub(super) fn street(&self, street: &str) -> String {
        if fold(street).ends_with("grande rue") {
            return street.replace("grande rue", "Grande Rue");
        }
        let is_small = |word: &&str| !word.chars().any(char::is_uppercase);
        let words: Vec<&str> = street.split_whitespace().collect();
        let kind = words.iter().take_while(|word| is_small(word) || word.len() == 1).count();
        let name = self.name(&words[kind..].join(" "));
        [&words[..kind].join(" "), &name]
            .map(|part| part.trim().to_owned())
            .join(" ")
            .trim()
            .to_owned()
    }

    /// Postal code and town.
    pub(super) fn town(&self, routing: &str) -> String {
        let (code, town) = routing.split_once(' ').unwrap_or(("", routing));
        let upper = town.to_uppercase();
        let (town, cedex) = upper.split_once("CEDEX").unwrap_or((&upper, "-"));
        let known = self.towns.get(&fold(town)).cloned();
        let town = known.unwrap_or_else(|| self.hyphenated(town));
        let cedex = if cedex == "-" { String::new() } else { format!("Cedex {cedex}") };
        format!("{code} {town} {cedex}").split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Names of towns are joined by hyphens, but for an article at their head.
    fn hyphenated(&self, town: &str) -> String {
        let name = self.name(town);
        let name = capital(&name);
        match name.split_once(' ') {
            Some((article @ ("La" | "Le" | "Les"), rest)) => {
                format!("{article} {}", capital(&rest.replace(' ', "-")))
            }
            _ => name.replace(' ', "-"),
        }
    }

    /// The words of a name: small ones in small letters, the others with a capital.
    pub(super) fn name(&self, text: &str) -> String {
        let mut spelled = String::new();
        for word in text.replace('\'', "’ ").split_whitespace() {
            let elided = spelled.ends_with('’');
            let vowel = fold(word).starts_with(['a', 'e', 'h', 'i', 'o', 'u', 'y']);
            let letter = [" l", " d"].iter().any(|e| spelled.ends_with(e))
                || ["l", "d"].contains(&&*spelled);
            if letter && vowel {
                spelled.push('’');
            } else if !spelled.is_empty() && !elided {
                spelled.push(' ');
            }
            spelled += &self.word(word);
        }
        spelled
    }

    fn word(&self, word: &str) -> String {
        let parts = word.split('-').map(|part| {
            let (bare, mark) = match part.strip_suffix('’') {
                Some(bare) => (bare, "’"),
                None => (part, ""),
            };
            format!("{}{mark}", self.plain(bare))
        });
        parts.collect::<Vec<_>>().join("-")
    }

    fn plain(&self, word: &str) -> String {
        let lower = word.to_lowercase();
        let spoken = lower.contains(|c: char| "aeiouyéèêëàâîïôöûü".contains(c));
        let short = ["dr", "mgr", "pr", "st"].contains(&lower.as_str()) || lower.len() < 2;
        let letters = lower.chars().all(char::is_alphabetic);
        if CAPITALS.contains(&word.to_uppercase().as_str()) || letters && !spoken && !short {
            return word.to_uppercase();
        }
        if SMALL.contains(&lower.as_str()) || word.starts_with(|c: char| c.is_ascii_digit()) {
            return lower;
        }
        match lower.as_str() {
            "st" => return "Saint".to_owned(),
            "ste" => return "Sainte".to_owned(),
            _ => {}
        }
        let key = fold(word);
        let shared = || self.shared.get(&key).and_then(Option::as_ref);
        let known = self.own.get(&key).or_else(shared);
        capital(known.map_or(&lower, |known| known))
    }
}

fn texts(structure: &Structure) -> impl Iterator<Item = String> {
    let addresses = structure.contacts.iter().filter(|c| c.field == ContactField::Address);
    let addresses = addresses.map(|contact| contact.value.clone());
    let names = [structure.name.clone()].into_iter().chain(structure.aliases.clone());
    names.chain(addresses).collect::<Vec<_>>().into_iter()
}

/// The words that hold a letter beyond capitals: capitals alone tell no accent.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| word.chars().any(char::is_lowercase) && word.len() > 1)
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
