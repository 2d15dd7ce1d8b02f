//! `coverage`: the table of cells, as counts and states.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use serde::Serialize;

use crate::directory::columns;
use crate::model::{Cell, Dataset, State};

use super::check::load_or_report;

/// Arguments of `coverage`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Folder of the dataset.
    #[arg(long, default_value = "data")]
    data: PathBuf,
    /// Print JSON: `[{"row","territory","count","state"}]`.
    #[arg(long)]
    json: bool,
}

/// One cell of the table.
#[derive(Clone, Debug, Serialize)]
pub struct CellCount {
    /// Id of the row.
    pub row: String,
    /// Id of the territory, `departement` or `region`.
    pub territory: String,
    /// How many structures stand in the cell.
    pub count: usize,
    /// Its state.
    pub state: State,
}

/// Prints the table of cells.
pub fn run(args: &Args) -> Result<ExitCode> {
    let Some(data) = load_or_report(&args.data) else { return Ok(ExitCode::FAILURE) };
    if args.json {
        println!("{}", serde_json::to_string_pretty(&cells(&data))?);
    } else {
        print(&data);
    }
    Ok(ExitCode::SUCCESS)
}

/// Every cell, in the order of the table and of the territories.
pub fn cells(data: &Dataset) -> Vec<CellCount> {
    let columns = columns(data);
    let rows = data.table.rows.iter();
    rows.flat_map(|row| {
        columns.iter().filter_map(|territory| {
            let cell = row.cells.get(*territory)?;
            Some(CellCount {
                row: row.id.clone(),
                territory: (*territory).to_owned(),
                count: cell.placements.len(),
                state: cell.state,
            })
        })
    })
    .collect()
}

fn print(data: &Dataset) {
    let columns = columns(data);
    let line = |first: &str, rest: Vec<String>| {
        let cells: Vec<String> = rest.iter().map(|cell| format!("{cell:<22}")).collect();
        println!("{}", format!("{first:<26} {}", cells.join(" ")).trim_end());
    };
    line("", columns.iter().map(ToString::to_string).collect());
    for row in &data.table.rows {
        let shown = |territory: &&str| row.cells.get(*territory).map_or_else(String::new, show);
        line(&row.id, columns.iter().map(shown).collect());
    }
}

fn show(cell: &Cell) -> String {
    match (cell.state, cell.placements.len()) {
        (State::Listed, count) => count.to_string(),
        (state, 0) => state.id().to_owned(),
        (state, count) => format!("{count}, {}", state.id()),
    }
}
