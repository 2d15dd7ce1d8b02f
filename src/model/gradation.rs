//! The gradation: which team, by level of complexity and place of care.

use serde::{Deserialize, Serialize};

use super::{Join, RowId, SourceRef};

/// `gradation.json`.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Gradation {
    /// Where an editor finds the schema of this file.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// The levels, from the simplest to the most complex.
    pub levels: Vec<GradationLevel>,
}

/// One level. Texts: `gradation.<level>.title`, `gradation.<level>.situation`,
/// `gradation.<level>.support` (what the expert team does at this level).
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct GradationLevel {
    /// 1 to 3; the id of the answer to the question `niveau`.
    pub level: u8,
    /// Who comes together where the person lives.
    pub living: Vec<GradationCell>,
    /// Who comes together in hospital.
    pub hospital: Vec<GradationCell>,
    /// Where the sources state it.
    pub sources: Vec<SourceRef>,
}

/// One team in a cell of the gradation. Text: `gradation.teams.<team>`.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct GradationCell {
    /// Id of the team's text.
    pub team: String,
    /// How it joins the team before it.
    pub join: Join,
    /// The rows whose structures make up this team.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rows: Vec<RowId>,
}
