//! What a row of the table has for one visitor.

use crate::model::{
    BEYOND, Cell, Dataset, Listing, Offer, Placement, Reach, Row, State, TERRITORY_ELSEWHERE,
    TERRITORY_UNKNOWN, VAR_TERRITORY, WHOLE, Zone,
};

use super::{Absence, Card, Reserved, Situation};

/// What a row has for one visitor.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub cards: Vec<Card>,
    pub absences: Vec<Absence>,
    pub reserved: Vec<Reserved>,
}

/// Looks a row up for a visitor: the cell of their territory and the cells of the
/// whole department or region; every territory's cell when theirs is not known;
/// the regional one only when they live elsewhere.
pub(super) fn look_up(row: &Row, situation: &Situation) -> Found {
    let mut found = Found::default();
    for (territory, cell) in &row.cells {
        if is_theirs(territory, situation) {
            look_in(row, territory, cell, situation, &mut found);
        } else {
            found.cards.extend(following(row, territory, cell, situation));
        }
    }
    // What names the commune comes first; the order of the table otherwise.
    found.cards.sort_by_key(|card| !card.near);
    found
}

/// Whether the cells of a column are for a visitor.
pub fn is_theirs(column: &str, situation: &Situation) -> bool {
    serves(column, situation.value(VAR_TERRITORY))
}

/// Whether the cells of a column are for whoever has that value of [`VAR_TERRITORY`].
fn serves(column: &str, territory: Option<&str>) -> bool {
    match territory {
        None | Some(TERRITORY_UNKNOWN) => true,
        Some(TERRITORY_ELSEWHERE) => BEYOND.contains(&column),
        Some(own) => own == column || WHOLE.contains(&column),
    }
}

/// Whether an offer is made at all to whoever has that value of [`VAR_TERRITORY`]: what it
/// finds there may still be an absence.
pub fn is_offered_in(data: &Dataset, offer: &Offer, territory: Option<&str>) -> bool {
    match offer {
        Offer::Row(id) => {
            data.row(id).is_some_and(|row| row.cells.keys().any(|c| serves(c, territory)))
        }
        Offer::Structure(id) => {
            let elsewhere = territory == Some(TERRITORY_ELSEWHERE);
            let mut listed = data.listings().filter(|one| one.placement.structure == *id);
            listed.any(|one| !elsewhere || serves(one.territory, territory))
        }
        Offer::Elsewhere(_) => matches!(territory, None | Some(TERRITORY_ELSEWHERE)),
    }
}

fn look_in(row: &Row, territory: &str, cell: &Cell, situation: &Situation, found: &mut Found) {
    let before = (found.cards.len(), found.reserved.len());
    let candidates: Vec<Listing> =
        row.listed(territory, cell).filter(|one| reaches(one, situation)).collect();
    let served = candidates.iter().any(|one| is_near(one.placement, situation));
    for one in &candidates {
        if one.placement.only.as_ref().is_some_and(|only| !situation.holds(only)) {
            found.reserved.push(reserved(one, situation));
        } else if one.placement.zone == Zone::Stated || !served {
            found.cards.push(card(one, situation));
        }
    }
    // The contract owes nothing of what stands outside it: that it lacks is no news.
    if row.outside.is_none() && before == (found.cards.len(), found.reserved.len()) {
        found.absences.push(absence(row, territory, cell));
    }
}

/// A service kept for the patients it follows goes with them into any territory.
fn following<'a>(
    row: &'a Row,
    territory: &'a str,
    cell: &'a Cell,
    situation: &Situation,
) -> impl Iterator<Item = Card> {
    let theirs =
        |one: &Listing| one.placement.only.as_ref().is_some_and(|only| situation.holds(only));
    row.listed(territory, cell).filter(theirs).map(|one| card(&one, situation))
}

/// Whether a placement is for the visitor's commune, as far as its row asks.
fn reaches(Listing { row, placement, .. }: &Listing, situation: &Situation) -> bool {
    row.reach == Reach::Territory
        || placement.communes.is_empty()
        || situation.commune().is_none()
        || is_near(placement, situation)
}

fn is_near(placement: &Placement, situation: &Situation) -> bool {
    situation.commune().is_some_and(|commune| placement.communes.contains(&commune.code))
}

/// The card of a structure in one of its roles.
pub(super) fn card(listing: &Listing, situation: &Situation) -> Card {
    let Listing { row, territory, placement, .. } = listing;
    Card {
        id: placement.structure.clone(),
        kind: row.id.clone(),
        name: situation.data.structure_name(&placement.structure).to_owned(),
        territory: (*territory).to_owned(),
        state: listing.state(),
        near: is_near(placement, situation),
        zone_unstated: placement.zone == Zone::Unstated,
        note: placement.note.clone(),
        sources: listing.sources().to_vec(),
    }
}

fn reserved(listing: &Listing, situation: &Situation) -> Reserved {
    let Listing { row, territory, placement, .. } = listing;
    Reserved {
        id: placement.structure.clone(),
        kind: row.id.clone(),
        name: situation.data.structure_name(&placement.structure).to_owned(),
        territory: (*territory).to_owned(),
        sources: listing.sources().to_vec(),
    }
}

fn absence(row: &Row, territory: &str, cell: &Cell) -> Absence {
    Absence {
        kind: row.id.clone(),
        territory: territory.to_owned(),
        state: if cell.state.is_absence() { cell.state } else { State::Empty },
        commune_only: !cell.state.is_absence(),
        sources: cell.sources.clone(),
    }
}
