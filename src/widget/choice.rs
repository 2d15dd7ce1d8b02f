//! Answers to choose from.

use leptos::prelude::*;

use super::visit::Visit;
use crate::model::Question;
use crate::orientation::possible_answers;

/// The answers that a question offers, as large radio buttons.
pub fn choices(visit: &Visit, question: &Question, chosen: RwSignal<Option<String>>) -> AnyView {
    let offered: Vec<String> = visit.session.with_untracked(|session| {
        let mut situation = session.walk(&visit.data).situation;
        // What is offered depends on the answers before it only.
        let before = situation.path.iter().position(|(asked, _)| *asked == question.id);
        situation.path.truncate(before.unwrap_or(situation.path.len()));
        let Some(question) = visit.data.question(&question.id) else { return Vec::new() };
        possible_answers(question, &situation).into_iter().map(str::to_owned).collect()
    });
    let radios: Vec<AnyView> = offered
        .into_iter()
        .map(|answer| {
            let key = format!("questions.{}.{answer}", question.id);
            let hint = visit.find(&format!("{key}.hint")).map(str::to_owned);
            radio(&question.id, answer, visit.text(&key), hint, chosen)
        })
        .collect();
    view! { <div class="op-choices">{radios}</div> }.into_any()
}

/// One large radio button: the whole row chooses it.
pub fn radio(
    question: &str,
    answer: String,
    label: String,
    hint: Option<String>,
    chosen: RwSignal<Option<String>>,
) -> AnyView {
    let hint = hint.map(|hint| view! { <span class="op-choice-hint">{hint}</span> });
    let (value, own) = (answer.clone(), answer.clone());
    view! {
        <label class="op-choice">
            <input
                type="radio"
                name=question.to_owned()
                value=value
                prop:checked=move || chosen.with(|c| c.as_deref() == Some(own.as_str()))
                on:change=move |_| chosen.set(Some(answer.clone()))
            />
            <span class="op-choice-text">
                <span class="op-choice-label">{label}</span>
                {hint}
            </span>
        </label>
    }
    .into_any()
}
