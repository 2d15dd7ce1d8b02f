//! What is not there, told as it is, and what to do instead.

use leptos::prelude::*;

use super::group::groups_joined;
use super::heading::heading;
use super::visit::Visit;
use crate::model::ui;
use crate::orientation::{Outcome, Sheet, absence_in_words, reserved_in_words};

/// Absences, what is kept for other patients, and the fallbacks for both; nothing
/// when nothing is missing.
pub fn missing(visit: &Visit, outcome: &Outcome, sheet: &Sheet) -> Option<AnyView> {
    let absences: Vec<AnyView> = outcome
        .absences
        .iter()
        .map(|absence| {
            let told = absence_in_words(&visit.data, visit.voice, absence);
            view! { <p class="op-absence" data-absence=absence.kind.clone()>{told}</p> }.into_any()
        })
        .collect();
    let reserved: Vec<AnyView> = outcome
        .reserved
        .iter()
        .map(|reserved| {
            let told = reserved_in_words(&visit.data, visit.voice, reserved);
            view! { <p class="op-absence" data-reserved=reserved.id.clone()>{told}</p> }.into_any()
        })
        .collect();
    let nothing = absences.is_empty() && reserved.is_empty() && sheet.instead.is_empty();
    (!nothing).then(|| {
        view! {
            <section class="op-missing">
                {heading(visit, 1, "op-section", visit.text(ui::OUTCOME_MISSING))}
                {absences}
                {reserved}
                {instead(visit, sheet)}
            </section>
        }
        .into_any()
    })
}

fn instead(visit: &Visit, sheet: &Sheet) -> Option<AnyView> {
    (!sheet.instead.is_empty()).then(|| {
        view! {
            <p class="op-instead">{visit.text(ui::OUTCOME_INSTEAD)}</p>
            {groups_joined(visit, &sheet.instead)}
        }
        .into_any()
    })
}
