//! Every key that the data gives rise to has its text.

use crate::directory::roles;
use crate::model::{Dataset, Form, QuestionKind, Text, WHOLE, poster, review, ui};

use super::Problem;

pub(super) fn check(data: &Dataset) -> Vec<Problem> {
    let mut problems = missing(data);
    problems.extend(empty(data));
    problems.extend(stale(data));
    problems.extend(stale_summaries(data));
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
#[expect(clippy::too_many_lines, reason = "one list of keys, read from top to bottom")]
pub(super) fn required(data: &Dataset) -> Vec<String> {
    let of_messages = |forms: &'static [Form]| forms.iter().map(|form| form.key);
    let interface = ui::ALL.iter().copied().chain(of_messages(ui::MESSAGES));
    let mut keys: Vec<String> = interface.map(str::to_owned).collect();
    // What a page carries says nothing for posters, nor to whoever verifies.
    for (file, all, messages) in [
        (poster::FILE, poster::ALL, poster::MESSAGES),
        (review::FILE, review::ALL, review::MESSAGES),
    ] {
        if data.texts.0.contains_key(file) {
            let said = all.iter().copied().chain(of_messages(messages));
            keys.extend(said.map(str::to_owned));
        }
    }
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
    // What the contract does not list is never told to be absent.
    let listed = data.table.rows.iter().filter(|row| row.outside.is_none());
    keys.extend(listed.map(|row| format!("rows.{}.of", row.id)));
    keys.extend(behind_switchboards(data).into_iter().map(|row| format!("rows.{row}.ask")));
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

/// The rows in which somebody is reached through a switchboard.
fn behind_switchboards(data: &Dataset) -> Vec<&str> {
    let listed = roles(data).into_iter();
    let asked = listed.filter(|role| role.structure.contacts.iter().any(|c| c.switchboard));
    asked.map(|role| role.kind).collect()
}

fn notes(data: &Dataset) -> Vec<&str> {
    data.listings().filter_map(|one| one.placement.note.as_deref()).collect()
}

fn empty(data: &Dataset) -> Vec<Problem> {
    let is_empty = |text: &Text| text.all().iter().any(|(_, text)| text.trim().is_empty());
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

/// The files whose every text belongs to an element of the data, to a poster or to what
/// is written to whoever verifies.
const BOUND: [&str; 8] =
    ["groups", "guarantees", "notes", poster::FILE, "questions", review::FILE, "rows", "rules"];

/// An element that was renamed or removed leaves a text behind that nobody reads.
fn stale(data: &Dataset) -> Vec<Problem> {
    let required = required(data);
    let known = |key: String| required.binary_search(&key).is_ok();
    let is_read = |file: &str, key: &str| {
        let (stem, part) = key.rsplit_once('.').unwrap_or((key, ""));
        let beside = match part {
            "hint" => known(format!("{file}.{stem}")) || known(format!("{file}.{stem}.legend")),
            "body" | "say" => known(format!("{file}.{stem}.title")),
            "ask" => known(format!("{file}.{stem}.name")),
            // The same where no structure has a number, and where it is for later.
            "no-phone" | "later" => {
                let group = stem.rsplit_once('.').map_or(stem, |(group, _)| group);
                known(format!("{file}.{group}.title"))
            }
            _ => false,
        };
        beside || known(format!("{file}.{key}"))
    };
    let files = data.texts.0.iter().filter(|(file, _)| BOUND.contains(&file.as_str()));
    let texts = files.flat_map(|(file, texts)| texts.keys().map(move |key| (file, key)));
    texts
        .filter(|(file, key)| !is_read(file, key))
        .map(|(file, key)| {
            let file = format!("texts/fr/{file}.json");
            let what = "rien dans les données n’appelle ce texte";
            let fix = "corriger la clé (un identifiant a pu changer), ou l’enlever";
            Problem::new(file, format!("/{key}"), what, fix)
        })
        .collect()
}

/// The summary speaks of questions and answers that the flow has.
fn stale_summaries(data: &Dataset) -> Vec<Problem> {
    let Some((file, start)) = ui::SUMMARY.split_once('.') else { return Vec::new() };
    let Some(texts) = data.texts.0.get(file) else { return Vec::new() };
    let known = |key: &str| {
        let Some((question, answer)) = key.split_once('.') else { return false };
        data.question(question).is_some_and(|q| match q.kind {
            QuestionKind::Commune => true,
            _ => q.answers.iter().any(|a| a.id == answer),
        })
    };
    let summaries = texts.keys().filter_map(|key| Some((key, key.strip_prefix(start)?)));
    summaries
        .filter(|(_, said)| !known(said))
        .map(|(key, said)| {
            let what = format!("aucune question n’a cette réponse : « {said} »");
            let fix = "écrire summary.<question>.<réponse>, ou enlever la clé";
            Problem::new(format!("texts/fr/{file}.json"), format!("/{key}"), what, fix)
        })
        .collect()
}
