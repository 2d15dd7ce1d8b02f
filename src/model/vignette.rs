//! Vignettes: one person's vignette and what they must be shown, as data that a
//! clinician reads, signs and amends.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Join, Map, SourceRef, Stage, State, Voice};

/// One file of `vignettes/`.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Vignettes {
    /// Where an editor finds the schema of this file.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// What these vignettes have in common, as the heading of the document.
    pub title: String,
    /// The vignettes.
    pub vignettes: Vec<Vignette>,
}

/// One vignette.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Vignette {
    /// Stable id.
    pub id: String,
    /// Who asks, where and what for, in words.
    pub situation: String,
    /// When, as read on a clock in France: `YYYY-MM-DDTHH:MM`.
    pub at: String,
    /// Question id → answer id.
    pub answers: Map<String>,
    /// What some of the questions must offer, and nothing else: question id → answer
    /// ids, in order.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub offered: BTreeMap<String, Vec<String>>,
    /// What must be shown.
    pub expected: Expected,
    /// What the expectation rests on.
    pub sources: Vec<SourceRef>,
}

/// What a vignette must lead to.
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

// serde hands over a reference.
#[allow(clippy::trivially_copy_pass_by_ref)]
fn is_more(at: &Stage) -> bool {
    *at == Stage::More
}
