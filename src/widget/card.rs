//! Structures: who they are, and how one reaches them.

use super::contact::{details, phones};
use super::el::{El, classed, paragraph};
use super::heading::heading;
use super::visit::Visit;
use crate::model::{State, Voice, WHOLE, territory_name, ui};
use crate::orientation::Card;
use crate::wording::{Entry, entry_of};

/// One structure in one of its roles.
pub fn card_view(visit: &Visit, card: &Card) -> El {
    entry_view(visit, &entry_of(&visit.data, visit.voice(), card, true))
}

/// One structure as the sheet tells it.
pub fn entry_view(visit: &Visit, entry: &Entry) -> El {
    let does = entry.does.iter().map(|does| paragraph("op-does", does.as_str()));
    let remarks = entry.ask.iter().chain(&entry.remarks);
    // Its addresses are read out last, and stand on the line of the number.
    let reach = classed("div", "op-reach")
        .children(phones(entry))
        .children(remarks.map(|remark| paragraph("op-remark", remark.as_str())))
        .children(details(visit, entry));
    classed("article", "op-card")
        .attr("data-card", entry.structure.as_str())
        .attr("data-kind", entry.kind.as_str())
        .children(does)
        .child(who(visit, entry))
        .child(reach)
}

/// Its name, with what marks it beside.
fn who(visit: &Visit, entry: &Entry) -> El {
    classed("div", "op-who")
        .child(heading(visit, 3, "op-name", entry.name.clone()))
        .children(marks(visit, entry))
}

/// Its commune, its state, and for professionals its territory.
fn marks(visit: &Visit, entry: &Entry) -> Option<El> {
    let territory = is_told_apart(visit, entry).then(|| badge(visit, &entry.territory));
    let near = entry.near.iter().map(|near| classed("span", "op-near").text(near.as_str()));
    let state = entry.state.iter().map(|(state, label)| state_mark(*state, label));
    let mut marks = territory.into_iter().chain(near).chain(state).peekable();
    marks.peek()?;
    Some(classed("p", "op-marks").children(marks))
}

/// Whether the territory tells a professional something: not where it is their own.
fn is_told_apart(visit: &Visit, entry: &Entry) -> bool {
    visit.voice() == Voice::Professional
        && !WHOLE.contains(&entry.territory.as_str())
        && visit.step.territory.as_ref() != Some(&entry.territory)
}

/// The territory: by name, by colour and by pattern, the last two from its place
/// among the territories.
pub fn badge(visit: &Visit, territory: &str) -> El {
    let at = visit.data.filiere.territories.iter().position(|t| t.id == territory);
    let name = territory_name(&visit.data, territory);
    let label = match territory {
        _ if at.is_some() => visit.say(&ui::badge_territory(name)),
        whole if whole == WHOLE[0] => visit.text(ui::BADGE_DEPARTMENT),
        whole if whole == WHOLE[1] => visit.text(ui::BADGE_REGION),
        whole if whole == WHOLE[2] => visit.text(ui::BADGE_COUNTRY),
        _ => visit.text(ui::BADGE_ELSEWHERE),
    };
    let class = match at.map(|at| at % 4) {
        Some(0) => "op-badge op-badge-0",
        Some(1) => "op-badge op-badge-1",
        Some(2) => "op-badge op-badge-2",
        Some(_) => "op-badge op-badge-3",
        None => "op-badge",
    };
    classed("span", class).attr("data-territory", territory).text(label)
}

/// A state other than plainly listed.
pub fn state(visit: &Visit, state: State) -> Option<El> {
    let label = visit.text(&format!("states.{}", state.id()));
    (state != State::Listed).then(|| state_mark(state, &label))
}

fn state_mark(state: State, label: &str) -> El {
    classed("strong", "op-state").attr("data-state", state.id()).text(label)
}
