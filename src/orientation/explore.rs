//! Walking every path of the flow.

use crate::model::{Commune, Dataset, OTHER, QuestionKind, Reach, UNKNOWN};

use super::{Answers, Walk, possible_answers, walk};

/// Which communes stand for all of them.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Communes {
    /// One for each territory: the questions know no more of a commune.
    OneByTerritory,
    /// One for each territory and each set of rows that have something for it: the
    /// outcomes differ in kind no further.
    OneByOffer,
}

/// Every complete path, as its answers.
pub fn paths(data: &Dataset, on_call: bool, communes: Communes) -> Vec<Answers> {
    let mut found = Vec::new();
    let kept = representatives(data, communes);
    extend(data, on_call, &kept, &Answers::new(), &mut |answers, _| found.push(answers.clone()));
    found
}

/// The fewest and the most questions still to answer.
pub fn remaining(data: &Dataset, on_call: bool, answers: &Answers) -> (usize, usize) {
    let done = walk(data, on_call, answers).situation.path.len();
    let (mut fewest, mut most) = (usize::MAX, 0);
    let kept = representatives(data, Communes::OneByTerritory);
    extend(data, on_call, &kept, answers, &mut |_, walk| {
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
    communes: &[&str],
    answers: &Answers,
    visit: &mut impl FnMut(&Answers, &Walk),
) {
    let walk = walk(data, on_call, answers);
    if walk.is_complete() {
        visit(answers, &walk);
    }
    // A damaged flow may hold a cycle: a path never asks a question twice.
    let Some(question) = walk.next.filter(|q| !answers.contains_key(&q.id)) else { return };
    let branches = match question.kind {
        QuestionKind::Commune => communes.to_vec(),
        _ => possible_answers(question, &walk.situation),
    };
    for answer in branches {
        let mut longer = answers.clone();
        longer.insert(question.id.clone(), answer.to_owned());
        extend(data, on_call, communes, &longer, visit);
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
            Communes::OneByOffer => offers(data, commune),
        };
        let class = (commune.territory.as_str(), offers);
        if !seen.contains(&class) {
            seen.push(class);
            kept.push(commune.code.as_str());
        }
    }
    let departments = data.elsewhere.departments.iter().map(|d| d.code.as_str());
    let departments = departments.take(match communes {
        Communes::OneByTerritory => 0,
        Communes::OneByOffer => usize::MAX,
    });
    kept.into_iter().chain(departments).chain([UNKNOWN, OTHER]).collect()
}

/// For each row that goes by commune: whether its territory has something for it.
fn offers(data: &Dataset, commune: &Commune) -> Vec<bool> {
    let rows = data.table.rows.iter().filter(|row| row.reach == Reach::Commune);
    rows.map(|row| {
        let cell = row.cells.get(&commune.territory).into_iter();
        let mut placements = cell.flat_map(|cell| &cell.placements);
        placements.any(|p| p.communes.is_empty() || p.communes.contains(&commune.code))
    })
    .collect()
}
