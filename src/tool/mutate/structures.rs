//! Mutants of what a structure says of the way to reach it.

use serde_json::json;

use crate::model::{ContactField, Dataset};

use super::mutant::{Change, Files, Mutant};

const FILE: &str = "structures.json";

/// Each number a switchboard's or not; each way through a row removed, or another.
pub(super) fn mutants(data: &Dataset, files: &Files) -> Vec<Mutant> {
    let mut made = Vec::new();
    for (i, structure) in data.structures.structures.iter().enumerate() {
        for (j, contact) in structure.contacts.iter().enumerate() {
            if contact.field == ContactField::Phone {
                let at = format!("/structures/{i}/contacts/{j}/switchboard");
                made.push(files.mutant(FILE, &at, Change::Set(json!(!contact.switchboard))));
            }
        }
        let at = format!("/structures/{i}/through");
        if let Some(through) = &structure.through {
            made.push(files.mutant(FILE, &at, Change::Remove));
            let others = data.table.rows.iter().filter(|row| row.id != *through);
            made.extend(others.map(|row| files.mutant(FILE, &at, Change::Set(json!(row.id)))));
        }
    }
    made
}
