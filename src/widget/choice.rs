//! Answers to choose from.

use super::question::Draft;
use super::tag::{Tag, classed, radio_button};
use super::visit::Visit;
use crate::model::Question;
use crate::orientation::possible_answers;

/// The answers that a question offers, as large radio buttons.
pub fn choices(visit: &Visit, question: &Question, draft: Draft) -> Tag {
    let id = question.id.as_str();
    let radio_of = |answer: String| {
        let key = format!("questions.{id}.{answer}");
        let hint = visit.find(&format!("{key}.hint")).map(str::to_owned);
        radio(id, answer, visit.text(&key), hint, draft)
    };
    let offered = offered(visit, id);
    classed("div", "op-choices").children(offered.into_iter().map(radio_of))
}

/// What a question offers after the answers before it; what stands behind it, when
/// it is looked at again, does not count.
fn offered(visit: &Visit, question: &str) -> Vec<String> {
    visit.session.with_untracked(|session| {
        let mut situation = session.walk(&visit.data).situation;
        let before = situation.path.iter().position(|(asked, _)| *asked == question);
        situation.path.truncate(before.unwrap_or(situation.path.len()));
        let question = visit.data.question(question);
        let answers = question.map(|question| possible_answers(question, &situation));
        answers.unwrap_or_default().into_iter().map(str::to_owned).collect::<Vec<_>>()
    })
}

/// One large radio button: the whole row chooses it.
pub fn radio(
    question: &str,
    answer: String,
    label: String,
    hint: Option<String>,
    draft: Draft,
) -> Tag {
    let own = answer.clone();
    let input = radio_button(question)
        .attr("value", answer.as_str())
        .live_flag("checked", move || draft.chosen.with(|c| c.as_deref() == Some(own.as_str())))
        .on("change", move |_| draft.chosen.set(Some(answer.clone())));
    let text = classed("span", "op-choice-text")
        .child(classed("span", "op-choice-label").text(label))
        .children(hint.map(|hint| classed("span", "op-choice-hint").text(hint)));
    classed("label", "op-choice").child(input).child(text)
}
