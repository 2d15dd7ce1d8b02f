//! What is not there, told as it is, and what to do instead.

use super::group::group_view;
use super::heading::heading;
use super::tag::{Tag, classed, paragraph};
use super::visit::Visit;
use crate::model::ui;
use crate::orientation::{Outcome, Sheet, absence_in_words, reserved_in_words};

/// Absences, what is kept for other patients, and the fallbacks for both; nothing
/// when nothing is missing.
pub fn missing(visit: &Visit, outcome: &Outcome, sheet: &Sheet) -> Option<Tag> {
    let absences = outcome.absences.iter().map(|absence| {
        let told = absence_in_words(&visit.data, visit.voice, absence);
        paragraph("op-absence", told).attr("data-absence", absence.kind.as_str())
    });
    let reserved = outcome.reserved.iter().map(|reserved| {
        let told = reserved_in_words(&visit.data, visit.voice, reserved);
        paragraph("op-absence", told).attr("data-reserved", reserved.id.as_str())
    });
    let instead = (!sheet.instead.is_empty())
        .then(|| paragraph("op-instead", visit.text(ui::OUTCOME_INSTEAD)));
    let nothing =
        outcome.absences.is_empty() && outcome.reserved.is_empty() && sheet.instead.is_empty();
    (!nothing).then(|| {
        classed("section", "op-missing")
            .child(heading(visit, 1, "op-section", visit.text(ui::OUTCOME_MISSING)))
            .children(absences)
            .children(reserved)
            .children(instead)
            .children(sheet.instead.iter().map(|group| group_view(visit, group)))
    })
}
