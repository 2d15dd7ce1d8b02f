//! The terms of the field, explained.

use super::super::source::source_list;
use super::super::tag::{Tag, classed, tag};
use super::super::visit::Visit;
use super::frame;
use super::term::in_full;
use crate::config::View;
use crate::model::{Term, ui};
use crate::wording::cited;

/// Every term with its definition and its sources.
pub fn lexicon(visit: &Visit) -> Tag {
    let terms = visit.data.lexicon.terms.iter().map(|term| entry(visit, term));
    frame(visit, View::Lexique, ui::LEXICON_LEAD).child(tag("dl").children(terms))
}

fn entry(visit: &Visit, term: &Term) -> Tag {
    let sources = classed("details", "op-why")
        .child(tag("summary").text(visit.text(ui::SOURCES)))
        .child(source_list(&cited(&visit.data, visit.voice(), &term.sources)));
    let definition = tag("p").text(visit.text(&format!("lexicon.{}", term.id)));
    classed("div", "op-entry")
        .attr("data-term", term.id.as_str())
        .child(classed("dt", "op-name").text(in_full(term)))
        .child(tag("dd").child(definition).child(sources))
}
