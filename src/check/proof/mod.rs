//! The proof: every complete path is walked, and what it leads to is checked.

mod faults;
mod idle;
mod report;
mod seen;

use serde::Serialize;

use crate::model::{Dataset, Texts};
use crate::orientation::{Communes, Outcome, Walk, each_path, outcome_of};

use super::Problem;
use seen::Seen;

/// What a proof went through.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq, Serialize)]
pub struct Proof {
    /// Complete paths: every answer, every kind of commune, both states of the clock.
    pub paths: usize,
    /// Most questions on one path.
    pub depth: usize,
    /// Rules that hold on some path.
    pub rules: usize,
    /// Cells of the table shown or told absent on some path.
    pub cells: usize,
    /// Different absences told.
    pub absences: usize,
}

/// Walks every path. A flow that has no end to some path is [`super::check`]'s to
/// find before.
pub fn prove(data: &Dataset) -> (Proof, Vec<Problem>) {
    // No outcome is checked by its sentences here.
    prove_and_read(&silent(data), &mut |_, _| {})
}

/// The same; what each path leads to is also given to `read`, so that it is made once.
pub(super) fn prove_and_read<'a>(
    data: &'a Dataset,
    read: &mut impl FnMut(&Walk<'a>, &Outcome),
) -> (Proof, Vec<Problem>) {
    let (proof, mut problems, ends) = walked(data, read);
    problems.extend(idle::check(data, ends));
    (proof, problems)
}

/// What is found on the way and at the end of every path, and who is called there, path
/// by path.
fn walked<'a>(
    data: &'a Dataset,
    read: &mut impl FnMut(&Walk<'a>, &Outcome),
) -> (Proof, Vec<Problem>, Vec<u64>) {
    let mut proof = Proof::default();
    let mut seen = Seen::default();
    let mut ends = Vec::new();
    for on_call in [false, true] {
        each_path(data, on_call, Communes::OneByOffer, &mut |walk| {
            proof.paths += 1;
            proof.depth = proof.depth.max(walk.situation.path.len());
            let outcome = outcome_of(walk);
            seen.conditions(&walk.situation);
            seen.outcome(&walk.situation, &outcome);
            faults::note_faults(&walk.situation, &outcome, &mut seen);
            ends.push(idle::people(data, &outcome));
            read(walk, &outcome);
        });
    }
    proof.rules = seen.rules.len();
    proof.cells = seen.cells.len();
    proof.absences = seen.absences.len();
    (proof, report::problems(data, &seen), ends)
}

/// Whether [`prove`] finds no problem. Most faults of a condition show on the way,
/// before any outcome is made: they are looked for first, and what takes folding every
/// path last.
pub fn is_proven(data: &Dataset) -> bool {
    let data = &silent(data);
    let mut seen = Seen::default();
    for on_call in [false, true] {
        each_path(data, on_call, Communes::OneByOffer, &mut |walk| {
            seen.conditions(&walk.situation);
        });
    }
    if !report::idle(data, &seen).is_empty() {
        return false;
    }
    let (_, problems, ends) = walked(data, &mut |_, _| {});
    problems.is_empty() && idle::check(data, ends).is_empty()
}

/// A dataset without its sentences: no outcome is checked by them, and filling them in
/// would take a third of the time.
fn silent(data: &Dataset) -> Dataset {
    Dataset { texts: Texts::default(), ..data.clone() }
}
