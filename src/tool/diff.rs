//! `diff`: which situations two datasets orient otherwise, and which change of the
//! data is the cause.

mod changes;
mod report;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use serde::Serialize;

use crate::check::journey::Expected;
use crate::model::Dataset;
use crate::orientation::{Communes, Outcome, each_path, outcome_of};

use super::check::load_or_report;
use changes::changes;

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
    /// What changed: `table.json usp/sud`.
    pub what: String,
    /// How many situations it changes by itself.
    pub situations: usize,
    /// One of the shortest of them.
    pub example: Option<Example>,
}

/// A situation before and after.
#[derive(Clone, Debug, Serialize)]
pub struct Example {
    /// The answers, in order, as `question=answer`; the clock comes first.
    pub path: Vec<String>,
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

/// What an amendment does: as a whole, and each of its changes by itself.
pub fn diff(old: &Dataset, new: &Dataset) -> Diff {
    let before = shown(old);
    let mut open = different(&before, &shown(new));
    let changed = open.len();
    let mut causes = Vec::new();
    for (what, alone) in changes(old, new) {
        let after = shown(&alone);
        let paths = different(&before, &after);
        open.retain(|path| !paths.contains(path));
        let shortest = paths.iter().min_by_key(|path| path.len());
        let example = shortest.map(|path| Example {
            path: path.clone(),
            before: before.get(path).map(|shown| Expected::of(old, shown)),
            after: after.get(path).map(|shown| Expected::of(&alone, shown)),
        });
        causes.push(Cause { what, situations: paths.len(), example });
    }
    let named = |data: &Dataset| {
        let filiere = &data.filiere;
        format!(
            "version {} du {}, à revoir avant le {}",
            filiere.version, filiere.date, filiere.review
        )
    };
    let together = open.len();
    Diff { old: named(old), new: named(new), situations: before.len(), changed, causes, together }
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
fn different(before: &Shown, after: &Shown) -> Vec<Vec<String>> {
    let gone_or_changed = before.iter().filter(|(path, shown)| after.get(*path) != Some(*shown));
    let come = after.iter().filter(|(path, _)| !before.contains_key(*path));
    gone_or_changed.chain(come).map(|(path, _)| path.clone()).collect()
}
