//! The directory of a poster: each kind of resource that its boxes name, who may turn
//! to it, and what a territory has of it.

use crate::model::{Dataset, Listing, Offer, Reach, Row, State, Voice, WHOLE, row_name};

use super::entry::{Offered, structure};
use super::panel::Panel;

/// One kind of resource.
#[derive(Clone, Debug)]
pub struct Resource {
    /// What it is called.
    pub name: String,
    /// Who may turn to it; empty where no source says so.
    pub access: String,
    /// Its structures in the territory; without one, how many each territory has.
    pub lines: Vec<Offered>,
}

/// What the panels name, in the order of the table.
pub fn directory(data: &Dataset, panels: &[Panel], territory: Option<&str>) -> Vec<Resource> {
    let entries = panels.iter().flat_map(|p| &p.sections).flat_map(|s| &s.entries);
    let offers: Vec<&Offer> = entries.flat_map(|entry| &entry.rule.offer).collect();
    let named =
        |row: &&Row| offers.iter().any(|offer| matches!(offer, Offer::Row(id) if *id == row.id));
    let rows = data.table.rows.iter().filter(named);
    rows.map(|row| Resource {
        name: row_name(data, Voice::Anyone, &row.id),
        access: access(data, row),
        lines: territory.map_or_else(|| counts(data, row), |id| in_territory(data, row, id)),
    })
    .collect()
}

fn access(data: &Dataset, row: &Row) -> String {
    let key = row.access.as_ref().map(|access| format!("ui.access.{}", access.open_to.id()));
    key.map_or_else(String::new, |key| data.texts.get(&key, Voice::Professional).to_owned())
}

/// Who is listed for a row in a territory, and in the whole department or region.
pub fn listed<'r>(row: &'r Row, territory: &'r str) -> Vec<Listing<'r>> {
    let columns = std::iter::once(territory).chain(WHOLE);
    let cells = columns.filter_map(|column| Some((column, row.cells.get(column)?)));
    cells.flat_map(|(column, cell)| row.listed(column, cell)).collect()
}

/// A state within a sentence, as the contract calls it.
pub fn state_in_words(data: &Dataset, state: State) -> String {
    data.texts.get(&format!("states.{}", state.id()), Voice::Professional).to_lowercase()
}

fn in_territory(data: &Dataset, row: &Row, territory: &str) -> Vec<Offered> {
    let found = listed(row, territory);
    if found.is_empty() {
        let state = row.cells.get(territory).map_or(State::Empty, |cell| cell.state);
        let text =
            data.texts.get(&format!("states.{}", state.id()), Voice::Professional).to_owned();
        return vec![Offered { text, absent: true }];
    }
    let placed = |one: &Listing| Offered {
        text: structure(data, &one.placement.structure, &note(data, one)),
        absent: false,
    };
    found.iter().map(placed).collect()
}

/// The communes that a structure is for, where its name does not say so, and its state.
pub fn note(data: &Dataset, listing: &Listing) -> String {
    let Listing { row, placement, .. } = listing;
    let state = listing.state();
    let state = (state != State::Listed).then(|| state_in_words(data, state));
    let communes = placement.communes.iter().filter_map(|code| data.commune(code));
    let communes: Vec<&str> = communes.map(|commune| commune.name.as_str()).collect();
    // Most are named after the communes they serve.
    let named = data.structure_name(&placement.structure);
    let named = communes.iter().all(|commune| named.contains(commune));
    let zone = (!named && row.reach == Reach::Commune && !communes.is_empty())
        .then(|| communes.join(", "));
    let notes: Vec<String> = zone.into_iter().chain(state).collect();
    if notes.is_empty() { String::new() } else { format!(" ({})", notes.join(" ; ")) }
}

/// How many structures each territory has, and in which state; what is for all of them
/// by its name.
fn counts(data: &Dataset, row: &Row) -> Vec<Offered> {
    let territories = data.filiere.territories.iter();
    let columns = territories.map(|territory| (territory.id.as_str(), territory.name.as_str()));
    let whole = WHOLE.iter().map(|id| {
        let name = data.texts.find(&format!("territories.{id}"), Voice::Anyone);
        (*id, name.unwrap_or(id))
    });
    let cells = columns.chain(whole).filter_map(|(id, name)| Some((id, name, row.cells.get(id)?)));
    let texts = cells.map(|(id, name, cell)| {
        let listed = cell.placements.iter();
        let names: Vec<String> = listed.map(|p| structure(data, &p.structure, "")).collect();
        let mut what = match names.len() {
            0 => state_in_words(data, cell.state),
            _ if WHOLE.contains(&id) => names.join(", "),
            count => count.to_string(),
        };
        if cell.state != State::Listed && !names.is_empty() {
            what += &format!(" ({})", state_in_words(data, cell.state));
        }
        format!("{name}\u{a0}: {what}")
    });
    vec![Offered { text: texts.collect::<Vec<_>>().join("\u{a0}; "), absent: false }]
}
