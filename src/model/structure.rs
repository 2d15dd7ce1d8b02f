//! The named structures and services, and how one reaches them.

use serde::{Deserialize, Serialize};

use super::{RowId, SourceRef, StructureId};

/// `structures.json`.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Structures {
    /// Where an editor finds the schema of this file.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// Every structure, once, whatever its roles.
    pub structures: Vec<Structure>,
}

/// A structure or service. Its roles are the cells of the table it stands in.
///
/// Text: `structures.<id>` (optional: one sentence that only it needs).
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Structure {
    /// Stable id.
    pub id: StructureId,
    /// Its name, in the usual spelling.
    pub name: String,
    /// Other spellings, typing variants of the sources included: for search.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// Its number in the national register of establishments (FINESS), nine characters,
    /// where a source gives it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub finess: Option<String>,
    /// INSEE code of the commune it stands in, where a source says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub commune: Option<String>,
    /// Latitude and longitude in degrees (WGS 84), where a source gives them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub position: Option<[f64; 2]>,
    /// The structure that carries it, where a source says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub carried_by: Option<StructureId>,
    /// The row through which one reaches it, when it has no number of its own: said
    /// only where that row has one for the visitor.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub through: Option<RowId>,
    /// How one reaches it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contacts: Vec<Contact>,
    /// Where it is named.
    pub sources: Vec<SourceRef>,
}

/// One way to reach a structure.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// What it is.
    pub field: ContactField,
    /// The value. A phone number is written in digits only (`0147591234`, `15`):
    /// its label and its link are both made from this field.
    pub value: String,
    /// Whether it is the switchboard of an establishment: one has to say whom one
    /// wants (`rows.<row>.ask`).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub switchboard: bool,
    /// Where it was found.
    pub source: SourceRef,
    /// When it was true: a year, a month or a day (`2021-01-08`).
    pub date: String,
}

/// What a [`Contact`] is.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ContactField {
    /// A phone number, digits only.
    Phone,
    /// A postal address, on one line.
    Address,
    /// A web address (`https://…`).
    Web,
}
