//! A question on its own screen.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent};

use super::actions::{back_button, restart_button};
use super::answers::answers_folded;
use super::choice::choices;
use super::commune::commune_fields;
use super::draft::Draft;
use super::el::{El, button, classed, el, paragraph};
use super::heading::screen_heading;
use super::visit::Visit;
use crate::directory::{Resolved, resolve_place};
use crate::model::{QuestionKind, ui};
use crate::orientation::Asking;

/// A question, its answers, and the ways on and back.
pub fn question_screen(visit: &Visit, asking: &Asking) -> El {
    let draft = Draft::new(asking.remembered.clone());
    let id = asking.question.as_str();
    let hint = visit.find(&format!("questions.{id}.hint"));
    let hint = hint.map(|hint| paragraph("op-hint", hint).attr("id", "op-hint"));
    let legend = screen_heading(visit, visit.text(&format!("questions.{id}.legend")));
    let kind = visit.data.question(id).map(|question| question.kind);
    let fields = match kind {
        Some(QuestionKind::Commune) => commune_fields(visit, id, draft),
        _ => choices(visit, asking, draft),
    };
    let described = if hint.is_some() { "op-error op-hint" } else { "op-error" };
    let fieldset = el("fieldset")
        .attr("aria-describedby", described)
        .child(el("legend").child(legend))
        .children(hint)
        .dynamic(move || draft.problem.get().map(error).into_iter().collect::<Vec<_>>())
        .child(fields);
    // No form: nothing that a page does to events can make this one navigate.
    let asked = el("div")
        .child(fieldset.on("keydown", on_enter(visit, id, draft)))
        .child(actions(visit, asking, draft));
    classed("div", "op-screen")
        .attr("data-screen", "question")
        .attr("data-question", id)
        .child(asked)
        .children(answers_folded(visit))
}

/// Takes the answer.
fn go_on(visit: &Visit, question: &str, draft: Draft) -> impl FnMut() + 'static {
    let (visit, question) = (visit.clone(), question.to_owned());
    move || match answer(&visit, draft) {
        Ok(answer) => visit.answer(&question, &answer),
        // Set anew each time, so that the focus comes back to it.
        Err(problem) => draft.problem.set(Some(problem)),
    }
}

/// Enter in a field goes on, as it would in a form; not the Enter that ends a word in
/// an input method, nor that of a menu or a button, which is their own.
fn on_enter(visit: &Visit, question: &str, draft: Draft) -> impl FnMut(Event) + 'static {
    let mut go_on = go_on(visit, question, draft);
    move |event| {
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
        let in_field = event
            .target()
            .is_some_and(|target| target.unchecked_ref::<Element>().local_name() == "input");
        if in_field && key.key() == "Enter" && !key.is_composing() {
            event.prevent_default();
            go_on();
        }
    }
}

/// The answer chosen, or the only one that the typed text can mean; else what to
/// tell the visitor.
fn answer(visit: &Visit, draft: Draft) -> Result<String, String> {
    if let Some(chosen) = draft.chosen.get_untracked() {
        return Ok(chosen);
    }
    let typed = draft.typed.get_untracked();
    match resolve_place(&visit.data, &typed) {
        Resolved::Place(answer) => Ok(answer.to_owned()),
        Resolved::Nothing => Err(visit.text(ui::NO_CHOICE)),
        Resolved::Several => Err(visit.say(&ui::commune_several(typed.trim()))),
        Resolved::Unknown => Err(visit.not_found(&typed)),
    }
}

/// What keeps the visitor from going on.
fn error(message: String) -> El {
    paragraph("op-error", message)
        .attr("id", "op-error")
        .attr("role", "alert")
        .attr("tabindex", "-1")
        .attr("data-error", "")
        .focused()
}

fn actions(visit: &Visit, asking: &Asking, draft: Draft) -> El {
    let first = visit.step.path.is_empty();
    let back_text = if asking.revising { ui::CANCEL_CHANGE } else { ui::BACK };
    let main = button("op-main", visit.text(ui::CONTINUE), go_on(visit, &asking.question, draft))
        .attr("data-action", "continue");
    classed("div", "op-actions")
        .child(main)
        .children((asking.revising || !first).then(|| back_button(visit, back_text)))
        .children(visit.holds_anything().then(|| restart_button(visit)))
}
