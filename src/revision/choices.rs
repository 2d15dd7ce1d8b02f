//! What a text of a file may name: ids that stand elsewhere in the dataset, with the
//! names that people know them by. A form offers them, so that none is misspelt.

use serde_json::Value;

use super::draft::Draft;
use crate::directory::fold;
use crate::model::{OTHER, OUTCOME, UNKNOWN, WHOLE};

/// An id and the name that it goes by.
pub type Choice = (String, String);

/// What the field of that name may hold, in that file; `None`: anything.
/// `path` is the pointer of the value.
pub fn choices(draft: &Draft, file: &str, path: &str) -> Option<Vec<Choice>> {
    let mut steps = path.split('/').skip(1).collect::<Vec<_>>();
    // Of a list, the name of the field that holds it.
    steps.retain(|step| step.parse::<usize>().is_err());
    match (file, steps.last().copied()?) {
        (_, "structure" | "carried_by" | "directory") => Some(structures(draft)),
        (_, "through" | "row" | "coordination") => Some(rows(draft)),
        (_, "commune") | ("table.json", "communes") => Some(communes(draft)),
        ("communes.json", "territory") => Some(territories(draft)),
        (_, "guarantee") => {
            Some(ids(draft, "table.json", "/guarantees", "texts/fr/guarantees.json"))
        }
        ("flow.json", "start") => Some(questions(draft)),
        ("flow.json", "to") => Some(targets(draft)),
        _ => condition(draft, &steps),
    }
}

/// The values of a variable, where the pointer is that of a condition.
fn condition(draft: &Draft, steps: &[&str]) -> Option<Vec<Choice>> {
    const CONDITIONS: [&str; 6] = ["when", "later", "only", "refines", "fits", "child"];
    let [.., place, variable] = steps else { return None };
    CONDITIONS.contains(place).then(|| values(draft, variable))
}

/// The variables that a condition may ask of.
pub fn variables(draft: &Draft) -> Vec<Choice> {
    let derived = [("territoire", "Territoire"), ("horaire", "Horaire")];
    let derived = derived.map(|(id, name)| (id.to_owned(), name.to_owned()));
    questions(draft).into_iter().chain(derived).collect()
}

/// The values that a variable may have.
fn values(draft: &Draft, variable: &str) -> Vec<Choice> {
    let plain = |id: &str| (id.to_owned(), id.to_owned());
    match variable {
        "territoire" => {
            territories(draft).into_iter().chain(["inconnu", "ailleurs"].map(plain)).collect()
        }
        "horaire" => ["ouvrees", "astreinte"].map(plain).to_vec(),
        _ => {
            let questions = list(draft, "flow.json", "/questions");
            let question = questions.iter().find(|question| question["id"] == variable);
            let answers = question.and_then(|question| question["answers"].as_array());
            let ids = answers.into_iter().flatten().filter_map(|answer| answer["id"].as_str());
            ids.chain([UNKNOWN, OTHER])
                .map(|id| (id.to_owned(), label(draft, variable, id)))
                .collect()
        }
    }
}

/// What an answer says, for whoever has no voice yet.
fn label(draft: &Draft, question: &str, answer: &str) -> String {
    let at = format!("/{question}.{answer}");
    said(draft, "texts/fr/questions.json", &at).unwrap_or_else(|| answer.to_owned())
}

/// A text as whoever has no voice yet reads it.
pub fn said(draft: &Draft, file: &str, at: &str) -> Option<String> {
    let text = draft.value(file, at)?;
    let spoken = || ["public", "professionnel"].iter().find_map(|voice| text[voice].as_str());
    text.as_str().or_else(spoken).map(str::to_owned)
}

fn list(draft: &Draft, file: &str, at: &str) -> Vec<Value> {
    draft.value(file, at).and_then(Value::as_array).cloned().unwrap_or_default()
}

fn named(draft: &Draft, file: &str, at: &str, key: &str) -> Vec<Choice> {
    let all = list(draft, file, at);
    let pair = |one: &Value| {
        let id = one[key].as_str()?.to_owned();
        let name = one["name"].as_str().unwrap_or(&id).to_owned();
        Some((id, name))
    };
    let mut found: Vec<Choice> = all.iter().filter_map(pair).collect();
    found.sort_by_key(|(_, name)| fold(name));
    found
}

fn ids(draft: &Draft, file: &str, at: &str, texts: &str) -> Vec<Choice> {
    let all = list(draft, file, at);
    let pair = |one: &Value| {
        let id = one["id"].as_str()?;
        let name = said(draft, texts, &format!("/{id}.name"));
        let name = name.or_else(|| said(draft, texts, &format!("/{id}")));
        let name = name.or_else(|| said(draft, texts, &format!("/{id}.legend")));
        Some((id.to_owned(), name.unwrap_or_else(|| id.to_owned())))
    };
    all.iter().filter_map(pair).collect()
}

/// The structures.
pub fn structures(draft: &Draft) -> Vec<Choice> {
    named(draft, "structures.json", "/structures", "id")
}

/// The rows of the contract's table.
pub fn rows(draft: &Draft) -> Vec<Choice> {
    ids(draft, "table.json", "/rows", "texts/fr/rows.json")
}

/// The communes.
pub fn communes(draft: &Draft) -> Vec<Choice> {
    named(draft, "communes.json", "/communes", "code")
}

/// The territories.
pub fn territories(draft: &Draft) -> Vec<Choice> {
    let all = list(draft, "filiere.json", "/territories");
    let pair =
        |one: &Value| Some((one["id"].as_str()?.to_owned(), one["name"].as_str()?.to_owned()));
    all.iter().filter_map(pair).collect()
}

/// The columns of the contract's table: the territories, then what is wider.
pub fn columns(draft: &Draft) -> Vec<Choice> {
    let wide = WHOLE.map(|id| {
        let name = said(draft, "texts/fr/territories.json", &format!("/{id}"));
        (id.to_owned(), name.unwrap_or_else(|| id.to_owned()))
    });
    territories(draft).into_iter().chain(wide).collect()
}

/// The documents and registers that data cite.
pub fn sources(draft: &Draft) -> Vec<Choice> {
    let all = list(draft, "sources.json", "/sources");
    let pair =
        |one: &Value| Some((one["id"].as_str()?.to_owned(), one["title"].as_str()?.to_owned()));
    all.iter().filter_map(pair).collect()
}

/// The questions of the flow.
pub fn questions(draft: &Draft) -> Vec<Choice> {
    ids(draft, "flow.json", "/questions", "texts/fr/questions.json")
}

/// Where an answer may lead.
fn targets(draft: &Draft) -> Vec<Choice> {
    let end = (OUTCOME.to_owned(), "l’orientation".to_owned());
    questions(draft).into_iter().chain([end]).collect()
}
