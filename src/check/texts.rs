//! Every key that the data gives rise to has its text.

use crate::model::{Dataset, QuestionKind, Text, WHOLE, ui};

use super::Problem;

pub(super) fn check(data: &Dataset) -> Vec<Problem> {
    let mut problems = missing(data);
    problems.extend(empty(data));
    problems.extend(stale(data));
    problems
}

fn missing(data: &Dataset) -> Vec<Problem> {
    let lacks = |key: &String| {
        let (file, rest) = key.split_once('.').unwrap_or((key, ""));
        data.texts.0.get(file).is_none_or(|texts| !texts.contains_key(rest))
    };
    let problem = |key: String| {
        let (file, rest) = key.split_once('.').unwrap_or((&key, ""));
        let what = format!("il manque le texte « {rest} »");
        Problem::new(
            format!("texts/fr/{file}.json"),
            "",
            what,
            format!("ajouter \"{rest}\": \"…\""),
        )
    };
    required(data).into_iter().filter(lacks).map(problem).collect()
}

/// Every key that must have a text.
fn required(data: &Dataset) -> Vec<String> {
    let mut keys: Vec<String> = ui::ALL.iter().map(|key| (*key).to_owned()).collect();
    for question in &data.flow.questions {
        let id = &question.id;
        keys.push(format!("questions.{id}.legend"));
        keys.extend(question.answers.iter().map(|answer| format!("questions.{id}.{}", answer.id)));
        if question.kind == QuestionKind::Commune {
            keys.extend(["ne-sait-pas", "autre"].map(|answer| format!("questions.{id}.{answer}")));
        }
    }
    keys.extend(data.flow.ends.iter().map(|end| format!("ends.{}", end.id)));
    for rule in &data.flow.rules {
        keys.push(format!("groups.{}.title", rule.text_key()));
        keys.push(format!("rules.{}", rule.id));
    }
    keys.extend(
        ["repli", "repli-coordination", "repli-annuaire"].map(|id| format!("groups.{id}.title")),
    );
    keys.extend(
        ["general", "not-covered", "commune", "reserved"].map(|id| format!("absences.{id}")),
    );
    let elsewhere = data.elsewhere.departments.iter().flat_map(|d| &d.entries).map(|e| &e.kind);
    for kind in data.table.rows.iter().map(|row| &row.id).chain(elsewhere) {
        keys.extend(["name", "does"].map(|part| format!("rows.{kind}.{part}")));
    }
    keys.extend(data.table.guarantees.iter().map(|g| format!("guarantees.{}", g.id)));
    let territories = data.filiere.territories.iter().map(|t| t.id.as_str());
    keys.extend(
        territories.chain(WHOLE).chain(["elsewhere"]).map(|id| format!("territories.{id}")),
    );
    keys.extend(data.filiere.emergency.iter().map(|e| format!("emergency.{}", e.number)));
    for level in &data.gradation.levels {
        keys.extend(
            ["title", "situation", "support"]
                .map(|part| format!("gradation.{}.{part}", level.level)),
        );
        let teams = level.living.iter().chain(&level.hospital);
        keys.extend(teams.map(|team| format!("gradation.teams.{}", team.team)));
    }
    keys.extend(data.lexicon.terms.iter().map(|term| format!("lexicon.{}", term.id)));
    let cells = data.table.rows.iter().flat_map(|row| row.cells.values());
    let states = cells.flat_map(|cell| {
        let own = cell.placements.iter().filter_map(|placement| placement.state);
        own.chain([cell.state])
    });
    keys.extend(states.map(|state| format!("states.{}", state.id())));
    keys.extend(notes(data).into_iter().map(|note| format!("notes.{note}")));
    keys.sort();
    keys.dedup();
    keys
}

fn notes(data: &Dataset) -> Vec<&str> {
    let cells = data.table.rows.iter().flat_map(|row| row.cells.values());
    cells.flat_map(|cell| &cell.placements).filter_map(|p| p.note.as_deref()).collect()
}

fn empty(data: &Dataset) -> Vec<Problem> {
    let is_empty = |text: &Text| match text {
        Text::Same(text) => text.trim().is_empty(),
        Text::Voices { public, professionnel } => {
            public.trim().is_empty() || professionnel.trim().is_empty()
        }
    };
    let files = data.texts.0.iter().flat_map(|(file, texts)| texts.iter().map(move |t| (file, t)));
    files
        .filter(|(_, (_, text))| is_empty(text))
        .map(|(file, (key, _))| {
            let file = format!("texts/fr/{file}.json");
            Problem::new(
                file,
                format!("/{key}"),
                "ce texte est vide",
                "l’écrire, ou enlever la clé",
            )
        })
        .collect()
}

/// A rule that was renamed or removed leaves a text behind that nobody reads.
fn stale(data: &Dataset) -> Vec<Problem> {
    let Some(rules) = data.texts.0.get("rules") else { return Vec::new() };
    let known = |key: &str| data.flow.rules.iter().any(|rule| rule.id == key);
    let stale = rules.keys().filter(|key| !known(key));
    stale
        .map(|key| {
            let what = format!("aucune règle ne s’appelle « {key} »");
            Problem::new(
                "texts/fr/rules.json",
                format!("/{key}"),
                what,
                "corriger la clé, ou l’enlever",
            )
        })
        .collect()
}
