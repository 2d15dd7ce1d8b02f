//! JSON, read more strictly than its own grammar asks: a key stands once in an object.
//! Most readers keep the last of two, and what somebody typed is lost without a word.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

use crate::check::Problem;

use super::limits;

/// The field that holds a comment, in any object of any data file.
pub const COMMENT: &str = "$comment";

/// The value that a text holds, without its comments; every key that stands twice is a
/// problem of `file`.
pub fn parse(text: &str, file: &str, problems: &mut Vec<Problem>) -> Option<Value> {
    // Windows programs put this mark before what they write.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if let Some(problem) = limits::bytes(text.len(), file) {
        problems.push(problem);
        return None;
    }
    let mut twice = Vec::new();
    let mut reader = serde_json::Deserializer::from_str(text);
    let place = Cursor { pointer: String::new(), twice: &mut twice };
    let read = place.deserialize(&mut reader).and_then(|value| reader.end().map(|()| value));
    match read {
        Ok(value) => {
            problems.extend(twice.into_iter().take(limits::TOLD).map(|pointer| {
                let what = "ce champ est écrit deux fois : la première valeur serait perdue";
                Problem::new(file, pointer, what, "n’en garder qu’un")
            }));
            Some(value)
        }
        Err(error) => {
            problems.push(unreadable(&error, file));
            None
        }
    }
}

fn unreadable(error: &serde_json::Error, file: &str) -> Problem {
    let what = format!("ce n’est pas du JSON : {error}");
    let fix = format!(
        "corriger autour de la ligne {}, colonne {} (virgule, guillemet, accolade)",
        error.line(),
        error.column()
    );
    Problem::new(file, "", what, fix)
}

/// A value that is about to be read, and where it stands.
struct Cursor<'a> {
    pointer: String,
    twice: &'a mut Vec<String>,
}

impl Cursor<'_> {
    fn inside(&mut self, step: &str) -> Cursor<'_> {
        let step = step.replace('~', "~0").replace('/', "~1");
        Cursor { pointer: format!("{}/{step}", self.pointer), twice: self.twice }
    }
}

impl<'de> DeserializeSeed<'de> for Cursor<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<Value, D::Error> {
        reader.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Cursor<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut items: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element_seed(self.inside(&list.len().to_string()))? {
            list.push(item);
        }
        Ok(Value::Array(list))
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut entries: A) -> Result<Value, A::Error> {
        let mut fields = Map::new();
        while let Some(key) = entries.next_key::<String>()? {
            let mut inside = self.inside(&key);
            // One may comment an object as often as one likes.
            if fields.contains_key(&key) && key != COMMENT {
                let pointer = std::mem::take(&mut inside.pointer);
                inside.twice.push(pointer.clone());
                inside.pointer = pointer;
            }
            let value = entries.next_value_seed(inside)?;
            fields.insert(key, value);
        }
        fields.remove(COMMENT);
        Ok(Value::Object(fields))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_key_that_stands_twice_is_told_at_its_place_and_a_comment_is_not() {
        let mut problems = Vec::new();
        let text = "\u{feff}{\"$comment\": 1, \"a\": [{\"b\": 1, \"b/c\": 2, \"b/c\": 3}], \"$comment\": 2}";
        let read = parse(text, "x.json", &mut problems);
        assert_eq!(read, Some(json!({"a": [{"b": 1, "b/c": 3}]})));
        let places: Vec<&str> = problems.iter().map(|p| p.pointer.as_str()).collect();
        assert_eq!(places, ["/a/0/b~1c"]);
    }

    #[test]
    fn what_follows_the_value_and_what_is_too_deep_are_refused() {
        for text in ["{} {}", "", &"[".repeat(100_000)] {
            let mut problems = Vec::new();
            assert_eq!(parse(text, "x.json", &mut problems), None);
            assert_eq!(problems.len(), 1, "{text:.10}");
        }
    }
}
