//! JSON as the types of the format, with everything that is not of the expected form.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use serde_path_to_error::{Path, Segment};

use super::fault::Fault;
use super::limits;
use crate::check::Problem;

/// A value as its type, or nothing, with every problem of it told. A reader stops at the
/// first: another value stands in for what it stopped at, and the rest is read.
pub fn typed<T: DeserializeOwned>(
    mut value: Value,
    file: &str,
    problems: &mut Vec<Problem>,
) -> Option<T> {
    let mut found = Vec::new();
    let mut stand_ins = StandIns::default();
    // Each problem costs reading it all once more.
    while found.len() < limits::TOLD {
        let error = match serde_path_to_error::deserialize(&value) {
            Ok(typed) if found.is_empty() => return Some(typed),
            Ok(_) => break,
            Err(error) => error,
        };
        let fault = Fault::of(&error.inner().to_string());
        let at = pointer(error.path(), &fault);
        let last = found.last_mut().filter(|last: &&mut Problem| last.pointer == at);
        if let (Some(last), Fault::Choice(_)) = (last, &fault) {
            // The words are known once a text stands there.
            last.fix = fault.explain(&Value::Null).1;
        } else if !stand_ins.cover(&at) {
            let (what, fix) = fault.explain(value.pointer(&at).unwrap_or(&Value::Null));
            found.push(Problem::new(file, &at, what, fix));
        }
        if !stand_ins.put(&mut value, &at, &fault) {
            found.push(limits::last_of(file, None));
            break;
        }
    }
    if found.len() == limits::TOLD {
        found.push(limits::last_of(file, None));
    }
    problems.append(&mut found);
    None
}

/// The values that stand in for wrong ones: which of the candidates, by pointer.
#[derive(Default)]
struct StandIns(BTreeMap<String, (Vec<Value>, usize)>);

impl StandIns {
    /// Whether a place is one of theirs, or within one.
    fn cover(&self, at: &str) -> bool {
        let within =
            |own: &String| at.strip_prefix(own.as_str()).is_some_and(|r| r.starts_with('/'));
        self.0.keys().any(|own| own == at || within(own))
    }

    /// Puts the next candidate in the place of what is wrong; `false` when none is left.
    fn put(&mut self, value: &mut Value, at: &str, fault: &Fault) -> bool {
        let place = match (fault, value.pointer_mut(at)) {
            (Fault::Unknown(field), Some(Value::Object(fields))) => {
                return fields.remove(field).is_some();
            }
            (Fault::Missing(field), Some(Value::Object(fields))) => {
                fields.insert(field.clone(), json!(null));
                format!("{at}/{}", escaped(field))
            }
            _ => at.to_owned(),
        };
        let (candidates, next) =
            self.0.entry(place.clone()).or_insert_with(|| (Fault::stand_ins(), 0));
        // The words are known once a text was refused; each is tried once.
        let words = fault.permitted().into_iter().filter(|word| !candidates.contains(word));
        let words: Vec<Value> = words.collect();
        candidates.splice(*next..*next, words);
        let (Some(candidate), Some(slot)) = (candidates.get(*next), value.pointer_mut(&place))
        else {
            return false;
        };
        *next += 1;
        *slot = candidate.clone();
        true
    }
}

/// Where a fault lies: for a field, the object that has or lacks it.
fn pointer(path: &Path, fault: &Fault) -> String {
    let segments = path.iter().filter_map(|segment| match segment {
        Segment::Seq { index } => Some(index.to_string()),
        Segment::Map { key } => Some(escaped(key)),
        Segment::Enum { .. } | Segment::Unknown => None,
    });
    let mut segments: Vec<String> = segments.collect();
    if let Fault::Unknown(field) = fault
        && segments.last() == Some(&escaped(field))
    {
        segments.pop();
    }
    segments.iter().map(|segment| format!("/{segment}")).collect()
}

/// A segment as a JSON pointer writes it.
fn escaped(segment: &str) -> String {
    segment.replace('~', "~0").replace('/', "~1")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Flow, Sources};

    #[test]
    fn every_wrong_value_is_told_at_its_place_in_the_file() {
        let good = |id: &str| json!({"id": id, "title": "t", "date": "2025"});
        let list = json!([
            {"id": 1, "titel": "t", "date": ""}, good("a"), {"id": "b", "title": "t"}, good("c"),
            {"id": "d", "title": [], "date": 3}, 7
        ]);
        let mut problems = Vec::new();
        let read: Option<Sources> = typed(json!({"sources": list}), "sources.json", &mut problems);
        assert!(read.is_none());
        let told: Vec<String> =
            problems.iter().map(|p| format!("{} {}", p.pointer, p.what)).collect();
        assert_eq!(
            told,
            [
                "/sources/0/id 1 n’est pas un texte",
                "/sources/0 champ inconnu : « titel »",
                "/sources/0 il manque \"title\"",
                "/sources/2 il manque \"date\"",
                "/sources/4/title [] n’est pas un texte",
                "/sources/4/date 3 n’est pas un texte",
                "/sources/5 7 n’est pas un objet",
            ]
        );
        assert!(typed::<Sources>(json!({"sources": 3}), "sources.json", &mut problems).is_none());
        assert_eq!(problems.len(), 8);
        let whole = json!({"sources": [good("a")]});
        assert!(typed::<Sources>(whole, "sources.json", &mut problems).is_some());
    }

    #[test]
    fn a_wrong_word_deep_in_a_rule_hides_nothing_after_it() {
        let rule = |offer: Value, join: Value| {
            json!({"id": "r", "group": "g", "when": 3, "join": join, "at": "now",
                   "offer": offer, "sources": []})
        };
        let rules =
            json!([rule(json!([{"rwo": "x"}, "y"]), json!(3)), rule(json!(7), json!("adn"))]);
        let flow = json!({"start": "a", "questions": [], "rules": rules, "voices": []});
        let mut problems = Vec::new();
        assert!(typed::<Flow>(flow, "flow.json", &mut problems).is_none());
        let told: Vec<&str> = problems.iter().map(|p| p.pointer.as_str()).collect();
        let join = problems.iter().find(|p| p.pointer == "/rules/0/join").unwrap();
        assert_eq!(join.fix, "choisir parmi and, or, optional");
        for place in
            ["/rules/0/when", "/rules/0/join", "/rules/0/offer", "/rules/1/when", "/rules/1/offer"]
        {
            assert!(told.iter().any(|at| at.starts_with(place)), "{place} in {told:?}");
        }
    }
}
