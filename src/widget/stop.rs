//! A stop: one thing to do now, shown alone and large.

use leptos::prelude::*;

use super::emergency::emergency_numbers;
use super::heading::screen_heading;
use super::visit::Visit;
use crate::model::{Question, ui};
use crate::orientation::{Session, outcome};

/// The numbers to call, what to say there, and a way to go on all the same.
pub fn stop_screen(visit: &Visit, question: &Question, session: &Session) -> AnyView {
    let text = |part: &str| visit.find(&format!("questions.{}.{part}", question.id));
    let legend = text("legend").unwrap_or_default().to_owned();
    let hint = text("hint").map(|hint| view! { <p class="op-lead">{hint.to_owned()}</p> });
    let advice: Vec<AnyView> = outcome(&visit.data, session)
        .groups
        .into_iter()
        .map(|group| view! { <p data-group=group.id>{group.body}</p> }.into_any())
        .collect();
    let resume = question.answers.first().map(|answer| resume(visit, &question.id, &answer.id));
    let (back, restart) = (visit.clone(), visit.clone());
    view! {
        <div class="op-screen" data-screen="stop" data-question=question.id.clone()>
            <div class="op-stop">
                {screen_heading(visit, legend)}
                {emergency_numbers(visit)}
                {advice}
                {hint}
            </div>
            <div class="op-actions">
                {resume}
                <button
                    type="button"
                    class="op-quiet"
                    data-action="back"
                    on:click=move |_| back.back()
                >
                    {visit.text(ui::BACK)}
                </button>
                <button
                    type="button"
                    class="op-quiet"
                    data-action="restart"
                    on:click=move |_| restart.restart()
                >
                    {visit.text(ui::RESTART)}
                </button>
            </div>
        </div>
    }
    .into_any()
}

fn resume(visit: &Visit, question: &str, answer: &str) -> AnyView {
    let label = visit.text(&format!("questions.{question}.{answer}"));
    let (question, answer) = (question.to_owned(), answer.to_owned());
    let visit = visit.clone();
    view! {
        <button
            type="button"
            class="op-second"
            data-action="resume"
            on:click=move |_| visit.answer(&question, &answer)
        >
            {label}
        </button>
    }
    .into_any()
}
