//! A postal address in its parts, and when two say the same place.

use super::spelling::Spelling;
use super::street::{in_full, is_kind};
use crate::directory::fold;

/// An address as somebody wrote it.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(super) struct Written {
    /// Number, kind and name of the street.
    street: String,
    /// A box, a building, a place.
    beside: Vec<String>,
    /// Postal code and town.
    routing: String,
}

impl Written {
    pub(super) fn new(street: &str, beside: &[&str], routing: &str) -> Self {
        let said = beside.iter().filter(|text| !text.is_empty());
        let mut beside: Vec<String> = said.map(|text| (*text).to_owned()).collect();
        // Where there is no street, the place is all there is to go by.
        let street = match street {
            "" if !beside.is_empty() => beside.remove(beside.len() - 1),
            street => street.to_owned(),
        };
        Self { street, beside, routing: routing.to_owned() }
    }

    /// From one line, with commas or without.
    pub(super) fn parse(line: &str) -> Self {
        let is_code = |word: &str| word.len() == 5 && word.bytes().all(|b| b.is_ascii_digit());
        let words: Vec<&str> = line.split_whitespace().collect();
        let code = words.iter().rposition(|word| is_code(word.trim_matches(',')));
        let (before, routing) = words.split_at(code.unwrap_or(words.len()));
        let before = before.join(" ");
        let parts: Vec<&str> = before.split(',').map(str::trim).collect();
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        let numbered = |part: &&str| part.starts_with(|c: char| c.is_ascii_digit());
        let kind = |part: &&str| is_kind(fold(part).split(' ').next().unwrap_or_default());
        let at = parts.iter().position(numbered).or_else(|| parts.iter().position(kind));
        let at = at.unwrap_or_default();
        let street = parts.get(at).copied().unwrap_or_default();
        let beside = parts.iter().enumerate().filter(|(i, _)| *i != at).map(|(_, part)| *part);
        Self::new(street, &beside.collect::<Vec<_>>(), &routing.join(" "))
    }

    pub(super) fn is_empty(&self) -> bool {
        self.street.is_empty() || self.code().is_none()
    }

    /// The postal code, where there is one.
    pub(super) fn code(&self) -> Option<&str> {
        let first = self.routing.split_whitespace().next()?;
        (first.len() == 5 && first.bytes().all(|b| b.is_ascii_digit())).then_some(first)
    }

    /// Whether two addresses say one place: the same street, number, code and town. What
    /// stands beside (a box, a building) is often left out, and says no other place.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        let key = |written: &Self| (street_words(&written.street), fold(&written.routing));
        key(self) == key(other)
    }

    /// The town, without the mark of the sorting office.
    pub(super) fn town(&self) -> String {
        let words = fold(&self.routing);
        let words = words.split(' ').skip(1).take_while(|word| *word != "cedex");
        words.collect::<Vec<_>>().join(" ")
    }

    /// As the data write it.
    pub(super) fn spelled(&self, spelling: &Spelling) -> String {
        let is_box = |text: &&String| {
            let first = text.split_whitespace().next().unwrap_or_default();
            ["BP", "CS", "TSA"].contains(&first)
        };
        let beside = self.beside.iter().filter(is_box).map(|text| text.to_uppercase());
        let street = spelling.street(&self.street);
        let town = spelling.town(&self.routing);
        [street].into_iter().chain(beside).chain([town]).collect::<Vec<_>>().join(", ")
    }
}

/// What counts of a street: its number, the letter beside it, its kind in full and its
/// name without articles.
fn street_words(street: &str) -> Vec<String> {
    const ARTICLES: [&str; 9] = ["de", "du", "des", "la", "le", "les", "l", "d", "et"];
    let folded = fold(&apart(street));
    let mut kind = false;
    let mut words = Vec::new();
    for word in folded.split(' ').filter(|word| !ARTICLES.contains(word)) {
        let full = match word {
            "bis" => "b".to_owned(),
            "ter" => "t".to_owned(),
            "quater" => "q".to_owned(),
            _ if kind => title(word).to_owned(),
            _ => fold(&in_full(word)),
        };
        kind |= full.split(' ').any(is_kind);
        words.extend(full.split(' ').map(str::to_owned));
    }
    words
}

/// A letter that touches its number stands apart: « 45B ».
fn apart(street: &str) -> String {
    let mut text = String::with_capacity(street.len() + 1);
    let mut digits = true;
    for letter in street.chars() {
        if digits && letter.is_alphabetic() && text.ends_with(|c: char| c.is_ascii_digit()) {
            text.push(' ');
        }
        digits &= letter.is_ascii_digit();
        text.push(letter);
    }
    text
}

/// The titles that names of streets shorten.
fn title(word: &str) -> &str {
    match word {
        "cdt" => "commandant",
        "col" => "colonel",
        "cpt" => "capitaine",
        "dr" => "docteur",
        "gal" | "gen" => "general",
        "lt" => "lieutenant",
        "mal" => "marechal",
        "mgr" => "monseigneur",
        "pdt" | "pres" => "president",
        "pr" | "prof" => "professeur",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_abbreviations_and_commas_say_no_other_place() {
        for (a, b) in [
            ("1 BD RICHARD WALLACE 92800 PUTEAUX", "1 boulevard Richard Wallace, 92800 Puteaux"),
            (
                "45B AV FOCH, 92250 LA GARENNE COLOMBES",
                "45 bis avenue Foch, 92250 La Garenne-Colombes",
            ),
            ("40 R WORTH 92151 SURESNES CEDEX", "40 rue Worth, BP 36, 92151 Suresnes Cedex"),
            (
                "100 BD GAL LECLERC 92118 CLICHY CEDEX",
                "100 boulevard du Général Leclerc, 92118 Clichy Cedex",
            ),
            (
                "IMMEUBLE A, 2 R DE L EGLISE 92200 NEUILLY SUR SEINE",
                "2 rue de l’Église, 92200 Neuilly-sur-Seine",
            ),
            ("141 GR 92310 SEVRES", "141 Grande Rue, 92310 Sèvres"),
        ] {
            assert!(Written::parse(a).is_same(&Written::parse(b)), "{a} / {b}");
        }
    }

    #[test]
    fn another_number_street_code_or_town_is_another_place() {
        let here = Written::parse("1 boulevard Richard Wallace, 92800 Puteaux");
        for other in [
            "3 boulevard Richard Wallace, 92800 Puteaux",
            "1 B boulevard Richard Wallace, 92800 Puteaux",
            "1 rue Richard Wallace, 92800 Puteaux",
            "1 boulevard Richard, 92800 Puteaux",
            "1 boulevard Richard Wallace, 92811 Puteaux Cedex",
            "1 boulevard Richard Wallace, 92800 Suresnes",
        ] {
            assert!(!here.is_same(&Written::parse(other)), "{other}");
        }
    }
}
