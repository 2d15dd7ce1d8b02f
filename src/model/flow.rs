//! The decision flow: questions, where each answer leads, and the rules that
//! turn the answers into an outcome.

use serde::{Deserialize, Serialize};

use super::{AnswerId, QuestionId, RowId, SourceRef, StructureId, Voice, When};

/// `flow.json`.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Flow {
    /// Where an editor finds the schema of this file.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// The first question.
    pub start: QuestionId,
    /// To whom one speaks: the first that holds. None holds: to whoever it is.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub voices: Vec<SpokenTo>,
    /// When the person cared for is a child, who is never sent where adults only are
    /// received; absent: never.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub child: Option<When>,
    /// Every question, in reading order.
    pub questions: Vec<Question>,
    /// The kinds of end that the drawing tells apart: the first that holds names the
    /// end of a path. None: every path ends in the same one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ends: Vec<End>,
    /// What the outcome is made of, in the order in which it is shown.
    pub rules: Vec<Rule>,
}

impl Flow {
    /// When the visitor is a professional; `None`: never.
    pub fn professional(&self) -> Option<&When> {
        let spoken = self.voices.iter().find(|spoken| spoken.voice == Voice::Professional);
        spoken.map(|spoken| &spoken.when)
    }
}

/// When a voice is used.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SpokenTo {
    /// The voice.
    pub voice: Voice,
    /// When it is used.
    pub when: When,
}

/// One question, one screen.
///
/// Texts: `questions.<id>.legend`, `questions.<id>.hint` (optional).
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Stable id.
    pub id: QuestionId,
    /// How it is answered.
    #[serde(default, skip_serializing_if = "QuestionKind::is_choice")]
    pub kind: QuestionKind,
    /// When it only sharpens the outcome: it is offered there, and never required; until
    /// it is answered, it counts as answered by [`super::UNKNOWN`]. Absent: never.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refines: Option<When>,
    /// Answers that lead to the same people on every path, and stay apart all the same.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub alike: Vec<Alike>,
    /// Where an answer leads that names no target of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Target>,
    /// The answers offered, in order; none for a question of kind `commune`,
    /// whose answers are the communes and departments of the dataset.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub answers: Vec<Answer>,
}

impl Question {
    /// Where an answer leads: its own target, else the question's.
    pub fn target(&self, answer: &str) -> Option<&Target> {
        let own = self.answers.iter().find(|a| a.id == answer).and_then(|a| a.to.as_ref());
        own.or(self.to.as_ref())
    }
}

/// Answers kept apart though they lead to the same people: whoever gives one would not
/// find themselves in the other.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Alike {
    /// The answers, two or more.
    pub answers: Vec<AnswerId>,
    /// Why they stay apart, for whoever revises the data; no visitor reads it.
    pub reason: String,
}

/// How a question is answered.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum QuestionKind {
    /// One of the listed answers.
    #[default]
    Choice,
    /// A commune of the dataset, a department nearby, or neither.
    Commune,
    /// Not a question but a stop: the outcome is complete as it stands, and its
    /// one answer resumes the questions ("continue all the same").
    Stop,
}

impl QuestionKind {
    // serde hands over a reference.
    #[allow(clippy::trivially_copy_pass_by_ref)]
    fn is_choice(&self) -> bool {
        *self == Self::Choice
    }
}

/// One answer.
///
/// Texts: `questions.<question>.<id>`, and optionally
/// `questions.<question>.<id>.hint`.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// Stable id within the question.
    pub id: AnswerId,
    /// When this answer is offered; absent: always.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<When>,
    /// Where it leads; absent: where the question leads.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Target>,
}

/// Where an answer leads: a question's id, [`super::OUTCOME`], or branches of
/// which the first that holds is taken.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Target {
    /// Always there.
    Always(String),
    /// The first that holds; the last one asks nothing.
    Branches(Vec<Branch>),
}

/// One branch of a [`Target`].
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Branch {
    /// When this branch is taken; absent: always.
    #[serde(default)]
    pub when: When,
    /// A question's id or [`super::OUTCOME`].
    pub to: String,
}

/// A kind of end of the questions, one box of the drawing; it decides nothing.
///
/// Text: `ends.<id>`.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct End {
    /// Stable id.
    pub id: String,
    /// Which paths end there; absent: all that are left.
    #[serde(default)]
    pub when: When,
}

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
