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
    /// All of its text, what is folded included, what is for paper only left out.
    pub text: String,
    /// Its parts, in order.
    pub parts: Vec<Part>,
    /// The groups, in order.
    pub groups: Vec<Group>,
    /// What is told to be absent.
    pub absences: Vec<Absence>,
}

/// What stands under one heading of an outcome.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq)]
pub struct Part {
    /// Its id.
    pub id: String,
    /// Its heading.
    pub title: String,
    /// Whether all of it waits behind the heading.
    pub folded: bool,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// One thing to do, or one thing that is missing.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq)]
pub struct Block {
    /// The id of the group; of the row for an absence.
    pub id: String,
    /// Whether it tells an absence.
    pub absence: bool,
    /// Its heading.
    pub title: String,
    /// Whether all of it waits behind the heading.
    pub folded: bool,
    /// Its structures, those that wait included.
    pub cards: Vec<Entry>,
}

/// A structure in one of its roles.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq)]
pub struct Entry {
    /// The structure's id.
    pub id: String,
    /// The row it stands in.
    pub kind: String,
    /// Its name.
    pub name: String,
    /// Whether it waits behind « Voir les autres ».
    pub behind: bool,
    /// What is said of its being near.
    pub near: Option<String>,
    /// Its state, and how that is told.
    pub state: Option<[String; 2]>,
    /// Its numbers: link, label, year.
    pub phones: Vec<[String; 3]>,
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
}

/// Something told to be absent.
#[derive(Clone, Debug, Deserialize)]
pub struct Absence {
    /// The row.
    pub row: String,
    /// All of its text.
    pub text: String,
}
