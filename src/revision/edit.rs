//! One change of one file, and its undoing.

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// What somebody did in one go, undone in one go.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Step {
    /// What it was, in words: `Téléphone de l’hôpital Foch`.
    pub title: String,
    /// Its changes, in order.
    pub edits: Vec<Edit>,
}

/// One change; it holds what was and what is, so that it is its own undoing.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub enum Edit {
    /// A value of a file.
    Value {
        /// The file, relative to the dataset's folder.
        file: String,
        /// JSON pointer of the value.
        at: String,
        /// Of a field of an object, its place among the others.
        place: usize,
        /// What stood there; `None`: nothing.
        before: Option<Value>,
        /// What stands there; `None`: nothing.
        after: Option<Value>,
    },
    /// A file as a whole, by its text.
    Text {
        /// The file.
        file: String,
        /// What it held; `None`: there was no such file.
        before: Option<String>,
        /// What it holds; `None`: it is gone.
        after: Option<String>,
    },
}

impl Edit {
    /// The same change the other way.
    #[must_use]
    pub fn undone(self) -> Self {
        match self {
            Self::Value { file, at, place, before, after } => {
                Self::Value { file, at, place, before: after, after: before }
            }
            Self::Text { file, before, after } => Self::Text { file, before: after, after: before },
        }
    }

    /// The file that it changes.
    pub fn file(&self) -> &str {
        match self {
            Self::Value { file, .. } | Self::Text { file, .. } => file,
        }
    }
}

/// Puts a value at a place of another one, which is what [`Edit::Value`] does to a file.
///
/// # Errors
/// The place is not there, or does not hold what was expected.
pub(super) fn put(
    root: &mut Value,
    at: &str,
    place: usize,
    before: Option<&Value>,
    after: Option<&Value>,
) -> Result<(), String> {
    let stale = || format!("{at} n’est plus ce qu’il était");
    if value_at(root, at) != before && !(before.is_none() && is_of_list(root, at)) {
        return Err(stale());
    }
    let Some((parent, key)) = split(at) else {
        *root = after.cloned().ok_or_else(stale)?;
        return Ok(());
    };
    match root.pointer_mut(parent) {
        Some(Value::Array(items)) => {
            let index: usize = key.parse().map_err(|_| stale())?;
            match (before, after) {
                (Some(_), Some(after)) => items[index] = after.clone(),
                (Some(_), None) => drop(items.remove(index)),
                (None, Some(after)) if index <= items.len() => items.insert(index, after.clone()),
                _ => return Err(stale()),
            }
        }
        Some(Value::Object(fields)) => match (before, after) {
            (Some(_), Some(after)) => drop(fields.insert(key, after.clone())),
            (Some(_), None) => drop(fields.shift_remove(&key)),
            (None, Some(after)) => {
                fields.shift_insert(place.min(fields.len()), key, after.clone());
            }
            (None, None) => {}
        },
        _ => return Err(stale()),
    }
    Ok(())
}

/// The value at a place.
pub(super) fn value_at<'a>(root: &'a Value, at: &str) -> Option<&'a Value> {
    root.pointer(at)
}

/// Whether a place is one of a list: there, something new moves what stood there aside.
fn is_of_list(root: &Value, at: &str) -> bool {
    split(at).is_some_and(|(parent, _)| root.pointer(parent).is_some_and(Value::is_array))
}

/// A pointer as the one of its parent and its last step, unescaped.
pub(super) fn split(at: &str) -> Option<(&str, String)> {
    let (parent, key) = at.rsplit_once('/')?;
    Some((parent, key.replace("~1", "/").replace("~0", "~")))
}
