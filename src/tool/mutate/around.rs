//! Mutants of what stands around the flow and the table: the filière itself, its
//! communes, the neighbouring departments.

use serde_json::json;

use crate::model::Dataset;

use super::mutant::{Change, Files, Mutant};

/// Every mutant of the filière, of its communes and of what is known elsewhere.
pub(super) fn mutants(data: &Dataset, files: &Files) -> Vec<Mutant> {
    let mut made = filiere(data, files);
    made.extend(communes(data, files));
    made.extend(elsewhere(data, files));
    made
}

/// Emergency numbers, hours, and the two last resorts.
fn filiere(data: &Dataset, files: &Files) -> Vec<Mutant> {
    let filiere = &data.filiere;
    let make = |pointer: &str, change| files.mutant("filiere.json", pointer, change);
    let mut made = Vec::new();
    for i in 0..filiere.emergency.len() {
        made.push(make(&format!("/emergency/{i}"), Change::Remove));
        if i + 1 < filiere.emergency.len() {
            made.push(make(&format!("/emergency/{i}"), Change::Swap));
        }
    }
    made.extend(
        (0..filiere.territories.len()).map(|i| make(&format!("/territories/{i}"), Change::Remove)),
    );
    for (field, hour) in [("open", filiere.hours.open), ("close", filiere.hours.close)] {
        let hours = [hour - 1, hour + 1].into_iter();
        made.extend(hours.map(|hour| make(&format!("/hours/{field}"), Change::Set(json!(hour)))));
    }
    let structures = data.structures.structures.iter().filter(|s| s.id != filiere.directory);
    made.extend(structures.map(|s| make("/directory", Change::Set(json!(s.id)))));
    let rows = data.table.rows.iter().filter(|row| row.id != filiere.coordination);
    made.extend(rows.map(|row| make("/coordination", Change::Set(json!(row.id)))));
    made
}

/// Each commune removed, and put into each other territory.
fn communes(data: &Dataset, files: &Files) -> Vec<Mutant> {
    let mut made = Vec::new();
    for (i, commune) in data.communes.communes.iter().enumerate() {
        let at = format!("/communes/{i}");
        made.push(files.mutant("communes.json", &at, Change::Remove));
        let others = data.filiere.territories.iter().filter(|t| t.id != commune.territory);
        made.extend(others.map(|territory| {
            let change = Change::Set(json!(territory.id));
            files.mutant("communes.json", &format!("{at}/territory"), change)
        }));
    }
    made
}

/// Each department removed; each of its entries removed, for anybody or for adults
/// only, of another kind, another structure's.
fn elsewhere(data: &Dataset, files: &Files) -> Vec<Mutant> {
    let departments = &data.elsewhere.departments;
    let entries: Vec<_> = departments.iter().flat_map(|department| &department.entries).collect();
    let make = |pointer: &str, change| files.mutant("elsewhere.json", pointer, change);
    let mut made = Vec::new();
    for (i, department) in departments.iter().enumerate() {
        made.push(make(&format!("/departments/{i}"), Change::Remove));
        for (j, entry) in department.entries.iter().enumerate() {
            let at = format!("/departments/{i}/entries/{j}");
            made.push(make(&at, Change::Remove));
            made.push(make(&format!("{at}/adults_only"), Change::Set(json!(!entry.adults_only))));
            let place = entries.iter().position(|other| std::ptr::eq(*other, entry));
            let after = entries.iter().cycle().skip(place.unwrap_or(0)).take(entries.len());
            let kind = after.clone().find(|other| other.kind != entry.kind);
            made.extend(kind.map(|e| make(&format!("{at}/kind"), Change::Set(json!(e.kind)))));
            let other = after.clone().find(|other| other.structure != entry.structure);
            let structure = other.map(|e| Change::Set(json!(e.structure)));
            made.extend(structure.map(|change| make(&format!("{at}/structure"), change)));
        }
    }
    made
}
