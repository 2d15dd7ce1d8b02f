//! What the map and the gradation show of a commune, before anybody has answered anything.

use std::collections::BTreeSet;

use crate::common::DATA;
use orientation_palliative::model::Reach;
use orientation_palliative::orientation::{Around, around, distance_km, in_row};

fn ids(around: &Around) -> BTreeSet<(&str, &str)> {
    around.cards.iter().map(|card| (card.kind.as_str(), card.id.as_str())).collect()
}

#[test]
fn a_commune_has_its_coordination_and_whoever_names_it() {
    for commune in &DATA.communes.communes {
        let found = around(&DATA, &commune.code);
        let shown = ids(&found);
        let wanted: BTreeSet<(&str, &str)> = DATA
            .listings()
            .filter(|one| one.territory == commune.territory)
            .filter(|one| {
                let named = one.placement.communes.contains(&commune.code);
                (named || one.row.id == DATA.filiere.coordination) && one.placement.only.is_none()
            })
            .map(|one| (one.row.id.as_str(), one.placement.structure.as_str()))
            .collect();
        assert!(!wanted.is_empty(), "{}", commune.name);
        assert!(wanted.is_subset(&shown), "{}: {wanted:?} in {shown:?}", commune.name);
        let alien = found.cards.iter().find(|c| !c.near && c.kind != DATA.filiere.coordination);
        assert!(alien.is_none(), "{}: {alien:?}", commune.name);
    }
}

#[test]
fn what_is_missing_is_told_with_the_nearest_of_its_kind() {
    let clamart = DATA.commune("92023").unwrap();
    let found = around(&DATA, "92023");
    let (_, near) = found.missing.iter().find(|(absence, _)| absence.kind == "usp").unwrap();
    let near = near.as_ref().expect("the nearest unit is named");
    let position = |id: &str| DATA.structure(id).unwrap().position;
    let distance = |id: &str| distance_km(clamart.centroid, position(id).unwrap_or([0.0, 0.0]));
    let units = DATA.row("usp").unwrap().listings().filter(|one| one.territory != "sud");
    for other in units.filter(|one| position(&one.placement.structure).is_some()) {
        let id = &other.placement.structure;
        assert!(distance(&near.id) <= distance(id), "{} before {id}", near.id);
    }
    for (absence, near) in &found.missing {
        let row = DATA.row(&absence.kind).unwrap();
        assert!(near.is_none() || row.nearest, "{}: nobody is looked for elsewhere", row.id);
        assert!(row.outside.is_none(), "{}: the contract owes nothing of it", row.id);
    }
}

#[test]
fn a_row_has_what_its_commune_has_and_without_one_what_all_have() {
    for row in DATA.table.rows.iter().filter(|row| row.reach == Reach::Territory) {
        let open = row.listings().filter(|one| one.placement.only.is_none()).count();
        assert_eq!(in_row(&DATA, row, None).0.len(), open, "{}", row.id);
        let (south, _) = in_row(&DATA, row, Some("92023"));
        let wanted = row.listings().filter(|one| {
            !["nord", "centre"].contains(&one.territory) && one.placement.only.is_none()
        });
        assert_eq!(south.len(), wanted.count(), "{}", row.id);
    }
    let unknown = in_row(&DATA, &DATA.table.rows[0], Some("00000"));
    assert_eq!(unknown.0.len(), in_row(&DATA, &DATA.table.rows[0], None).0.len());
}
