//! The words of a text, each with its place, and how a typed word answers one.

use std::ops::Range;

use super::normalize::{fold, in_letters};
use super::slips::slips;

/// Words that tell nothing apart.
const SMALL_WORDS: [&str; 14] =
    ["a", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "pour"];

/// A word of a text.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Word {
    /// Where it stands in the text, in bytes.
    pub range: Range<usize>,
    /// As it is compared: see [`fold`].
    pub folded: String,
}

/// How well a typed word answers a word, the best last.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Match {
    /// Misspelt: see [`slips`].
    Slip,
    /// Its beginning.
    Start,
    /// The same word.
    Same,
}

/// The words of a text.
pub fn words(text: &str) -> Vec<Word> {
    let mut found: Vec<Word> = Vec::new();
    let mut start = None;
    for (at, letter) in text.char_indices().chain([(text.len(), ' ')]) {
        // A combining accent belongs to its letter.
        let inside = letter.is_alphanumeric() || ('\u{300}'..='\u{36f}').contains(&letter);
        match (start, inside) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                let folded = in_letters(&fold(&text[from..at])).to_owned();
                found.push(Word { range: from..at, folded });
                start = None;
            }
            _ => {}
        }
    }
    found
}

/// What a typed text asks for: its words, without those that tell nothing apart
/// unless there are no others.
pub fn asked(typed: &str) -> Vec<String> {
    let all: Vec<String> = words(typed).into_iter().map(|word| word.folded).collect();
    let telling: Vec<String> =
        all.iter().filter(|word| !SMALL_WORDS.contains(&word.as_str())).cloned().collect();
    if telling.is_empty() { all } else { telling }
}

/// How well a typed word answers a word; both folded.
pub fn match_word(typed: &str, word: &str) -> Option<Match> {
    if typed == word {
        return Some(Match::Same);
    }
    if word.starts_with(typed) {
        return Some(Match::Start);
    }
    slips(typed, word).map(|_| Match::Slip)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_found_where_it_stands() {
        let text = "Hôpital d’Œuvre – Béclère";
        let found = words(text);
        let folded: Vec<&str> = found.iter().map(|word| word.folded.as_str()).collect();
        assert_eq!(folded, ["hopital", "d", "oeuvre", "beclere"]);
        assert_eq!(&text[found[3].range.clone()], "Béclère");
    }

    #[test]
    fn one_slip_is_forgiven_in_long_words_only() {
        for (typed, word, expected) in [
            ("foch", "foch", Some(Match::Same)),
            ("beau", "beaujon", Some(Match::Start)),
            ("baeujon", "beaujon", Some(Match::Slip)),
            ("beaujn", "beaujon", Some(Match::Slip)),
            ("bechere", "beclere", Some(Match::Slip)),
            ("corpallif", "corpalif", Some(Match::Slip)),
            ("beujo", "beaujon", Some(Match::Slip)),
            ("fich", "foch", None),
            ("bichore", "beclere", None),
        ] {
            assert_eq!(match_word(typed, word), expected, "{typed} for {word}");
        }
    }

    #[test]
    fn small_words_count_only_when_alone() {
        assert_eq!(asked("Hôpital de la Cité"), ["hopital", "cite"]);
        assert_eq!(asked("la"), ["la"]);
        assert!(asked(" - ").is_empty());
    }
}
