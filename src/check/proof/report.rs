//! From what was seen to problems: faults met, and whatever was never met.

use crate::model::{Branch, Dataset, Target, VAR_TERRITORY};

use super::super::Problem;
use super::super::visit::conditions;
use super::seen::Seen;

const FLOW: &str = "flow.json";
const WIDEN: &str = "élargir sa condition, ou l’enlever";

/// Every problem that a walk through all paths shows.
pub(super) fn problems(data: &Dataset, seen: &Seen) -> Vec<Problem> {
    let mut problems = faults(seen);
    problems.extend(idle(data, seen));
    problems.extend(rules(data, seen));
    problems.extend(untold_cells(data, seen));
    problems.extend(hidden_structures(data));
    problems.extend(hidden_elsewhere(data, seen));
    problems
}

/// Every problem that the conditions met on all paths show.
pub(super) fn idle(data: &Dataset, seen: &Seen) -> Vec<Problem> {
    let mut problems = idle_questions(data, seen);
    problems.extend(idle_branches(data, seen));
    problems.extend(idle_conditions(data, seen));
    problems
}

fn path_in_words(path: &[(&str, &str)]) -> String {
    path.iter().map(|(q, a)| format!("{q}={a}")).collect::<Vec<_>>().join(" ")
}

fn faults(seen: &Seen) -> Vec<Problem> {
    let fix = "corriger la règle, ou en ajouter une pour ce parcours";
    let problem = |((pointer, what), path): (&(String, &str), &Vec<(&str, &str)>)| {
        let what = format!("{what} (parcours le plus court : {})", path_in_words(path));
        Problem::new(FLOW, pointer, what, fix)
    };
    seen.faults.iter().map(problem).collect()
}

fn idle_questions(data: &Dataset, seen: &Seen) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (i, question) in data.flow.questions.iter().enumerate() {
        let at = format!("/questions/{i}");
        if !seen.answered.iter().any(|(asked, _)| *asked == question.id) {
            let what = format!("la question « {} » n’est posée sur aucun parcours", question.id);
            problems.push(Problem::new(FLOW, at, what, "y faire mener une réponse, ou l’enlever"));
            continue;
        }
        for (j, answer) in question.answers.iter().enumerate() {
            if !seen.answered.contains(&(question.id.as_str(), answer.id.as_str())) {
                let what =
                    format!("la réponse « {} » n’est proposée sur aucun parcours", answer.id);
                problems.push(Problem::new(FLOW, format!("{at}/answers/{j}"), what, WIDEN));
            }
        }
    }
    problems
}

fn idle_branches(data: &Dataset, seen: &Seen) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut idle = |target: Option<&Target>, at: String| {
        let Some(Target::Branches(branches)) = target else { return };
        let taken = |branch: &Branch| seen.branches.contains(&std::ptr::from_ref(branch));
        for (i, branch) in branches.iter().enumerate().filter(|(_, branch)| !taken(branch)) {
            let what = format!("la suite vers « {} » n’est prise sur aucun parcours", branch.to);
            problems.push(Problem::new(FLOW, format!("{at}/{i}"), what, WIDEN));
        }
    };
    for (i, question) in data.flow.questions.iter().enumerate() {
        idle(question.to.as_ref(), format!("/questions/{i}/to"));
        for (j, answer) in question.answers.iter().enumerate() {
            idle(answer.to.as_ref(), format!("/questions/{i}/answers/{j}/to"));
        }
    }
    problems
}

/// Alternatives and values that no path needs: they promise what never comes.
fn idle_conditions(data: &Dataset, seen: &Seen) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (at, when) in conditions(data) {
        if !seen.reasons.iter().any(|(held, _)| std::ptr::eq(*held, when)) {
            // Of a rule, a branch or an answer, it is the rule, the branch or the
            // answer that is told.
            if !at.pointer.ends_with("/when") {
                let what = "cette condition n’est vraie sur aucun parcours";
                problems.push(Problem::new(at.file, at.pointer, what, "la corriger, ou l’enlever"));
            }
            continue;
        }
        for (i, all) in when.alternatives().iter().enumerate() {
            let place = std::ptr::from_ref(when);
            if !seen.reasons.contains(&(place, i)) {
                let what = format!("le cas n° {} n’est décisif sur aucun parcours", i + 1);
                problems.push(Problem::new(
                    at.file,
                    &at.pointer,
                    what,
                    "le corriger, ou l’enlever",
                ));
                continue;
            }
            for (var, value) in all.iter().flat_map(|(var, v)| v.iter().map(move |v| (var, v))) {
                if !seen.values.contains(&(place, i, var, value)) {
                    let what = format!("« {var} = {value} » n’y est vrai sur aucun parcours");
                    problems.push(Problem::new(at.file, &at.pointer, what, "l’enlever"));
                }
            }
        }
    }
    problems
}

/// Rules that never hold, that give nothing of their own, or that offer in vain.
fn rules(data: &Dataset, seen: &Seen) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (i, rule) in data.flow.rules.iter().enumerate() {
        let at = format!("/rules/{i}");
        let Some(fired) = seen.rules.get(rule.id.as_str()) else {
            let what = format!("la règle « {} » ne s’applique sur aucun parcours", rule.id);
            problems.push(Problem::new(FLOW, format!("{at}/when"), what, WIDEN));
            continue;
        };
        if let Some(other) = fired.shadows.as_ref().and_then(|shadows| shadows.first()) {
            let what = format!(
                "partout où la règle « {} » s’applique, « {other} » donne déjà ce qu’elle donne \
                 (parcours le plus court : {})",
                rule.id,
                path_in_words(&fired.path)
            );
            let fix = "n’en garder qu’une, ou séparer leurs conditions";
            problems.push(Problem::new(FLOW, &at, what, fix));
        }
        for (j, _) in rule.offer.iter().enumerate() {
            if !seen.offers.contains(&(rule.id.as_str(), j)) {
                let what = format!("cette offre de « {} » ne donne jamais rien", rule.id);
                let fix = "placer la structure dans une case, ou enlever l’offre";
                problems.push(Problem::new(FLOW, format!("{at}/offer/{j}"), what, fix));
            }
        }
    }
    problems
}

/// A cell that the sources leave empty must be told to those who look for it; what a
/// line outside the contract lacks is told to nobody.
fn untold_cells(data: &Dataset, seen: &Seen) -> Vec<Problem> {
    let mut problems = Vec::new();
    let rows = data.table.rows.iter().enumerate();
    for (i, row) in rows.filter(|(_, row)| row.outside.is_none()) {
        for (territory, _) in row.cells.iter().filter(|(_, cell)| cell.state.is_absence()) {
            if !seen.absences.contains(&(row.id.clone(), territory.clone())) {
                let what = format!(
                    "cette absence n’est dite sur aucun parcours ({VAR_TERRITORY} {territory})"
                );
                let fix =
                    format!("ajouter dans flow.json une règle qui offre la ligne « {} »", row.id);
                let at = format!("/rows/{i}/cells/{territory}");
                problems.push(Problem::new("table.json", at, what, fix));
            }
        }
    }
    problems
}

/// A structure that stands in no cell is in no directory view either.
fn hidden_structures(data: &Dataset) -> Vec<Problem> {
    let cells = || data.table.rows.iter().flat_map(|row| row.cells.values());
    let entries = || data.elsewhere.departments.iter().flat_map(|d| &d.entries);
    let all = data.structures.structures.iter();
    let hidden = |id: &str| {
        !cells().flat_map(|cell| &cell.placements).any(|p| p.structure == id)
            && !entries().any(|entry| entry.structure == id)
            && !data.structures.structures.iter().any(|s| s.carried_by.as_deref() == Some(id))
    };
    all.enumerate()
        .filter(|(_, structure)| hidden(&structure.id))
        .map(|(i, structure)| {
            let what =
                format!("« {} » ne figure dans aucune case : rien ne la montre", structure.name);
            let fix = "la placer dans table.json ou elsewhere.json, ou l’enlever";
            Problem::new("structures.json", format!("/structures/{i}"), what, fix)
        })
        .collect()
}

/// A structure known in another department is shown by a rule only.
fn hidden_elsewhere(data: &Dataset, seen: &Seen) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (i, department) in data.elsewhere.departments.iter().enumerate() {
        for (j, entry) in department.entries.iter().enumerate() {
            if !seen.elsewhere.contains(&(entry.kind.clone(), entry.structure.clone())) {
                let what = format!("« {} » n’est montrée sur aucun parcours", entry.structure);
                let fix = format!("ajouter une règle qui offre « {} » ailleurs", entry.kind);
                let at = format!("/departments/{i}/entries/{j}");
                problems.push(Problem::new("elsewhere.json", at, what, fix));
            }
        }
    }
    problems
}
