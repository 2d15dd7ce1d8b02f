//! Rules: what an outcome offers, to whom, and where it stands.

use serde::{Deserialize, Serialize};

use super::{RowId, SourceRef, StructureId, Voice, When};

/// A rule: when it holds, its group stands in the outcome.
///
/// Texts: `groups.<text or group>.title` (what it is for the visitor, such that it can
/// follow a word that joins), and optionally `.body` and `.say` (what to say on the
/// phone); `.title.no-phone` and `.body.no-phone` where none of its structures has a
/// number, `.title.later` and `.body.later` where it is for the next working hours.
/// `rules.<id>`: why, in plain words.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Stable id.
    pub id: String,
    /// The group it makes; at most one rule of a group holds on any path.
    pub group: String,
    /// The key of the group's texts, when it differs from `group`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// When it holds; absent: always.
    #[serde(default)]
    pub when: When,
    /// How the group joins the ones before it.
    pub join: Join,
    /// Where its group stands in the outcome.
    #[serde(default, skip_serializing_if = "At::is_more")]
    pub at: At,
    /// When a group that stands under [`Stage::Now`] waits for [`Stage::Next`], in the
    /// words of `title.later` and `body.later`; absent: never.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub later: Option<When>,
    /// Whether this is somebody the visitor can speak to.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub contact: bool,
    /// What it offers. Empty: people named by the group's texts, such as the
    /// treating doctor, whom no directory lists.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub offer: Vec<Offer>,
    /// Where the rule comes from.
    pub sources: Vec<SourceRef>,
}

impl Rule {
    /// The key of the group's texts.
    pub fn text_key(&self) -> &str {
        self.text.as_deref().unwrap_or(&self.group)
    }
}

/// Where a group stands in the outcome.
#[derive(
    Clone, Copy, Debug, Default, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize,
)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// What to do now.
    Now,
    /// What to do next.
    Next,
    /// What can be added: folded, with what it is and how many.
    #[default]
    More,
}

/// Where a group stands, for everybody or by who reads.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum At {
    /// The same for everybody.
    Same(Stage),
    /// By who reads.
    By(StageBy),
}

/// Where a group stands, by who reads.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct StageBy {
    /// For whoever is not a professional.
    #[serde(default)]
    pub public: Stage,
    /// For a professional.
    #[serde(default)]
    pub professionnel: Stage,
}

impl Default for At {
    fn default() -> Self {
        Self::Same(Stage::More)
    }
}

impl At {
    /// Where it stands for whoever is spoken to in that voice.
    pub fn stage(self, voice: Voice) -> Stage {
        match self {
            Self::Same(stage) => stage,
            Self::By(by) if voice == Voice::Professional => by.professionnel,
            Self::By(by) => by.public,
        }
    }

    // serde hands over a reference.
    #[allow(clippy::trivially_copy_pass_by_ref)]
    fn is_more(&self) -> bool {
        *self == Self::default()
    }
}

/// How a group joins the ones before it.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Join {
    /// Together with what stands before.
    And,
    /// Instead of what stands before.
    Or,
    /// In addition, if needed.
    Optional,
}

/// What a rule offers.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Offer {
    /// The row's cell for the visitor's territory (and its cells for the whole
    /// department or region); when nothing is there, a typed absence.
    Row(RowId),
    /// One structure, wherever the visitor is.
    Structure(StructureId),
    /// What is known for the department the visitor named, of that kind
    /// (`hopital-proximite`, `usp`, `contrat`).
    Elsewhere(String),
}
