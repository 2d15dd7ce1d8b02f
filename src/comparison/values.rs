//! The files of two datasets as values: what differs, and how it is put in.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::changes::{Changed, Part};

/// The fields by which an element of a list is known.
const NAMES: [&str; 4] = ["id", "code", "level", "voice"];

/// The names of two objects, each once.
pub(super) fn keys(was: &Value, is: &Value) -> BTreeSet<String> {
    let all = [was, is].into_iter().filter_map(Value::as_object);
    all.flat_map(|object| object.keys().cloned()).collect()
}

/// What differs between two values of a field.
pub(super) fn parts<'v>(file: &str, was: &'v Value, is: &'v Value) -> Vec<Part> {
    if was == is {
        return Vec::new();
    }
    if file == "texts" {
        return keys(was, is)
            .into_iter()
            .filter(|key| was.get(key) != is.get(key))
            .map(Part::Element)
            .collect();
    }
    let lists = listed(was).zip(listed(is)).filter(|(was, is)| !was.is_empty() || !is.is_empty());
    let Some((was, is)) = lists else { return vec![Part::Whole] };
    let find = |list: &[(String, &'v Value)], id: &str| {
        list.iter().find(|(known, _)| known == id).map(|(_, value)| *value)
    };
    let ids: BTreeSet<&String> = was.iter().chain(&is).map(|(id, _)| id).collect();
    let mut found: Vec<Part> = ids
        .into_iter()
        .flat_map(|id| parts_of_element(id, find(&was, id), find(&is, id)))
        .collect();
    let common = |list: &[(String, &Value)], other: &[(String, &Value)]| -> Vec<String> {
        let ids = list.iter().map(|(id, _)| id);
        ids.filter(|id| other.iter().any(|(known, _)| known == *id)).cloned().collect()
    };
    found.extend((common(&was, &is) != common(&is, &was)).then_some(Part::Order));
    found
}

/// What differs in an element of a list: its cells apart, where it has any.
fn parts_of_element(id: &str, was: Option<&Value>, is: Option<&Value>) -> Vec<Part> {
    let element = || Part::Element(id.to_owned());
    let (Some(mut was), Some(mut is)) = (was.cloned(), is.cloned()) else { return vec![element()] };
    let cells = |row: &mut Value| row.as_object_mut().and_then(|row| row.remove("cells"));
    let (had, has) = (cells(&mut was), cells(&mut is));
    let (had, has) = (had.unwrap_or_default(), has.unwrap_or_default());
    let mut found: Vec<Part> = (was != is).then(element).into_iter().collect();
    let other = keys(&had, &has).into_iter().filter(|place| had.get(place) != has.get(place));
    found.extend(other.map(|place| Part::Cell(id.to_owned(), place)));
    found
}

/// The elements of a list by what they are known by; `None` where that is not one field,
/// different in each.
fn listed(value: &Value) -> Option<Vec<(String, &Value)>> {
    let list = value.as_array()?;
    let by = |name: &str| -> Option<Vec<(String, &Value)>> {
        let named = list.iter().map(|element| match element.get(name)? {
            Value::String(id) => Some((id.clone(), element)),
            Value::Number(id) => Some((id.to_string(), element)),
            _ => None,
        });
        let named: Vec<(String, &Value)> = named.collect::<Option<_>>()?;
        let distinct: BTreeSet<&String> = named.iter().map(|(id, _)| id).collect();
        (distinct.len() == named.len()).then_some(named)
    };
    NAMES.into_iter().find_map(by)
}

fn position(list: &Value, id: &str) -> Option<usize> {
    listed(list)?.iter().position(|(known, _)| known == id)
}

/// The value of what changed, in the files of a dataset.
pub(super) fn value_of<'v>(data: &'v Value, change: &Changed) -> Option<&'v Value> {
    let Changed { file, field, part } = change;
    let holder = data.get(file)?;
    let holder = if field.is_empty() { holder } else { holder.get(field)? };
    match part {
        Part::Whole | Part::Order => Some(holder),
        Part::Element(key) if file == "texts" => holder.get(key),
        Part::Element(id) => holder.get(position(holder, id)?),
        Part::Cell(row, place) => holder.get(position(holder, row)?)?.get("cells")?.get(place),
    }
}

/// Puts what changed into a dataset.
pub(super) fn put(data: &mut Value, new: &Value, change: &Changed) {
    let Changed { file, field, part } = change;
    let value = value_of(new, change).cloned();
    if field.is_empty() {
        return set(data, file, value);
    }
    if *part == Part::Whole {
        return set(&mut data[file], field, value);
    }
    let target = &mut data[file][field];
    match (part, value) {
        (Part::Order, Some(value)) => reorder(target, &value),
        (Part::Element(key), value) if file == "texts" => set(target, key, value),
        (Part::Element(id), value) => {
            put_element(target, id, value, position(&new[file][field], id));
        }
        (Part::Cell(row, place), value) => {
            if let Some(at) = position(target, row) {
                set(&mut target[at]["cells"], place, value);
            }
        }
        (Part::Whole, _) | (Part::Order, None) => {}
    }
}

/// Sets or removes a value of an object.
fn set(object: &mut Value, key: &str, value: Option<Value>) {
    if !object.is_object() {
        *object = Value::Object(Map::new());
    }
    match (object.as_object_mut(), value) {
        (Some(object), Some(value)) => drop(object.insert(key.to_owned(), value)),
        (Some(object), None) => drop(object.remove(key)),
        (None, _) => {}
    }
}

/// Replaces an element, adds it at its new place, or takes it away. One that was a row
/// keeps its cells: they are changes of their own.
fn put_element(list: &mut Value, id: &str, value: Option<Value>, place: Option<usize>) {
    let at = position(list, id);
    let Some(list) = list.as_array_mut() else { return };
    match (at, value) {
        (Some(at), Some(mut value)) => {
            if let Some(cells) = list[at].get("cells") {
                value["cells"] = cells.clone();
            }
            list[at] = value;
        }
        (Some(at), None) => drop(list.remove(at)),
        (None, Some(value)) => list.insert(place.unwrap_or_default().min(list.len()), value),
        (None, None) => {}
    }
}

/// Puts the elements of a list in the order that another gives them; those that the other
/// lacks stay where they are.
fn reorder(list: &mut Value, order: &Value) {
    let ids: Vec<String> = listed(list).into_iter().flatten().map(|(id, _)| id).collect();
    let wanted = listed(order).into_iter().flatten().map(|(id, _)| id);
    let mut wanted = wanted.filter(|id| ids.contains(id)).filter_map(|id| position(list, &id));
    let places: Vec<usize> = ids
        .iter()
        .enumerate()
        .map(
            |(at, id)| {
                if position(order, id).is_some() { wanted.next().unwrap_or(at) } else { at }
            },
        )
        .collect();
    let Some(elements) = list.as_array_mut() else { return };
    *elements = places.into_iter().map(|at| elements[at].clone()).collect();
}
