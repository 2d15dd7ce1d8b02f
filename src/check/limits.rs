//! What a dataset may cost: checked before anything that grows with it.

use crate::model::Dataset;
use crate::orientation::more_paths_than;

use super::Problem;

/// The most paths that are walked. The Hauts-de-Seine have 29,938; the proof of so many
/// takes a few seconds in a browser.
const PATHS: usize = 60_000;

/// The longest link that is read, less what stands before the answers, in characters.
const LINK: usize = 850;

/// Lists that are longer than any filière needs.
pub(super) fn check(data: &Dataset) -> Vec<Problem> {
    let lists = [
        ("filiere.json", "/territories", data.filiere.territories.len(), 50),
        ("filiere.json", "/emergency", data.filiere.emergency.len(), 12),
        ("sources.json", "/sources", data.sources.sources.len(), 2_000),
        ("flow.json", "/questions", data.flow.questions.len(), 100),
        ("flow.json", "/rules", data.flow.rules.len(), 500),
        ("table.json", "/rows", data.table.rows.len(), 300),
        ("structures.json", "/structures", data.structures.structures.len(), 5_000),
        ("communes.json", "/communes", data.communes.communes.len(), 1_500),
        ("lexicon.json", "/terms", data.lexicon.terms.len(), 1_000),
        ("elsewhere.json", "/departments", data.elsewhere.departments.len(), 110),
    ];
    let too_long = lists.into_iter().filter(|(.., length, most)| length > most);
    let problem = |(file, pointer, length, most): (&str, &str, usize, usize)| {
        let what = format!("cette liste est trop longue ({length} éléments)");
        Problem::new(file, pointer, what, format!("n’en garder que {most} au plus"))
    };
    too_long.map(problem).chain(longest_link(data)).collect()
}

/// A link holds an answer to every question: one that is too long would not reopen.
fn longest_link(data: &Dataset) -> Option<Problem> {
    let answers = data.flow.questions.iter().map(|question| {
        let longest = question.answers.iter().map(|answer| answer.id.len()).max();
        // A commune's code, or that of somebody who does not know theirs.
        question.id.len() + longest.unwrap_or("ne-sait-pas".len()) + 2
    });
    let length: usize = answers.sum();
    let what = format!("un lien qui porte toutes les réponses serait trop long ({length} signes)");
    let fix = format!("raccourcir des identifiants, {LINK} signes au plus");
    (length > LINK).then(|| Problem::new("flow.json", "/questions", what, fix))
}

/// The problem of a sound flow with more paths than can be walked.
pub fn too_costly(data: &Dataset) -> Option<Problem> {
    let what =
        format!("ces questions ont plus de {PATHS} parcours : tous ne peuvent être vérifiés");
    let fix = "poser moins de questions à la suite, ou ne les poser qu’à ceux qu’elles concernent";
    more_paths_than(data, PATHS).then(|| Problem::new("flow.json", "/questions", what, fix))
}
