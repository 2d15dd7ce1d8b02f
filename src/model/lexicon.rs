//! The terms of the field, explained.

use serde::{Deserialize, Serialize};

use super::SourceRef;

/// `lexicon.json`.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Lexicon {
    /// Where an editor finds the schema of this file.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// The terms, in alphabetical order.
    pub terms: Vec<Term>,
}

/// One term. Text: `lexicon.<id>`, a plain definition of our own.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// Stable id.
    pub id: String,
    /// The term or acronym as it is written (`LISP`).
    pub term: String,
    /// What an acronym stands for, where a source says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expansion: Option<String>,
    /// Other forms found in texts (plurals, typing variants).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub forms: Vec<String>,
    /// Where the definition rests.
    pub sources: Vec<SourceRef>,
}
