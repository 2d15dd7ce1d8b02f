//! Mutants of the flow: its questions, where their answers lead, its rules.

use serde_json::{Value, json};

use crate::model::{At, Dataset, OUTCOME, Question, QuestionKind, Rule, Stage, Target, Voice};

use super::conditions;
use super::mutant::{Change, Files, Mutant};

const FILE: &str = "flow.json";

/// Every mutant of the flow.
pub(super) fn mutants(data: &Dataset, files: &Files) -> Vec<Mutant> {
    let mut made = retargeted(data, files, "/start", &data.flow.start);
    for (i, spoken) in data.flow.voices.iter().enumerate() {
        let at = format!("/voices/{i}");
        made.push(files.mutant(FILE, &at, Change::Remove));
        if i + 1 < data.flow.voices.len() {
            made.push(files.mutant(FILE, &at, Change::Swap));
        }
        let others = Voice::ALL.into_iter().filter(|voice| *voice != spoken.voice);
        let set = |voice| files.mutant(FILE, &format!("{at}/voice"), Change::Set(json!(voice)));
        made.extend(others.map(set));
        let at = format!("{at}/when");
        made.extend(conditions::mutants(data, files, FILE, &at, &json!(spoken.when)));
    }
    made.push(files.mutant(FILE, "/child", Change::Remove));
    made.extend(conditions::mutants(data, files, FILE, "/child", &json!(data.flow.child)));
    made.extend(questions(data, files));
    for (i, rule) in data.flow.rules.iter().enumerate() {
        made.extend(self::rule(data, files, i, rule));
    }
    made
}

fn questions(data: &Dataset, files: &Files) -> Vec<Mutant> {
    let mut made = Vec::new();
    for (i, question) in data.flow.questions.iter().enumerate() {
        let at = format!("/questions/{i}");
        made.push(files.mutant(FILE, &at, Change::Remove));
        made.extend(target(data, files, &at, question.to.as_ref()));
        made.extend(refinement(data, files, &at, question));
        for (j, answer) in question.answers.iter().enumerate() {
            let at = format!("{at}/answers/{j}");
            made.push(files.mutant(FILE, &at, Change::Remove));
            made.extend(target(data, files, &at, answer.to.as_ref()));
            if answer.to.is_none() {
                let own = question.to.as_ref().and_then(always).unwrap_or_default();
                made.extend(retargeted(data, files, &format!("{at}/to"), own));
            }
            if let Some(when) = &answer.when {
                let at = format!("{at}/when");
                made.push(files.mutant(FILE, &at, Change::Remove));
                made.extend(conditions::mutants(data, files, FILE, &at, &json!(when)));
            }
        }
    }
    made
}

/// A question that refines must be answered, and the reverse; by others.
fn refinement(data: &Dataset, files: &Files, at: &str, question: &Question) -> Vec<Mutant> {
    let at = format!("{at}/refines");
    let Some(when) = &question.refines else {
        let choice = question.kind == QuestionKind::Choice;
        let always = choice.then(|| files.mutant(FILE, &at, Change::Set(json!({}))));
        return always.into_iter().collect();
    };
    let mut made = vec![files.mutant(FILE, &at, Change::Remove)];
    made.extend(conditions::mutants(data, files, FILE, &at, &json!(when)));
    made
}

fn always(target: &Target) -> Option<&str> {
    match target {
        Target::Always(to) => Some(to),
        Target::Branches(_) => None,
    }
}

/// A target sent to every other end; each of its branches removed, sent elsewhere,
/// taken in other cases, tried after the next one.
fn target(data: &Dataset, files: &Files, at: &str, target: Option<&Target>) -> Vec<Mutant> {
    let at = format!("{at}/to");
    let branches = match target {
        None => return Vec::new(),
        Some(Target::Always(to)) => return retargeted(data, files, &at, to),
        Some(Target::Branches(branches)) => branches,
    };
    let mut made = Vec::new();
    for (i, branch) in branches.iter().enumerate() {
        let at = format!("{at}/{i}");
        made.push(files.mutant(FILE, &at, Change::Remove));
        if i + 1 < branches.len() {
            made.push(files.mutant(FILE, &at, Change::Swap));
        }
        made.extend(retargeted(data, files, &format!("{at}/to"), &branch.to));
        made.extend(condition(data, files, &at, &json!(branch.when)));
    }
    made
}

fn retargeted(data: &Dataset, files: &Files, at: &str, to: &str) -> Vec<Mutant> {
    let ends = data.flow.questions.iter().map(|q| q.id.as_str()).chain([OUTCOME]);
    let others = ends.filter(|end| *end != to);
    others.map(|end| files.mutant(FILE, at, Change::Set(json!(end)))).collect()
}

/// A condition that is dropped whole, and its mutants.
fn condition(data: &Dataset, files: &Files, at: &str, when: &Value) -> Vec<Mutant> {
    let at = format!("{at}/when");
    let mut made = conditions::mutants(data, files, FILE, &at, when);
    if !made.is_empty() {
        made.push(files.mutant(FILE, &at, Change::Remove));
    }
    made
}

fn rule(data: &Dataset, files: &Files, i: usize, rule: &Rule) -> Vec<Mutant> {
    let at = |field: &str| format!("/rules/{i}{field}");
    let set = |field: &str, value: Value| files.mutant(FILE, &at(field), Change::Set(value));
    let mut made = vec![files.mutant(FILE, &at(""), Change::Remove)];
    made.push(set("/contact", json!(!rule.contact)));
    let joins = ["and", "or", "optional"].map(|join| json!(join)).into_iter();
    made.extend(joins.filter(|join| *join != json!(rule.join)).map(|join| set("/join", join)));
    made.extend(condition(data, files, &at(""), &json!(rule.when)));
    made.extend(stages(files, &at("/at"), rule.at));
    made.extend(later(data, files, &at("/later"), rule));
    if rule.text.is_some() {
        made.push(files.mutant(FILE, &at("/text"), Change::Remove));
    }
    if let Some(next) = data.flow.rules.get(i + 1) {
        // Two rules of one group never hold together: their order says nothing.
        if next.group != rule.group {
            made.push(files.mutant(FILE, &at(""), Change::Swap));
            made.push(set("/group", json!(next.group)));
        }
        let text = next.text_key();
        made.extend((text != rule.text_key()).then(|| set("/text", json!(text))));
    }
    made.extend(offers(data, files, &at("/offer"), rule));
    made
}

/// A group elsewhere in the outcome: for everybody, or for one of those who read.
fn stages(files: &Files, at: &str, now: At) -> Vec<Mutant> {
    const ALL: [Stage; 3] = [Stage::Now, Stage::Next, Stage::More];
    let set = |at: &str, stage| files.mutant(FILE, at, Change::Set(json!(stage)));
    let others = |at: String, now| {
        let others = ALL.into_iter().filter(move |stage| *stage != now);
        others.map(move |stage| set(&at, stage)).collect::<Vec<_>>()
    };
    match now {
        At::Same(stage) => others(at.to_owned(), stage),
        At::By(by) => {
            let mut made = others(format!("{at}/public"), by.public);
            made.extend(others(format!("{at}/professionnel"), by.professionnel));
            made
        }
    }
}

/// A group that waits does not, or for others; one that does not wait always does.
fn later(data: &Dataset, files: &Files, at: &str, rule: &Rule) -> Vec<Mutant> {
    let Some(when) = &rule.later else {
        let now = [Voice::Anyone, Voice::Professional].map(|voice| rule.at.stage(voice));
        let waits = now.contains(&Stage::Now).then(|| Change::Set(json!({})));
        return waits.into_iter().map(|change| files.mutant(FILE, at, change)).collect();
    };
    let mut made = vec![files.mutant(FILE, at, Change::Remove)];
    made.extend(conditions::mutants(data, files, FILE, at, &json!(when)));
    made
}

/// Each offer removed, put after the next one, given for the next row of the table.
fn offers(data: &Dataset, files: &Files, at: &str, rule: &Rule) -> Vec<Mutant> {
    let rows = &data.table.rows;
    let mut made = Vec::new();
    for (j, offer) in rule.offer.iter().enumerate() {
        let at = format!("{at}/{j}");
        made.push(files.mutant(FILE, &at, Change::Remove));
        if j + 1 < rule.offer.len() {
            made.push(files.mutant(FILE, &at, Change::Swap));
        }
        let offered = json!(offer);
        let place = rows.iter().position(|row| offered["row"] == json!(row.id));
        let next = place.and_then(|place| rows.get((place + 1) % rows.len()));
        made.extend(next.map(|row| files.mutant(FILE, &at, Change::Set(json!({"row": row.id})))));
    }
    made
}
