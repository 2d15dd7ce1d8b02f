//! Following the flow: which questions a set of answers leads through.

use crate::model::{Dataset, OTHER, OUTCOME, Question, QuestionKind, Target, UNKNOWN};

use super::{Answers, Situation};

/// Where a set of answers leads.
#[derive(Clone, Debug)]
pub struct Walk<'a> {
    /// The path and what is known at its end.
    pub situation: Situation<'a>,
    /// The question that waits for an answer; `None` when the flow has ended.
    pub next: Option<&'a Question>,
    /// The questions that the outcome offers to sharpen it, answered or not.
    pub refinements: Vec<&'a Question>,
}

impl Walk<'_> {
    /// Whether an outcome can be shown: the flow has ended, or it stands at a stop.
    pub fn is_complete(&self) -> bool {
        self.next.is_none_or(|question| question.kind == QuestionKind::Stop)
    }
}

/// Follows the flow as far as the answers go. An answer that is not offered at its
/// place counts as not given.
pub fn walk<'a>(data: &'a Dataset, on_call: bool, answers: &'a Answers) -> Walk<'a> {
    let mut situation = Situation::start(data, on_call);
    let mut refinements = Vec::new();
    let mut at: &str = &data.flow.start;
    // A checked flow has no cycle; a damaged one must not hang a page.
    for _ in &data.flow.questions {
        let Some(question) = data.question(at) else { break };
        let refines = refines(question, &situation);
        refinements.extend(refines.then_some(question));
        match answers.get(at).filter(|answer| is_offered(question, &situation, answer)) {
            Some(answer) => {
                situation.push(question, answer);
                at = target(question, answer, &situation);
            }
            None if refines => {
                situation.assume(question);
                at = target(question, UNKNOWN, &situation);
            }
            None => return Walk { situation, next: Some(question), refinements },
        }
    }
    Walk { situation, next: None, refinements }
}

/// Whether a question only sharpens the outcome of whoever has answered so.
pub fn refines(question: &Question, situation: &Situation) -> bool {
    question.refines.as_ref().is_some_and(|when| situation.holds(when))
}

/// The answers that a question offers in a situation, in order.
pub fn possible_answers<'a>(question: &'a Question, situation: &Situation<'a>) -> Vec<&'a str> {
    if question.kind == QuestionKind::Commune {
        return commune_answers(situation.data);
    }
    let offered = question
        .answers
        .iter()
        .filter(|answer| answer.when.as_ref().is_none_or(|when| situation.holds(when)));
    offered.map(|answer| answer.id.as_str()).collect::<Vec<_>>()
}

/// What a question offers at its place on a path: what stands behind it does not count.
pub fn offered_at<'a>(question: &'a Question, situation: &Situation<'a>) -> Vec<&'a str> {
    let mut before = situation.clone();
    before.truncate(before.place_of(&question.id).unwrap_or(usize::MAX));
    possible_answers(question, &before)
}

fn is_offered(question: &Question, situation: &Situation, answer: &str) -> bool {
    if question.kind == QuestionKind::Commune {
        let data = situation.data;
        let department = || data.elsewhere.departments.iter().any(|d| d.code == answer);
        return [UNKNOWN, OTHER].contains(&answer)
            || data.commune(answer).is_some()
            || department();
    }
    let answer = question.answers.iter().find(|a| a.id == answer);
    answer.is_some_and(|a| a.when.as_ref().is_none_or(|when| situation.holds(when)))
}

fn commune_answers(data: &Dataset) -> Vec<&str> {
    let communes = data.communes.communes.iter().map(|c| c.code.as_str());
    let departments = data.elsewhere.departments.iter().map(|d| d.code.as_str());
    communes.chain([UNKNOWN]).chain(departments).chain([OTHER]).collect::<Vec<_>>()
}

/// Where an answer just given leads: a question's id or [`OUTCOME`].
pub(super) fn target<'a>(
    question: &'a Question,
    answer: &str,
    situation: &Situation<'a>,
) -> &'a str {
    match question.target(answer) {
        Some(Target::Always(to)) => to,
        Some(Target::Branches(branches)) => {
            let taken = branches.iter().find(|branch| situation.holds(&branch.when));
            taken.map_or(OUTCOME, |branch| &branch.to)
        }
        None => OUTCOME,
    }
}
