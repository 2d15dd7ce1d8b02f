//! How the files of a dataset are laid out: what fits on a line stands on one, the
//! order of the fields is kept. Writing an unchanged file changes nothing in it.

use std::fmt;

use anyhow::Result;
use serde::Serialize;
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

use crate::reading::COMMENT;

/// What stands on one line, its indent included and its key aside.
const WIDTH: usize = 100;

/// A value as a data file holds it.
pub fn to_text(value: &impl Serialize) -> Result<String> {
    Ok(node(value)?.file())
}

/// A value in place of the one that a file holds, whose comments are kept.
pub fn to_text_keeping_comments(value: &impl Serialize, before: &str) -> Result<String> {
    let mut node = node(value)?;
    node.take_comments(&serde_json::from_str(before)?);
    Ok(node.file())
}

fn node(value: &impl Serialize) -> Result<Node> {
    Ok(serde_json::from_str(&serde_json::to_string(value)?)?)
}

/// JSON whose fields keep their order; what holds nothing is already text.
#[derive(Clone)]
enum Node {
    Leaf(String),
    List(Vec<Node>),
    Fields(Vec<(String, Node)>),
}

impl Node {
    fn file(&self) -> String {
        self.opened(0) + "\n"
    }

    /// Takes over the comments of what stood here before: field by field, and in a
    /// list from the item of the same id, else from the one that says the same.
    fn take_comments(&mut self, before: &Self) {
        match (self, before) {
            (Self::Fields(fields), Self::Fields(old)) => {
                for (at, (key, value)) in old.iter().enumerate() {
                    if is_comment(key) {
                        fields.insert(at.min(fields.len()), (key.clone(), value.clone()));
                    } else if let Some((_, now)) = fields.iter_mut().find(|(k, _)| k == key) {
                        now.take_comments(value);
                    }
                }
            }
            (Self::List(items), Self::List(old)) => {
                for item in items {
                    if let Some(before) = old.iter().find(|old| item.is_again(old)) {
                        item.take_comments(before);
                    }
                }
            }
            _ => {}
        }
    }

    /// Whether an item of a list is one that stood there before.
    fn is_again(&self, before: &Self) -> bool {
        match (self.id(), before.id()) {
            (Some(id), Some(before)) => id == before,
            _ => self.flat() == before.without_comments().flat(),
        }
    }

    fn id(&self) -> Option<String> {
        let Self::Fields(fields) = self else { return None };
        let named = |(key, value): &(String, Self)| (key == "\"id\"").then(|| value.flat());
        fields.iter().find_map(named)
    }

    fn without_comments(&self) -> Self {
        match self {
            Self::Leaf(text) => Self::Leaf(text.clone()),
            Self::List(items) => Self::List(items.iter().map(Self::without_comments).collect()),
            Self::Fields(fields) => {
                let kept = fields.iter().filter(|(key, _)| !is_comment(key));
                Self::Fields(kept.map(|(key, v)| (key.clone(), v.without_comments())).collect())
            }
        }
    }

    /// On one line.
    fn flat(&self) -> String {
        match self {
            Self::Leaf(text) => text.clone(),
            Self::List(items) => {
                format!("[{}]", items.iter().map(Self::flat).collect::<Vec<_>>().join(", "))
            }
            Self::Fields(fields) => {
                let fields = fields.iter().map(|(key, value)| format!("{key}: {}", value.flat()));
                format!("{{{}}}", fields.collect::<Vec<_>>().join(", "))
            }
        }
    }

    fn at(&self, depth: usize) -> String {
        let flat = self.flat();
        if 2 * depth + flat.chars().count() <= WIDTH { flat } else { self.opened(depth) }
    }

    /// One line for each of its parts.
    fn opened(&self, depth: usize) -> String {
        let (inside, outside) = ("  ".repeat(depth + 1), "  ".repeat(depth));
        let block = |lines: Vec<String>, [open, close]: [&str; 2]| {
            format!("{open}\n{}\n{outside}{close}", lines.join(",\n"))
        };
        match self {
            Self::List(items) if !items.is_empty() => {
                let lines = items.iter().map(|item| format!("{inside}{}", item.at(depth + 1)));
                block(lines.collect(), ["[", "]"])
            }
            Self::Fields(fields) if !fields.is_empty() => {
                let line = |(key, value): &(String, Self)| {
                    format!("{inside}{key}: {}", value.at(depth + 1))
                };
                block(fields.iter().map(line).collect(), ["{", "}"])
            }
            other => other.flat(),
        }
    }
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Reader)
    }
}

struct Reader;

/// Keys are kept as they are written, between quotes.
fn is_comment(key: &str) -> bool {
    key.trim_matches('"') == COMMENT
}

fn leaf<E: serde::de::Error>(value: impl Serialize) -> Result<Node, E> {
    serde_json::to_string(&value).map(Node::Leaf).map_err(E::custom)
}

impl<'de> Visitor<'de> for Reader {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E: serde::de::Error>(self) -> Result<Node, E> {
        leaf(())
    }

    fn visit_bool<E: serde::de::Error>(self, value: bool) -> Result<Node, E> {
        leaf(value)
    }

    fn visit_i64<E: serde::de::Error>(self, value: i64) -> Result<Node, E> {
        leaf(value)
    }

    fn visit_u64<E: serde::de::Error>(self, value: u64) -> Result<Node, E> {
        leaf(value)
    }

    fn visit_f64<E: serde::de::Error>(self, value: f64) -> Result<Node, E> {
        leaf(value)
    }

    fn visit_str<E: serde::de::Error>(self, value: &str) -> Result<Node, E> {
        leaf(value)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Node, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Node::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Node, A::Error> {
        let mut fields = Vec::new();
        while let Some((key, value)) = entries.next_entry::<String, Node>()? {
            let Node::Leaf(key) = leaf(key)? else { continue };
            fields.push((key, value));
        }
        Ok(Node::Fields(fields))
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
        assert!(to_text(&read).unwrap() == communes);
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
