//! What elements of a dataset are called.

use super::{Dataset, Voice};

/// A territory's name, or its id when it is none of the filière's.
pub fn territory_name<'a>(data: &'a Dataset, id: &'a str) -> &'a str {
    let found = data.filiere.territories.iter().find(|territory| territory.id == id);
    found.map_or(id, |territory| &territory.name)
}

/// A row's term, as the field names it.
pub fn row_name(data: &Dataset, voice: Voice, row: &str) -> String {
    data.texts.find(&format!("rows.{row}.name"), voice).unwrap_or(row).to_owned()
}
