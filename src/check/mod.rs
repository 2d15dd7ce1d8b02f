//! What makes a dataset fit to ship: every problem found, all at once.
//!
//! In order: what it costs, ids and sources, what each value looks like, the table,
//! conditions, the shape of the flow, the sentences, and, once these hold, who reads them
//! and what every path leads to.

mod cells;
mod conditions;
mod flow;
mod grammar;
mod limits;
mod placeholders;
mod problem;
mod proof;
mod references;
mod said;
mod structures;
mod texts;
pub mod vignette;
mod visit;
pub mod voices;

pub use grammar::contact_fault;
pub use limits::too_costly;
#[cfg(feature = "revision")]
pub use placeholders::placeholders;
pub use problem::Problem;
pub use proof::{Proof, is_proven, prove};
pub use said::{FirstContact, Reach, check as check_said};

use crate::model::Dataset;

/// Problems in the order of files and places, each told once.
pub fn in_order(mut problems: Vec<Problem>) -> Vec<Problem> {
    problems.sort();
    problems.dedup();
    problems
}

/// Every problem of a dataset; none: it may ship.
pub fn check(data: &Dataset) -> Vec<Problem> {
    let mut problems = check_shape(data);
    // Paths through a flow that is not whole would tell its faults a second time.
    if problems.is_empty() {
        problems.extend(check_paths(data));
    }
    problems
}

/// Every problem that only walking every path shows, of a dataset that [`check_shape`] finds
/// no fault with.
pub fn check_paths(data: &Dataset) -> Vec<Problem> {
    if let Some(problem) = too_costly(data) {
        return vec![problem];
    }
    let mut problems = voices::check(data);
    problems.extend(walk_all(data).2);
    problems
}

/// Walks every path once: proves it, and reads what it says. What it costs is bounded by
/// [`too_costly`], which is asked before.
pub fn walk_all(data: &Dataset) -> (Proof, Reach, Vec<Problem>) {
    let mut reader = said::Reader::of(data);
    let (proof, mut problems) =
        proof::prove_and_read(data, &mut |walk, outcome| reader.read(walk, outcome));
    let (reach, said) = reader.end();
    problems.extend(said);
    (proof, reach, problems)
}

/// Every problem but those that only walking every path shows.
pub fn check_shape(data: &Dataset) -> Vec<Problem> {
    // Lists too long to be gone through are told by themselves.
    let mut problems = limits::check(data);
    if !problems.is_empty() {
        return problems;
    }
    problems.extend(references::check(data));
    problems.extend(grammar::check(data));
    problems.extend(structures::check(data));
    problems.extend(cells::check(data));
    problems.extend(conditions::check(data));
    problems.extend(flow::check(data));
    problems.extend(texts::check(data));
    problems.extend(placeholders::check(data));
    problems
}
