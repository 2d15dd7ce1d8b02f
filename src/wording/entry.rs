//! A structure in one of its roles, as it is told.

use crate::directory::{phone_label, phone_link};
use crate::model::{
    Contact, ContactField, Dataset, State, Structure, TERRITORY_ELSEWHERE, Voice, ui,
};
use crate::orientation::{Card, has_phone, may_call};
use crate::wording::contact_origins;

use super::{Entry, Phone};

/// A structure of an outcome. `does` asks for what its role does as well.
pub fn entry_of(data: &Dataset, voice: Voice, card: &Card, does: bool) -> Entry {
    let text = |key: &str| data.texts.find(key, voice).map(str::to_owned);
    let structure = data.structure(&card.id);
    let contacts = structure.map_or(&[][..], |s| s.contacts.as_slice());
    let phones = phones(data, voice, &card.name, contacts);
    Entry {
        structure: card.id.clone(),
        kind: card.kind.clone(),
        territory: card.territory.clone(),
        name: card.name.clone(),
        does: does.then(|| text(&format!("rows.{}.does", card.kind))).flatten(),
        state: (card.state != State::Listed).then(|| {
            (card.state, text(&format!("states.{}", card.state.id())).unwrap_or_default())
        }),
        near: card.near.then(|| data.texts.get(ui::NEAR, voice).to_owned()),
        ask: ask(data, voice, &card.kind, contacts),
        remarks: remarks(data, voice, card, structure, !phones.is_empty()),
        phones,
        addresses: values(contacts, ContactField::Address),
        web: values(contacts, ContactField::Web),
        origins: (!contacts.is_empty()).then(|| contact_origins(data, voice, contacts)),
    }
}

/// A structure by itself, for whoever keeps its contact.
pub fn listed_entry(data: &Dataset, voice: Voice, structure: &Structure, kind: &str) -> Entry {
    let card = Card {
        id: structure.id.clone(),
        kind: kind.to_owned(),
        name: structure.name.clone(),
        territory: TERRITORY_ELSEWHERE.to_owned(),
        state: State::Listed,
        near: false,
        zone_unstated: false,
        note: None,
        sources: Vec::new(),
    };
    entry_of(data, voice, &card, false)
}

fn phones(data: &Dataset, voice: Voice, name: &str, contacts: &[Contact]) -> Vec<Phone> {
    let phones = contacts.iter().filter(|contact| contact.field == ContactField::Phone);
    phones
        .map(|contact| {
            let label = phone_label(&contact.value);
            let call = data.texts.say(&ui::call(&label), voice);
            Phone {
                digits: contact.value.clone(),
                link: phone_link(&contact.value),
                call: format!("{call}, {name}"),
                label,
                // A short number is the country's, and does not change with the years.
                year: match contact.value.len() {
                    ..=4 => String::new(),
                    _ => contact.date.get(..4).unwrap_or_default().to_owned(),
                },
            }
        })
        .collect::<Vec<_>>()
}

/// Whom to ask for, where the first number is a switchboard.
fn ask(data: &Dataset, voice: Voice, kind: &str, contacts: &[Contact]) -> Option<String> {
    let phone = contacts.iter().find(|contact| contact.field == ContactField::Phone)?;
    let ask = data.texts.find(&format!("rows.{kind}.ask"), voice).filter(|_| phone.switchboard)?;
    Some(data.texts.say(&ui::outcome_ask(ask), voice))
}

fn values(contacts: &[Contact], field: ContactField) -> Vec<String> {
    contacts.iter().filter(|c| c.field == field).map(|c| c.value.clone()).collect::<Vec<_>>()
}

/// What only this structure needs, what is noted of it here, what is not known of it.
fn remarks(
    data: &Dataset,
    voice: Voice,
    card: &Card,
    structure: Option<&Structure>,
    reached: bool,
) -> Vec<String> {
    let text = |key: String| data.texts.find(&key, voice).map(str::to_owned);
    let own = text(format!("structures.{}", card.id));
    let note = card.note.as_ref().and_then(|note| text(format!("notes.{note}")));
    let zone = card.zone_unstated.then(|| text(ui::ZONE_UNSTATED.to_owned())).flatten();
    let through = structure.filter(|_| !reached).and_then(|s| through(data, voice, card, s));
    let web = structure.is_some_and(|s| s.contacts.iter().any(|c| c.field == ContactField::Web));
    let unknown = !reached && !web && through.is_none();
    let unknown = unknown.then(|| text(ui::OUTCOME_NO_NUMBER.to_owned())).flatten();
    let access = (reached && !may_call(data, voice, &card.kind))
        .then(|| text(ui::ACCESS_PROFESSIONALS.to_owned()))
        .flatten();
    [own, note, zone, through, unknown, access].into_iter().flatten().collect::<Vec<_>>()
}

/// Through whom it is reached, where these have a number.
fn through(data: &Dataset, voice: Voice, card: &Card, structure: &Structure) -> Option<String> {
    let row = data.row(structure.through.as_ref()?)?;
    let cell = row.cells.get(&card.territory)?;
    let mut placed = cell.placements.iter().filter_map(|p| data.structure(&p.structure));
    let way = placed.find(|other| has_phone(other))?;
    Some(data.texts.say(&ui::outcome_through(&way.name), voice))
}
