//! The answers given, each with a way to change it.

use super::heading::heading;
use super::tag::{Tag, button, classed, tag};
use super::visit::Visit;
use crate::few::Gather;
use crate::model::{QuestionKind, ui};
use crate::orientation::answer_in_words;

/// The answers, under a heading.
pub fn answers_open(visit: &Visit) -> Tag {
    classed("section", "op-answers")
        .attr("data-answers", "")
        .child(heading(visit, 1, "op-section", visit.text(ui::ANSWERS)))
        .child(tag("dl").children(rows(visit)))
}

/// The answers, folded under the question; nothing before the first one.
pub fn answers_folded(visit: &Visit) -> Option<Tag> {
    let rows = rows(visit);
    let count = rows.len().to_string();
    let title = visit.fill(ui::ANSWERS_COUNT, &[("count", &count)]);
    (!rows.is_empty()).then(|| {
        classed("details", "op-answers")
            .attr("data-answers", "")
            .child(tag("summary").text(title))
            .child(tag("dl").children(rows))
    })
}

/// Answers that a change made useless.
pub fn dropped(visit: &Visit) -> Option<Tag> {
    let told: Vec<Tag> = visit.session.with_untracked(|session| {
        let dropped = visit.config.told_dropped(session).into_iter();
        dropped.map(|(question, answer)| dropped_item(visit, question, answer)).gather()
    });
    (!told.is_empty()).then(|| {
        classed("div", "op-dropped")
            .attr("role", "status")
            .attr("data-dropped", "")
            .child(tag("p").text(visit.text(ui::DROPPED)))
            .child(tag("ul").children(told))
    })
}

fn dropped_item(visit: &Visit, question: &str, answer: &str) -> Tag {
    let legend = visit.text(&format!("questions.{question}.legend"));
    let answer = answer_in_words(&visit.data, visit.voice, question, answer);
    tag("li").text(format!("{legend} ")).child(tag("strong").text(answer))
}

fn rows(visit: &Visit) -> Vec<Tag> {
    visit.session.with_untracked(|session| {
        let path = session.walk(&visit.data).situation.path;
        // A stop asks nothing: there is nothing to change in it.
        let asked = path.into_iter().filter(|(question, _)| {
            visit.data.question(question).is_some_and(|q| q.kind != QuestionKind::Stop)
        });
        asked.map(|(question, answer)| row(visit, question, answer)).gather()
    })
}

fn row(visit: &Visit, question: &str, answer: &str) -> Tag {
    let legend = visit.text(&format!("questions.{question}.legend"));
    let answer = answer_in_words(&visit.data, visit.voice, question, answer);
    let change = visit.text(ui::CHANGE);
    let name = format!("{change} : {legend}");
    let (id, visit) = (question.to_owned(), visit.clone());
    let button = button("op-link", change, move || visit.revise(&id))
        .attr("aria-label", name)
        .attr("data-change", question);
    classed("div", "op-answer")
        .child(tag("dt").text(legend))
        .child(tag("dd").child(tag("span").text(answer)).child(button))
}
