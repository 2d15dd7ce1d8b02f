//! Conditions speak of variables and values that exist.

use crate::model::{
    Dataset, HOURS, OTHER, QuestionKind, TERRITORY_ELSEWHERE, TERRITORY_UNKNOWN, UNKNOWN,
    VAR_HOURS, VAR_TERRITORY,
};

use super::Problem;
use super::visit::conditions;

pub(super) fn check(data: &Dataset) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (at, when) in conditions(data) {
        for (var, accepted) in when.alternatives().iter().flatten() {
            let Some(values) = values(data, var) else {
                let what = format!("« {var} » n’est ni une question ni une variable");
                problems.push(Problem::new(at.file, &at.pointer, what, "corriger le nom"));
                continue;
            };
            if accepted.is_empty() {
                let what =
                    format!("« {var} » n’accepte aucune valeur : la condition n’est jamais vraie");
                problems.push(Problem::new(at.file, &at.pointer, what, "en ajouter une"));
            }
            for wrong in accepted.iter().filter(|v| !values.contains(&v.as_str())) {
                let what = format!("« {wrong} » n’est pas une valeur de « {var} »");
                let fix = format!("choisir parmi {}", values.join(", "));
                problems.push(Problem::new(at.file, &at.pointer, what, fix));
            }
        }
    }
    problems
}

/// The values that a variable can have; `None`: no such variable.
fn values<'a>(data: &'a Dataset, var: &str) -> Option<Vec<&'a str>> {
    let territories = || data.filiere.territories.iter().map(|t| t.id.as_str());
    match var {
        VAR_TERRITORY => {
            Some(territories().chain([TERRITORY_UNKNOWN, TERRITORY_ELSEWHERE]).collect())
        }
        VAR_HOURS => Some(HOURS.to_vec()),
        question => {
            let question = data.question(question)?;
            if question.kind == QuestionKind::Commune {
                let communes = data.communes.communes.iter().map(|c| c.code.as_str());
                let departments = data.elsewhere.departments.iter().map(|d| d.code.as_str());
                return Some(communes.chain(departments).chain([UNKNOWN, OTHER]).collect());
            }
            Some(question.answers.iter().map(|a| a.id.as_str()).collect())
        }
    }
}
