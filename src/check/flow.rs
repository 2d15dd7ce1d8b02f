//! The shape of the flow: total, without cycle, every question reached.

use std::collections::BTreeSet;

use crate::model::{Dataset, OUTCOME, Question, QuestionKind, Target, UNKNOWN};

use super::Problem;

const FILE: &str = "flow.json";

pub(super) fn check(data: &Dataset) -> Vec<Problem> {
    let mut problems: Vec<Problem> = start(data).into_iter().collect();
    for (i, question) in data.flow.questions.iter().enumerate() {
        problems.extend(answers(i, question));
        problems.extend(refinement(data, i, question));
        problems.extend(alike(i, question));
        for (pointer, target) in targets(i, question) {
            problems.extend(total(data, &pointer, target));
        }
    }
    problems.extend(cycles(data));
    problems.extend(unreached(data));
    problems
}

/// A refinement can be left alone, and holds nobody up.
fn refinement(data: &Dataset, i: usize, question: &Question) -> Vec<Problem> {
    let mut problems = Vec::new();
    if question.refines.is_none() {
        return problems;
    }
    let unknown = question.answers.iter().any(|a| a.id == UNKNOWN && a.when.is_none());
    if question.kind != QuestionKind::Choice || !unknown {
        let what = format!(
            "la question « {} » précise l’orientation sans offrir « {UNKNOWN} » à chacun",
            question.id
        );
        let fix = "ajouter cette réponse sans condition, ou enlever \"refines\"";
        problems.push(Problem::new(FILE, format!("/questions/{i}/answers"), what, fix));
    }
    let held_up = |id: &&str| data.question(id).is_some_and(|next| next.refines.is_none());
    for next in successors(data, &question.id).into_iter().filter(held_up) {
        let what = format!(
            "la question « {} » précise l’orientation, mais mène à « {next} », qui doit être posée",
            question.id
        );
        let fix = format!("poser « {next} » avant elle, ou lui donner \"refines\"");
        problems.push(Problem::new(FILE, format!("/questions/{i}"), what, fix));
    }
    problems
}

/// Answers said to be alike are two or more of the question's own, with the reason.
fn alike(i: usize, question: &Question) -> Vec<Problem> {
    let known = |id: &String| question.answers.iter().any(|answer| answer.id == *id);
    let groups = question.alike.iter().enumerate();
    groups
        .filter(|(_, alike)| {
            alike.answers.len() < 2 || !alike.answers.iter().all(known) || alike.reason.is_empty()
        })
        .map(|(j, _)| {
            let fix = "nommer au moins deux réponses de la question, et la raison de les garder";
            let at = format!("/questions/{i}/alike/{j}");
            Problem::new(FILE, at, "cette exception n’est pas complète", fix)
        })
        .collect()
}

fn start(data: &Dataset) -> Option<Problem> {
    let what = format!("la première question « {} » n’existe pas", data.flow.start);
    let missing = data.question(&data.flow.start).is_none();
    missing.then(|| Problem::new(FILE, "/start", what, "écrire l’identifiant d’une question"))
}

fn answers(i: usize, question: &Question) -> Vec<Problem> {
    let mut problems = Vec::new();
    let at = format!("/questions/{i}/answers");
    let count = question.answers.len();
    let (wrong, what, fix) = match question.kind {
        QuestionKind::Choice => (
            count < 2,
            "une question offre au moins deux réponses",
            "en ajouter, ou enlever la question",
        ),
        QuestionKind::Stop => {
            (count != 1, "un arrêt a une seule réponse, celle qui reprend", "n’en garder qu’une")
        }
        QuestionKind::Commune => {
            (count != 0, "les réponses sont celles de communes.json", "enlever cette liste")
        }
    };
    if wrong {
        problems.push(Problem::new(FILE, &at, what, fix));
    }
    for (j, answer) in question.answers.iter().enumerate() {
        if answer.to.is_none() && question.to.is_none() {
            let what = format!("la réponse « {} » ne mène nulle part", answer.id);
            let fix = "lui donner un \"to\" : une question, ou \"fin\"";
            problems.push(Problem::new(FILE, format!("{at}/{j}"), what, fix));
        }
    }
    if question.kind == QuestionKind::Commune && question.to.is_none() {
        let fix = "ajouter \"to\" : une question, ou \"fin\"";
        problems.push(Problem::new(
            FILE,
            format!("/questions/{i}"),
            "la question ne mène nulle part",
            fix,
        ));
    }
    problems
}

/// Every target of a question, with its place.
fn targets(i: usize, question: &Question) -> Vec<(String, &Target)> {
    let own = question.to.iter().map(|to| (format!("/questions/{i}/to"), to));
    let answers = question.answers.iter().enumerate();
    let of_answers = answers.filter_map(|(j, answer)| {
        Some((format!("/questions/{i}/answers/{j}/to"), answer.to.as_ref()?))
    });
    own.chain(of_answers).collect()
}

/// A target leads somewhere whatever was answered before.
fn total(data: &Dataset, pointer: &str, target: &Target) -> Vec<Problem> {
    let mut problems = Vec::new();
    let branches = match target {
        Target::Always(_) => &[],
        Target::Branches(branches) => branches.as_slice(),
    };
    for to in ends(target).into_iter().filter(|to| *to != OUTCOME && data.question(to).is_none()) {
        let fix = "écrire l’identifiant d’une question, ou \"fin\"";
        problems.push(Problem::new(
            FILE,
            pointer,
            format!("la question « {to} » n’existe pas"),
            fix,
        ));
    }
    let last = branches.len().saturating_sub(1);
    if matches!(target, Target::Branches(_)) && branches.last().is_none_or(|b| !b.when.is_always())
    {
        let fix = "terminer par {\"to\": …} sans condition";
        problems.push(Problem::new(FILE, pointer, "un cas reste sans suite", fix));
    }
    for i in (0..last).filter(|i| branches[*i].when.is_always()) {
        let fix = "la mettre à la fin, ou lui donner une condition";
        let what = "cette branche sans condition cache les suivantes";
        problems.push(Problem::new(FILE, format!("{pointer}/{i}"), what, fix));
    }
    problems
}

fn ends(target: &Target) -> Vec<&str> {
    match target {
        Target::Always(to) => vec![to],
        Target::Branches(branches) => branches.iter().map(|branch| branch.to.as_str()).collect(),
    }
}

/// Questions that some answer leads to, from each question.
fn successors<'a>(data: &'a Dataset, id: &str) -> Vec<&'a str> {
    let question = data.question(id).into_iter();
    question.flat_map(|q| targets(0, q)).flat_map(|(_, target)| ends(target)).collect()
}

fn cycles(data: &Dataset) -> Vec<Problem> {
    let on_cycle = |question: &Question| {
        let mut seen = BTreeSet::new();
        let mut open = successors(data, &question.id);
        while let Some(id) = open.pop() {
            if seen.insert(id) {
                open.extend(successors(data, id));
            }
        }
        seen.contains(question.id.as_str())
    };
    let questions = data.flow.questions.iter().enumerate();
    questions
        .filter(|(_, question)| on_cycle(question))
        .map(|(i, question)| {
            let what = format!("on peut revenir à la question « {} » sans fin", question.id);
            Problem::new(
                FILE,
                format!("/questions/{i}"),
                what,
                "faire mener une de ses suites plus loin",
            )
        })
        .collect()
}

fn unreached(data: &Dataset) -> Vec<Problem> {
    let mut reached = BTreeSet::from([data.flow.start.as_str()]);
    let mut open = vec![data.flow.start.as_str()];
    while let Some(id) = open.pop() {
        open.extend(successors(data, id).into_iter().filter(|next| reached.insert(next)));
    }
    let questions = data.flow.questions.iter().enumerate();
    questions
        .filter(|(_, question)| !reached.contains(question.id.as_str()))
        .map(|(i, question)| {
            let what = format!("aucune réponse ne mène à la question « {} »", question.id);
            Problem::new(
                FILE,
                format!("/questions/{i}"),
                what,
                "y faire mener une réponse, ou l’enlever",
            )
        })
        .collect()
}
