//! How much is read, and how much is told of what is wrong with it.

use crate::check::Problem;

/// The largest text of one file, or of one dataset that a page carries, in bytes: that
/// of the Hauts-de-Seine takes a fifth of it.
pub const BYTES: usize = 2_000_000;
/// How many problems of one file are told: what is wrong that often is wrong in one way.
pub const TOLD: usize = 100;

/// The problem of a text that is too long to be read.
pub(super) fn bytes(length: usize, file: &str) -> Option<Problem> {
    let what = format!("ce texte est trop long pour être lu ({length} octets)");
    let fix = format!("le ramener à {BYTES} octets au plus");
    (length > BYTES).then(|| Problem::new(file, "", what, fix))
}

/// The first problems of a list; that there were more is one of them.
pub fn first_problems(mut problems: Vec<Problem>) -> Vec<Problem> {
    if problems.len() > TOLD {
        let more = problems.len() - TOLD;
        problems.truncate(TOLD);
        problems.extend(problems.last().map(|last| last_of(&last.file, Some(more))));
    }
    problems
}

/// That there is more to be told of a file.
pub(super) fn last_of(file: &str, more: Option<usize>) -> Problem {
    let more = more.map_or_else(|| "d’autres".to_owned(), |more| format!("{more} autres"));
    let what = format!("il y a {more} problèmes, qui ne sont pas dits");
    Problem::new(file, "", what, "corriger ceux-ci, puis recommencer")
}
