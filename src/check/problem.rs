//! One problem of a dataset.

use std::fmt;

use serde::Serialize;

/// A problem: where it is, what is wrong and how to fix it.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd, Serialize)]
pub struct Problem {
    /// The file, relative to the dataset's folder (`flow.json`).
    pub file: String,
    /// JSON pointer of the place in that file (`/rules/3/when`).
    pub pointer: String,
    /// What is wrong.
    pub what: String,
    /// How to fix it.
    pub fix: String,
}

impl Problem {
    /// A problem at a place of a file.
    pub fn new(
        file: impl Into<String>,
        pointer: impl Into<String>,
        what: impl Into<String>,
        fix: impl Into<String>,
    ) -> Self {
        Self { file: file.into(), pointer: pointer.into(), what: what.into(), fix: fix.into() }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, pointer, what, fix } = self;
        // A problem is one line, whatever stands in the data.
        let line = format!("{file}: {pointer}: {what}, {fix}");
        f.write_str(&line.replace(char::is_control, " "))
    }
}
