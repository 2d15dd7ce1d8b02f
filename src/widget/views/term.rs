//! Terms of the field, explained where they stand.

use super::super::el::{El, button, classed, el};
use super::super::visit::Visit;
use crate::directory::{Piece, find_terms};
use crate::model::Term;
use leptos::prelude::*;

/// A text whose terms open their definition in place.
pub fn with_terms(visit: &Visit, class: &'static str, text: &str) -> El {
    let pieces = find_terms(&visit.data.lexicon, text).into_iter();
    let mut terms = Vec::new();
    let mut paragraph = classed("p", class);
    for piece in pieces {
        paragraph = match piece {
            Piece::Plain(text) => paragraph.text(text),
            Piece::Term(text, term) => {
                let open = RwSignal::new(false);
                terms.push(definition(visit, term, open));
                paragraph.child(opener(text, open))
            }
        };
    }
    el("div").child(paragraph).children(terms)
}

fn opener(text: &str, open: RwSignal<bool>) -> El {
    button("op-term-open", text.to_owned(), move || open.update(|open| *open = !*open))
        .attr("aria-expanded", move || open.get().to_string())
}

/// The definition, below the text while it is open.
fn definition(visit: &Visit, term: &Term, open: RwSignal<bool>) -> El {
    let definition = visit.text(&format!("lexicon.{}", term.id));
    let name = in_full(term);
    el("div").dynamic(move || {
        let paragraph = classed("p", "op-definition").attr("data-term", "");
        let paragraph =
            paragraph.child(el("strong").text(name.clone())).text(format!(" : {definition}"));
        open.get().then_some(paragraph).into_iter().collect::<Vec<_>>()
    })
}

/// A term with what it stands for.
pub fn in_full(term: &Term) -> String {
    match &term.expansion {
        Some(expansion) => format!("{} ({expansion})", term.term),
        None => term.term.clone(),
    }
}
