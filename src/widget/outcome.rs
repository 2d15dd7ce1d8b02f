//! The outcome: a sheet one would keep.

use super::answers::{answers_open, dropped};
use super::group::{group_large, groups_joined};
use super::heading::{heading, screen_heading};
use super::keep::keep;
use super::missing::missing;
use super::paper::paper;
use super::source::source_list;
use super::tag::{Tag, classed, paragraph, tag};
use super::visit::Visit;
use crate::few::Gather;
use crate::model::{SourceRef, ui};
use crate::orientation::{Outcome, Session, Sheet, outcome, summary};

/// Whom to turn to, in order; what is missing; what to keep; where it comes from.
pub fn outcome_screen(visit: &Visit, session: &Session) -> Tag {
    let outcome = outcome(&visit.data, session);
    let sheet = Sheet::of(&outcome);
    let lead = summary(&visit.data, session);
    classed("div", "op-screen op-outcome")
        .attr("data-screen", "outcome")
        .child(screen_heading(visit, visit.text(ui::OUTCOME_TITLE)))
        .children(lead.map(|lead| paragraph("op-lead", lead).attr("data-summary", "")))
        .children(dropped(visit))
        .children(first(visit, &sheet))
        .children(then(visit, &sheet))
        .children(missing(visit, &outcome, &sheet))
        .child(keep(visit))
        .child(answers_open(visit))
        .child(about(visit, &outcome))
        .child(paper(visit))
}

fn first(visit: &Visit, sheet: &Sheet) -> Option<Tag> {
    let groups = sheet.first.iter().enumerate();
    let groups = groups.flat_map(|(at, group)| group_large(visit, group, at > 0));
    (!sheet.first.is_empty()).then(|| {
        classed("section", "op-first")
            .child(heading(visit, 1, "op-section", visit.text(ui::OUTCOME_FIRST)))
            .children(groups)
    })
}

fn then(visit: &Visit, sheet: &Sheet) -> Option<Tag> {
    let title = if sheet.first.is_empty() { ui::OUTCOME_HELP } else { ui::OUTCOME_THEN };
    (!sheet.then.is_empty()).then(|| {
        classed("section", "op-then")
            .child(heading(visit, 1, "op-section", visit.text(title)))
            .children(groups_joined(visit, &sheet.then))
    })
}

/// What this page is not, and every document behind what it shows.
fn about(visit: &Visit, outcome: &Outcome) -> Tag {
    let groups = outcome.groups.iter().flat_map(|group| &group.sources);
    let cards = outcome.groups.iter().flat_map(|group| &group.cards);
    let absences = outcome.absences.iter().flat_map(|absence| &absence.sources);
    let all = groups.chain(cards.flat_map(|card| &card.sources)).chain(absences);
    // Documents, not lines: each line stands where it is used, under « Pourquoi ? ».
    let documents: Vec<SourceRef> = all.map(|s| SourceRef(s.source().to_owned())).gather();
    let sources = classed("details", "op-documents")
        .child(tag("summary").text(visit.text(ui::SOURCES)))
        .child(source_list(visit, &documents));
    let limits = paragraph("op-limits", visit.text(ui::OUTCOME_LIMITS)).attr("data-limits", "");
    classed("section", "op-about").child(limits).child(sources)
}
