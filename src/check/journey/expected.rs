//! What a situation must lead to.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::model::{ContactField, Dataset, Join, Rule, Stage, State, Voice};
use crate::orientation::{Card, Given, Group, Outcome};

/// What a situation must lead to.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Expected {
    /// Whether the hours that count are on call.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub on_call: bool,
    /// Whether the visitor is spoken to as a professional.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub professional: bool,
    /// The voice in which they are spoken to; absent: not verified here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub voice: Option<Voice>,
    /// The emergency numbers, the first one first; absent: not verified here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub emergency: Option<Vec<String>>,
    /// The questions offered to sharpen it, in order; absent: not verified here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refinements: Option<Vec<String>>,
    /// Who helps, in order.
    pub groups: Vec<ExpectedGroup>,
    /// What is told absent, as `row/territory/state`; `/commune` follows when the
    /// territory has something for other communes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub absences: Vec<String>,
    /// What is told to be kept for other patients, as `row/territory/structure`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reserved: Vec<String>,
}

/// One group of an expected outcome.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ExpectedGroup {
    /// The group's id.
    pub group: String,
    /// The texts it is introduced with, as their key in `texts/fr/groups.json`; absent:
    /// those of its id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// How it joins the ones before it.
    pub join: Join,
    /// Where it stands; absent: among what can be added.
    #[serde(default, skip_serializing_if = "is_more")]
    pub at: Stage,
    /// Whether it is somebody to speak to.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub contact: bool,
    /// Its structures, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub structures: Vec<String>,
    /// Those that are said to be of the visitor's commune.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub near: Vec<String>,
    /// Those that a switchboard answers for, where one is told whom to ask for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ask: Vec<String>,
    /// Those that are reached through a row for want of a number, with that row.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub through: BTreeMap<String, String>,
    /// The state of those that are not simply listed.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub states: BTreeMap<String, State>,
    /// Those of which it is said that the sources leave open whom they serve.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub zone_unstated: Vec<String>,
    /// The remark that goes with some of them, as its key in `texts/fr/notes.json`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub notes: BTreeMap<String, String>,
    /// The answers that explain it, as `question=answer`; absent: not verified here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<Vec<String>>,
}

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

// serde hands over a reference.
#[allow(clippy::trivially_copy_pass_by_ref)]
fn is_more(at: &Stage) -> bool {
    *at == Stage::More
}

/// The key of the texts that a group is introduced with; none for the fallback of an
/// absence.
pub fn text_key<'a>(data: &'a Dataset, group: &Group) -> Option<&'a str> {
    let rule = data.flow.rules.iter().find(|rule| Some(&rule.id) == group.rule.as_ref());
    rule.map(Rule::text_key)
}
