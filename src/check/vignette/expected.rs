//! An outcome in the terms of a vignette.

use crate::model::{ContactField, Dataset, Expected, ExpectedGroup, Rule, State};
use crate::orientation::{Card, Given, Group, Outcome};

impl Expected {
    /// An outcome in the terms of an expectation.
    pub fn of(data: &Dataset, outcome: &Outcome) -> Self {
        let absences = outcome.absences.iter().map(|a| {
            let commune = if a.commune_only { "/commune" } else { "" };
            format!("{}/{}/{}{commune}", a.kind, a.territory, a.state.id())
        });
        let reserved = outcome.reserved.iter();
        Self {
            on_call: outcome.on_call,
            professional: outcome.professional,
            voice: None,
            emergency: None,
            refinements: Some(outcome.refinements.iter().map(|next| next.id.clone()).collect()),
            groups: outcome.groups.iter().map(|group| ExpectedGroup::of(data, group)).collect(),
            absences: absences.collect(),
            reserved: reserved.map(|r| format!("{}/{}/{}", r.kind, r.territory, r.id)).collect(),
        }
    }
}

impl ExpectedGroup {
    fn of(data: &Dataset, group: &Group) -> Self {
        let cards = || group.cards.iter();
        let open = cards().filter(|card| card.zone_unstated);
        let special = cards().filter(|card| card.state != State::Listed);
        Self {
            group: group.id.clone(),
            text: text_key(data, group).filter(|key| *key != group.id).map(str::to_owned),
            join: group.join,
            at: group.at,
            contact: group.contact,
            structures: cards().map(|card| card.id.clone()).collect(),
            near: cards().filter(|card| card.near).map(|card| card.id.clone()).collect(),
            ask: cards().filter(|card| asks(data, card)).map(|card| card.id.clone()).collect(),
            through: cards().filter_map(|card| through(data, card)).collect(),
            zone_unstated: open.map(|card| card.id.clone()).collect(),
            states: special.map(|card| (card.id.clone(), card.state)).collect(),
            notes: cards().filter_map(|card| Some((card.id.clone(), card.note.clone()?))).collect(),
            why: group.rule.is_some().then(|| group.why.iter().map(Given::to_string).collect()),
        }
    }
}

/// Whether the first number of a structure is a switchboard's.
fn asks(data: &Dataset, card: &Card) -> bool {
    let contacts = data.structure(&card.id).into_iter().flat_map(|s| &s.contacts);
    let mut phones = contacts.filter(|contact| contact.field == ContactField::Phone);
    phones.next().is_some_and(|phone| phone.switchboard)
}

fn through(data: &Dataset, card: &Card) -> Option<(String, String)> {
    let row = data.structure(&card.id)?.through.clone()?;
    Some((card.id.clone(), row))
}

/// The key of the texts that a group is introduced with; none for the fallback of an
/// absence.
pub fn text_key<'a>(data: &'a Dataset, group: &Group) -> Option<&'a str> {
    let rule = data.flow.rules.iter().find(|rule| Some(&rule.id) == group.rule.as_ref());
    rule.map(Rule::text_key)
}
