//! Where one is in the workshop, and where a place of a file is shown.

use crate::revision::Spot;

/// What is shown in the middle.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum View {
    /// Opening, and the first visit.
    #[default]
    Welcome,
    /// The structures.
    Structures,
    /// Who does what where.
    Grid,
    /// A file as a form.
    Form(&'static str),
    /// The sentences.
    Sentences,
    /// The flow and its rules.
    Flow,
    /// A file as text.
    Raw,
    /// What is wrong.
    Faults,
    /// What changes for people.
    Changes,
    /// What to verify.
    Verify,
    /// What is saved and published.
    Publish,
}

/// The id of the field of a place.
pub fn id_of(file: &str, at: &str) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() { c } else { '-' };
    let hash = at.bytes().fold(7_u32, |sum, byte| sum.wrapping_mul(31).wrapping_add(byte.into()));
    format!("f-{}-{hash:x}", format!("{file}{at}").chars().map(plain).collect::<String>())
}

/// The view that shows a place.
pub fn view_of(spot: &Spot) -> View {
    match spot.file.as_str() {
        "structures.json" => View::Structures,
        "table.json" if spot.at.contains("/cells/") => View::Grid,
        "flow.json" => View::Flow,
        name if name.starts_with("texts/") => View::Sentences,
        name => FORMS.iter().find(|form| **form == name).map_or(View::Raw, |form| View::Form(form)),
    }
}

/// The files that are shown as one form.
pub const FORMS: [&str; 8] = [
    "filiere.json",
    "communes.json",
    "elsewhere.json",
    "sources.json",
    "table.json",
    "gradation.json",
    "lexicon.json",
    "voices.json",
];
