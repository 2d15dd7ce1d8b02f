//! The outcome: a sheet one would keep.

use leptos::prelude::*;

use super::answers::{answers_open, dropped};
use super::group::{groups_joined, large_group};
use super::heading::{heading, screen_heading};
use super::missing::missing;
use super::source::source_list;
use super::visit::Visit;
use crate::model::{SourceRef, ui};
use crate::orientation::{Outcome, Session, Sheet, outcome, summary};

/// Whom to turn to, in order; what is missing; what to keep; where it comes from.
pub fn outcome_screen(visit: &Visit, session: &Session) -> AnyView {
    let outcome = outcome(&visit.data, session);
    let sheet = Sheet::of(&outcome);
    let lead = summary(&visit.data, session);
    let lead = lead.map(|lead| view! { <p class="op-lead" data-summary="">{lead}</p> });
    view! {
        <div class="op-screen op-outcome" data-screen="outcome">
            {screen_heading(visit, visit.text(ui::OUTCOME_TITLE))}
            {lead}
            {dropped(visit)}
            {first(visit, &sheet)}
            {then(visit, &sheet)}
            {missing(visit, &outcome, &sheet)}
            {keep(visit)}
            {answers_open(visit)}
            {about(visit, &outcome)}
        </div>
    }
    .into_any()
}

fn first(visit: &Visit, sheet: &Sheet) -> Option<AnyView> {
    let groups: Vec<AnyView> = sheet
        .first
        .iter()
        .enumerate()
        .map(|(at, group)| large_group(visit, group, at > 0))
        .collect();
    (!groups.is_empty()).then(|| {
        view! {
            <section class="op-first">
                {heading(visit, 1, "op-section", visit.text(ui::OUTCOME_FIRST))}
                {groups}
            </section>
        }
        .into_any()
    })
}

fn then(visit: &Visit, sheet: &Sheet) -> Option<AnyView> {
    let title = if sheet.first.is_empty() { ui::OUTCOME_HELP } else { ui::OUTCOME_THEN };
    (!sheet.then.is_empty()).then(|| {
        view! {
            <section class="op-then">
                {heading(visit, 1, "op-section", visit.text(title))}
                {groups_joined(visit, &sheet.then)}
            </section>
        }
        .into_any()
    })
}

/// What to take away, and how to begin again.
fn keep(visit: &Visit) -> AnyView {
    let (back, restart) = (visit.clone(), visit.clone());
    let print = |_| {
        // Where printing is not to be had, as in some frames, nothing happens.
        let _ = window().print();
    };
    view! {
        <section class="op-keep">
            {heading(visit, 1, "op-section", visit.text(ui::OUTCOME_KEEP))}
            <p>{visit.text(ui::OUTCOME_KEEP_BODY)}</p>
            <div class="op-actions">
                <button type="button" class="op-second" data-action="print" on:click=print>
                    {visit.text(ui::PRINT)}
                </button>
                <button
                    type="button"
                    class="op-quiet"
                    data-action="back"
                    on:click=move |_| back.back()
                >
                    {visit.text(ui::BACK)}
                </button>
                <button
                    type="button"
                    class="op-quiet"
                    data-action="restart"
                    on:click=move |_| restart.restart()
                >
                    {visit.text(ui::RESTART)}
                </button>
            </div>
        </section>
    }
    .into_any()
}

/// What this page is not, and every source behind what it shows.
fn about(visit: &Visit, outcome: &Outcome) -> AnyView {
    let cards = outcome.groups.iter().flat_map(|group| &group.cards);
    let groups = outcome.groups.iter().flat_map(|group| &group.sources);
    let all = groups.chain(cards.flat_map(|card| &card.sources));
    let all = all.chain(outcome.absences.iter().flat_map(|absence| &absence.sources));
    // Documents, not lines: each line stands where it is used, under « Pourquoi ? ».
    let documents: Vec<SourceRef> = all.map(|s| SourceRef(s.source().to_owned())).collect();
    view! {
        <section class="op-about">
            <p class="op-limits" data-limits="">{visit.text(ui::OUTCOME_LIMITS)}</p>
            <details>
                <summary>{visit.text(ui::SOURCES)}</summary>
                {source_list(visit, &documents)}
            </details>
        </section>
    }
    .into_any()
}
