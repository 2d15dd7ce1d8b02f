//! The guarantees by territory, as counts and states, and as a sheet to take away.

use super::inert;
use crate::model::{Cell, Dataset, State, Voice, WHOLE, row_name};

/// The columns of the table: the territories, then what is wider than one.
pub fn columns(data: &Dataset) -> Vec<&str> {
    let territories = data.filiere.territories.iter().map(|t| t.id.as_str());
    territories.chain(WHOLE).collect::<Vec<_>>()
}

/// A cell in words: how many, and its state unless it is plainly listed.
pub fn cell_in_words(data: &Dataset, voice: Voice, cell: &Cell) -> String {
    let state = data.texts.find(&format!("states.{}", cell.state.id()), voice);
    let state = state.unwrap_or(cell.state.id());
    match (cell.state, cell.placements.len()) {
        (State::Listed, count) => count.to_string(),
        (_, 0) => state.to_owned(),
        (_, count) => format!("{count} : {state}"),
    }
}

/// The table as CSV, parted by semicolons as French spreadsheets expect; one line
/// for each cell.
pub fn coverage_csv(data: &Dataset, header: &str) -> String {
    let voice = Voice::Professional;
    let mut sheet = format!("\u{feff}{header}\r\n");
    for row in &data.table.rows {
        let Some(guarantee) = &row.guarantee else { continue };
        let guarantee = format!("guarantees.{guarantee}");
        let name = row_name(data, voice, &row.id);
        for column in columns(data) {
            let Some(cell) = row.cells.get(column) else { continue };
            let key = format!("territories.{column}");
            let state = format!("states.{}", cell.state.id());
            let sources: Vec<&str> = cell.sources.iter().map(|s| s.0.as_str()).collect();
            let names = cell.placements.iter().filter_map(|p| data.structure(&p.structure));
            let names: Vec<&str> = names.map(|s| s.name.as_str()).collect();
            let fields = [
                data.texts.get(&guarantee, voice),
                &name,
                data.texts.get(&key, voice),
                &cell.placements.len().to_string(),
                data.texts.find(&state, voice).unwrap_or(cell.state.id()),
                &names.join(", "),
                &sources.join(", "),
            ];
            sheet.push_str(&fields.map(quoted).join(";"));
            sheet.push_str("\r\n");
        }
    }
    sheet
}

fn quoted(field: &str) -> String {
    format!("\"{}\"", inert(field).replace('"', "\"\""))
}
