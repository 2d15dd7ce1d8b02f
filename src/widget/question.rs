//! A question on its own screen.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent};

use super::actions::{back_button, restart_button};
use super::answers::answers_folded;
use super::choice::choices;
use super::commune::commune_fields;
use super::heading::screen_heading;
use super::live::Live;
use super::tag::{Tag, button, classed, paragraph, tag};
use super::visit::Visit;
use crate::directory::{Understood, understand};
use crate::model::{Question, QuestionKind, ui};

/// What a visitor is doing on the screen of a question. The answer itself is taken
/// when they go on.
#[derive(Clone, Copy)]
pub struct Draft {
    /// The answer chosen.
    pub chosen: Live<Option<String>>,
    /// The commune typed.
    pub typed: Live<String>,
    /// What keeps them from going on.
    pub problem: Live<Option<String>>,
}

/// A question, its answers, and the ways on and back.
pub fn question_screen(visit: &Visit, question: &Question, remembered: Option<String>) -> Tag {
    let draft = Draft {
        chosen: Live::new(remembered),
        typed: Live::new(String::new()),
        problem: Live::new(None),
    };
    let id = question.id.as_str();
    let hint = visit.find(&format!("questions.{id}.hint"));
    let hint = hint.map(|hint| paragraph("op-hint", hint).attr("id", "op-hint"));
    let legend = screen_heading(visit, visit.text(&format!("questions.{id}.legend")));
    let fields = match question.kind {
        QuestionKind::Commune => commune_fields(visit, question, draft),
        _ => choices(visit, question, draft),
    };
    let described = if hint.is_some() { "op-error op-hint" } else { "op-error" };
    let fieldset = tag("fieldset")
        .attr("aria-describedby", described)
        .child(tag("legend").child(legend))
        .children(hint)
        .live_children(move || draft.problem.get().map(error).into_iter().collect::<Vec<_>>())
        .child(fields);
    // No form: nothing that a page does to events can make this one navigate.
    let asked = tag("div")
        .child(fieldset.on("keydown", on_enter(visit, id, draft)))
        .child(actions(visit, id, draft));
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
    match understand(&visit.data, &typed) {
        Understood::Place(answer) => Ok(answer.to_owned()),
        Understood::Nothing => Err(visit.text(ui::NO_CHOICE)),
        Understood::Several => Err(visit.say(&ui::commune_several(typed.trim()))),
        Understood::Unknown => Err(visit.not_found(&typed)),
    }
}

/// What keeps the visitor from going on.
fn error(told: String) -> Tag {
    paragraph("op-error", told)
        .attr("id", "op-error")
        .attr("role", "alert")
        .attr("tabindex", "-1")
        .attr("data-error", "")
        .focused()
}

fn actions(visit: &Visit, question: &str, draft: Draft) -> Tag {
    let (revising, first) = visit.session.with_untracked(|session| {
        let first = session.walk(&visit.data).situation.path.is_empty();
        (session.revising().is_some(), first)
    });
    let back_text = if revising { ui::CANCEL_CHANGE } else { ui::BACK };
    let main = button("op-main", visit.text(ui::CONTINUE), go_on(visit, question, draft))
        .attr("data-action", "continue");
    classed("div", "op-actions")
        .child(main)
        .children((revising || !first).then(|| back_button(visit, back_text)))
        .children(visit.holds_anything().then(|| restart_button(visit)))
}
