//! What is wrong with a situation itself, before asking what it leads to.

use std::collections::BTreeSet;

use crate::check::Problem;
use crate::check::journey::{Journey, Journeys};
use crate::model::{Dataset, grammar};

const FIX: &str = "corriger la situation, ou les données";

/// Every problem, at its place in its file.
pub(super) fn problems(data: &Dataset, files: &[(String, Journeys)]) -> Vec<Problem> {
    let (mut problems, mut taken) = (Vec::new(), BTreeSet::new());
    for (file, all) in files {
        for (i, journey) in all.journeys.iter().enumerate() {
            let mut tell = |field: &str, what: String| {
                problems.push(Problem::new(file, format!("/journeys/{i}{field}"), what, FIX));
            };
            if !grammar::is_id(&journey.id) {
                tell("/id", format!("« {} » n’est pas un identifiant", journey.id));
            }
            if !taken.insert(&journey.id) {
                tell("/id", format!("l’identifiant « {} » est déjà pris", journey.id));
            }
            names(data, journey, &mut tell);
            if let Err(what) = journey.play(data) {
                tell("", what);
            }
        }
    }
    problems
}

/// What a situation names must be in the data.
fn names(data: &Dataset, journey: &Journey, tell: &mut impl FnMut(&str, String)) {
    for question in journey.answers.keys().chain(journey.offered.keys()) {
        if data.question(question).is_none() {
            tell("/answers", format!("la question « {question} » n’existe pas"));
        }
    }
    for (k, cited) in journey.sources.iter().enumerate() {
        if !data.sources.sources.iter().any(|known| known.id == cited.source()) {
            let what = format!("la source « {} » n’existe pas", cited.source());
            tell(&format!("/sources/{k}"), what);
        }
    }
    for (k, group) in journey.expected.groups.iter().enumerate() {
        for id in group.structures.iter().filter(|id| data.structure(id).is_none()) {
            let what = format!("la structure « {id} » n’existe pas");
            tell(&format!("/expected/groups/{k}/structures"), what);
        }
    }
}
