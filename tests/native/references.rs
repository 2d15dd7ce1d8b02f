//! The files of the dataset agree with one another: every id, text and citation
//! that one of them calls for exists, and every contact is fit to be shown.

use std::collections::BTreeSet;

use crate::dataset_files::{ids, read};
use orientation_palliative::model::{
    Communes, ContactField, Elsewhere, Filiere, Gradation, Lexicon, Sources, Structures, Table,
    TextFile, WHOLE,
};
use serde_json::Value;

#[test]
fn every_cell_names_what_exists() {
    let table: Table = read("table.json");
    let filiere: Filiere = read("filiere.json");
    let structures = read::<Structures>("structures.json").structures;
    let communes = read::<Communes>("communes.json").communes;
    let known = ids(structures.iter().map(|s| &s.id));
    let codes = ids(communes.iter().map(|c| &c.code));
    let guarantees = ids(table.guarantees.iter().map(|g| &g.id));
    let mut columns = ids(filiere.territories.iter().map(|t| &t.id));
    columns.extend(WHOLE);

    assert_eq!(known.len(), structures.len(), "a structure stands twice");
    for row in &table.rows {
        assert!(
            row.outside.is_some()
                || row.guarantee.as_ref().is_some_and(|id| guarantees.contains(id.as_str())),
            "{}",
            row.id
        );
        assert!(ids(row.cells.keys()).is_subset(&columns), "{}", row.id);
        for placement in row.cells.values().flat_map(|cell| &cell.placements) {
            let id = placement.structure.as_str();
            assert!(known.contains(id), "{}: {id}", row.id);
            assert!(ids(&placement.communes).is_subset(&codes), "{id}");
        }
    }
    let places = ids(structures.iter().filter_map(|s| s.commune.as_ref()));
    assert!(places.is_subset(&codes), "{places:?}");
}

#[test]
fn everything_else_that_is_named_exists() {
    let table: Table = read("table.json");
    let filiere: Filiere = read("filiere.json");
    let structures = read::<Structures>("structures.json").structures;
    let departments = read::<Elsewhere>("elsewhere.json").departments;
    let levels = read::<Gradation>("gradation.json").levels;

    let known = ids(structures.iter().map(|s| &s.id));
    let entries = departments.iter().flat_map(|d| &d.entries);
    let mut cited = ids(entries.map(|e| &e.structure));
    cited.extend(ids(structures.iter().filter_map(|s| s.carried_by.as_ref())));
    cited.insert(&filiere.directory);
    assert!(cited.is_subset(&known), "{cited:?}");

    let rows = ids(table.rows.iter().map(|r| &r.id));
    let teams = levels.iter().flat_map(|l| l.living.iter().chain(&l.hospital));
    let mut cited = ids(teams.flat_map(|team| &team.rows));
    cited.insert(&filiere.coordination);
    assert!(cited.is_subset(&rows), "{cited:?}");
}

#[test]
fn every_text_the_data_calls_for_is_written() {
    let keys = [table_keys(), filiere_keys(), gradation_keys(), other_keys()];
    let missing: Vec<_> = keys.into_iter().flatten().filter(|key| !is_written(key)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

fn table_keys() -> Vec<String> {
    let table: Table = read("table.json");
    let parts = |r: &str| ["name", "does"].map(|part| format!("rows.{r}.{part}"));
    let cells = table.rows.iter().flat_map(|row| row.cells.values());
    let notes = cells.flat_map(|cell| &cell.placements).filter_map(|p| p.note.as_ref());
    let mut keys: Vec<_> = notes.map(|note| format!("notes.{note}")).collect();
    keys.extend(table.rows.iter().flat_map(|row| parts(&row.id)));
    let structures = read::<Structures>("structures.json").structures;
    let behind = structures.iter().filter(|s| s.contacts.iter().any(|c| c.switchboard));
    let behind = ids(behind.map(|s| &s.id));
    let asked = table.rows.iter().filter(|row| {
        let mut placements = row.cells.values().flat_map(|cell| &cell.placements);
        placements.any(|p| behind.contains(p.structure.as_str()))
    });
    keys.extend(asked.map(|row| format!("rows.{}.ask", row.id)));
    keys.extend(table.guarantees.iter().map(|g| format!("guarantees.{}", g.id)));
    keys
}

fn filiere_keys() -> Vec<String> {
    let filiere: Filiere = read("filiere.json");
    let territories = filiere.territories.iter().map(|t| t.id.as_str());
    let columns = territories.chain(WHOLE).map(|t| format!("territories.{t}"));
    let numbers = filiere.emergency.iter().map(|e| &e.number);
    columns.chain(numbers.map(|number| format!("emergency.{number}"))).collect()
}

fn gradation_keys() -> Vec<String> {
    let mut keys = Vec::new();
    for level in read::<Gradation>("gradation.json").levels {
        let parts = ["title", "situation", "support"];
        keys.extend(parts.map(|part| format!("gradation.{}.{part}", level.level)));
        let teams = level.living.iter().chain(&level.hospital);
        keys.extend(teams.map(|t| format!("gradation.teams.{}", t.team)));
    }
    keys
}

fn other_keys() -> Vec<String> {
    let terms = read::<Lexicon>("lexicon.json").terms;
    let mut keys: Vec<_> = terms.iter().map(|t| format!("lexicon.{}", t.id)).collect();
    for department in read::<Elsewhere>("elsewhere.json").departments {
        keys.push(format!("elsewhere.{}", department.code));
        let kinds = department.entries.into_iter().map(|e| e.kind);
        keys.extend(kinds.flat_map(|k| [format!("rows.{k}.name"), format!("rows.{k}.does")]));
    }
    keys
}

#[test]
fn every_text_of_a_structure_speaks_of_one_that_exists() {
    let structures = read::<Structures>("structures.json").structures;
    let known = ids(structures.iter().map(|s| &s.id));
    let texts: TextFile = read("texts/fr/structures.json");
    assert!(ids(texts.keys()).is_subset(&known), "{texts:?}");
}

fn is_written(key: &str) -> bool {
    key.split_once('.').is_some_and(|(file, key)| {
        read::<TextFile>(&format!("texts/fr/{file}.json")).contains_key(key)
    })
}

#[test]
fn every_citation_resolves() {
    let sources = read::<Sources>("sources.json").sources;
    let mut cited = BTreeSet::new();
    for file in
        ["communes", "elsewhere", "filiere", "flow", "gradation", "lexicon", "structures", "table"]
    {
        collect_citations(&read(&format!("{file}.json")), &mut cited);
    }
    let cited: BTreeSet<_> =
        cited.iter().map(|c| c.split(':').next().unwrap_or(c).to_owned()).collect();
    let known: BTreeSet<_> = sources.into_iter().map(|s| s.id).collect();
    // Both ways: a source that nothing cites is a leftover.
    assert_eq!(cited, known);
}

fn collect_citations(value: &Value, cited: &mut BTreeSet<String>) {
    let text = |v: &Value| v.as_str().map(str::to_owned);
    match value {
        Value::Object(fields) => {
            for (key, value) in fields {
                match (key.as_str(), value) {
                    ("source", Value::String(one)) => drop(cited.insert(one.clone())),
                    ("sources", Value::Array(all)) => cited.extend(all.iter().filter_map(text)),
                    _ => collect_citations(value, cited),
                }
            }
        }
        Value::Array(all) => all.iter().for_each(|value| collect_citations(value, cited)),
        _ => {}
    }
}

#[test]
fn phones_are_digits_and_never_at_a_pay_rate() {
    let structures = read::<Structures>("structures.json").structures;
    let contacts = structures.iter().flat_map(|s| &s.contacts);
    let phones: Vec<_> = contacts.filter(|c| c.field == ContactField::Phone).collect();
    assert!(!phones.is_empty());
    for phone in phones {
        let value = phone.value.as_str();
        assert!(value.chars().all(|c| c.is_ascii_digit()), "{value}");
        assert!(matches!(value.len(), 2..=4 | 10), "{value}");
        assert!(!value.starts_with("082") && !value.starts_with("089"), "{value}");
    }
}
