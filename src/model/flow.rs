//! The decision flow: questions, where each answer leads, and the rules that
//! turn the answers into an outcome.

use serde::{Deserialize, Serialize};

use super::{AnswerId, QuestionId, Rule, Voice, When};

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
