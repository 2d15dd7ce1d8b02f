//! A stop: one thing to do now, shown alone and large.

use super::actions::{back_button, restart_button};
use super::el::{El, button, classed, el, paragraph};
use super::emergency::emergency_numbers;
use super::heading::screen_heading;
use super::visit::Visit;
use crate::model::ui;

/// The numbers to call, what to say there, and a way to go on all the same.
pub fn stop_screen(visit: &Visit, question: &str) -> El {
    let text = |part: &str| visit.find(&format!("questions.{question}.{part}"));
    let legend = text("legend").unwrap_or_default().to_owned();
    let groups = &visit.step.outcome.groups;
    let advice = groups
        .iter()
        .map(|group| el("p").attr("data-group", group.id.as_str()).text(group.body.as_str()));
    let stop = classed("div", "op-stop")
        .child(screen_heading(visit, legend))
        .child(emergency_numbers(visit))
        .children(advice)
        .children(text("hint").map(|hint| paragraph("op-lead", hint)));
    let resume = visit.data.question(question).and_then(|question| question.answers.first());
    let resume = resume.map(|answer| resume_button(visit, question, &answer.id));
    let actions = classed("div", "op-actions")
        .children(resume)
        .child(back_button(visit, ui::BACK))
        .child(restart_button(visit));
    classed("div", "op-screen")
        .attr("data-screen", "stop")
        .attr("data-question", question)
        .child(stop)
        .child(actions)
}

fn resume_button(visit: &Visit, question: &str, answer: &str) -> El {
    let label = visit.text(&format!("questions.{question}.{answer}"));
    let (question, answer) = (question.to_owned(), answer.to_owned());
    let visit = visit.clone();
    button("op-second", label, move || visit.answer(&question, &answer))
        .attr("data-action", "resume")
}
