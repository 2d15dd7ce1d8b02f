//! The identity of a filière.

use serde::{Deserialize, Serialize};

use super::{SourceRef, TerritoryId};

/// `filiere.json`.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Filiere {
    /// Where an editor finds the schema of this file.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// Short id (`92`).
    pub id: String,
    /// Name of the department or territory it covers.
    pub name: String,
    /// Version of the data; changes with each amendment.
    pub version: String,
    /// Date of the data, `YYYY-MM-DD`.
    pub date: String,
    /// Date by which it should have been reviewed, `YYYY-MM-DD`.
    pub review: String,
    /// Its territories, in the order of the contract's columns.
    pub territories: Vec<Territory>,
    /// The numbers for a vital emergency, the first one first.
    pub emergency: Vec<EmergencyNumber>,
    /// Working hours and what lies outside of them.
    pub hours: Hours,
    /// The structure that stands for the regional directory: the last resort.
    pub directory: String,
    /// The row of the coordination service, offered wherever something is missing.
    pub coordination: String,
    /// Address to which an error is reported; absent: no such link is shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub report_to: Option<String>,
    /// Where the above stands in the sources.
    pub sources: Vec<SourceRef>,
}

/// A territory of the filière. Text: `territories.<id>` (in running text).
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Territory {
    /// Stable id.
    pub id: TerritoryId,
    /// Its name.
    pub name: String,
}

/// A number to call or to write to in a vital emergency. Text: `emergency.<number>`.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct EmergencyNumber {
    /// Digits only.
    pub number: String,
    /// Whether it is written to: it answers no voice.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub sms: bool,
    /// Where it is known from.
    pub sources: Vec<SourceRef>,
}

/// Working hours, in the local time of France; everything else is on-call time.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Hours {
    /// Hour at which a working day opens (included), 0 to 23.
    pub open: u8,
    /// Hour at which it closes (excluded), 1 to 24.
    pub close: u8,
    /// Where the sources state it.
    pub sources: Vec<SourceRef>,
}
