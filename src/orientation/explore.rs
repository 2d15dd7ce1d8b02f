//! Walking every path of the flow.

use crate::model::{Dataset, Question, QuestionKind};

use super::{Answers, Situation, Walk, possible_answers, walk};

/// Every complete path, as its answers. Communes that lie in the same territory
/// lead the same way: `every_commune` says whether each is walked all the same.
pub fn paths(data: &Dataset, on_call: bool, every_commune: bool) -> Vec<Answers> {
    let mut found = Vec::new();
    extend(data, on_call, every_commune, Answers::new(), &mut |answers, _| {
        found.push(answers.clone());
    });
    found
}

/// The fewest and the most questions still to answer.
pub fn remaining(data: &Dataset, on_call: bool, answers: &Answers) -> (usize, usize) {
    let done = walk(data, on_call, answers).situation.path.len();
    let (mut fewest, mut most) = (usize::MAX, 0);
    extend(data, on_call, false, answers.clone(), &mut |_, walk| {
        let left = walk.situation.path.len().saturating_sub(done);
        (fewest, most) = (fewest.min(left), most.max(left));
    });
    (fewest.min(most), most)
}

/// Visits every completion of some answers. A stop counts as the end of a path,
/// and the path goes on behind it as well.
fn extend(
    data: &Dataset,
    on_call: bool,
    every_commune: bool,
    answers: Answers,
    visit: &mut impl FnMut(&Answers, &Walk),
) {
    let walk = walk(data, on_call, &answers);
    if walk.is_complete() {
        visit(&answers, &walk);
    }
    // A damaged flow may hold a cycle: a path never asks a question twice.
    let Some(question) = walk.next.filter(|q| !answers.contains_key(&q.id)) else { return };
    for answer in branches(question, &walk.situation, every_commune) {
        let mut longer = answers.clone();
        longer.insert(question.id.clone(), answer.to_owned());
        extend(data, on_call, every_commune, longer, visit);
    }
}

/// The answers to follow: one commune for each territory, unless all are wanted.
fn branches<'a>(
    question: &'a Question,
    situation: &Situation<'a>,
    every_commune: bool,
) -> Vec<&'a str> {
    let all = possible_answers(question, situation);
    if every_commune || question.kind != QuestionKind::Commune {
        return all;
    }
    let mut seen = Vec::new();
    all.into_iter()
        .filter(|answer| {
            let mut there = situation.clone();
            there.path.push((&question.id, answer));
            let value = there.value(crate::model::VAR_TERRITORY);
            let new = !seen.contains(&value);
            seen.push(value);
            new
        })
        .collect()
}
