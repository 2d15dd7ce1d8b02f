//! The dataset of the Hauts-de-Seine, reconciled with the table of its contract.

use std::collections::{BTreeMap, BTreeSet};

use crate::dataset_files::{ids, read};
use orientation_palliative::model::{Communes, Flow, Offer, State, Table};

use State::{
    Deploying as D, Empty as E, Listed as L, NotCovered as N, OwnPatients as O,
    SubjectToAvailability as S,
};

/// The rows that have a cell for each territory: count and state in the Nord,
/// the Centre and the Sud.
const CELLS: &[(&str, [(usize, State); 3])] = &[
    ("usp", [(1, L), (1, L), (0, E)]),
    ("lisp", [(7, L), (4, L), (6, L)]),
    ("emsp", [(5, L), (5, L), (3, L)]),
    ("emg", [(3, L), (2, L), (1, L)]),
    ("emtsp", [(1, L), (1, L), (1, L)]),
    ("dac", [(1, L), (1, L), (1, L)]),
    ("emg-eh", [(3, L), (2, L), (1, L)]),
    ("crt", [(4, L), (2, L), (3, L)]),
    ("sad-mixte", [(13, L), (5, L), (13, L)]),
    ("cpts", [(7, L), (5, L), (6, L)]),
    ("consultation-adulte", [(0, E), (1, O), (0, E)]),
    ("hopital-jour", [(0, E), (1, O), (1, L)]),
    ("appui-telephonique", [(1, L), (0, N), (1, L)]),
    ("astreinte", [(1, D), (1, D), (1, D)]),
    ("rcp", [(1, L), (0, E), (0, E)]),
    ("benevoles-hopital", [(3, L), (1, L), (1, L)]),
    ("benevoles-etablissement", [(0, E), (1, L), (1, L)]),
    ("benevoles-domicile", [(1, L), (2, L), (0, E)]),
    ("aidants", [(3, L), (1, L), (1, L)]),
    ("deuil", [(1, O), (1, O), (0, E)]),
    ("soutien-professionnels", [(0, E), (0, E), (0, E)]),
];

/// The cells that are wider than a territory, and what one of their rows adds in
/// a single territory.
const WIDE_CELLS: &[(&str, &str, usize, State)] = &[
    ("had", "departement", 4, L),
    ("liberaux", "departement", 1, L),
    ("consultation-pediatrique", "region", 1, L),
    ("urgence-palliative", "departement", 3, L),
    ("urgence-palliative", "sud", 1, S),
    ("deuil-regional", "region", 2, L),
    ("formation", "departement", 1, L),
    ("hopital-proximite", "departement", 1, L),
    ("sas", "region", 1, L),
    ("annuaire", "region", 1, L),
];

#[test]
fn each_cell_holds_what_the_contract_lists() {
    let mut expected: BTreeMap<_, _> = WIDE_CELLS
        .iter()
        .map(|&(row, column, count, state)| ((row, column), (count, state)))
        .collect();
    for &(row, [nord, centre, sud]) in CELLS {
        expected.extend([((row, "nord"), nord), ((row, "centre"), centre), ((row, "sud"), sud)]);
    }
    let table: Table = read("table.json");
    let mut found = BTreeMap::new();
    // What stands outside the contract is in no table of it.
    for row in table.rows.iter().filter(|row| row.outside.is_none()) {
        for (column, cell) in &row.cells {
            let what = (cell.placements.len(), cell.state);
            found.insert((row.id.as_str(), column.as_str()), what);
        }
    }
    assert_eq!(found, expected);
}

/// A line outside the contract never passes for one of it, and a rule shows it.
#[test]
fn the_lines_outside_the_contract_are_told_apart() {
    let (table, flow): (Table, Flow) = (read("table.json"), read("flow.json"));
    let first = table.rows.iter().position(|row| row.outside.is_some()).expect("some");
    assert!(table.rows[first..].iter().all(|row| row.outside.is_some()), "they come last");
    let offers: Vec<_> = flow.rules.iter().flat_map(|rule| &rule.offer).collect();
    for row in &table.rows[first..] {
        assert!(row.guarantee.is_none(), "{}", row.id);
        assert!(offers.contains(&&Offer::Row(row.id.clone())), "{}", row.id);
        let cells = row.cells.values();
        let mut sources = cells.flat_map(|cell| &cell.sources);
        assert!(sources.all(|source| !source.source().starts_with("00")), "{}", row.id);
    }
}

/// No situation would tell that one of them was narrowed.
#[test]
fn what_only_the_directory_shows_is_for_every_commune() {
    let (table, flow): (Table, Flow) = (read("table.json"), read("flow.json"));
    let offered = |row: &str| {
        let mut offers = flow.rules.iter().flat_map(|rule| &rule.offer);
        offers.any(|offer| matches!(offer, Offer::Row(id) if id == row))
    };
    let rows = table.rows.iter().filter(|row| !offered(&row.id));
    let placements = rows.flat_map(|row| row.cells.values()).flat_map(|cell| &cell.placements);
    let communes: Vec<_> = placements.map(|placement| placement.communes.len()).collect();
    assert_eq!(communes, [0; 5]);
}

#[test]
fn the_36_communes_lie_in_their_territories_on_distinct_tiles() {
    let communes = read::<Communes>("communes.json").communes;
    let count = |t: &str| communes.iter().filter(|c| c.territory == t).count();
    assert_eq!(["nord", "centre", "sud"].map(count), [12, 10, 14]);
    let tiles: BTreeSet<_> = communes.iter().filter_map(|c| c.tile).collect();
    let codes = ids(communes.iter().map(|c| &c.code));
    assert_eq!((communes.len(), codes.len(), tiles.len()), (36, 36, 36));
    let sevres = communes.iter().find(|c| c.name == "Sèvres");
    assert_eq!(sevres.map(|c| c.territory.as_str()), Some("centre"));
}
