//! What an amendment changes for people: which situations two datasets orient
//! otherwise, and which change of the data is the cause.

mod changes;
mod example;
mod fields;
mod listed;
mod report;
mod sentence;
mod shown;
mod touched;
mod values;

use serde::Serialize;

use crate::model::{Dataset, Expected};
use crate::wording::date_in_words;

use changes::Pair;
use example::{differences, situation};
pub use report::{html, text};
use sentence::sentence;
use shown::{Shown, replayed};
use touched::Touched;

/// What an amendment does.
#[derive(Clone, Debug, Serialize)]
pub struct Diff {
    /// Version and date of the dataset in force.
    pub old: String,
    /// Version and date of the one to come, and when it is to be reviewed.
    pub new: String,
    /// Situations that the old dataset knows.
    pub situations: usize,
    /// Situations that are oriented otherwise, that are new, or that are gone.
    pub changed: usize,
    /// Each change of the data, and what it does by itself.
    pub causes: Vec<Cause>,
    /// Situations that no single change explains: several do so together.
    pub together: usize,
}

/// One change of the data, and what it does by itself.
#[derive(Clone, Debug, Serialize)]
pub struct Cause {
    /// Where it stands: `table.json usp/sud`.
    pub what: String,
    /// What changed, in one sentence.
    pub title: String,
    /// What was and what is, in words.
    pub details: Vec<String>,
    /// How many situations it changes by itself.
    pub situations: usize,
    /// For a structure, in how many situations it is shown: what is told of it
    /// changes there, though nobody is oriented otherwise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shown_in: Option<usize>,
    /// One of the shortest of them.
    pub example: Option<Example>,
}

/// A situation before and after.
#[derive(Clone, Debug, Serialize)]
pub struct Example {
    /// The answers, in order, as `question=answer`; the clock comes first.
    pub path: Vec<String>,
    /// The same in words.
    pub situation: String,
    /// What is shown otherwise, in words.
    pub differences: Vec<String>,
    /// What was shown; `None`: the situation did not exist.
    pub before: Option<Expected>,
    /// What is shown now; `None`: the situation no longer exists.
    pub after: Option<Expected>,
}

/// What an amendment does: as a whole, and each of its changes by itself, the one that
/// changes most situations first.
pub fn diff(old: &Dataset, new: &Dataset) -> Diff {
    let before = Shown::of(old);
    let mut open = before.differences(old, new, &Touched::All).paths;
    let changed = open.len();
    let mut causes = Vec::new();
    let pair = Pair::of(old, new);
    for what in pair.changes() {
        // What is no dataset by itself changes something only together with the rest.
        let alone = pair.alone(&what).unwrap_or_else(|| old.clone());
        let found = before.differences(old, &alone, &Touched::by(old, &alone, &what));
        open.retain(|path| !found.paths.contains(path));
        let (title, details) = sentence(&pair, &what);
        causes.push(Cause {
            what: what.place(),
            title,
            details,
            situations: found.paths.len(),
            shown_in: what.element("structures", "structures").map(|id| before.shown_in(id)),
            example: found.shortest.map(|path| example(old, &alone, path)),
        });
    }
    causes.sort_by_key(|cause| std::cmp::Reverse(cause.situations));
    let situations = before.situations();
    let (old, new) = (named(old), named(new));
    Diff { old, new, situations, changed, causes, together: open.len() }
}

fn named(data: &Dataset) -> String {
    let date = |date: &str| date_in_words(&data.texts, date);
    let filiere = &data.filiere;
    let (from, review) = (date(&filiere.date), date(&filiere.review));
    format!("version {} du {from}, à revoir avant le {review}", filiere.version)
}

/// A situation before and after.
fn example(old: &Dataset, new: &Dataset, path: Vec<String>) -> Example {
    let (was, is) = (replayed(old, &path), replayed(new, &path));
    let words = if is.is_some() { new } else { old };
    Example {
        situation: situation(words, &path),
        differences: differences((old, was.as_ref()), (new, is.as_ref())),
        before: was.map(|shown| Expected::of(old, &shown)),
        after: is.map(|shown| Expected::of(new, &shown)),
        path,
    }
}
