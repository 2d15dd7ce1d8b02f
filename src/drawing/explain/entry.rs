//! One rule as a poster tells it: what it is for, and what it offers.

use crate::directory::{needs_checking, phone_label};
use crate::model::{
    ContactField, Dataset, Join, Offer, Rule, SourceRef, State, Voice, poster, row_name, ui,
};
use crate::wording::capital;

use super::directory::{listed, note, state_in_words};
use super::words::said_with;

/// What follows a phone number that should be verified before it is called.
pub const TO_VERIFY: &str = "*";

/// One rule.
#[derive(Clone, Debug)]
pub struct Entry<'a> {
    /// The rule.
    pub rule: &'a Rule,
    /// What its group is for.
    pub title: String,
    /// What it offers: kinds of resource, or structures.
    pub offers: Vec<Offered>,
}

/// Something offered.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Offered {
    /// A structure, a kind of resource, or that there is none; phone numbers follow,
    /// each marked where it should be verified.
    pub text: String,
    /// Whether it tells that nothing is listed.
    pub absent: bool,
}

/// A rule in the voice of those who are told it; with the names of a territory, where
/// one is given and has no more than one. What was `told` before is told shortly.
pub fn entry<'a>(
    data: &Dataset,
    rule: &'a Rule,
    voice: Voice,
    territory: Option<&str>,
    named: &mut Vec<String>,
) -> Entry<'a> {
    let key = format!("groups.{}.title", rule.text_key());
    let title = capital(data.texts.get(&key, voice));
    let offers = rule.offer.iter().map(|offer| offered(data, offer, territory, named)).collect();
    Entry { rule, title, offers }
}

fn offered(
    data: &Dataset,
    offer: &Offer,
    territory: Option<&str>,
    named: &mut Vec<String>,
) -> Offered {
    match (offer, territory) {
        (Offer::Row(id), None) | (Offer::Elsewhere(id), _) => {
            Offered { text: kind(data, id, named), absent: false }
        }
        (Offer::Row(id), Some(territory)) => in_territory(data, id, territory, named),
        (Offer::Structure(id), _) => Offered { text: structure(data, id, ""), absent: false },
    }
}

/// A kind of resource, by its acronym alone where it was told before.
fn kind(data: &Dataset, row: &str, named: &mut Vec<String>) -> String {
    let name = row_name(data, Voice::Anyone, row);
    if named.contains(&name) {
        let short = name.strip_suffix(')').and_then(|name| name.rsplit_once('('));
        return short.map_or(name.clone(), |(_, short)| short.to_owned());
    }
    named.push(name.clone());
    name
}

/// What a territory has for a row: that it has nothing, the one structure it has, or
/// where the several are found.
fn in_territory(data: &Dataset, row: &str, territory: &str, named: &mut Vec<String>) -> Offered {
    let found = data.row(row).map(|row| listed(row, territory)).unwrap_or_default();
    match found.as_slice() {
        [] => {
            let cell = data.row(row).and_then(|row| row.cells.get(territory));
            let state = state_in_words(data, cell.map_or(State::Empty, |cell| cell.state));
            let name = kind(data, row, named);
            Offered { text: format!("{name}\u{a0}: {state}"), absent: true }
        }
        [only] => {
            let text = structure(data, &only.placement.structure, &note(data, only));
            Offered { text, absent: false }
        }
        several => {
            let (name, count) = (kind(data, row, named), several.len().to_string());
            let text = said_with(data, &poster::overleaf(&name, &count));
            Offered { text, absent: false }
        }
    }
}

/// A structure with a note and its phone numbers.
pub fn structure(data: &Dataset, id: &str, note: &str) -> String {
    let contacts = data.structure(id).map(|s| s.contacts.as_slice()).unwrap_or_default();
    let phones = contacts.iter().filter(|contact| contact.field == ContactField::Phone);
    let phones: Vec<String> = phones
        .map(|contact| {
            let mark = if needs_checking(&contact.date) { TO_VERIFY } else { "" };
            format!("{}{mark}", phone_label(&contact.value))
        })
        .collect();
    let name = format!("{}{note}", data.structure_name(id));
    if phones.is_empty() { name } else { format!("{name}\u{a0}: {}", phones.join(", ")) }
}

/// How a group joins those before it, in one word.
pub fn join_word(data: &Dataset, join: Join) -> &str {
    let key = match join {
        Join::And => ui::JOIN_AND,
        Join::Or => ui::JOIN_OR,
        Join::Optional => ui::JOIN_OPTIONAL,
    };
    data.texts.get(key, Voice::Anyone)
}

/// Sources as they are cited: of each document, its lines.
pub fn cited(sources: &[SourceRef]) -> String {
    let mut lines = String::new();
    let mut last = "";
    for source in sources {
        let document = source.source();
        let line = source.0.strip_prefix(document).and_then(|line| line.strip_prefix(':'));
        if !lines.is_empty() {
            lines += ", ";
        }
        match line.filter(|_| document == last) {
            Some(line) => lines += line,
            None => lines += &source.0,
        }
        last = document;
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_is_named_once_for_all_of_its_lines() {
        let sources = ["001:76", "001:102", "arsidf-sas", "003:30"];
        let sources: Vec<SourceRef> = sources.map(|s| SourceRef(s.to_owned())).into();
        assert_eq!(cited(&sources), "001:76, 102, arsidf-sas, 003:30");
    }
}
