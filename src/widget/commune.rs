//! The commune: typed, chosen from the list, or answered otherwise.

use leptos::prelude::*;

use super::choice::radio;
use super::draft::Draft;
use super::el::{El, button, classed, el, paragraph};
use super::visit::Visit;
use crate::directory::{find_places, in_list_order};
use crate::model::{OTHER, UNKNOWN, ui};
use crate::wording::answer_in_words;

/// Suggestions shown at once: more would push the other answers off a phone.
const SUGGESTIONS: usize = 8;

/// Every way to say where it is.
pub fn commune_fields(visit: &Visit, question: &str, draft: Draft) -> El {
    // Looked at again, the input holds the commune chosen before.
    let before = draft.chosen.get_untracked().and_then(|code| visit.commune_name(&code));
    draft.typed.set(before.unwrap_or_default());
    el("div")
        .children(input(visit, draft))
        .children(suggestions(visit, question, draft))
        .children(list(visit, draft))
        .children(otherwise(visit, question, draft))
}

fn input(visit: &Visit, draft: Draft) -> [El; 3] {
    let input = classed("input", "op-input")
        .attr("id", "op-commune")
        .attr("type", "text")
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .attr("aria-describedby", "op-example")
        .attr("data-commune", "")
        .value(move || draft.typed.get())
        .on("input", move |event| {
            draft.typed.set(event_target_value(&event));
            draft.chosen.set(None);
            draft.problem.set(None);
        });
    let label = classed("label", "op-label").attr("for", "op-commune");
    [
        label.text(visit.text(ui::COMMUNE_LABEL)),
        paragraph("op-example", visit.text(ui::COMMUNE_EXAMPLE)).attr("id", "op-example"),
        input,
    ]
}

/// What the typed text may mean, as buttons; how many is announced.
fn suggestions(visit: &Visit, question: &str, draft: Draft) -> [El; 2] {
    let visit = visit.clone();
    let listed = visit.clone();
    let found = move || {
        let typed = draft.typed.get();
        let places = find_places(&listed.data, &typed);
        places.answers().take(SUGGESTIONS).map(str::to_owned).collect::<Vec<_>>()
    };
    let counted = found.clone();
    let (announcing, question) = (visit.clone(), question.to_owned());
    let status = classed("p", "op-found")
        .attr("role", "status")
        .text(move || found_notice(&announcing, draft, counted().len()));
    let list = classed("ul", "op-suggestions")
        .keyed(found, move |code| suggestion(&visit, &question, code.to_owned(), draft));
    [status, list]
}

fn found_notice(visit: &Visit, draft: Draft, found: usize) -> String {
    let (chosen, typed) = (draft.chosen.get(), draft.typed.get());
    if let Some(name) = chosen.as_deref().and_then(|code| visit.commune_name(code)) {
        return visit.say(&ui::commune_chosen(&name));
    }
    // Nothing is said of one or two letters, nor twice when it stands in the error.
    let begun = typed.trim().chars().count() < 3;
    match found {
        0 if begun || chosen.is_some() || draft.problem.with(Option::is_some) => String::new(),
        0 => visit.not_found(&typed),
        1 => visit.text(ui::COMMUNE_FOUND_ONE),
        count => visit.say(&ui::commune_found(&count.to_string())),
    }
}

fn suggestion(visit: &Visit, question: &str, code: String, draft: Draft) -> El {
    let label = answer_in_words(&visit.data, visit.voice(), question, &code);
    let name = visit.commune_name(&code);
    let (id, own) = (code.clone(), code.clone());
    let choose = move || {
        if let Some(name) = &name {
            draft.typed.set(name.clone());
        }
        draft.chosen.set(Some(code.clone()));
    };
    let pressed = move || draft.chosen.with(|c| c.as_deref() == Some(own.as_str())).to_string();
    let button = button("op-suggestion", label, choose)
        .attr("data-suggestion", id)
        .attr("aria-pressed", pressed);
    el("li").child(button)
}

/// The complete list, behind a button.
fn list(visit: &Visit, draft: Draft) -> [El; 2] {
    let open = RwSignal::new(false);
    let visit = visit.clone();
    let [show, hide] = [ui::COMMUNE_SHOW_LIST, ui::COMMUNE_HIDE_LIST].map(|key| visit.text(key));
    let toggle = classed("button", "op-quiet")
        .attr("type", "button")
        .attr("data-action", "list")
        .attr("aria-expanded", move || open.get().to_string())
        .text(move || if open.get() { hide.clone() } else { show.clone() })
        .on("click", move |_| open.update(|open| *open = !*open));
    let shown = move || if open.get() { select(&visit, draft).into() } else { Vec::new() };
    [toggle, el("div").dynamic(shown)]
}

fn select(visit: &Visit, draft: Draft) -> [El; 2] {
    let option = |code: &str, name: &str| {
        let own = code.to_owned();
        let selected = move || draft.chosen.with(|c| c.as_deref() == Some(own.as_str()));
        el("option").attr("value", code).prop("selected", selected).text(name)
    };
    let communes = in_list_order(&visit.data, visit.config.territory.as_deref());
    let named = visit.clone();
    let select = classed("select", "op-input")
        .attr("id", "op-list")
        .attr("data-list", "")
        .child(option("", &visit.text(ui::COMMUNE_LIST_NONE)))
        .children(communes.into_iter().map(|commune| option(&commune.code, &commune.name)))
        .on("change", move |event| {
            let code = event_target_value(&event);
            draft.typed.set(named.commune_name(&code).unwrap_or_default());
            draft.chosen.set(Some(code).filter(|code| !code.is_empty()));
            draft.problem.set(None);
        });
    let label = visit.say(&ui::commune_list_label(&visit.data.filiere.name));
    [classed("label", "op-label").attr("for", "op-list").text(label), select]
}

/// The answers of somebody who is elsewhere, or does not know.
fn otherwise(visit: &Visit, question: &str, draft: Draft) -> [El; 4] {
    let answer = |id: &str| {
        let label = answer_in_words(&visit.data, visit.voice(), question, id);
        radio(question, id.to_owned(), label, None, draft)
    };
    let departments = &visit.data.elsewhere.departments;
    [
        paragraph("op-label", visit.text(ui::COMMUNE_OTHERWISE)),
        classed("div", "op-choices").child(answer(UNKNOWN)),
        paragraph("op-label", visit.text(ui::COMMUNE_ELSEWHERE)),
        classed("div", "op-choices op-choices-small")
            .children(departments.iter().map(|department| answer(&department.code)))
            .child(answer(OTHER)),
    ]
}
