//! A journey: one person's situation and what they must be shown, as data that a
//! clinician reads, signs and amends.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::model::{Dataset, Join, SourceRef, State};
use crate::orientation::{Answers, Group, LocalTime, Outcome, Session, is_on_call, outcome};

/// One file of `journeys/`.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Journeys {
    /// Where an editor finds the schema of this file.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// What these situations have in common, as the heading of the document.
    pub title: String,
    /// The situations.
    pub journeys: Vec<Journey>,
}

/// One situation.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Journey {
    /// Stable id.
    pub id: String,
    /// Who asks, where and what for, in words.
    pub situation: String,
    /// When, as read on a clock in France: `YYYY-MM-DDTHH:MM`.
    pub at: String,
    /// Question id → answer id.
    pub answers: Answers,
    /// What must be shown.
    pub expected: Expected,
    /// What the expectation rests on.
    pub sources: Vec<SourceRef>,
}

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
    /// The emergency numbers, the first one first; absent: not verified here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub emergency: Option<Vec<String>>,
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
    /// How it joins the ones before it.
    pub join: Join,
    /// Whether it is somebody to speak to.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub contact: bool,
    /// Its structures, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub structures: Vec<String>,
    /// Those that are said to be of the visitor's commune.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub near: Vec<String>,
    /// The state of those that are not simply listed.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub states: BTreeMap<String, State>,
    /// The remark that goes with some of them, as its key in `texts/fr/notes.json`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub notes: BTreeMap<String, String>,
    /// The answers that explain it, as `question=answer`; absent: not verified here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<Vec<String>>,
}

impl Journey {
    /// What the dataset shows in this situation; an error tells what is wrong with
    /// the journey itself.
    pub fn play(&self, data: &Dataset) -> Result<Outcome, String> {
        let at: LocalTime = self.at.parse()?;
        let on_call = is_on_call(at, &data.filiere.hours);
        let outcome = outcome(data, &Session::replay(data, on_call, self.answers.clone()));
        match &outcome {
            Outcome { complete: false, next, .. } => {
                let next = next.as_ref().map_or("?", |next| next.id.as_str());
                Err(format!("la question « {next} » reste sans réponse"))
            }
            Outcome { dropped, .. } if !dropped.is_empty() => {
                Err(format!("réponses hors du parcours : {}", dropped.join(", ")))
            }
            _ => Ok(outcome),
        }
    }

    /// Where the dataset departs from what is expected; none: it holds.
    pub fn differences(&self, data: &Dataset) -> Vec<String> {
        match self.play(data) {
            Err(problem) => vec![problem],
            Ok(outcome) => {
                let numbers = data.filiere.emergency.iter().map(|e| e.number.clone()).collect();
                let found = Expected { emergency: Some(numbers), ..Expected::of(&outcome) };
                self.expected.differences(&found)
            }
        }
    }
}

impl Expected {
    /// An outcome in the terms of an expectation.
    pub fn of(outcome: &Outcome) -> Self {
        let absences = outcome.absences.iter().map(|a| {
            let commune = if a.commune_only { "/commune" } else { "" };
            format!("{}/{}/{}{commune}", a.kind, a.territory, a.state.id())
        });
        let reserved = outcome.reserved.iter();
        Self {
            on_call: outcome.on_call,
            professional: outcome.professional,
            emergency: None,
            groups: outcome.groups.iter().map(ExpectedGroup::of).collect(),
            absences: absences.collect(),
            reserved: reserved.map(|r| format!("{}/{}/{}", r.kind, r.territory, r.id)).collect(),
        }
    }

    fn differences(&self, found: &Self) -> Vec<String> {
        let mut told = Vec::new();
        if self.on_call != found.on_call {
            told.push(format!("astreinte attendue : {}", self.on_call));
        }
        if self.professional != found.professional {
            told.push(format!("adresse à un professionnel attendue : {}", self.professional));
        }
        if self.emergency.is_some() && self.emergency != found.emergency {
            let (wanted, found) = (&self.emergency, &found.emergency);
            told.push(format!("numéros d’urgence : {wanted:?} attendu, {found:?} trouvé"));
        }
        for at in 0..self.groups.len().max(found.groups.len()) {
            let (wanted, found) = (self.groups.get(at), found.groups.get(at));
            if !wanted.zip(found).is_some_and(|(wanted, found)| wanted.is_met_by(found)) {
                told.push(format!("groupe n° {} : {wanted:?} attendu, {found:?} trouvé", at + 1));
            }
        }
        for (what, wanted, found) in [
            ("absences", &self.absences, &found.absences),
            ("réservés", &self.reserved, &found.reserved),
        ] {
            if wanted != found {
                told.push(format!("{what} : {wanted:?} attendu, {found:?} trouvé"));
            }
        }
        told
    }
}

impl ExpectedGroup {
    /// Whether a group is what is expected; its reasons only where they are.
    fn is_met_by(&self, found: &Self) -> bool {
        self.shown() == found.shown() && (self.why.is_none() || self.why == found.why)
    }

    fn shown(&self) -> impl PartialEq {
        let Self { group, join, contact, structures, near, states, notes, why: _ } = self;
        (group, join, contact, structures, near, states, notes)
    }

    fn of(group: &Group) -> Self {
        let cards = || group.cards.iter();
        let special = cards().filter(|card| card.state != State::Listed);
        Self {
            group: group.id.clone(),
            join: group.join,
            contact: group.contact,
            structures: cards().map(|card| card.id.clone()).collect(),
            near: cards().filter(|card| card.near).map(|card| card.id.clone()).collect(),
            states: special.map(|card| (card.id.clone(), card.state)).collect(),
            notes: cards().filter_map(|card| Some((card.id.clone(), card.note.clone()?))).collect(),
            why: group.rule.is_some().then(|| group.why.clone()),
        }
    }
}
