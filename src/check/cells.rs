//! Every cell says its state, and its state fits what stands in it.

use crate::model::{Cell, Dataset, Placement, Reach, Row, State, WHOLE, Zone};

use super::Problem;

const FILE: &str = "table.json";

pub(super) fn check(data: &Dataset) -> Vec<Problem> {
    let rows = data.table.rows.iter().enumerate();
    let of_rows = rows.flat_map(|(i, row)| {
        let mut problems = columns(data, i, row);
        problems.extend(guarantee(data, i, row));
        for (territory, cell) in &row.cells {
            let at = format!("/rows/{i}/cells/{territory}");
            problems.extend(state(&at, cell));
            problems.extend(zones(&at, row, cell));
            problems.extend(outside(data, &at, territory, cell));
        }
        problems
    });
    of_rows.chain(elsewhere(data)).chain(children(data)).collect()
}

/// A row has a cell for every territory, unless it has one for all of them: the
/// contract says so of each. A line outside it need not say where it is not.
fn columns(data: &Dataset, i: usize, row: &Row) -> Vec<Problem> {
    let ids = || data.filiere.territories.iter().map(|t| t.id.as_str());
    let at = format!("/rows/{i}/cells");
    let unknown =
        row.cells.keys().filter(|t| !ids().any(|id| id == *t) && !WHOLE.contains(&t.as_str()));
    let mut problems: Vec<Problem> = unknown
        .map(|t| {
            let fix = format!(
                "choisir parmi {}, {}",
                ids().collect::<Vec<_>>().join(", "),
                WHOLE.join(", ")
            );
            Problem::new(FILE, format!("{at}/{t}"), format!("la colonne « {t} » n’existe pas"), fix)
        })
        .collect();
    let whole = WHOLE.iter().any(|whole| row.cells.contains_key(*whole));
    let exempt = whole || row.outside.is_some();
    for id in ids().filter(|id| !exempt && !row.cells.contains_key(*id)) {
        let what = format!("rien n’est dit du territoire « {id} »");
        let fix = format!(
            "ajouter \"{id}\": {{\"state\": \"empty\", \"sources\": […]}}, ou ce qui y est recensé"
        );
        problems.push(Problem::new(FILE, &at, what, fix));
    }
    problems
}

fn guarantee(data: &Dataset, i: usize, row: &Row) -> Option<Problem> {
    let at = format!("/rows/{i}/guarantee");
    let Some(id) = &row.guarantee else {
        let what = format!("la ligne « {} » ne répond à aucune garantie", row.id);
        let fix = "ajouter \"guarantee\", ou \"outside\" si le contrat ne la cite pas";
        return row.outside.is_none().then(|| Problem::new(FILE, at, what, fix));
    };
    if row.outside.is_some() {
        let what = format!("la ligne « {} » répond à une garantie et se dit hors contrat", row.id);
        return Some(Problem::new(FILE, at, what, "enlever \"guarantee\" ou \"outside\""));
    }
    let known = data.table.guarantees.iter().any(|g| g.id == *id);
    let what = format!("la garantie « {id} » n’existe pas");
    (!known).then(|| Problem::new(FILE, at, what, "corriger l’identifiant"))
}

/// Where some beds are for adults only, the flow says who is a child.
fn children(data: &Dataset) -> Option<Problem> {
    let needed = data.table.rows.iter().any(|row| row.adults_only);
    let what = "des lignes sont pour les adultes seuls, et rien ne dit qui est un enfant";
    let fix = "ajouter \"child\", par exemple {\"age\": [\"enfant\"]}";
    (needed && data.flow.child.is_none()).then(|| Problem::new("flow.json", "", what, fix))
}

/// What is for adults only in the table is so in the neighbouring departments.
fn elsewhere(data: &Dataset) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (i, department) in data.elsewhere.departments.iter().enumerate() {
        for (j, entry) in department.entries.iter().enumerate() {
            let adults_only = data.row(&entry.kind).map(|row| row.adults_only);
            if adults_only.is_some_and(|adults_only| adults_only != entry.adults_only) {
                let at = format!("/departments/{i}/entries/{j}/adults_only");
                let what = format!("la ligne « {} » de table.json dit le contraire", entry.kind);
                let fix = "écrire la même valeur aux deux endroits";
                problems.push(Problem::new("elsewhere.json", at, what, fix));
            }
        }
    }
    problems
}

fn state(at: &str, cell: &Cell) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut add = |pointer: String, what: &str, fix: &str| {
        problems.push(Problem::new(FILE, pointer, what, fix));
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
    problems.extend(cell.placements.iter().enumerate().flat_map(|(j, placement)| {
        placement_state(&format!("{at}/placements/{j}"), cell, j, placement)
    }));
    problems
}

/// What contradicts the state of one structure of a cell.
fn placement_state(at: &str, cell: &Cell, j: usize, placement: &Placement) -> Vec<Problem> {
    let own = placement.state.unwrap_or(cell.state) == State::OwnPatients;
    let faults = [
        (
            own != placement.only.is_some(),
            "only",
            "l’état \"own-patients\" et la condition \"only\" vont ensemble",
            "écrire les deux, ou aucun des deux",
        ),
        (
            placement.state.is_some_and(State::is_absence),
            "state",
            "une structure recensée ne peut pas être absente",
            "choisir un autre état, ou l’enlever de la case",
        ),
        (
            twice(&cell.placements[..j], placement),
            "structure",
            "cette structure figure deux fois dans la case",
            "n’en garder qu’une, avec toutes ses communes",
        ),
    ];
    let wrong = faults.into_iter().filter(|(wrong, ..)| *wrong);
    wrong
        .map(|(_, field, what, fix)| Problem::new(FILE, format!("{at}/{field}"), what, fix))
        .collect()
}

/// A zone is left open only where communes decide, and only when none is named.
fn zones(at: &str, row: &Row, cell: &Cell) -> Vec<Problem> {
    let open = |p: &Placement| p.zone == Zone::Unstated;
    let fits = |p: &Placement| row.reach == Reach::Commune && p.communes.is_empty();
    let placements = cell.placements.iter().enumerate();
    placements
        .filter(|(_, placement)| open(placement) && !fits(placement))
        .map(|(j, _)| {
            let what = "une zone \"unstated\" n’a de sens que dans une ligne qui va par commune, \
                        pour une structure dont aucune commune n’est nommée";
            let fix = "enlever \"zone\", ou enlever \"communes\"";
            Problem::new(FILE, format!("{at}/placements/{j}/zone"), what, fix)
        })
        .collect()
}

/// What stands in a territory's cell serves communes of that territory.
fn outside(data: &Dataset, at: &str, territory: &str, cell: &Cell) -> Vec<Problem> {
    let away = |code: &str| {
        let commune = data.commune(code)?;
        (commune.territory != territory && !WHOLE.contains(&territory)).then_some(commune)
    };
    let mut problems = Vec::new();
    for (j, placement) in cell.placements.iter().enumerate() {
        for (k, commune) in placement.communes.iter().enumerate() {
            let Some(commune) = away(commune) else { continue };
            let what = format!("« {} » est du territoire « {} »", commune.name, commune.territory);
            let fix = "corriger le code INSEE, ou mettre cette commune dans l’autre case";
            let at = format!("{at}/placements/{j}/communes/{k}");
            problems.push(Problem::new(FILE, at, what, fix));
        }
    }
    problems
}

fn twice(before: &[Placement], placement: &Placement) -> bool {
    before.iter().any(|other| other.structure == placement.structure)
}
