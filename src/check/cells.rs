//! Every cell says its state, and its state fits what stands in it.

use crate::model::{Cell, Dataset, Placement, Row, State, WHOLE};

use super::Problem;

const FILE: &str = "table.json";

pub(super) fn check(data: &Dataset) -> Vec<Problem> {
    let rows = data.table.rows.iter().enumerate();
    rows.flat_map(|(i, row)| {
        let mut problems = columns(data, i, row);
        problems.extend(guarantee(data, i, row));
        for (territory, cell) in &row.cells {
            problems.extend(state(&format!("/rows/{i}/cells/{territory}"), cell));
        }
        problems
    })
    .collect()
}

/// A row has a cell for every territory, unless it has one for all of them.
fn columns(data: &Dataset, i: usize, row: &Row) -> Vec<Problem> {
    let ids = || data.filiere.territories.iter().map(|t| t.id.as_str());
    let at = format!("/rows/{i}/cells");
    let unknown =
        row.cells.keys().filter(|t| !ids().any(|id| id == *t) && !WHOLE.contains(&t.as_str()));
    let mut problems: Vec<Problem> = unknown
        .map(|t| {
            let mend = format!(
                "choisir parmi {}, {}",
                ids().collect::<Vec<_>>().join(", "),
                WHOLE.join(", ")
            );
            Problem::new(
                FILE,
                format!("{at}/{t}"),
                format!("la colonne « {t} » n’existe pas"),
                mend,
            )
        })
        .collect();
    let whole = WHOLE.iter().any(|whole| row.cells.contains_key(*whole));
    for id in ids().filter(|id| !whole && !row.cells.contains_key(*id)) {
        let what = format!("rien n’est dit du territoire « {id} »");
        let mend = format!(
            "ajouter \"{id}\": {{\"state\": \"empty\", \"sources\": […]}}, ou ce qui y est recensé"
        );
        problems.push(Problem::new(FILE, &at, what, mend));
    }
    problems
}

fn guarantee(data: &Dataset, i: usize, row: &Row) -> Option<Problem> {
    let known = data.table.guarantees.iter().any(|g| g.id == row.guarantee);
    let what = format!("la garantie « {} » n’existe pas", row.guarantee);
    (!known)
        .then(|| Problem::new(FILE, format!("/rows/{i}/guarantee"), what, "corriger l’identifiant"))
}

fn state(at: &str, cell: &Cell) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut add = |pointer: String, what: &str, mend: &str| {
        problems.push(Problem::new(FILE, pointer, what, mend));
    };
    match (cell.state.is_absence(), cell.placements.is_empty()) {
        (true, false) => add(
            format!("{at}/state"),
            "la case est dite vide ou non couverte, mais des structures y figurent",
            "changer l’état, ou enlever les structures",
        ),
        (false, true) => add(
            format!("{at}/placements"),
            "aucune structure, alors que l’état en annonce",
            "les ajouter, ou écrire l’état \"empty\" ou \"not-covered\"",
        ),
        _ => {}
    }
    for (j, placement) in cell.placements.iter().enumerate() {
        let own = placement.state.unwrap_or(cell.state) == State::OwnPatients;
        if own != placement.only.is_some() {
            add(
                format!("{at}/placements/{j}/only"),
                "l’état \"own-patients\" et la condition \"only\" vont ensemble",
                "écrire les deux, ou aucun des deux",
            );
        }
        if placement.state.is_some_and(State::is_absence) {
            add(
                format!("{at}/placements/{j}/state"),
                "une structure recensée ne peut pas être absente",
                "choisir un autre état, ou l’enlever de la case",
            );
        }
        if twice(&cell.placements[..j], placement) {
            add(
                format!("{at}/placements/{j}/structure"),
                "cette structure figure deux fois dans la case",
                "n’en garder qu’une, avec toutes ses communes",
            );
        }
    }
    problems
}

fn twice(before: &[Placement], placement: &Placement) -> bool {
    before.iter().any(|other| other.structure == placement.structure)
}
