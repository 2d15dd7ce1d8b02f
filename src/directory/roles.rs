//! What each structure is listed for: the cells of the table it stands in, and what
//! is known of it in a neighbouring department.

use crate::model::{CareSetting, Dataset, Listing, OpenTo, Row, SourceRef, State, Structure};

/// Where a structure of a neighbouring department stands, in place of a territory.
pub const ELSEWHERE: &str = "elsewhere";

/// One thing a structure is listed for.
#[derive(Clone, Debug)]
pub struct Role<'a> {
    /// The structure.
    pub structure: &'a Structure,
    /// The row, or the kind of a neighbouring department's entry.
    pub kind: &'a str,
    /// The territory, `departement`, `region` or [`ELSEWHERE`].
    pub territory: &'a str,
    /// Its state.
    pub state: State,
    /// The row; none for what only a neighbouring department has.
    pub row: Option<&'a Row>,
    /// Names of the places it serves, is named after or stands in.
    pub places: Vec<&'a str>,
    /// Their postal codes.
    pub postal: Vec<&'a str>,
    /// Key of a remark in the texts (`notes.<key>`).
    pub note: Option<&'a str>,
    /// Where it is listed.
    pub sources: &'a [SourceRef],
}

impl Role<'_> {
    /// Whether it works in such a place.
    pub fn works_at(&self, place: CareSetting) -> bool {
        self.row.is_some_and(|row| row.places.contains(&place))
    }

    /// Whether a source says that these people may turn to it directly.
    pub fn serves(&self, wanted: OpenTo) -> bool {
        let access = self.row.and_then(|row| row.access.as_ref());
        access.is_some_and(|access| access.open_to.serves(wanted))
    }

    /// Whether it belongs to that level of the gradation.
    pub fn is_of_level(&self, level: u8) -> bool {
        self.row.is_some_and(|row| row.levels.contains(&level))
    }
}

/// Every role of every structure, in the order of the table, then of the
/// neighbouring departments.
pub fn roles(data: &Dataset) -> Vec<Role<'_>> {
    let mut all = in_table(data);
    all.extend(elsewhere(data));
    all
}

fn in_table(data: &Dataset) -> Vec<Role<'_>> {
    data.listings().filter_map(|one| listed(data, &one)).collect::<Vec<_>>()
}

fn listed<'a>(data: &'a Dataset, listing: &Listing<'a>) -> Option<Role<'a>> {
    let structure = listing.structure(data)?;
    let codes = structure.commune.iter().chain(&listing.placement.communes);
    let communes: Vec<_> = codes.filter_map(|code| data.commune(code)).collect();
    Some(Role {
        structure,
        kind: &listing.row.id,
        territory: listing.territory,
        state: listing.state(),
        row: Some(listing.row),
        places: communes.iter().map(|c| c.name.as_str()).collect::<Vec<_>>(),
        postal: communes.iter().flat_map(|c| &c.postal).map(String::as_str).collect::<Vec<_>>(),
        note: listing.placement.note.as_deref(),
        sources: listing.sources(),
    })
}

fn elsewhere(data: &Dataset) -> impl Iterator<Item = Role<'_>> {
    data.elsewhere.departments.iter().flat_map(move |department| {
        department.entries.iter().filter_map(move |entry| {
            Some(Role {
                structure: data.structure(&entry.structure)?,
                kind: &entry.kind,
                territory: ELSEWHERE,
                state: State::Listed,
                row: data.row(&entry.kind),
                places: vec![&department.name],
                postal: Vec::new(),
                note: None,
                sources: &entry.sources,
            })
        })
    })
}
