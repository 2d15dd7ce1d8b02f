//! What no outcome may lack, and what none may show.

use std::collections::BTreeSet;

use crate::model::{Dataset, State};
use crate::orientation::{Card, Group, Outcome, Situation};

use super::seen::Seen;

/// Notes the faults of one outcome.
pub(super) fn note_faults<'a>(situation: &Situation<'a>, outcome: &Outcome, seen: &mut Seen<'a>) {
    let data = situation.data;
    let mut fault = |rule: Option<&str>, what: &'static str| {
        seen.fault(rule_pointer(data, rule), what, situation);
    };
    if data.filiere.emergency.is_empty() {
        fault(None, "aucun numéro d’urgence");
    }
    if !outcome.groups.iter().any(|group| group.contact) {
        fault(None, "aucun interlocuteur humain");
    }
    let mut cards = outcome.groups.iter().flat_map(|group| &group.cards);
    if cards.next().is_none() && outcome.absences.is_empty() {
        fault(None, "ni structure, ni absence dite");
    }
    let mut groups = BTreeSet::new();
    for group in &outcome.groups {
        if !groups.insert(&group.id) {
            fault(group.rule.as_deref(), "le groupe figure deux fois");
        }
        if let Some(what) = misplaced(situation, group) {
            fault(group.rule.as_deref(), what);
        }
    }
}

/// A card that this person may not be offered.
fn misplaced(situation: &Situation, group: &Group) -> Option<&'static str> {
    let child = situation.data.flow.child.as_ref().is_some_and(|when| situation.holds(when));
    if child && group.cards.iter().any(|card| is_for_adults(situation.data, card)) {
        return Some("un enfant est orienté vers un lit d’adulte");
    }
    let reserved = group.cards.iter().any(|card| is_out_of_bounds(situation, card));
    reserved.then_some("un service réservé est proposé à d’autres")
}

fn is_for_adults(data: &Dataset, card: &Card) -> bool {
    if card.territory != "elsewhere" {
        return data.row(&card.kind).is_some_and(|row| row.adults_only);
    }
    let mut entries = data.elsewhere.departments.iter().flat_map(|d| &d.entries);
    entries.any(|e| e.kind == card.kind && e.structure == card.id && e.adults_only)
}

/// A service kept for its own patients, shown to somebody it does not follow.
fn is_out_of_bounds(situation: &Situation, card: &Card) -> bool {
    if card.state != State::OwnPatients {
        return false;
    }
    let cell = situation.data.row(&card.kind).and_then(|row| row.cells.get(&card.territory));
    let placement = cell.and_then(|cell| cell.placements.iter().find(|p| p.structure == card.id));
    placement.and_then(|p| p.only.as_ref()).is_none_or(|only| !situation.holds(only))
}

fn rule_pointer(data: &Dataset, id: Option<&str>) -> String {
    let at = data.flow.rules.iter().position(|rule| Some(rule.id.as_str()) == id);
    at.map_or_else(|| "/rules".to_owned(), |i| format!("/rules/{i}"))
}
