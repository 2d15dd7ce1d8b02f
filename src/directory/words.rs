//! The words of a text, each with its place, and how a typed word answers one.

use crate::few::Gather;
use std::ops::Range;

use super::fold;

/// From this length on, a word may be typed with one slip.
const LONG_WORD: usize = 5;
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
pub enum Likeness {
    /// One letter added, dropped, changed, or two neighbours exchanged.
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
                found.push(Word { range: from..at, folded: fold(&text[from..at]) });
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
    let all: Vec<String> = words(typed).into_iter().map(|word| word.folded).gather();
    let telling: Vec<String> =
        all.iter().filter(|word| !SMALL_WORDS.contains(&word.as_str())).cloned().gather();
    if telling.is_empty() { all } else { telling }
}

/// How well a typed word answers a word; both folded.
pub fn likeness(typed: &str, word: &str) -> Option<Likeness> {
    if typed == word {
        return Some(Likeness::Same);
    }
    if word.starts_with(typed) {
        return Some(Likeness::Start);
    }
    let typed: Vec<char> = typed.chars().gather();
    let word: Vec<char> = word.chars().gather();
    let slipped = typed.len() >= LONG_WORD && word.len() >= LONG_WORD && {
        // A word may be misspelt before it is typed to its end.
        let start = |more| word.get(..typed.len() + more).unwrap_or(&word);
        one_slip(&typed, start(0)) || one_slip(&typed, start(1))
    };
    slipped.then_some(Likeness::Slip)
}

/// Whether at most one slip parts two words.
fn one_slip(a: &[char], b: &[char]) -> bool {
    let head = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[head..], &b[head..]);
    let tail = a.iter().rev().zip(b.iter().rev()).take_while(|(x, y)| x == y).count();
    match (&a[..a.len() - tail], &b[..b.len() - tail]) {
        ([] | [_], [] | [_]) => true,
        ([a, b], [c, d]) => a == d && b == c,
        _ => false,
    }
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
            ("foch", "foch", Some(Likeness::Same)),
            ("beau", "beaujon", Some(Likeness::Start)),
            ("baeujon", "beaujon", Some(Likeness::Slip)),
            ("beaujn", "beaujon", Some(Likeness::Slip)),
            ("bechere", "beclere", Some(Likeness::Slip)),
            ("corpallif", "corpalif", Some(Likeness::Slip)),
            ("beujo", "beaujon", Some(Likeness::Slip)),
            ("fich", "foch", None),
            ("bichore", "beclere", None),
        ] {
            assert_eq!(likeness(typed, word), expected, "{typed} for {word}");
        }
    }

    #[test]
    fn small_words_count_only_when_alone() {
        assert_eq!(asked("Hôpital de la Cité"), ["hopital", "cite"]);
        assert_eq!(asked("la"), ["la"]);
        assert!(asked(" - ").is_empty());
    }
}
