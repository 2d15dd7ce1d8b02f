//! Questions that change nobody who is called, and answers that are one.
//!
//! Each path ends in the people it leads to. From there back to the first question, a
//! question is worth what its answers are worth: where all are worth the same, it was
//! asked in vain.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash, Hasher};

use crate::model::{Dataset, Question, QuestionKind};
use crate::orientation::{Communes, Outcome, Walk, fold_paths, refines};

use super::super::Problem;

const FILE: &str = "flow.json";

/// What was seen of the answers of every question, wherever it is asked.
#[derive(Default)]
struct Answers<'a> {
    /// Questions asked in vain, with the shortest path to each.
    vain: BTreeMap<&'a str, Vec<(&'a str, &'a str)>>,
    /// Pairs of answers offered together.
    together: BTreeSet<(&'a str, &'a str, &'a str)>,
    /// Pairs of answers that led to different people somewhere.
    apart: BTreeSet<(&'a str, &'a str, &'a str)>,
}

/// Every question asked in vain on some path, every pair of answers that is one on all
/// of them and not excused, and every waiver that no longer holds. `ends`: who is called at
/// the end of each path, in the order in which paths are walked.
pub(super) fn check(data: &Dataset, ends: Vec<u64>) -> Vec<Problem> {
    let mut seen = Answers::default();
    let mut ends = ends.into_iter();
    let mut end = |_: &Walk| ends.next().unwrap_or_default();
    for on_call in [false, true] {
        fold_paths(data, on_call, Communes::OneByOffer, &mut end, &mut |walk, question, all| {
            seen.note(walk, question, &all);
            worth(&question.id, &all)
        });
    }
    let questions = data.flow.questions.iter().enumerate();
    questions
        .flat_map(|(i, question)| {
            let mut problems: Vec<Problem> = seen.asked_in_vain(i, question).into_iter().collect();
            problems.extend(seen.alike(i, question));
            problems
        })
        .collect()
}

/// Who is called at the end of a path: structures in their roles, and the people whom
/// no directory lists.
pub(super) fn people(data: &Dataset, outcome: &Outcome) -> u64 {
    let rules = &data.flow.rules;
    let mut called = BTreeSet::new();
    for group in &outcome.groups {
        let rule = rules.iter().find(|rule| Some(&rule.id) == group.rule.as_ref());
        match (group.cards.is_empty(), rule) {
            (true, Some(rule)) => drop(called.insert(rule.text_key().to_owned())),
            _ => called.extend(group.cards.iter().map(|card| format!("{}/{}", card.kind, card.id))),
        }
    }
    hash(&called)
}

/// What a question is worth.
fn worth(question: &str, answers: &[(&str, u64)]) -> u64 {
    match answers {
        [(_, first), others @ ..] if others.iter().all(|(_, other)| other == first) => *first,
        _ => hash(&(question, answers)),
    }
}

fn hash(value: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

impl<'a> Answers<'a> {
    fn note(&mut self, walk: &Walk<'a>, question: &'a Question, all: &[(&'a str, u64)]) {
        let asked = question.kind != QuestionKind::Stop && !refines(question, &walk.situation);
        if asked && all.iter().all(|(_, worth)| *worth == all[0].1) {
            let path = &walk.situation.path;
            let known = self.vain.entry(&question.id).or_insert_with(|| path.clone());
            if path.len() < known.len() {
                known.clone_from(path);
            }
        }
        if question.kind != QuestionKind::Choice {
            return;
        }
        for (i, (first, worth)) in all.iter().enumerate() {
            for (second, other) in &all[i + 1..] {
                let pair = (question.id.as_str(), *first, *second);
                self.together.insert(pair);
                if worth != other {
                    self.apart.insert(pair);
                }
            }
        }
    }

    fn asked_in_vain(&self, i: usize, question: &Question) -> Option<Problem> {
        let path = self.vain.get(question.id.as_str())?;
        let path: Vec<String> = path.iter().map(|(q, a)| format!("{q}={a}")).collect();
        let what = format!(
            "la question « {} » mène aux mêmes personnes quelle que soit la réponse (parcours le \
             plus court : {})",
            question.id,
            path.join(" ")
        );
        let fix = "ne pas la poser là, ou lui donner \"refines\"";
        Some(Problem::new(FILE, format!("/questions/{i}"), what, fix))
    }

    fn alike(&self, i: usize, question: &Question) -> Vec<Problem> {
        let excused = |first: &str, second: &str| {
            let both = |all: &[String]| [first, second].iter().all(|a| all.iter().any(|b| a == b));
            question.alike.iter().any(|alike| both(&alike.answers))
        };
        let mut problems = Vec::new();
        for (j, answer) in question.answers.iter().enumerate() {
            for other in &question.answers[j + 1..] {
                let pair = (question.id.as_str(), answer.id.as_str(), other.id.as_str());
                let one = self.together.contains(&pair) && !self.apart.contains(&pair);
                let excused = excused(&answer.id, &other.id);
                let (what, fix) = match (one, excused) {
                    (true, false) => (
                        "mènent aux mêmes personnes sur tous les parcours",
                        "n’en garder qu’une, ou dire dans \"alike\" pourquoi les deux restent",
                    ),
                    (false, true) => (
                        "ne mènent plus aux mêmes personnes",
                        "enlever cette exception de \"alike\"",
                    ),
                    _ => continue,
                };
                let what = format!("les réponses « {} » et « {} » {what}", answer.id, other.id);
                problems.push(Problem::new(FILE, format!("/questions/{i}/answers/{j}"), what, fix));
            }
        }
        problems
    }
}
