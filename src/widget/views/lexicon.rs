//! The terms of the field, explained.

use super::super::el::{El, classed, el};
use super::super::source::source_list;
use super::super::visit::Visit;
use super::frame;
use super::term::in_full;
use crate::config::View;
use crate::model::{Term, ui};
use crate::wording::cited;

/// Every term with its definition and its sources.
pub fn lexicon(visit: &Visit) -> El {
    let terms = visit.data.lexicon.terms.iter().map(|term| entry(visit, term));
    frame(visit, View::Lexique, ui::LEXICON_LEAD).child(el("dl").children(terms))
}

fn entry(visit: &Visit, term: &Term) -> El {
    let sources = classed("details", "op-why")
        .child(el("summary").text(visit.text(ui::SOURCES)))
        .child(source_list(&cited(&visit.data, visit.voice(), &term.sources)));
    let definition = el("p").text(visit.text(&format!("lexicon.{}", term.id)));
    classed("div", "op-entry")
        .attr("data-term", term.id.as_str())
        .child(classed("dt", "op-name").text(in_full(term)))
        .child(el("dd").child(definition).child(sources))
}
