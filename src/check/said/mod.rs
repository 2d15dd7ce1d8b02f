//! What every path says: read as its visitor reads it.
//!
//! The sheet of each outcome is made, in the voice of whoever reads it: it must end with
//! a human whom this visitor can reach, say to call only beside a number, keep general
//! lines behind those made for the need, and show no text that is not theirs.

mod reach;
mod vocabulary;

pub use reach::{FirstContact, Reach};

use std::collections::{BTreeMap, BTreeSet};

use crate::model::Dataset;
use crate::orientation::{Communes, Outcome, Walk, each_path, outcome_of};
use crate::wording::Sheet;

use super::Problem;
use super::voices::Rules;

/// What one path says.
struct Said<'a, 'b> {
    walk: &'b Walk<'a>,
    outcome: &'b Outcome,
    sheet: &'b Sheet,
}

/// Faults by place and kind, each with the shortest path that shows it.
#[derive(Default)]
struct Faults(BTreeMap<(String, String, &'static str), Vec<String>>);

impl Faults {
    fn note(&mut self, at: &Said, pointer: String, what: String, fix: &'static str) {
        let path = &at.walk.situation.path;
        let known = self.0.entry((pointer, what, fix)).or_default();
        if known.is_empty() || path.len() < known.len() {
            *known = path.iter().map(|(q, a)| format!("{q}={a}")).collect();
        }
    }

    fn problems(self) -> Vec<Problem> {
        let problem = |((pointer, what, fix), path): ((String, String, &str), Vec<String>)| {
            let what = format!("{what} (parcours le plus court : {})", path.join(" "));
            Problem::new("flow.json", pointer, what, fix)
        };
        self.0.into_iter().map(problem).collect()
    }
}

/// Reads what every path says; how many paths end with somebody to call.
pub fn check(data: &Dataset) -> (Reach, Vec<Problem>) {
    let mut reader = Reader::of(data);
    for on_call in [false, true] {
        each_path(data, on_call, Communes::OneByOffer, &mut |walk| {
            reader.read(walk, &outcome_of(walk));
        });
    }
    reader.end()
}

/// Reads paths as they are walked.
pub(super) struct Reader<'a> {
    rules: Rules<'a>,
    faults: Faults,
    reach: Reach,
    /// Most paths say what another has said: each sheet is read once.
    sheets: BTreeMap<String, FirstContact>,
    known: BTreeSet<String>,
}

impl<'a> Reader<'a> {
    /// Nothing is read yet.
    pub fn of(data: &'a Dataset) -> Self {
        Self {
            rules: Rules::of(&data.voices),
            faults: Faults::default(),
            reach: Reach::default(),
            sheets: BTreeMap::new(),
            known: BTreeSet::new(),
        }
    }

    /// Reads what a path leads to.
    pub fn read(&mut self, walk: &Walk, outcome: &Outcome) {
        let Self { rules, faults, reach, sheets, known } = self;
        let first = sheets.entry(shape(walk, outcome)).or_insert_with(|| {
            let sheet = Sheet::lay(walk, outcome);
            let said = Said { walk, outcome, sheet: &sheet };
            vocabulary::check(&said, rules, known, faults);
            reach::check(&said, faults)
        });
        reach.count(walk, *first);
    }

    /// What was read.
    pub fn end(self) -> (Reach, Vec<Problem>) {
        (self.reach, self.faults.problems())
    }
}

/// What tells one sheet from another: to whom it speaks, and what it offers.
fn shape(walk: &Walk, outcome: &Outcome) -> String {
    let situation = &walk.situation;
    let besoin: Vec<&str> = situation.path.iter().take(2).map(|(_, answer)| *answer).collect();
    let mut key = format!("{:?} {} {besoin:?}", situation.voice(), outcome.on_call);
    for group in &outcome.groups {
        key += &format!(" {}/{:?}/{:?}:", group.id, group.rule, group.at);
        for card in &group.cards {
            key += &format!("{}/{}/{}/{},", card.kind, card.id, card.territory, card.near);
        }
    }
    for absence in &outcome.absences {
        key += &format!(" -{}/{}/{}", absence.kind, absence.territory, absence.commune_only);
    }
    for reserved in &outcome.reserved {
        key += &format!(" ~{}", reserved.id);
    }
    key
}
