//! The coverage table as one reads it.

use crate::model::{Dataset, WHOLE};

/// The columns of the table: the territories, then what is wider than one.
pub fn columns(data: &Dataset) -> Vec<&str> {
    let territories = data.filiere.territories.iter().map(|t| t.id.as_str());
    territories.chain(WHOLE).collect()
}
