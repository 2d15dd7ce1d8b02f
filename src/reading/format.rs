//! How the files of a dataset are laid out: what fits on a line stands on one, the
//! order of the fields is kept. Writing an unchanged file changes nothing in it.
//!
//! Own code: the writers of `serde_json` put everything on one line, or nothing.

use anyhow::Result;
use serde::Serialize;
use serde_json::Value;

use super::COMMENT;

/// What stands on one line, its indent included and its key aside.
const WIDTH: usize = 100;

/// A value in place of the one that a file holds, whose comments are kept.
pub fn to_text_keeping_comments(value: &impl Serialize, before: &str) -> Result<String> {
    let mut value = serde_json::to_value(value)?;
    take_comments(&mut value, &serde_json::from_str(before)?);
    Ok(in_file(&value))
}

/// A value as the text of a file.
pub fn in_file(value: &Value) -> String {
    opened(value, 0) + "\n"
}

/// Takes over the comments of what stood here before: field by field, and in a list
/// from the item of the same id, else from the one that says the same.
fn take_comments(value: &mut Value, before: &Value) {
    match (value, before) {
        (Value::Object(fields), Value::Object(old)) => {
            for (at, (key, value)) in old.iter().enumerate() {
                if key == COMMENT {
                    fields.shift_insert(at.min(fields.len()), key.clone(), value.clone());
                } else if let Some(now) = fields.get_mut(key) {
                    take_comments(now, value);
                }
            }
        }
        (Value::Array(items), Value::Array(old)) => {
            for item in items {
                if let Some(before) = old.iter().find(|old| is_again(item, old)) {
                    take_comments(item, before);
                }
            }
        }
        _ => {}
    }
}

/// Whether an item of a list is one that stood there before.
fn is_again(item: &Value, before: &Value) -> bool {
    match (item.get("id"), before.get("id")) {
        (Some(id), Some(before)) => id == before,
        _ => *item == without_comments(before),
    }
}

fn without_comments(value: &Value) -> Value {
    match value {
        Value::Array(items) => items.iter().map(without_comments).collect(),
        Value::Object(fields) => {
            let kept = fields.iter().filter(|(key, _)| *key != COMMENT);
            kept.map(|(key, value)| (key.clone(), without_comments(value))).collect()
        }
        leaf => leaf.clone(),
    }
}

/// On one line.
fn flat(value: &Value) -> String {
    match value {
        Value::Array(items) => {
            format!("[{}]", items.iter().map(flat).collect::<Vec<_>>().join(", "))
        }
        Value::Object(fields) => {
            let fields =
                fields.iter().map(|(key, value)| format!("{}: {}", quoted(key), flat(value)));
            format!("{{{}}}", fields.collect::<Vec<_>>().join(", "))
        }
        leaf => leaf.to_string(),
    }
}

fn quoted(key: &str) -> Value {
    Value::from(key)
}

/// On one line where it fits.
fn laid(value: &Value, depth: usize) -> String {
    let flat = flat(value);
    if 2 * depth + flat.chars().count() <= WIDTH { flat } else { opened(value, depth) }
}

/// One line for each of its parts.
fn opened(value: &Value, depth: usize) -> String {
    let (inside, outside) = ("  ".repeat(depth + 1), "  ".repeat(depth));
    let block = |lines: Vec<String>, [open, close]: [&str; 2]| {
        format!("{open}\n{}\n{outside}{close}", lines.join(",\n"))
    };
    match value {
        Value::Array(items) if !items.is_empty() => {
            let lines = items.iter().map(|item| format!("{inside}{}", laid(item, depth + 1)));
            block(lines.collect(), ["[", "]"])
        }
        Value::Object(fields) if !fields.is_empty() => {
            let line = |(key, value): (&String, &Value)| {
                format!("{inside}{}: {}", quoted(key), laid(value, depth + 1))
            };
            block(fields.iter().map(line).collect(), ["{", "}"])
        }
        other => flat(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Communes, Structures};
    use crate::reading::parse;

    #[test]
    fn writing_an_unchanged_file_changes_nothing() {
        let structures = include_str!("../../data/structures.json");
        let value = parse(structures, "structures.json", &mut Vec::new()).unwrap();
        let read: Structures = serde_json::from_value(value).unwrap();
        assert!(to_text_keeping_comments(&read, structures).unwrap() == structures);
        let communes = include_str!("../../data/communes.json");
        let read: Communes = serde_json::from_str(communes).unwrap();
        assert!(to_text_keeping_comments(&read, communes).unwrap() == communes);
    }

    #[test]
    fn comments_stay_where_they_stood() {
        let before = r#"{"list": [{"$comment": "of a", "id": "a", "n": 1},
            {"id": "b", "in": [{"v": 1, "$comment": "of v"}]}], "$comment": "of all"}"#;
        let now = serde_json::json!({"list": [{"id": "b", "in": [{"v": 1}]}, {"id": "a", "n": 2}]});
        let expected = "{\n  \"list\": [{\"id\": \"b\", \"in\": [{\"v\": 1, \"$comment\": \"of v\"}]}, \
                        {\"$comment\": \"of a\", \"id\": \"a\", \"n\": 2}],\n  \
                        \"$comment\": \"of all\"\n}\n";
        assert_eq!(to_text_keeping_comments(&now, before).unwrap(), expected);
    }
}
