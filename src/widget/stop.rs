//! A stop: one thing to do now, shown alone and large.

use super::actions::{back_button, restart_button};
use super::emergency::emergency_numbers;
use super::heading::screen_heading;
use super::tag::{Tag, button, classed, paragraph, tag};
use super::visit::Visit;
use crate::model::{Question, ui};
use crate::orientation::{Session, outcome};

/// The numbers to call, what to say there, and a way to go on all the same.
pub fn stop_screen(visit: &Visit, question: &Question, session: &Session) -> Tag {
    let text = |part: &str| visit.find(&format!("questions.{}.{part}", question.id));
    let legend = text("legend").unwrap_or_default().to_owned();
    let groups = outcome(&visit.data, session).groups.into_iter();
    let advice = groups.map(|group| tag("p").attr("data-group", group.id).text(group.body));
    let stop = classed("div", "op-stop")
        .child(screen_heading(visit, legend))
        .child(emergency_numbers(visit))
        .children(advice)
        .children(text("hint").map(|hint| paragraph("op-lead", hint)));
    let resume = question.answers.first().map(|answer| resume(visit, &question.id, &answer.id));
    let actions = classed("div", "op-actions")
        .children(resume)
        .child(back_button(visit, ui::BACK))
        .child(restart_button(visit));
    classed("div", "op-screen")
        .attr("data-screen", "stop")
        .attr("data-question", question.id.as_str())
        .child(stop)
        .child(actions)
}

fn resume(visit: &Visit, question: &str, answer: &str) -> Tag {
    let label = visit.text(&format!("questions.{question}.{answer}"));
    let (question, answer) = (question.to_owned(), answer.to_owned());
    let visit = visit.clone();
    button("op-second", label, move || visit.answer(&question, &answer))
        .attr("data-action", "resume")
}
