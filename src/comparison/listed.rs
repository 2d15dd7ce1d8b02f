//! What changed of what is listed: structures, communes, cells of the table.

use crate::directory::phone_label;
use crate::model::{
    Cell, ContactField, Dataset, State, Structure, Voice, WHOLE, row_name, territory_name,
};

use super::sentence::{either, replaced, verb};

/// What changed of a structure: its name, and each kind of contact.
pub(super) fn contacts(old: &Dataset, new: &Dataset, id: &str) -> Vec<String> {
    let (Some(was), Some(is)) = (old.structure(id), new.structure(id)) else { return Vec::new() };
    let mut details = replaced(&was.name, &is.name);
    for (field, name) in [
        (ContactField::Phone, "téléphone"),
        (ContactField::Address, "adresse"),
        (ContactField::Web, "site"),
    ] {
        let values = |structure: &Structure| -> String {
            let found = structure.contacts.iter().filter(|contact| contact.field == field);
            let label = |value: &str| {
                if field == ContactField::Phone { phone_label(value) } else { value.to_owned() }
            };
            let found: Vec<String> =
                found.map(|c| format!("{} (relevé : {})", label(&c.value), c.date)).collect();
            if found.is_empty() { "aucun".to_owned() } else { found.join(", ") }
        };
        if values(was) != values(is) {
            details.push(format!("{name} : {} devient {}", values(was), values(is)));
        }
    }
    details
}

/// A commune, and the territory it is in.
pub(super) fn commune(old: &Dataset, new: &Dataset, code: &str) -> (String, Vec<String>) {
    let (was, is) = (old.commune(code), new.commune(code));
    let name = is.or(was).map_or(code, |commune| commune.name.as_str());
    let what = format!("La commune {name} {}", verb(was.is_some(), is.is_some()));
    let named = |data, commune: Option<&crate::model::Commune>| {
        commune
            .map_or(String::new(), |c| format!("territoire {}", territory_name(data, &c.territory)))
    };
    (what, replaced(&named(old, was), &named(new, is)))
}

/// A cell: who comes, who goes, and its state.
pub(super) fn cell(
    old: &Dataset,
    new: &Dataset,
    row: &str,
    territory: &str,
) -> (String, Vec<String>) {
    let find = |data: &Dataset| data.row(row).and_then(|row| row.cells.get(territory)).cloned();
    let (was, is) = (find(old), find(new));
    let names = |data: &Dataset, cell: &Option<Cell>| -> Vec<String> {
        let placements = cell.iter().flat_map(|cell| &cell.placements);
        placements.map(|p| data.structure_name(&p.structure).to_owned()).collect()
    };
    let (before, after) = (names(old, &was), names(new, &is));
    let gone = before.iter().filter(|name| !after.contains(name)).map(|n| format!("enlevé : {n}"));
    let come = after.iter().filter(|name| !before.contains(name)).map(|n| format!("ajouté : {n}"));
    let mut details: Vec<String> = gone.chain(come).collect();
    let state = |cell: &Option<Cell>| {
        let state = cell.as_ref().map_or(State::Empty, |cell| cell.state);
        let key = format!("states.{}", state.id());
        new.texts.get(&key, Voice::Professional).to_owned()
    };
    if state(&was) != state(&is) {
        details.push(format!("état : « {} » devient « {} »", state(&was), state(&is)));
    }
    (format!("{} : ce qui est recensé change", named(old, new, row, territory)), details)
}

/// A cell by its row and the territory it is for.
fn named(old: &Dataset, new: &Dataset, row: &str, territory: &str) -> String {
    let place = if WHOLE.contains(&territory) {
        either(old, new, &format!("territories.{territory}")).to_owned()
    } else {
        format!("territoire {}", territory_name(new, territory))
    };
    format!("{}, {place}", row_name(new, Voice::Anyone, row))
}
