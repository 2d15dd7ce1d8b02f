//! `search`: the directory's ranking.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use serde::Serialize;

use crate::directory::{Filters, Hit, search};
use crate::model::{Voice, row_name};

use super::check::load_or_report;

/// Arguments of `search`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// What one would type: a name, a kind, a commune.
    #[arg(required = true)]
    words: Vec<String>,
    /// Print JSON: `[{"id","name","kind","territory"}]`, best first.
    #[arg(long)]
    json: bool,
    /// Folder of the dataset.
    #[arg(long, default_value = "data")]
    data: PathBuf,
}

/// One structure found.
#[derive(Debug, Serialize)]
struct Found<'a> {
    id: &'a str,
    name: &'a str,
    kind: &'a str,
    territory: &'a str,
}

/// Prints the structures that answer, best first.
pub fn run(args: &Args) -> Result<ExitCode> {
    let Some(data) = load_or_report(&args.data) else { return Ok(ExitCode::FAILURE) };
    let hits = search(&data, &args.words.join(" "), &Filters::default());
    let found: Vec<Found> = hits.iter().map(found).collect();
    if args.json {
        println!("{}", serde_json::to_string_pretty(&found)?);
        return Ok(ExitCode::SUCCESS);
    }
    if found.is_empty() {
        println!("aucune structure ne répond à « {} »", args.words.join(" "));
    }
    for Found { name, kind, territory, .. } in found {
        let kind = row_name(&data, Voice::Professional, kind);
        println!("{name} : {kind}, {territory}");
    }
    Ok(ExitCode::SUCCESS)
}

fn found<'a>(hit: &Hit<'a>) -> Found<'a> {
    let role = &hit.role;
    let structure = role.structure;
    Found { id: &structure.id, name: &structure.name, kind: role.kind, territory: role.territory }
}
