//! How the files of a dataset are laid out: what fits on a line stands on one, the
//! order of the fields is kept. Writing an unchanged file changes nothing in it.

use std::fmt;

use anyhow::Result;
use serde::Serialize;
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

/// What stands on one line, its indent included and its key aside.
const WIDTH: usize = 100;

/// A value as a data file holds it.
pub fn to_text(value: &impl Serialize) -> Result<String> {
    let node: Node = serde_json::from_str(&serde_json::to_string(value)?)?;
    let mut text = node.opened(0);
    text.push('\n');
    Ok(text)
}

/// JSON whose fields keep their order; what holds nothing is already text.
enum Node {
    Leaf(String),
    List(Vec<Node>),
    Fields(Vec<(String, Node)>),
}

impl Node {
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

    #[test]
    fn writing_an_unchanged_file_changes_nothing() {
        let structures = include_str!("../../data/structures.json");
        let read: Structures = serde_json::from_str(structures).unwrap();
        assert!(to_text(&read).unwrap() == structures);
        let communes = include_str!("../../data/communes.json");
        let read: Communes = serde_json::from_str(communes).unwrap();
        assert!(to_text(&read).unwrap() == communes);
    }
}
