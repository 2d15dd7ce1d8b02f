//! A question on its own screen.

use leptos::ev::SubmitEvent;
use leptos::html::P;
use leptos::prelude::*;

use super::answers::answers_folded;
use super::choice::choices;
use super::commune::commune_fields;
use super::heading::screen_heading;
use super::visit::Visit;
use crate::directory::{Understood, understand};
use crate::model::{Question, QuestionKind, ui};

/// A question, its answers, and the ways on and back.
#[component]
pub fn QuestionScreen(
    /// The visit.
    visit: Visit,
    /// The question.
    question: Question,
    /// The answer to pre-select.
    remembered: Option<String>,
) -> impl IntoView {
    let chosen = RwSignal::new(remembered);
    let typed = RwSignal::new(String::new());
    let problem = RwSignal::new(None::<String>);
    let fields = match question.kind {
        QuestionKind::Commune => commune_fields(&visit, &question.id, chosen, typed),
        _ => choices(&visit, &question, chosen),
    };
    let id = question.id.clone();
    let legend = screen_heading(&visit, visit.text(&format!("questions.{id}.legend")));
    let hint = visit.find(&format!("questions.{id}.hint")).map(str::to_owned);
    let hint = hint.map(|hint| view! { <p class="op-hint" id="op-hint">{hint}</p> });
    let described =
        move || if problem.with(Option::is_some) { "op-error op-hint" } else { "op-hint" };
    let (asked, asking) = (question.id.clone(), visit.clone());
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        match answer(&asking, &chosen.get_untracked(), &typed.get_untracked()) {
            Ok(answer) => asking.answer(&asked, &answer),
            Err(told) => {
                // Told anew each time, so that the focus comes back to it.
                problem.set(None);
                problem.set(Some(told));
            }
        }
    };
    view! {
        <div class="op-screen" data-screen="question" data-question=id>
            <form novalidate=true on:submit=submit>
                <fieldset aria-describedby=described>
                    <legend>{legend}</legend>
                    {hint}
                    {move || problem.get().map(error)}
                    {fields}
                </fieldset>
                {actions(&visit)}
            </form>
            {answers_folded(&visit)}
        </div>
    }
}

/// The answer chosen, or the only one that the typed text can mean; else what to
/// tell the visitor.
fn answer(visit: &Visit, chosen: &Option<String>, typed: &str) -> Result<String, String> {
    if let Some(chosen) = chosen {
        return Ok(chosen.clone());
    }
    let values = [("typed", typed.trim()), ("filiere", visit.data.filiere.name.as_str())];
    match understand(&visit.data, typed) {
        Understood::Place(answer) => Ok(answer.to_owned()),
        Understood::Nothing => Err(visit.text(ui::NO_CHOICE)),
        Understood::Several => Err(visit.fill(ui::COMMUNE_SEVERAL, &values)),
        Understood::Unknown => {
            let not_found = visit.fill(ui::COMMUNE_NOT_FOUND, &values);
            Err(format!("{not_found} {}", visit.text(ui::COMMUNE_WHAT_TO_DO)))
        }
    }
}

/// What keeps the visitor from going on.
fn error(told: String) -> AnyView {
    let node: NodeRef<P> = NodeRef::new();
    Effect::new(move |_| {
        if let Some(error) = node.get() {
            let _ = error.focus();
        }
    });
    view! {
        <p class="op-error" id="op-error" role="alert" data-error="" tabindex="-1" node_ref=node>
            {told}
        </p>
    }
    .into_any()
}

fn actions(visit: &Visit) -> AnyView {
    let (back, restart) = (visit.clone(), visit.clone());
    let (revising, first) = visit.session.with_untracked(|session| {
        let first = session.walk(&visit.data).situation.path.is_empty();
        (session.revising().is_some(), first)
    });
    let back_text = visit.text(if revising { ui::CANCEL_CHANGE } else { ui::BACK });
    let back = (revising || !first).then(|| {
        view! {
            <button type="button" class="op-quiet" data-action="back" on:click=move |_| back.back()>
                {back_text}
            </button>
        }
    });
    let restart_text = visit.text(ui::RESTART);
    let restart = (!first).then(|| {
        view! {
            <button
                type="button"
                class="op-quiet"
                data-action="restart"
                on:click=move |_| restart.restart()
            >
                {restart_text}
            </button>
        }
    });
    view! {
        <div class="op-actions">
            <button type="submit" class="op-main" data-action="continue">
                {visit.text(ui::CONTINUE)}
            </button>
            {back}
            {restart}
        </div>
    }
    .into_any()
}
