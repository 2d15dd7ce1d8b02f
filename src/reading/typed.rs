//! JSON as the types of the format, with everything that is not of the expected form.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::check::Problem;

use super::limits;

/// A value as its type, or nothing, with every problem of it told. A reader stops at
/// the first: what it stopped at is told, taken out of its list, and the rest is read.
pub fn typed<T: DeserializeOwned>(
    mut value: Value,
    file: &str,
    problems: &mut Vec<Problem>,
) -> Option<T> {
    let mut taken = Taken::default();
    // Each problem costs reading it all once more.
    for _ in 0..limits::TOLD {
        let error = match serde_path_to_error::deserialize(&value) {
            Ok(typed) => return taken.0.is_empty().then_some(typed),
            Err(error) => error,
        };
        let path = segments(&error.path().to_string());
        let what = format!("cette valeur n’a pas la forme attendue ({})", error.inner());
        let at = taken.written(&path);
        problems.push(Problem::new(file, at, what, "la comparer à ses voisines et au schéma"));
        take_out(&mut value, &path, &mut taken)?;
    }
    problems.push(limits::last_of(file, None));
    None
}

/// The places taken out of each list, in the order of the file.
#[derive(Default)]
struct Taken(BTreeMap<String, Vec<usize>>);

impl Taken {
    /// The JSON pointer, in the file as it is written, of a place of what is left.
    fn written(&self, path: &[String]) -> String {
        path.iter().fold(String::new(), |list, segment| {
            let place = segment.parse().map(|at| self.place(&list, at).to_string());
            let escaped = || segment.replace('~', "~0").replace('/', "~1");
            format!("{list}/{}", place.unwrap_or_else(|_| escaped()))
        })
    }

    /// The place in the file of what is now at `at` of a list.
    fn place(&self, list: &str, at: usize) -> usize {
        let gone = self.0.get(list).map(Vec::as_slice).unwrap_or_default();
        gone.iter().fold(at, |at, gone| if *gone <= at { at + 1 } else { at })
    }
}

/// Takes the innermost item of a list on the way to a place out of it; nothing when
/// there is no list on the way.
fn take_out(value: &mut Value, path: &[String], taken: &mut Taken) -> Option<()> {
    for depth in (0..path.len()).rev() {
        let (Ok(at), list) = (path[depth].parse::<usize>(), &path[..depth]) else { continue };
        let items = list.iter().try_fold(&mut *value, |value, segment| match value {
            Value::Array(items) => items.get_mut(segment.parse::<usize>().ok()?),
            Value::Object(fields) => fields.get_mut(segment),
            _ => None,
        });
        let Some(Value::Array(items)) = items else { continue };
        if at >= items.len() {
            continue;
        }
        items.remove(at);
        let list = taken.written(list);
        let place = taken.place(&list, at);
        let gone = taken.0.entry(list).or_default();
        gone.push(place);
        gone.sort_unstable();
        return Some(());
    }
    None
}

/// `rules[3].when` as its parts.
fn segments(path: &str) -> Vec<String> {
    let parts = path.split(['.', '[']).map(|part| part.trim_end_matches(']'));
    parts.filter(|part| !part.is_empty() && *part != "?").map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::model::Sources;

    #[test]
    fn every_wrong_item_is_told_at_its_place_in_the_file() {
        let good = |id: &str| json!({"id": id, "title": "t", "date": "2025"});
        let list = json!([
            {"id": 1, "title": "t", "date": ""}, good("a"), {"id": "b", "title": "t"}, good("c"),
            {"id": "d", "title": [], "date": ""}
        ]);
        let mut problems = Vec::new();
        let read: Option<Sources> = typed(json!({"sources": list}), "sources.json", &mut problems);
        let places: Vec<&str> = problems.iter().map(|p| p.pointer.as_str()).collect();
        assert_eq!(places, ["/sources/0/id", "/sources/2", "/sources/4/title"]);
        assert!(read.is_none());
        assert!(typed::<Sources>(json!({"sources": 3}), "sources.json", &mut problems).is_none());
        assert_eq!(problems.len(), 4);
        let whole = json!({"sources": [good("a")]});
        assert!(typed::<Sources>(whole, "sources.json", &mut problems).is_some());
    }
}
