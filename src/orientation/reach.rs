//! Whom a visitor may reach.

use super::{Card, Outcome, Situation};
use crate::model::{ContactField, Dataset, OpenTo, Structure, Voice};

/// Whether a structure has a number.
pub fn has_phone(structure: &Structure) -> bool {
    structure.contacts.iter().any(|contact| contact.field == ContactField::Phone)
}

/// Whether whoever is spoken to in a voice may call a structure in that role: what
/// works for professionals only is no number for a family.
pub fn may_call(data: &Dataset, voice: Voice, kind: &str) -> bool {
    let access = data.row(kind).and_then(|row| row.access.as_ref());
    voice == Voice::Professional
        || access.is_none_or(|access| access.open_to.serves(OpenTo::Public))
}

/// Whether a source says that whoever asks may call a structure in the role of a row,
/// or the dataset that this line fits their need.
pub fn fits(situation: &Situation, kind: &str) -> bool {
    let data = situation.data;
    let voice = situation.voice();
    let Some(row) = data.row(kind) else { return voice == Voice::Professional };
    match (&row.outside, &row.access) {
        (Some(outside), _) => situation.holds(&outside.fits),
        (None, _) if voice == Voice::Professional => true,
        (None, access) => access.as_ref().is_some_and(|a| a.open_to.serves(OpenTo::Public)),
    }
}

/// The cards of an outcome by which this visitor reaches a human who fits the need: by
/// phone, or at a web address.
pub fn people<'a>(situation: &Situation, outcome: &'a Outcome) -> Vec<&'a Card> {
    let cards = outcome.groups.iter().flat_map(|group| &group.cards);
    let reached = |card: &&Card| {
        let structure = situation.data.structure(&card.id);
        let reached = structure.is_some_and(|structure| {
            structure.contacts.iter().any(|contact| contact.field != ContactField::Address)
        });
        reached && fits(situation, &card.kind) && !is_emergency(situation.data, &card.id)
    };
    cards.filter(reached).collect()
}

/// Whether a structure answers one of the emergency numbers.
pub fn is_emergency(data: &Dataset, structure: &str) -> bool {
    let numbers = &data.filiere.emergency;
    let contacts = data.structure(structure).into_iter().flat_map(|s| &s.contacts);
    contacts.clone().any(|c| numbers.iter().any(|emergency| emergency.number == c.value))
}
