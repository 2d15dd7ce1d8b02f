//! Mutants of the table: its rows, its cells and what stands in them.

use serde_json::json;

use crate::model::{Cell, Dataset, Placement, Reach, Row, State, Zone};

use super::conditions;
use super::mutant::{Change, Files, Mutant};

const FILE: &str = "table.json";

const STATES: [State; 6] = [
    State::Listed,
    State::OwnPatients,
    State::Deploying,
    State::SubjectToAvailability,
    State::Empty,
    State::NotCovered,
];

/// Every mutant of the table.
pub(super) fn mutants(data: &Dataset, files: &Files) -> Vec<Mutant> {
    let mut made = Vec::new();
    for (i, row) in data.table.rows.iter().enumerate() {
        let at = format!("/rows/{i}");
        made.extend(whole(data, files, &at, row));
        for (territory, cell) in &row.cells {
            let at = format!("{at}/cells/{territory}");
            made.extend(self::cell(files, &at, cell));
            let others: Vec<&str> =
                row.cells.keys().map(String::as_str).filter(|other| other != territory).collect();
            for (j, placement) in cell.placements.iter().enumerate() {
                let at = format!("{at}/placements/{j}");
                if j + 1 < cell.placements.len() {
                    made.push(files.mutant(FILE, &at, Change::Swap));
                }
                let moves = others.iter().map(|other| Change::Move((*other).to_owned()));
                made.extend(moves.map(|change| files.mutant(FILE, &at, change)));
                made.extend(self::placement(data, files, &at, cell.state, placement));
            }
        }
    }
    made
}

/// A row removed, its reach and what it says of itself reversed, a cell's content
/// told of another territory.
fn whole(data: &Dataset, files: &Files, at: &str, row: &Row) -> Vec<Mutant> {
    let set = |field: &str, value| files.mutant(FILE, &format!("{at}/{field}"), Change::Set(value));
    let reach = if row.reach == Reach::Commune { Reach::Territory } else { Reach::Commune };
    let mut made =
        vec![files.mutant(FILE, at, Change::Remove), set("adults_only", json!(!row.adults_only))];
    // Nobody lacks what every territory has, and nothing goes by commune where no
    // commune is named: these would say the same in other words.
    let placements = || row.cells.values().flat_map(|cell| &cell.placements);
    if row.reach == Reach::Commune || row.cells.values().any(|cell| cell.state.is_absence()) {
        made.push(set("nearest", json!(!row.nearest)));
    }
    if placements().any(|placement| !placement.communes.is_empty()) {
        made.push(set("reach", json!(reach)));
    }
    made.extend(outside(data, files, at, row));
    for (territory, cell) in &row.cells {
        let others = row.cells.iter().filter(|(other, now)| *other != territory && *now != cell);
        made.extend(others.map(|(_, content)| set(&format!("cells/{territory}"), json!(content))));
    }
    made
}

/// A line outside the contract becomes one of it, fits other needs, answers anything.
fn outside(data: &Dataset, files: &Files, at: &str, row: &Row) -> Vec<Mutant> {
    let Some(outside) = &row.outside else { return Vec::new() };
    let at = format!("{at}/outside");
    let general = Change::Set(json!(!outside.general));
    let mut made = vec![
        files.mutant(FILE, &at, Change::Remove),
        files.mutant(FILE, &format!("{at}/general"), general),
    ];
    let fits = format!("{at}/fits");
    made.extend(conditions::mutants(data, files, FILE, &fits, &json!(outside.fits)));
    made
}

fn cell(files: &Files, at: &str, cell: &Cell) -> Vec<Mutant> {
    let mut made = vec![files.mutant(FILE, at, Change::Remove)];
    made.extend(states(files, at, cell.state));
    if !cell.placements.is_empty() {
        made.push(files.mutant(FILE, at, Change::Empty));
    }
    made
}

fn states(files: &Files, at: &str, now: State) -> Vec<Mutant> {
    let others = STATES.into_iter().filter(|state| *state != now);
    let set = |state| files.mutant(FILE, &format!("{at}/state"), Change::Set(json!(state)));
    others.map(set).collect()
}

/// A structure removed, taken for the next one, in another state, for everybody or
/// for others, for other communes, without its remark.
fn placement(
    data: &Dataset,
    files: &Files,
    at: &str,
    now: State,
    placement: &Placement,
) -> Vec<Mutant> {
    let make = |field: &str, change| files.mutant(FILE, &format!("{at}{field}"), change);
    let structures = &data.structures.structures;
    let mut made = vec![make("", Change::Remove)];
    let place = structures.iter().position(|s| s.id == placement.structure);
    let next = place.and_then(|place| structures.get((place + 1) % structures.len()));
    made.extend(next.map(|next| make("/structure", Change::Set(json!(next.id)))));
    // Its own state stands for the cell's: one that says the same changes nothing.
    made.extend(states(files, at, placement.state.unwrap_or(now)));
    if let Some(only) = &placement.only {
        let at = format!("{at}/only");
        made.push(files.mutant(FILE, &at, Change::Remove));
        made.extend(conditions::mutants(data, files, FILE, &at, &json!(only)));
    }
    made.extend(communes(data, files, at, placement));
    let zone = if placement.zone == Zone::Stated { Zone::Unstated } else { Zone::Stated };
    made.push(make("/zone", Change::Set(json!(zone))));
    if placement.note.is_some() {
        made.push(make("/note", Change::Remove));
    }
    made
}

/// Each commune removed; the next one of the filière added.
fn communes(data: &Dataset, files: &Files, at: &str, placement: &Placement) -> Vec<Mutant> {
    let at = format!("{at}/communes");
    let served = &placement.communes;
    let removed = (0..served.len()).map(|k| format!("{at}/{k}"));
    let mut made: Vec<Mutant> =
        removed.map(|place| files.mutant(FILE, &place, Change::Remove)).collect();
    let all = || data.communes.communes.iter().map(|commune| &commune.code);
    let last = served.last().and_then(|last| all().position(|code| code == last)).unwrap_or(0);
    let next = all().cycle().skip(last).take(all().count()).find(|code| !served.contains(code));
    made.extend(next.map(|code| files.mutant(FILE, &at, Change::Push(json!(code)))));
    made
}
