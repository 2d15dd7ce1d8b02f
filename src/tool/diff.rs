//! `diff`: which situations two datasets orient otherwise, and which change of the
//! data is the cause.

mod changes;
mod example;
mod listed;
mod report;
mod told;

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use serde::Serialize;

use crate::check::journey::Expected;
use crate::directory::date_in_words;
use crate::model::{Dataset, HOURS, UNKNOWN};
use crate::orientation::{Communes, Outcome, each_path, outcome_of};

use super::check::load_or_report;
use changes::{Changed, changes};
use example::{differences, situation};
use told::told;

/// Arguments of `diff`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Folder of the dataset in force.
    old: PathBuf,
    /// Folder of the dataset to come.
    new: PathBuf,
    /// Print JSON.
    #[arg(long)]
    json: bool,
    /// Write a report to this file.
    #[arg(long)]
    html: Option<PathBuf>,
}

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

type Shown = BTreeMap<Vec<String>, Outcome>;

/// Prints the difference, and writes the report.
pub fn run(args: &Args) -> Result<ExitCode> {
    let (Some(old), Some(new)) = (load_or_report(&args.old), load_or_report(&args.new)) else {
        return Ok(ExitCode::FAILURE);
    };
    let diff = diff(&old, &new);
    if args.json {
        println!("{}", serde_json::to_string_pretty(&diff)?);
    } else {
        print!("{}", report::text(&diff));
    }
    if let Some(path) = &args.html {
        std::fs::write(path, report::html(&diff))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// What an amendment does: as a whole, and each of its changes by itself, the one that
/// changes most situations first.
pub fn diff(old: &Dataset, new: &Dataset) -> Diff {
    let before = shown(old);
    let mut open = different(&before, &shown(new));
    let changed = open.len();
    let mut causes = Vec::new();
    for (what, alone) in changes(old, new) {
        let after = shown(&alone);
        let paths = different(&before, &after);
        open.retain(|path| !paths.contains(path));
        let (title, details) = told(old, new, &what);
        causes.push(Cause {
            what: what.place(),
            title,
            details,
            situations: paths.len(),
            shown_in: shown_in(&before, &what),
            example: example((old, &before), (&alone, &after), &paths),
        });
    }
    causes.sort_by_key(|cause| std::cmp::Reverse(cause.situations));
    Diff {
        old: named(old),
        new: named(new),
        situations: before.len(),
        changed,
        causes,
        together: open.len(),
    }
}

fn named(data: &Dataset) -> String {
    let date = |date: &str| date_in_words(&data.texts, date);
    let filiere = &data.filiere;
    let (from, review) = (date(&filiere.date), date(&filiere.review));
    format!("version {} du {from}, à revoir avant le {review}", filiere.version)
}

/// One of the shortest situations, by day and with as few « je ne sais pas » as can be.
fn example(
    (old, before): (&Dataset, &Shown),
    (new, after): (&Dataset, &Shown),
    paths: &BTreeSet<Vec<String>>,
) -> Option<Example> {
    let unknown = |path: &Vec<String>| path.iter().filter(|said| said.ends_with(UNKNOWN)).count();
    let by_night = |path: &Vec<String>| path.iter().any(|said| said.ends_with(HOURS[1]));
    let danger = |path: &Vec<String>| path.iter().any(|said| said.ends_with("=oui"));
    let order = |path: &&Vec<String>| (path.len(), unknown(path), by_night(path), danger(path));
    let path = paths.iter().min_by_key(order)?;
    let (was, is) = (before.get(path), after.get(path));
    let words = if is.is_some() { new } else { old };
    Some(Example {
        path: path.clone(),
        situation: situation(words, path),
        differences: differences((old, was), (new, is)),
        before: was.map(|shown| Expected::of(old, shown)),
        after: is.map(|shown| Expected::of(new, shown)),
    })
}

/// In how many situations a structure is shown.
fn shown_in(before: &Shown, changed: &Changed) -> Option<usize> {
    let Changed::Structure(id) = changed else { return None };
    let shows = |outcome: &&Outcome| {
        outcome.groups.iter().flat_map(|group| &group.cards).any(|card| card.id == *id)
    };
    Some(before.values().filter(shows).count())
}

/// What every path shows.
fn shown(data: &Dataset) -> Shown {
    let mut all = Shown::new();
    for (on_call, clock) in [(false, "horaire=ouvrees"), (true, "horaire=astreinte")] {
        each_path(data, on_call, Communes::All, &mut |walk| {
            let answers = walk.situation.path.iter().map(|(q, a)| format!("{q}={a}"));
            let path = std::iter::once(clock.to_owned()).chain(answers).collect();
            all.insert(path, outcome_of(walk));
        });
    }
    all
}

/// The situations that are not shown the same.
fn different(before: &Shown, after: &Shown) -> BTreeSet<Vec<String>> {
    let gone_or_changed = before.iter().filter(|(path, shown)| after.get(*path) != Some(*shown));
    let come = after.iter().filter(|(path, _)| !before.contains_key(*path));
    gone_or_changed.chain(come).map(|(path, _)| path.clone()).collect()
}
