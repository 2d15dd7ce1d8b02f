//! What is known at each step of every path, and where the step leads.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Dataset, Question, QuestionKind, VAR_HOURS, VAR_TERRITORY};
use crate::orientation::{Communes, Situation, Walk, each_path, end_of};

/// The value of each variable that has one: answers, by question, but for the
/// commune, of which the territory is kept, and the hours.
pub type Known<'a> = BTreeMap<&'a str, &'a str>;

/// A box of the drawing.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Node<'a> {
    /// A question, or a stop, by its id.
    Question(&'a str),
    /// An end, by its id; empty when the dataset names none.
    End(&'a str),
}

/// One answer to one question, with what was known then, the answer included.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct Step<'a> {
    /// The question.
    pub from: &'a str,
    /// What is known once it is answered.
    pub known: Known<'a>,
    /// Where the answer leads.
    pub to: Node<'a>,
}

/// Every path of the flow, step by step.
#[derive(Debug, Default)]
pub struct Paths<'a> {
    /// Every step, each once.
    pub steps: BTreeSet<Step<'a>>,
    /// For each end and each stop: everything that may be known there.
    pub outcomes: BTreeMap<Node<'a>, BTreeSet<Known<'a>>>,
}

impl<'a> Paths<'a> {
    /// The paths of the flow; only those of one territory, where one is given.
    pub fn of(data: &'a Dataset, territory: Option<&str>) -> Self {
        let mut paths = Self::default();
        for on_call in [false, true] {
            each_path(data, on_call, Communes::OneByTerritory, &mut |walk| {
                let lives = walk.situation.value(VAR_TERRITORY);
                if territory.is_none() || lives.is_none() || lives == territory {
                    paths.add(data, walk);
                }
            });
        }
        paths
    }

    fn add(&mut self, data: &'a Dataset, walk: &Walk<'a>) {
        let situation = &walk.situation;
        let end = match walk.next {
            Some(stop) => Node::Question(&stop.id),
            None => Node::End(end_of(situation).map_or("", |end| &end.id)),
        };
        let mut known = Known::new();
        for (at, (question, _)) in situation.path.iter().enumerate() {
            known.extend(data.question(question).and_then(|q| said(q, situation)));
            let next = situation.path.get(at + 1).map(|(next, _)| Node::Question(next));
            let (known, to) = (known.clone(), next.unwrap_or(end));
            self.steps.insert(Step { from: question, known, to });
        }
        known.extend(situation.value(VAR_HOURS).map(|hours| (VAR_HOURS, hours)));
        self.outcomes.entry(end).or_default().insert(known);
    }
}

/// The variable that a question gives its value to.
pub fn variable(question: &Question) -> &str {
    match question.kind {
        QuestionKind::Commune => VAR_TERRITORY,
        _ => &question.id,
    }
}

fn said<'a>(question: &'a Question, situation: &Situation<'a>) -> Option<(&'a str, &'a str)> {
    let variable = variable(question);
    Some((variable, situation.value(variable)?))
}
