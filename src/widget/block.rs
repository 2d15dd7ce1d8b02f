//! One thing to do, or one thing that is missing.

use super::card::entry_view;
use super::el::{El, classed, el, paragraph};
use super::heading::heading;
use super::views::with_terms;
use super::visit::Visit;
use crate::wording::{Block, Entry};

/// A block, open or behind its heading.
pub fn block_view(visit: &Visit, block: &Block) -> El {
    let title = heading(visit, 2, "op-role", block.title.clone());
    let shown = if block.folded {
        classed("details", "op-fold").child(el("summary").child(title))
    } else {
        classed("section", if block.absence { "op-group op-absence" } else { "op-group" })
            .child(title)
    };
    let kind = if block.absence { "data-absence" } else { "data-group" };
    let body = block.body.iter().map(|body| with_terms(visit, "op-body", body));
    let say = block.say.iter().map(|say| paragraph("op-say", say.clone()));
    let unreached = block.unreached.iter().map(|text| paragraph("op-remark", text.clone()));
    let more = block.more.iter().map(|more| {
        classed("details", "op-more")
            .child(el("summary").text(more.title.clone()))
            .child(entries(visit, &more.entries))
    });
    let own = (!block.entries.is_empty()).then(|| entries(visit, &block.entries));
    shown
        .attr(kind, block.id.as_str())
        .children(body)
        .children(say)
        .children(own)
        .children(unreached)
        .children(more)
}

fn entries(visit: &Visit, entries: &[Entry]) -> El {
    classed("div", "op-cards").children(entries.iter().map(|entry| entry_view(visit, entry)))
}
