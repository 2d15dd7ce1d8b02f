//! The terms of the field where a text uses them.

use crate::model::{Lexicon, Term};

use super::matching::{Word, words};

/// A piece of a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Piece<'a> {
    /// Words of every day.
    Plain(&'a str),
    /// A term, as the text writes it.
    Term(&'a str, &'a Term),
}

/// A text in pieces: each term of the lexicon where it first stands. Put together,
/// the pieces are the text.
pub fn find_terms<'a>(lexicon: &'a Lexicon, text: &'a str) -> Vec<Piece<'a>> {
    let all = words(text);
    let (mut pieces, mut seen): (Vec<Piece>, Vec<&str>) = (Vec::new(), Vec::new());
    let (mut at, mut plain) = (0, 0);
    while at < all.len() {
        let found = lexicon.terms.iter().filter(|term| !seen.contains(&term.id.as_str()));
        let longest = found
            .filter_map(|term| Some((length(term, text, &all[at..])?, term)))
            .max_by_key(|(length, _)| *length);
        let Some((length, term)) = longest else {
            at += 1;
            continue;
        };
        let (start, end) = (all[at].range.start, all[at + length - 1].range.end);
        pieces.extend((plain < start).then(|| Piece::Plain(&text[plain..start])));
        pieces.push(Piece::Term(&text[start..end], term));
        seen.push(&term.id);
        (at, plain) = (at + length, end);
    }
    pieces.extend((plain < text.len()).then(|| Piece::Plain(&text[plain..])));
    pieces
}

/// How many words of a text, from the first one, a term takes.
fn length(term: &Term, text: &str, from: &[Word]) -> Option<usize> {
    let spellings = [&term.term].into_iter().chain(&term.forms);
    spellings.filter_map(|spelling| length_of(spelling, text, from)).max()
}

fn length_of(spelling: &str, text: &str, from: &[Word]) -> Option<usize> {
    let wanted = words(spelling);
    // « SAS » is a term, « sas » is a word: capitals count in an acronym.
    let acronym = !spelling.chars().any(char::is_lowercase);
    let same = |(word, wanted): (&Word, &Word)| {
        let exact = text[word.range.clone()] == spelling[wanted.range.clone()];
        if acronym { exact } else { word.folded == wanted.folded }
    };
    let fits = !wanted.is_empty() && from.len() >= wanted.len();
    (fits && from.iter().zip(&wanted).all(same)).then_some(wanted.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lexicon() -> Lexicon {
        serde_json::from_str(
            r#"{"terms": [
                {"id": "sas", "term": "SAS", "sources": []},
                {"id": "benevole", "term": "Bénévole d’accompagnement", "forms": ["bénévoles"],
                 "sources": []}
            ]}"#,
        )
        .unwrap()
    }

    #[test]
    fn a_text_is_the_sum_of_its_pieces() {
        let lexicon = lexicon();
        for text in ["", "rien ici", "Le SAS, puis des bénévoles. Le SAS encore.", "SAS"] {
            let text_of = |piece| match piece {
                Piece::Plain(text) | Piece::Term(text, _) => text,
            };
            let whole: String = find_terms(&lexicon, text).into_iter().map(text_of).collect();
            assert_eq!(whole, text);
        }
    }

    #[test]
    fn a_term_is_found_once_and_as_it_is_written() {
        let lexicon = lexicon();
        let terms = |text| -> Vec<&str> {
            let pieces = find_terms(&lexicon, text).into_iter();
            pieces
                .filter_map(|p| if let Piece::Term(_, t) = p { Some(&*t.id) } else { None })
                .collect()
        };
        assert_eq!(terms("Le SAS ou un sas, et le SAS."), ["sas"]);
        assert_eq!(terms("un benevole d'accompagnement du SAS"), ["benevole", "sas"]);
        assert!(terms("un bénévole seul").is_empty());
    }
}
