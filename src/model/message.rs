//! Texts with values to fill in: each says by its type which ones.

/// The most values that a message has.
const MOST: usize = 3;

/// A text and the values that stand in it.
///
/// There is a function for each, in [`super::ui`] and [`super::poster`]: a value cannot
/// be forgotten, nor given another name than the text has.
#[derive(Clone, Copy, Debug)]
pub struct Message<'a> {
    /// The full key of the text.
    pub key: &'a str,
    values: [(&'static str, &'a str); MOST],
}

/// What a message takes: the names that its text holds in braces.
#[derive(Clone, Copy, Debug)]
pub struct Form {
    /// The full key of the text.
    pub key: &'static str,
    /// The values that every voice says.
    pub need: &'static [&'static str],
    /// The values that a voice may leave out.
    pub may: &'static [&'static str],
}

impl<'a> Message<'a> {
    pub(super) fn new(key: &'a str, given: &[(&'static str, &'a str)]) -> Self {
        debug_assert!(given.len() <= MOST, "{key} has more than {MOST} values");
        let mut values = [("", ""); MOST];
        for (slot, value) in values.iter_mut().zip(given) {
            *slot = *value;
        }
        Self { key, values }
    }

    /// What is told where something is missing: `absences.<kind>`.
    pub fn absence(key: &'a str, row: &'a str, of: &'a str, territory: &'a str) -> Self {
        Self::new(key, &[("row", row), ("of", of), ("territory", territory)])
    }

    /// What is told of something kept for other patients: `absences.reserved`.
    pub fn reserved(name: &'a str, row: &'a str) -> Self {
        Self::new("absences.reserved", &[("name", name), ("row", row)])
    }

    /// A text of a group of an outcome: `groups.<group>.<part>`.
    pub fn group(key: &'a str, filiere: &'a str) -> Self {
        Self::new(key, &[("filiere", filiere)])
    }

    /// A text of a group that stands in for what is missing: `groups.repli.<part>`.
    pub fn fallback(key: &'a str, row: &'a str) -> Self {
        Self::new(key, &[("row", row)])
    }

    /// The values, by the names that the text holds in braces.
    pub fn values(&self) -> impl Iterator<Item = (&'static str, &'a str)> {
        self.values.into_iter().filter(|(name, _)| !name.is_empty())
    }
}

/// What the texts of a family may hold that an element of the data gives its key: what
/// the key begins with, and the names.
pub const FAMILIES: [(&str, &[&str]); 4] = [
    ("absences.reserved", &["name", "row"]),
    ("absences.", &["row", "of", "territory"]),
    ("groups.repli", &["row"]),
    ("groups.", &["filiere"]),
];
