//! The communes of the filière.

use serde::{Deserialize, Serialize};

use super::{SourceRef, TerritoryId};

/// `communes.json`.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Communes {
    /// Where an editor finds the schema of this file.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// Every commune, in alphabetical order.
    pub communes: Vec<Commune>,
}

/// One commune.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Commune {
    /// INSEE code.
    pub code: String,
    /// Name.
    pub name: String,
    /// The name in four letters at most, for a small map, where its first ones are
    /// those of another commune too.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub short: Option<String>,
    /// Postal codes.
    pub postal: Vec<String>,
    /// Inhabitants.
    pub population: u32,
    /// Its territory.
    pub territory: TerritoryId,
    /// Latitude and longitude of its centroid, in degrees (WGS 84).
    pub centroid: [f64; 2],
    /// Column and row of its tile on the drawn map, from the north-west; absent:
    /// the dataset has no map.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tile: Option<[i8; 2]>,
    /// What its territory rests on.
    pub sources: Vec<SourceRef>,
}
