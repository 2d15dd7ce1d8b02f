//! Structures: what they do for the visitor first, then who they are.

use super::contact::contacts;
use super::heading::heading;
use super::keep::vcard_button;
use super::tag::{Tag, classed, paragraph, tag};
use super::visit::Visit;
use crate::model::{State, WHOLE, ui};
use crate::orientation::{Card, Kind, row_name, territory_name};

/// The structures of a group that play one role. What the role does is said once,
/// where the group has not `explained` it in its own words; its name is left out
/// where the group's `title` holds it.
pub fn kind_block(visit: &Visit, kind: &Kind, title: &str, explained: bool) -> Tag {
    let does = visit.find(&format!("rows.{}.does", kind.id)).filter(|_| explained);
    let name = row_name(&visit.data, visit.voice, kind.id);
    let shared = shared_note(kind);
    let note = shared.and_then(|note| visit.find(&format!("notes.{note}")));
    let cards = |cards: &[&Card]| {
        let view =
            |card: &&Card| view_of(visit, card, card.note.as_ref().filter(|_| shared.is_none()));
        classed("div", "op-cards").children(cards.iter().map(view))
    };
    let count = kind.folded.len().to_string();
    let more = visit.fill(ui::MORE_CARDS, &[("count", &count)]);
    let folded = (!kind.folded.is_empty()).then(|| {
        classed("details", "op-more").child(tag("summary").text(more)).child(cards(&kind.folded))
    });
    classed("div", "op-kind")
        .children(does.map(|does| paragraph("op-does", does)))
        .children((!title.contains(&name)).then(|| paragraph("op-term", name)))
        .children(note.map(|note| paragraph("op-remark", note)))
        .child(cards(&kind.shown))
        .children(folded)
}

/// What is noted of every structure of a role, where there are several: it is said
/// once, before them.
fn shared_note<'a>(kind: &'a Kind) -> Option<&'a String> {
    let mut cards = kind.shown.iter().chain(&kind.folded);
    let first = cards.next()?.note.as_ref()?;
    let mut others = cards.peekable();
    (others.peek().is_some() && others.all(|card| card.note.as_ref() == Some(first)))
        .then_some(first)
}

/// One structure in one of its roles.
pub fn card_view(visit: &Visit, card: &Card) -> Tag {
    view_of(visit, card, card.note.as_ref())
}

fn view_of(visit: &Visit, card: &Card, note: Option<&String>) -> Tag {
    let own = visit.find(&format!("structures.{}", card.id));
    let note = note.and_then(|note| visit.find(&format!("notes.{note}")));
    let zone = card.zone_unstated.then(|| visit.find(ui::ZONE_UNSTATED)).flatten();
    let remarks = [own, note, zone].into_iter().flatten();
    let near = card.near.then(|| classed("span", "op-near").text(visit.text(ui::NEAR)));
    let marks = classed("p", "op-marks")
        .child(badge(visit, &card.territory))
        .children(near)
        .children(state(visit, card.state));
    classed("article", "op-card")
        .attr("data-card", card.id.as_str())
        .attr("data-kind", card.kind.as_str())
        .child(heading(visit, 3, "op-name", card.name.clone()))
        .child(marks)
        .children(remarks.map(|remark| paragraph("op-remark", remark)))
        .child(contacts(visit, &card.id))
        .children(vcard_button(visit, &card.id))
}

/// The territory: by name, by colour and by pattern, the last two from its place
/// among the territories.
pub fn badge(visit: &Visit, territory: &str) -> Tag {
    let at = visit.data.filiere.territories.iter().position(|t| t.id == territory);
    let name = territory_name(&visit.data, territory);
    let told = match territory {
        _ if at.is_some() => visit.fill(ui::BADGE_TERRITORY, &[("territory", name)]),
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
    classed("span", class).attr("data-territory", territory).text(told)
}

/// A state other than plainly listed.
pub fn state(visit: &Visit, state: State) -> Option<Tag> {
    (state != State::Listed).then(|| {
        let told = visit.text(&format!("states.{}", state.id()));
        classed("strong", "op-state").attr("data-state", state.id()).text(told)
    })
}
