//! The coverage table: for each guarantee that a filière owes, what is listed in
//! each territory, and in which state.

use serde::{Deserialize, Serialize};

use super::{Map, RowId, SourceRef, StructureId, When};

/// `table.json`.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Table {
    /// Where an editor finds the schema of this file.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// The guarantees that group the rows, in the order of the instruction.
    pub guarantees: Vec<Guarantee>,
    /// The rows, in the order of the contract's table.
    pub rows: Vec<Row>,
}

/// A guarantee that a filière owes. Text: `guarantees.<id>`.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Guarantee {
    /// Stable id.
    pub id: String,
    /// Where the sources state it.
    pub sources: Vec<SourceRef>,
}

/// One kind of resource.
///
/// Texts: `rows.<id>.name` (the field's term), `rows.<id>.of` (as families call it,
/// after « nous ne connaissons pas »; not for what stands outside the contract),
/// `rows.<id>.does` (what it does, in plain words), `rows.<id>.ask` (whom to ask for at
/// a switchboard; needed where a structure of the row has one).
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Row {
    /// Stable id.
    pub id: RowId,
    /// The guarantee it answers; none for what stands outside the contract.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub guarantee: Option<String>,
    /// Set for a public line that people answer, but that the contract does not list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outside: Option<Outside>,
    /// In which places it works; used by the directory's filters.
    pub places: Vec<CareSetting>,
    /// Levels of the gradation it belongs to (1 to 3); none: not graded.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub levels: Vec<u8>,
    /// How a visitor's commune narrows a cell.
    #[serde(default)]
    pub reach: Reach,
    /// Whether adults only are received there.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub adults_only: bool,
    /// Whether the nearest resource of another territory helps where the
    /// visitor's own has none.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub nearest: bool,
    /// Who may turn to it directly; none where no source says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub access: Option<Access>,
    /// A cell for each territory, or one for the whole department or region.
    pub cells: Map<Cell>,
}

/// A line outside the contract: it follows what the contract lists, or stands in
/// where that has no number.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Outside {
    /// Whose needs it fits, as a condition on the answers.
    pub fits: When,
    /// Whether it answers any question: it never stands before a resource made for
    /// the need that has a number.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub general: bool,
}

/// Who may turn to a resource directly. Text: `ui.access.<open_to>`.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Access {
    /// To whom it is open.
    pub open_to: OpenTo,
    /// Where the sources say so.
    pub sources: Vec<SourceRef>,
}

/// To whom a resource is open.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum OpenTo {
    /// To whoever needs it.
    Public,
    /// To professionals, who call it in for their patients.
    Professionals,
    /// To professionals first, and to the public who asks.
    Both,
}

impl OpenTo {
    /// The id used in data and texts.
    pub fn id(self) -> &'static str {
        match self {
            Self::Public => "public",
            Self::Professionals => "professionals",
            Self::Both => "both",
        }
    }

    /// Whether whoever looks for `wanted` is served.
    pub fn serves(self, wanted: Self) -> bool {
        self == wanted || self == Self::Both
    }
}

/// Where a resource works.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Ord, PartialEq, PartialOrd, Serialize)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum CareSetting {
    /// At home.
    Domicile,
    /// In an EHPAD or another social or medico-social home.
    Etablissement,
    /// In hospital.
    Hopital,
    /// Not tied to a place (support by phone, training…).
    Distance,
}

/// How a visitor's commune narrows a cell.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Reach {
    /// The whole cell is offered; what names the commune comes first.
    #[default]
    Territory,
    /// What lists communes is offered to these only; when nothing is left for the
    /// visitor's commune, the cell is empty for them.
    Commune,
}

/// What one territory has for a row.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Cell {
    /// The state of the cell, always said.
    pub state: State,
    /// What stands in the cell; none when it is empty or not covered.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub placements: Vec<Placement>,
    /// Where the sources show the cell.
    pub sources: Vec<SourceRef>,
}

/// The state of a cell or of what stands in it.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// Listed without reserve.
    Listed,
    /// For the patients that the structure already follows.
    OwnPatients,
    /// Being deployed.
    Deploying,
    /// If it can at that moment.
    SubjectToAvailability,
    /// The sources leave the cell empty.
    Empty,
    /// The sources say that the territory is not covered.
    NotCovered,
}

impl State {
    /// Whether nothing stands in a cell of this state.
    pub fn is_absence(self) -> bool {
        matches!(self, Self::Empty | Self::NotCovered)
    }

    /// The id used in data, output and texts (`states.<id>`).
    pub fn id(self) -> &'static str {
        match self {
            Self::Listed => "listed",
            Self::OwnPatients => "own-patients",
            Self::Deploying => "deploying",
            Self::SubjectToAvailability => "subject-to-availability",
            Self::Empty => "empty",
            Self::NotCovered => "not-covered",
        }
    }
}

/// A structure in a cell.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Placement {
    /// The structure's id.
    pub structure: StructureId,
    /// Its state when it differs from the cell's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<State>,
    /// Whom it is for, as a condition on the answers: it is offered to nobody
    /// else, and it follows the person into any territory.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub only: Option<When>,
    /// The communes it serves or is named after, as INSEE codes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub communes: Vec<String>,
    /// What `communes` rests on.
    #[serde(default)]
    pub zone: Zone,
    /// Key of a remark in the texts (`notes.<key>`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Where it is listed, when more precise than the cell.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<SourceRef>,
}

/// What is known of the zone a structure serves.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Zone {
    /// The territory, or the communes listed.
    #[default]
    Stated,
    /// It serves some communes that the sources do not name: it is offered where
    /// nothing else serves the visitor's commune, and says so.
    Unstated,
}
