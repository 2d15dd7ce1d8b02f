//! A change of the data in the words of those who decide on it: names, not ids.

use crate::model::{Dataset, Filiere, OUTCOME, Question, Target, Voice};
use crate::wording::answer_in_words;

use super::changes::{Changed, Pair, Part};
use super::fields::{fields, named};
use super::listed::{cell, commune, contacts};

/// What changed, in one sentence, and what was and is.
pub(super) fn sentence(pair: &Pair, changed: &Changed) -> (String, Vec<String>) {
    let (old, new) = (pair.old, pair.new);
    let by_field = || fields(pair.values(changed));
    let (title, details) = match (changed.file.as_str(), changed.field.as_str(), &changed.part) {
        ("flow", "rules", Part::Element(id)) => rule(old, new, id),
        ("flow", "questions", Part::Element(id)) => question(old, new, id),
        ("structures", _, Part::Element(id)) => {
            let name = if new.structure(id).is_some() { new } else { old }.structure_name(id);
            let what = format!("La fiche de {name}");
            let verb = verb(old.structure(id).is_some(), new.structure(id).is_some());
            (format!("{what} {verb}"), contacts(old, new, id))
        }
        ("communes", _, Part::Element(code)) => commune(old, new, code),
        ("table", "rows", Part::Cell(row, territory)) => cell(old, new, row, territory),
        ("texts", file, Part::Element(key)) => (
            format!("Un texte change ({file} : {key})"),
            replaced(&text(old, file, key), &text(new, file, key)),
        ),
        ("flow", "start", _) => ("La première question change".to_owned(), Vec::new()),
        ("filiere", ..) => {
            ("L’identité de la filière change".to_owned(), identity(&old.filiere, &new.filiere))
        }
        _ => (named(pair, changed), Vec::new()),
    };
    let details = if details.is_empty() { by_field() } else { details };
    (title, details)
}

pub(super) fn verb(was: bool, is: bool) -> &'static str {
    match (was, is) {
        (true, false) => "est enlevée",
        (false, true) => "est ajoutée",
        _ => "change",
    }
}

pub(super) fn either<'a>(old: &'a Dataset, new: &'a Dataset, key: &str) -> &'a str {
    let found = new.texts.find(key, Voice::Anyone).or_else(|| old.texts.find(key, Voice::Anyone));
    found.unwrap_or_default()
}

pub(super) fn replaced(was: &str, is: &str) -> Vec<String> {
    let dated = |when: &str, what: &str| (!what.is_empty()).then(|| format!("{when} : {what}"));
    if was == is {
        Vec::new()
    } else {
        [dated("avant", was), dated("après", is)].into_iter().flatten().collect()
    }
}

fn rule(old: &Dataset, new: &Dataset, id: &str) -> (String, Vec<String>) {
    let find = |data: &Dataset| data.flow.rules.iter().find(|rule| rule.id == id).cloned();
    let (was, is) = (find(old), find(new));
    let title =
        is.as_ref().or(was.as_ref()).map(|rule| format!("groups.{}.title", rule.text_key()));
    let title = title.map_or("", |key| either(old, new, &key));
    let why = either(old, new, &format!("rules.{id}"));
    let what = format!("La règle « {title} » {}", verb(was.is_some(), is.is_some()));
    (what, vec![format!("ce que dit la règle : {why}")])
}

/// A question: the answers that lead elsewhere.
fn question(old: &Dataset, new: &Dataset, id: &str) -> (String, Vec<String>) {
    let legend = either(old, new, &format!("questions.{id}.legend"));
    let verb = verb(old.question(id).is_some(), new.question(id).is_some());
    (format!("La question « {legend} » {verb}"), answers(old, new, id))
}

/// The answers that lead elsewhere, that come, and that go.
fn answers(old: &Dataset, new: &Dataset, id: &str) -> Vec<String> {
    let (Some(was), Some(is)) = (old.question(id), new.question(id)) else { return Vec::new() };
    let ids =
        |question: &Question| question.answers.iter().map(|a| a.id.clone()).collect::<Vec<_>>();
    let mut all = ids(was);
    all.extend(ids(is).into_iter().filter(|answer| was.answers.iter().all(|a| a.id != *answer)));
    let change = |answer: &String| {
        let has = |question: &Question| question.answers.iter().any(|a| a.id == *answer);
        let named = |data| format!("« {} »", answer_in_words(data, Voice::Anyone, id, answer));
        match (has(was), has(is)) {
            (true, false) => Some(format!("la réponse {} est enlevée", named(old))),
            (false, true) => Some(format!("la réponse {} est ajoutée", named(new))),
            _ if was.target(answer) != is.target(answer) => Some(format!(
                "la réponse {} menait à {} ; elle mène à {}",
                named(new),
                target(old, was.target(answer)),
                target(new, is.target(answer))
            )),
            _ => None,
        }
    };
    all.iter().filter_map(change).collect()
}

fn target(data: &Dataset, target: Option<&Target>) -> String {
    match target {
        Some(Target::Always(to)) if to == OUTCOME => "la fin des questions".to_owned(),
        Some(Target::Always(to)) => {
            let legend = data.texts.find(&format!("questions.{to}.legend"), Voice::Anyone);
            format!("la question « {} »", legend.unwrap_or(to))
        }
        Some(Target::Branches(_)) => "une question qui dépend des autres réponses".to_owned(),
        None => "rien".to_owned(),
    }
}

fn identity(old: &Filiere, new: &Filiere) -> Vec<String> {
    let fields = [
        ("version", &old.version, &new.version),
        ("date des données", &old.date, &new.date),
        ("à revoir avant le", &old.review, &new.review),
        ("nom", &old.name, &new.name),
    ];
    let changed = fields.into_iter().filter(|(_, was, is)| was != is);
    let mut sentences: Vec<String> =
        changed.map(|(name, was, is)| format!("{name} : {was} devient {is}")).collect();
    if old.emergency != new.emergency {
        sentences.push("les numéros d’urgence changent".to_owned());
    }
    if old.hours != new.hours {
        sentences.push("les heures ouvrées changent".to_owned());
    }
    sentences
}

fn text(data: &Dataset, file: &str, key: &str) -> String {
    let found = data.texts.0.get(file).and_then(|texts| texts.get(key));
    match serde_json::to_value(found).unwrap_or_default() {
        serde_json::Value::String(text) => text,
        serde_json::Value::Object(voices) => {
            let said = voices.values().filter_map(|voice| voice.as_str());
            said.collect::<Vec<_>>().join(" / ")
        }
        _ => String::new(),
    }
}
