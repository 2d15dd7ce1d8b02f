//! Walking every path of the flow.

use crate::model::{Commune, Dataset, OTHER, Question, QuestionKind, Reach, UNKNOWN};

use super::walk::{refines, target};
use super::{Answers, Situation, Walk, possible_answers};

/// Which communes stand for all of them.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Communes {
    /// One for each territory: the questions know no more of a commune.
    OneByTerritory,
    /// One for each territory and each set of rows that have something for it: the
    /// outcomes differ in kind no further.
    OneByOffer,
    /// Every one of them.
    All,
}

/// Every complete path, as its answers.
pub fn paths(data: &Dataset, on_call: bool, communes: Communes) -> Vec<Answers> {
    let mut found = Vec::new();
    each_path(data, on_call, communes, &mut |walk| {
        let said = walk.situation.path.iter();
        found.push(said.map(|(q, a)| ((*q).to_owned(), (*a).to_owned())).collect());
    });
    found
}

/// Visits every complete path, without keeping any. A stop counts as the end of a
/// path, and the path goes on behind it as well.
pub fn each_path<'a>(
    data: &'a Dataset,
    on_call: bool,
    communes: Communes,
    visit: &mut impl FnMut(&Walk<'a>),
) {
    let mut start = beginning(data, on_call);
    extend(&mut start, &representatives(data, communes), visit);
}

/// Whether the flow has more complete paths than that, in both states of the clock: the
/// count stops there, so that it is cheap whatever the flow.
pub fn more_paths_than(data: &Dataset, most: usize) -> bool {
    let communes = representatives(data, Communes::OneByOffer);
    let mut left = most;
    [false, true].into_iter().any(|on_call| {
        let mut situation = Situation::start(data, on_call);
        let first = data.question(&data.flow.start);
        !count(&mut situation, first, &communes, &mut left)
    })
}

/// Takes the ends that follow from what is `left`; false once there is none left.
fn count<'a>(
    situation: &mut Situation<'a>,
    next: Option<&'a Question>,
    communes: &[&'a str],
    left: &mut usize,
) -> bool {
    let next = next.filter(|question| situation.answer(&question.id).is_none());
    let Some(question) = next else {
        let more = left.checked_sub(1);
        *left = more.unwrap_or_default();
        return more.is_some();
    };
    let answers = match question.kind {
        QuestionKind::Commune => communes.to_vec(),
        _ => possible_answers(question, situation),
    };
    let length = situation.path.len();
    answers.into_iter().all(|answer| {
        situation.push(question, answer);
        let next = situation.data.question(target(question, answer, situation));
        let within = count(situation, next, communes, left);
        situation.truncate(length);
        within
    })
}

/// Folds every path, from its end to its first question: `end` gives the value of a
/// complete path, `node` that of a question from those of its answers. A stop is a
/// question with one answer, after its own end.
pub fn fold_paths<'a, T>(
    data: &'a Dataset,
    on_call: bool,
    communes: Communes,
    end: &mut impl FnMut(&Walk<'a>) -> T,
    node: &mut impl FnMut(&Walk<'a>, &'a Question, Vec<(&'a str, T)>) -> T,
) -> T {
    let mut start = beginning(data, on_call);
    fold(&mut start, &representatives(data, communes), end, node)
}

fn fold<'a, T>(
    walk: &mut Walk<'a>,
    communes: &[&'a str],
    end: &mut impl FnMut(&Walk<'a>) -> T,
    node: &mut impl FnMut(&Walk<'a>, &'a Question, Vec<(&'a str, T)>) -> T,
) -> T {
    let asked = walk.next.filter(|q| walk.situation.answer(&q.id).is_none());
    let Some(question) = asked else { return end(walk) };
    let mut values: Vec<(&str, T)> = Vec::new();
    if walk.is_complete() {
        values.push(("", end(walk)));
    }
    each_answer(walk, question, communes, &mut |walk, answer| {
        values.push((answer, fold(walk, communes, end, node)));
    });
    node(walk, question, values)
}

/// Gives each answer of a question in turn, and takes it back.
fn each_answer<'a>(
    walk: &mut Walk<'a>,
    question: &'a Question,
    communes: &[&'a str],
    visit: &mut dyn FnMut(&mut Walk<'a>, &'a str),
) {
    let answers = match question.kind {
        QuestionKind::Commune => communes.to_vec(),
        _ => possible_answers(question, &walk.situation),
    };
    let refines = refines(question, &walk.situation);
    walk.refinements.extend(refines.then_some(question));
    let length = walk.situation.path.len();
    for answer in answers {
        walk.situation.push(question, answer);
        walk.next = walk.situation.data.question(target(question, answer, &walk.situation));
        visit(walk, answer);
        walk.situation.truncate(length);
    }
    walk.next = Some(question);
    walk.refinements.truncate(walk.refinements.len() - usize::from(refines));
}

/// Visits every completion of a walk, and leaves it as it was.
fn extend<'a>(walk: &mut Walk<'a>, communes: &[&'a str], visit: &mut dyn FnMut(&Walk<'a>)) {
    if walk.is_complete() {
        visit(walk);
    }
    // A damaged flow may hold a cycle: a path never asks a question twice.
    let Some(question) = walk.next.filter(|q| walk.situation.answer(&q.id).is_none()) else {
        return;
    };
    each_answer(walk, question, communes, &mut |walk, _| extend(walk, communes, visit));
}

/// Nothing answered yet.
fn beginning(data: &Dataset, on_call: bool) -> Walk<'_> {
    Walk {
        situation: Situation::start(data, on_call),
        next: data.question(&data.flow.start),
        refinements: Vec::new(),
    }
}

/// The answers to the commune question that stand for all of them, departments
/// nearby included.
fn representatives(data: &Dataset, communes: Communes) -> Vec<&str> {
    let mut seen: Vec<(&str, Vec<bool>)> = Vec::new();
    let mut kept = Vec::new();
    for commune in &data.communes.communes {
        let offers = match communes {
            Communes::OneByTerritory => Vec::new(),
            _ => offers(data, commune),
        };
        let class = (commune.territory.as_str(), offers);
        if communes == Communes::All || !seen.contains(&class) {
            seen.push(class);
            kept.push(commune.code.as_str());
        }
    }
    let departments = data.elsewhere.departments.iter().map(|d| d.code.as_str());
    let departments = departments.take(match communes {
        Communes::OneByTerritory => 0,
        _ => usize::MAX,
    });
    kept.into_iter().chain(departments).chain([UNKNOWN, OTHER]).collect::<Vec<_>>()
}

/// For each row that goes by commune: whether its territory has something for it.
fn offers(data: &Dataset, commune: &Commune) -> Vec<bool> {
    let rows = data.table.rows.iter().filter(|row| row.reach == Reach::Commune);
    rows.map(|row| {
        let cell = row.cells.get(&commune.territory).into_iter();
        let mut placements = cell.flat_map(|cell| &cell.placements);
        placements.any(|p| p.communes.is_empty() || p.communes.contains(&commune.code))
    })
    .collect::<Vec<_>>()
}
