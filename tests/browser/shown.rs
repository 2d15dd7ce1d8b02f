//! What a widget shows, as the vocabulary reads it.

use serde::Deserialize;

/// What stands on display.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq)]
pub struct Screen {
    /// `question`, `stop` or `outcome`.
    pub kind: String,
    /// The question's id, when it is one.
    pub question: Option<String>,
}

/// The outcome as it is shown.
#[derive(Clone, Debug, Deserialize)]
pub struct Outcome {
    /// The groups, in order.
    pub groups: Vec<Group>,
    /// What is told to be absent.
    pub absences: Vec<Absence>,
}

/// One group of an outcome.
#[derive(Clone, Debug, Deserialize)]
pub struct Group {
    /// Its id.
    pub id: String,
    /// All of its text.
    pub text: String,
    /// Its cards.
    pub cards: Vec<Card>,
}

/// One structure of an outcome.
#[derive(Clone, Debug, Deserialize)]
pub struct Card {
    /// The structure's id.
    pub id: String,
    /// All of its text.
    pub text: String,
}

/// Something told to be absent.
#[derive(Clone, Debug, Deserialize)]
pub struct Absence {
    /// The row.
    pub row: String,
    /// All of its text.
    pub text: String,
}
