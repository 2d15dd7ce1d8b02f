//! What a coordinator does in one go, as the changes that it takes.

use serde_json::{Value, json};

use super::draft::Draft;
use super::edit::Edit;
use super::ledger::{FILE, LIST};
use crate::directory::fold;

const TABLE: &str = "table.json";

/// The contract's table: a row and a column of it, by their ids.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Place {
    /// The row.
    pub row: String,
    /// The column: a territory, or something wider.
    pub column: String,
}

impl Place {
    /// The pointer of its cell; `None` where there is no such row.
    pub fn pointer(&self, draft: &Draft) -> Option<String> {
        let rows = draft.value(TABLE, "/rows")?.as_array()?;
        let at = rows.iter().position(|row| row["id"] == self.row.as_str())?;
        Some(format!("/rows/{at}/cells/{}", self.column))
    }
}

/// Adds a structure at the end of the list; gives its place.
///
/// # Errors
/// The list cannot be read.
pub fn add_structure(draft: &mut Draft, title: &str, name: &str) -> Result<usize, String> {
    let all = draft.value(FILE, LIST).and_then(Value::as_array);
    let all = all.ok_or("la liste des structures ne peut pas être lue")?;
    let at = all.len();
    let taken = |id: &str| all.iter().any(|one| one["id"] == id);
    let own = slug(name);
    let mut id = own.clone();
    let mut number = 2;
    while taken(&id) {
        id = format!("{own}-{number}");
        number += 1;
    }
    let new = json!({"id": id, "name": name, "contacts": [], "sources": []});
    draft.insert(title, FILE, &format!("{LIST}/{at}"), new)?;
    Ok(at)
}

/// Takes a structure out, and its placements with it.
///
/// # Errors
/// There is no such structure.
pub fn remove_structure(draft: &mut Draft, title: &str, at: usize) -> Result<(), String> {
    let pointer = format!("{LIST}/{at}");
    let one = draft.value(FILE, &pointer).cloned().ok_or("cette structure n’est plus là")?;
    let mut edits = vec![value(FILE, pointer, Some(one.clone()), None)];
    let rows = draft.value(TABLE, "/rows").and_then(Value::as_array);
    for (row, cells) in rows.into_iter().flatten().enumerate() {
        for (column, cell) in cells["cells"].as_object().into_iter().flatten() {
            let Some(all) = cell["placements"].as_array() else { continue };
            let is_it = |placement: &Value| placement["structure"] == one["id"];
            if all.iter().any(is_it) {
                let kept = all.iter().filter(|placement| !is_it(placement)).cloned().collect();
                let at = format!("/rows/{row}/cells/{column}");
                edits.push(value(TABLE, at, Some(cell.clone()), Some(with(cell, kept))));
            }
        }
    }
    draft.step(title, edits)
}

/// Lists a structure in a cell, which is made where there is none.
///
/// # Errors
/// There is no such row.
pub fn place(draft: &mut Draft, title: &str, to: &Place, structure: &str) -> Result<(), String> {
    let edit = placed(draft, to, json!({"structure": structure}))?;
    draft.step(title, vec![edit])
}

/// Moves what stands in a cell to another one of its row, or of another row.
///
/// # Errors
/// It is not there, or there is no such row.
pub fn move_placement(
    draft: &mut Draft,
    title: &str,
    from: &Place,
    at: usize,
    to: &Place,
) -> Result<(), String> {
    if from == to {
        return Ok(());
    }
    let pointer = from.pointer(draft).ok_or("cette ligne n’est plus là")?;
    let cell = draft.value(TABLE, &pointer).cloned().ok_or("cette case n’est plus là")?;
    let mut kept = cell["placements"].as_array().cloned().unwrap_or_default();
    if at >= kept.len() {
        return Err("cette structure n’est plus dans cette case".to_owned());
    }
    let mut moved = kept.remove(at);
    if let Some(fields) = moved.as_object_mut() {
        // The communes of one territory are none of another's.
        fields.shift_remove("communes");
    }
    let out = value(TABLE, pointer, Some(cell.clone()), Some(with(&cell, kept)));
    let back = placed(draft, to, moved)?;
    draft.step(title, vec![out, back])
}

/// The change that puts a placement into a cell.
fn placed(draft: &Draft, to: &Place, placement: Value) -> Result<Edit, String> {
    let pointer =
        to.pointer(draft).ok_or_else(|| format!("il n’y a pas de ligne « {} »", to.row))?;
    let before = draft.value(TABLE, &pointer).cloned();
    let cell = before.clone().unwrap_or_else(|| json!({"state": "listed", "sources": []}));
    let mut all = cell["placements"].as_array().cloned().unwrap_or_default();
    all.push(placement);
    let mut cell = with(&cell, all);
    // Something stands there now: the cell is no longer said to be empty.
    if matches!(cell["state"].as_str(), Some("empty" | "not-covered")) {
        cell["state"] = json!("listed");
    }
    Ok(value(TABLE, pointer, before, Some(cell)))
}

/// A cell with other placements: with none, an empty one, which is a decision.
fn with(cell: &Value, placements: Vec<Value>) -> Value {
    let mut cell = cell.clone();
    let Some(fields) = cell.as_object_mut() else { return cell };
    if placements.is_empty() {
        fields.shift_remove("placements");
        fields.insert("state".to_owned(), json!("empty"));
    } else if let Some(all) = fields.get_mut("placements") {
        *all = Value::Array(placements);
    } else {
        let after = fields.keys().position(|key| key == "state").map_or(0, |at| at + 1);
        fields.shift_insert(after, "placements".to_owned(), Value::Array(placements));
    }
    cell
}

fn value(file: &str, at: String, before: Option<Value>, after: Option<Value>) -> Edit {
    Edit::Value { file: file.to_owned(), at, place: usize::MAX, before, after }
}

/// An id made of a name.
fn slug(name: &str) -> String {
    let folded = fold(name);
    let parts: Vec<&str> = folded
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|part| !part.is_empty())
        .collect();
    let id = parts.join("-");
    let id = id.trim_start_matches(|c: char| c.is_ascii_digit() || c == '-').to_owned();
    if id.is_empty() { "structure".to_owned() } else { id }
}
