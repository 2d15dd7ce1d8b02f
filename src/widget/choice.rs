//! Answers to choose from.

use super::draft::Draft;
use super::el::{El, classed, radio_button};
use super::visit::Visit;
use crate::orientation::Asking;
use leptos::prelude::*;

/// The answers that a question offers, as large radio buttons.
pub fn choices(visit: &Visit, asking: &Asking, draft: Draft) -> El {
    let id = asking.question.as_str();
    let radio_of = |answer: &String| {
        let key = format!("questions.{id}.{answer}");
        let hint = visit.find(&format!("{key}.hint")).map(str::to_owned);
        radio(id, answer.clone(), visit.text(&key), hint, draft)
    };
    classed("div", "op-choices").children(asking.offered.iter().map(radio_of))
}

/// One large radio button: the whole row chooses it.
pub fn radio(
    question: &str,
    answer: String,
    label: String,
    hint: Option<String>,
    draft: Draft,
) -> El {
    let own = answer.clone();
    let input = radio_button(question)
        .attr("value", answer.as_str())
        .prop("checked", move || draft.chosen.with(|c| c.as_deref() == Some(own.as_str())))
        .on("change", move |_| draft.chosen.set(Some(answer.clone())));
    let text = classed("span", "op-choice-text")
        .child(classed("span", "op-choice-label").text(label))
        .children(hint.map(|hint| classed("span", "op-choice-hint").text(hint)));
    classed("label", "op-choice").child(input).child(text)
}
