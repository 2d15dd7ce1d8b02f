//! What an orientation says: the shape of `orient --json` and of the outcome
//! screen alike.

use std::fmt;

use serde::{Serialize, Serializer};

use crate::model::{Join, SourceRef, Stage, State};

/// The outcome of a session, or the question that is still open.
#[derive(Clone, Debug, Hash, PartialEq, Serialize)]
pub struct Outcome {
    /// Whether the questions are over (or stand at a stop).
    pub complete: bool,
    /// The question that waits for an answer.
    pub next: Option<Next>,
    /// Whether the hours that count are on call.
    pub on_call: bool,
    /// Whether the visitor is spoken to as a professional.
    pub professional: bool,
    /// Questions that would sharpen the outcome; none is needed.
    pub refinements: Vec<Next>,
    /// Who helps, in order.
    pub groups: Vec<Group>,
    /// What the sources do not list for this visitor.
    pub absences: Vec<Absence>,
    /// What exists, but for other patients.
    pub reserved: Vec<Reserved>,
    /// Answers that the path no longer asks for.
    pub dropped: Vec<Given>,
}

/// An answer that was given, or the value of a derived variable. `question=answer` where it
/// is written out.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub struct Given {
    /// The question's id, or the variable's.
    pub question: String,
    /// The answer's id, or the value.
    pub answer: String,
}

impl Given {
    /// That answer to that question.
    pub fn new(question: &str, answer: &str) -> Self {
        Self { question: question.to_owned(), answer: answer.to_owned() }
    }
}

impl fmt::Display for Given {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}={}", self.question, self.answer)
    }
}

impl Serialize for Given {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// A question that waits for an answer.
#[derive(Clone, Debug, Hash, PartialEq, Serialize)]
pub struct Next {
    /// The question's id.
    pub id: String,
    /// The ids of the answers it offers.
    pub answers: Vec<String>,
}

/// One group of an outcome.
#[derive(Clone, Debug, Hash, PartialEq, Serialize)]
pub struct Group {
    /// Its id.
    pub id: String,
    /// How it joins the groups before it.
    pub join: Join,
    /// Where it stands in the outcome.
    pub at: Stage,
    /// What it is for the visitor, in their voice.
    pub role: String,
    /// More about it, in their voice; may be empty.
    pub body: String,
    /// What to say or ask there, word for word.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub say: Option<String>,
    /// Whether it names somebody to speak to.
    pub contact: bool,
    /// The rule that put it there; `None` for the fallback of an absence.
    pub rule: Option<String>,
    /// The answers that led to it.
    pub why: Vec<Given>,
    /// Where the rule stands in the sources.
    pub sources: Vec<SourceRef>,
    /// Its structures; none when its texts name people whom no directory lists.
    pub cards: Vec<Card>,
}

/// A structure in one of its roles.
#[derive(Clone, Debug, Hash, PartialEq, Serialize)]
pub struct Card {
    /// The structure's id.
    pub id: String,
    /// The row it stands in: its role here.
    pub kind: String,
    /// Its name.
    pub name: String,
    /// The territory, `departement`, `region`, or `elsewhere`.
    pub territory: String,
    /// Its state.
    pub state: State,
    /// Whether it serves or is named after the visitor's commune.
    pub near: bool,
    /// Whether the sources leave open which communes it serves.
    pub zone_unstated: bool,
    /// Key of a remark in the texts (`notes.<key>`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Where it is listed.
    pub sources: Vec<SourceRef>,
}

/// Nothing listed, where something was looked for.
#[derive(Clone, Debug, Hash, PartialEq, Serialize)]
pub struct Absence {
    /// The row.
    pub kind: String,
    /// The territory.
    pub territory: String,
    /// `empty` or `not-covered`.
    pub state: State,
    /// Whether the territory has something, but for other communes.
    pub commune_only: bool,
    /// Where the sources show it.
    pub sources: Vec<SourceRef>,
}

/// Something that exists, but for patients other than this one.
#[derive(Clone, Debug, Hash, PartialEq, Serialize)]
pub struct Reserved {
    /// The structure's id.
    pub id: String,
    /// The row.
    pub kind: String,
    /// Its name.
    pub name: String,
    /// The territory.
    pub territory: String,
    /// Where it is listed.
    pub sources: Vec<SourceRef>,
}
