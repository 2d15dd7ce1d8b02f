//! One change of one element of the data, and the dataset that it makes.

use serde_json::{Map, Value, json};

use crate::model::Dataset;

/// One change of one element.
#[derive(Clone, Debug)]
pub struct Mutant {
    /// The file, its place by ids, and what is done there: stable when other
    /// elements come or go.
    pub name: String,
    /// The file that is changed (`flow.json`).
    pub file: &'static str,
    /// JSON pointer of the place in that file.
    pub pointer: String,
    change: Change,
}

/// What is done at a place.
#[derive(Clone, Debug)]
pub(super) enum Change {
    /// The element is no longer there.
    Remove,
    /// The element is replaced, or added where it was left out.
    Set(Value),
    /// The list receives one more.
    Push(Value),
    /// The element and the next one of its list change places.
    Swap,
    /// The structure stands in the cell of that territory instead, and the states
    /// of both cells tell so.
    Move(String),
    /// The cell lists nothing, and its state tells so.
    Empty,
}

/// The files that are changed, as JSON.
#[derive(Clone, Debug)]
pub struct Files([(&'static str, Value); 6]);

impl Files {
    /// Those of a dataset.
    pub fn of(data: &Dataset) -> Self {
        Self([
            ("flow.json", json!(data.flow)),
            ("table.json", json!(data.table)),
            ("elsewhere.json", json!(data.elsewhere)),
            ("communes.json", json!(data.communes)),
            ("filiere.json", json!(data.filiere)),
            ("structures.json", json!(data.structures)),
        ])
    }

    fn get(&self, file: &str) -> &Value {
        self.0.iter().find(|(name, _)| *name == file).map_or(&Value::Null, |(_, value)| value)
    }

    /// A mutant of the element at a place.
    pub(super) fn mutant(&self, file: &'static str, pointer: &str, change: Change) -> Mutant {
        let what = match &change {
            Change::Remove => "enlevé".to_owned(),
            Change::Set(value) => format!("devient {value}"),
            Change::Push(value) => format!("reçoit {value}"),
            Change::Swap => "échangé avec le suivant".to_owned(),
            Change::Move(territory) => format!("passe dans la case « {territory} »"),
            Change::Empty => "vidée".to_owned(),
        };
        let name = format!("{file} {} {what}", by_ids(self.get(file), pointer));
        Mutant { name, file, pointer: pointer.to_owned(), change }
    }
}

impl Mutant {
    /// The dataset with this change; `None`: its files can no longer be read.
    pub fn apply(&self, data: &Dataset, files: &Files) -> Option<Dataset> {
        let mut value = files.get(self.file).clone();
        self.edit(&mut value)?;
        let mut changed = data.clone();
        match self.file {
            "flow.json" => changed.flow = serde_json::from_value(value).ok()?,
            "table.json" => changed.table = serde_json::from_value(value).ok()?,
            "elsewhere.json" => changed.elsewhere = serde_json::from_value(value).ok()?,
            "communes.json" => changed.communes = serde_json::from_value(value).ok()?,
            "structures.json" => changed.structures = serde_json::from_value(value).ok()?,
            _ => changed.filiere = serde_json::from_value(value).ok()?,
        }
        Some(changed)
    }

    fn edit(&self, file: &mut Value) -> Option<()> {
        let (parent, last) = self.pointer.rsplit_once('/')?;
        match &self.change {
            Change::Push(new) => {
                let place = file.pointer_mut(parent)?.as_object_mut()?;
                let list = place.entry(last).or_insert_with(|| json!([]));
                list.as_array_mut()?.push(new.clone());
            }
            Change::Move(territory) => return relocate(file, &self.pointer, territory),
            Change::Empty => empty(file.pointer_mut(&self.pointer)?.as_object_mut()?),
            Change::Remove => match file.pointer_mut(parent)? {
                Value::Array(list) => drop(list.remove(last.parse().ok()?)),
                place => drop(place.as_object_mut()?.remove(last)?),
            },
            Change::Set(new) => match file.pointer_mut(parent)? {
                Value::Array(list) => *list.get_mut(last.parse::<usize>().ok()?)? = new.clone(),
                place => drop(place.as_object_mut()?.insert(last.to_owned(), new.clone())),
            },
            Change::Swap => {
                let at: usize = last.parse().ok()?;
                let list = file.pointer_mut(parent)?.as_array_mut()?;
                (at + 1 < list.len()).then(|| list.swap(at, at + 1))?;
            }
        }
        Some(())
    }
}

/// Puts the structure at `/rows/…/cells/…/placements/…` into another cell of its row.
fn relocate(table: &mut Value, pointer: &str, territory: &str) -> Option<()> {
    let (cell, at) = pointer.rsplit_once("/placements/")?;
    let (cells, _) = cell.rsplit_once('/')?;
    let from = table.pointer_mut(cell)?.as_object_mut()?;
    let state = from.get("state")?.clone();
    let moved = from.get_mut("placements")?.as_array_mut()?;
    let placement = moved.remove(at.parse().ok()?);
    if moved.is_empty() {
        empty(from);
    }
    let to = table.pointer_mut(cells)?.get_mut(territory)?.as_object_mut()?;
    if !to.contains_key("placements") {
        to.insert("state".to_owned(), state);
    }
    to.entry("placements").or_insert_with(|| json!([])).as_array_mut()?.push(placement);
    Some(())
}

fn empty(cell: &mut Map<String, Value>) {
    cell.remove("placements");
    cell.insert("state".to_owned(), json!("empty"));
}

/// A place told by the ids of what stands there: `rules/cpts/when/1/medecin/oui`.
fn by_ids(file: &Value, pointer: &str) -> String {
    let mut at = Some(file);
    let steps = pointer.split('/').skip(1).map(|step| {
        let list = at.is_some_and(Value::is_array);
        at = at.and_then(|value| match value {
            Value::Array(items) => items.get(step.parse::<usize>().ok()?),
            other => other.get(step),
        });
        at.filter(|_| list).and_then(id).unwrap_or(step)
    });
    steps.collect::<Vec<_>>().join("/")
}

/// What an element of a list is known by.
fn id(element: &Value) -> Option<&str> {
    let keys = ["id", "code", "structure", "number", "row", "elsewhere"];
    element.as_str().or_else(|| keys.iter().find_map(|key| element.get(key)?.as_str()))
}
