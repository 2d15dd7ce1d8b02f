//! The answers given, each with a way to change it.

use super::el::{El, button, classed, el};
use super::visit::Visit;
use crate::model::ui;
use crate::orientation::Given;
use crate::wording::{Asked, answer_in_words};

/// The answers, folded under the question; nothing before the first one.
pub fn answers_folded(visit: &Visit) -> Option<El> {
    let rows = asked_rows(visit, &visit.step.answers);
    let count = rows.len().to_string();
    let title = visit.say(&ui::answers_count(&count));
    (!rows.is_empty()).then(|| {
        classed("details", "op-answers")
            .attr("data-answers", "")
            .child(el("summary").text(title))
            .child(el("dl").children(rows))
    })
}

/// Answers that a change made useless.
pub fn dropped(visit: &Visit) -> Option<El> {
    let dropped = visit.config.told_dropped(&visit.step.session).into_iter();
    let items: Vec<El> = dropped.map(|given| dropped_item(visit, given)).collect();
    (!items.is_empty()).then(|| {
        classed("div", "op-dropped")
            .attr("role", "status")
            .attr("data-dropped", "")
            .child(el("p").text(visit.text(ui::DROPPED)))
            .child(el("ul").children(items))
    })
}

fn dropped_item(visit: &Visit, given: &Given) -> El {
    let Given { question, answer } = given;
    let legend = visit.text(&format!("questions.{question}.legend"));
    let answer = answer_in_words(&visit.data, visit.voice(), question, answer);
    el("li").text(format!("{legend} ")).child(el("strong").text(answer))
}

/// Answers, each with a way to change it.
pub fn asked_rows(visit: &Visit, answers: &[Asked]) -> Vec<El> {
    answers.iter().map(|asked| row(visit, asked)).collect::<Vec<_>>()
}

fn row(visit: &Visit, asked: &Asked) -> El {
    let change = visit.text(ui::CHANGE);
    let name = format!("{change} : {}", asked.legend);
    let (id, visit) = (asked.question.clone(), visit.clone());
    let button = button("op-link", change, move || visit.revise(&id))
        .attr("aria-label", name)
        .attr("data-change", asked.question.as_str());
    let answer = asked.answer.clone().unwrap_or_default();
    classed("div", "op-answer")
        .child(el("dt").text(asked.legend.as_str()))
        .child(el("dd").child(el("span").text(answer)).child(button))
}
