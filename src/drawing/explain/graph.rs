//! The questions, the ends, and what leads from one to another.

use std::collections::BTreeSet;

use crate::model::{Dataset, QUESTION_HOURS, Question, QuestionKind, VAR_HOURS};

use super::cover::{Case, cases};
use super::paths::{Known, Node, Paths, Step, variable};

/// The flow as boxes and edges.
#[derive(Clone, Debug)]
pub struct Graph<'a> {
    /// The boxes: questions in reading order, then ends in theirs.
    pub places: Vec<Node<'a>>,
    /// The edges, by the order of the boxes they leave and reach.
    pub edges: Vec<Edge<'a>>,
}

/// What leads from a question to another box.
#[derive(Clone, Debug)]
pub struct Edge<'a> {
    /// The question, by its place among the boxes.
    pub from: usize,
    /// Where it leads, by its place among the boxes.
    pub to: usize,
    /// The answers that may take it, in the order of the question; for the commune,
    /// the territories it may lie in.
    pub answers: Vec<&'a str>,
    /// In which cases it is taken; one case that asks nothing: whatever is known.
    pub when: Vec<Case<'a>>,
    /// Whether the answer alone says that it is taken.
    pub by_answer: bool,
}

impl<'a> Graph<'a> {
    /// The flow that some paths go through.
    pub fn of(data: &'a Dataset, paths: &Paths<'a>) -> Self {
        let seen: BTreeSet<Node> = paths.steps.iter().map(|step| step.to).collect();
        let start = Node::Question(data.flow.start.as_str());
        let questions = data.flow.questions.iter().map(|q| Node::Question(q.id.as_str()));
        let ends = data.flow.ends.iter().map(|end| Node::End(end.id.as_str()));
        let all = questions.chain(ends).chain([Node::End("")]);
        let places: Vec<Node> = all.filter(|at| *at == start || seen.contains(at)).collect();
        let questions = places.iter().enumerate().filter_map(|(at, place)| match place {
            Node::Question(id) => Some((at, data.question(id)?)),
            Node::End(_) => None,
        });
        let edges = questions.flat_map(|(at, q)| edges(data, paths, &places, at, q)).collect();
        Self { places, edges }
    }

    /// Whether a box is a stop: the emergency way.
    pub fn is_stop(&self, data: &Dataset, at: usize) -> bool {
        matches!(self.places.get(at), Some(Node::Question(id))
            if data.question(id).is_some_and(|q| q.kind == QuestionKind::Stop))
    }

    /// The edges that leave a box.
    pub fn leaving(&self, at: usize) -> impl Iterator<Item = &Edge<'a>> {
        self.edges.iter().filter(move |edge| edge.from == at)
    }

    /// Whether the answers of a question stand in its box, for no edge tells them.
    pub fn lists_answers(&self, data: &Dataset, at: usize) -> bool {
        let Some(Node::Question(id)) = self.places.get(at) else { return false };
        let commune = data.question(id).is_some_and(|q| q.kind == QuestionKind::Commune);
        commune || self.leaving(at).any(|edge| !edge.by_answer)
    }
}

/// The variables that cases are told by, in reading order: what a question gives its
/// value to, and the hours in place of the question about them. A stop asks nothing.
pub fn variables(data: &Dataset) -> Vec<&str> {
    let questions = data.flow.questions.iter();
    let asked = questions.filter(|q| q.kind != QuestionKind::Stop && q.id != QUESTION_HOURS);
    asked.map(variable).chain([VAR_HOURS]).collect()
}

fn edges<'a>(
    data: &'a Dataset,
    paths: &Paths<'a>,
    places: &[Node<'a>],
    from: usize,
    question: &'a Question,
) -> Vec<Edge<'a>> {
    let steps: Vec<&Step> = paths.steps.iter().filter(|step| step.from == question.id).collect();
    let order = variables(data);
    let own = variable(question);
    let said = |step: &Step<'a>| step.known.get(own).copied().unwrap_or_default();
    let by_answer = steps.iter().all(|a| steps.iter().all(|b| said(a) != said(b) || a.to == b.to));
    let edge = |(to, place): (usize, &Node<'a>)| {
        let taken: Vec<(&Known, bool)> =
            steps.iter().map(|step| (&step.known, step.to == *place)).collect();
        let through = steps.iter().filter(|step| step.to == *place);
        let values: BTreeSet<&str> = through.map(|step| said(step)).collect();
        let listed = question.answers.iter().map(|answer| answer.id.as_str());
        let answers: Vec<&str> = match question.kind {
            QuestionKind::Commune => values.iter().copied().collect(),
            _ => listed.filter(|answer| values.contains(answer)).collect(),
        };
        let when = cases(&taken, &order);
        (!values.is_empty()).then_some(Edge { from, to, answers, when, by_answer })
    };
    places.iter().enumerate().filter_map(edge).collect()
}
