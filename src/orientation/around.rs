//! What a commune has, apart from any question.

use crate::model::{Dataset, QuestionKind, Row};

use super::cell::look_up;
use super::nearest::nearest;
use super::{Absence, Card, Situation};

/// What somebody of a commune finds around them.
#[derive(Debug, Default)]
pub struct Around {
    /// The coordination service, and what names the commune.
    pub cards: Vec<Card>,
    /// What is missing, each with the nearest of its kind where that helps.
    pub missing: Vec<(Absence, Option<Card>)>,
}

/// What a row has for a commune; every territory's cells without one. What is kept
/// for patients already followed is left out.
pub fn in_row(data: &Dataset, row: &Row, commune: Option<&str>) -> (Vec<Card>, Vec<Absence>) {
    let found = look_up(row, &living_in(data, commune));
    (found.cards, found.absences)
}

/// What a commune has.
pub fn around(data: &Dataset, commune: &str) -> Around {
    let situation = living_in(data, Some(commune));
    let mut around = Around::default();
    for row in &data.table.rows {
        let found = look_up(row, &situation);
        let named = |card: &Card| card.near || row.id == data.filiere.coordination;
        around.cards.extend(found.cards.into_iter().filter(named));
        around.missing.extend(found.absences.into_iter().map(|absence| {
            let near = row.nearest.then(|| nearest(row, &absence, &situation)).flatten();
            (absence, near)
        }));
    }
    around
}

/// The situation of somebody who has told their commune only.
fn living_in<'a>(data: &'a Dataset, commune: Option<&str>) -> Situation<'a> {
    let mut situation = Situation::start(data, false);
    let question = data.flow.questions.iter().find(|q| q.kind == QuestionKind::Commune);
    if let (Some(question), Some(commune)) = (question, commune.and_then(|c| data.commune(c))) {
        situation.push(question, &commune.code);
    }
    situation
}
