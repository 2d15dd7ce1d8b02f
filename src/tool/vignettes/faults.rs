//! What is wrong with a vignette itself, before asking what it leads to.

use std::collections::BTreeSet;

use crate::check::Problem;
use crate::model::{Dataset, grammar};
use crate::model::{Vignette, Vignettes};

const FIX: &str = "corriger la vignette, ou les données";

/// Every problem, at its place in its file.
pub(super) fn problems(data: &Dataset, files: &[(String, Vignettes)]) -> Vec<Problem> {
    let (mut problems, mut taken) = (Vec::new(), BTreeSet::new());
    for (file, all) in files {
        for (i, vignette) in all.vignettes.iter().enumerate() {
            let mut tell = |field: &str, what: String| {
                problems.push(Problem::new(file, format!("/vignettes/{i}{field}"), what, FIX));
            };
            if !grammar::is_id(&vignette.id) {
                tell("/id", format!("« {} » n’est pas un identifiant", vignette.id));
            }
            if !taken.insert(&vignette.id) {
                tell("/id", format!("l’identifiant « {} » est déjà pris", vignette.id));
            }
            names(data, vignette, &mut tell);
            if let Err(what) = vignette.play(data) {
                tell("", what);
            }
        }
    }
    problems
}

/// What a vignette names must be in the data.
fn names(data: &Dataset, vignette: &Vignette, tell: &mut impl FnMut(&str, String)) {
    for question in vignette.answers.keys().chain(vignette.offered.keys()) {
        if data.question(question).is_none() {
            tell("/answers", format!("la question « {question} » n’existe pas"));
        }
    }
    for (k, cited) in vignette.sources.iter().enumerate() {
        if !data.sources.sources.iter().any(|known| known.id == cited.source()) {
            let what = format!("la source « {} » n’existe pas", cited.source());
            tell(&format!("/sources/{k}"), what);
        }
    }
    for (k, group) in vignette.expected.groups.iter().enumerate() {
        for id in group.structures.iter().filter(|id| data.structure(id).is_none()) {
            let what = format!("la structure « {id} » n’existe pas");
            tell(&format!("/expected/groups/{k}/structures"), what);
        }
    }
}
