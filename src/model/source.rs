//! Where every datum comes from.

use serde::{Deserialize, Serialize};

/// `sources.json`.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Sources {
    /// Where an editor finds the schema of this file.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// The documents.
    pub sources: Vec<Source>,
}

/// A document.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Short id, cited by [`SourceRef`].
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its date, as precise as known: `2025`, `2021-01-08`; empty when undated.
    pub date: String,
    /// Its address, where it has a public one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// A citation: the id of a [`Source`], with `:line` or `:first-last` where the
/// document is cited by line (`001:134`).
#[derive(Clone, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct SourceRef(pub String);

impl SourceRef {
    /// The id of the document.
    pub fn source(&self) -> &str {
        self.0.split_once(':').map_or(&self.0, |(id, _)| id)
    }

    /// The line or lines, where given.
    pub fn lines(&self) -> Option<&str> {
        self.0.split_once(':').map(|(_, lines)| lines)
    }
}
