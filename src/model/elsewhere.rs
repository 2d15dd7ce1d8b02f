//! The neighbouring departments: what little is known, said as such.

use serde::{Deserialize, Serialize};

use super::{SourceRef, StructureId};

/// `elsewhere.json`.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Elsewhere {
    /// Where an editor finds the schema of this file.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// Departments that can be answered to the commune question.
    pub departments: Vec<Department>,
}

/// One department outside the filière.
///
/// Text: `elsewhere.<code>` (optional: what one should know there).
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Department {
    /// Its number (`91`), the id of the answer.
    pub code: String,
    /// Its name.
    pub name: String,
    /// What is known there, by kind.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub entries: Vec<ElsewhereEntry>,
}

/// A structure known in a department outside the filière.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ElsewhereEntry {
    /// `hopital-proximite`, `usp`, `contrat`… Texts: `rows.<kind>.name`, `rows.<kind>.does`.
    pub kind: String,
    /// The structure.
    pub structure: StructureId,
    /// Whether adults only are received there.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub adults_only: bool,
    /// Where it is known from.
    pub sources: Vec<SourceRef>,
}
