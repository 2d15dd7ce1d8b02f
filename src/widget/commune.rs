//! The commune: typed, chosen from the list, or answered otherwise.

use leptos::prelude::*;

use super::choice::radio;
use super::visit::Visit;
use crate::directory::{find_places, in_list_order};
use crate::model::{OTHER, UNKNOWN, ui};
use crate::orientation::answer_in_words;

/// Suggestions shown at once: more would push the other answers off a phone.
const SUGGESTIONS: usize = 8;

/// Every way to say where it is.
pub fn commune_fields(
    visit: &Visit,
    question: &str,
    chosen: RwSignal<Option<String>>,
    typed: RwSignal<String>,
) -> AnyView {
    // Shown again, the input holds the commune chosen before.
    let before = chosen.get_untracked().and_then(|code| visit.data.commune(&code));
    typed.set(before.map_or_else(String::new, |commune| commune.name.clone()));
    view! {
        <div class="op-commune">
            {input(visit, chosen, typed)}
            {suggestions(visit, question, chosen, typed)}
            {list(visit, chosen, typed)}
            {otherwise(visit, question, chosen)}
        </div>
    }
    .into_any()
}

fn input(visit: &Visit, chosen: RwSignal<Option<String>>, typed: RwSignal<String>) -> AnyView {
    let label = visit.text(ui::COMMUNE_LABEL);
    let example = visit.text(ui::COMMUNE_EXAMPLE);
    let on_input = move |event| {
        typed.set(event_target_value(&event));
        chosen.set(None);
    };
    view! {
        <label class="op-label" for="op-commune">{label}</label>
        <p class="op-example" id="op-example">{example}</p>
        <input
            class="op-input"
            id="op-commune"
            type="text"
            autocomplete="off"
            spellcheck="false"
            aria-describedby="op-example"
            data-commune=""
            prop:value=move || typed.get()
            on:input=on_input
        />
    }
    .into_any()
}

/// What the typed text may mean, as buttons; how many is announced.
fn suggestions(
    visit: &Visit,
    question: &str,
    chosen: RwSignal<Option<String>>,
    typed: RwSignal<String>,
) -> AnyView {
    let (told, listed, question) = (visit.clone(), visit.clone(), question.to_owned());
    let found = Memo::new(move |_| {
        let typed = typed.get();
        let places = find_places(&listed.data, &typed);
        places.answers().take(SUGGESTIONS).map(str::to_owned).collect::<Vec<_>>()
    });
    let listed = visit.clone();
    view! {
        <p class="op-found" role="status">
            {move || chosen.with(|chosen| told_found(&told, chosen.as_deref(), &typed.get(), &found.get()))}
        </p>
        {move || {
            let buttons: Vec<AnyView> = found
                .get()
                .into_iter()
                .map(|code| suggestion(&listed, &question, code, chosen, typed))
                .collect();
            (!buttons.is_empty()).then(|| view! { <ul class="op-suggestions">{buttons}</ul> })
        }}
    }
    .into_any()
}

fn told_found(visit: &Visit, chosen: Option<&str>, typed: &str, found: &[String]) -> String {
    let typed = typed.trim();
    if let Some(commune) = chosen.and_then(|code| visit.data.commune(code)) {
        return visit.fill(ui::COMMUNE_CHOSEN, &[("name", &commune.name)]);
    }
    match found.len() {
        // One or two letters are somebody who has just begun.
        0 if typed.chars().count() < 3 || chosen.is_some() => String::new(),
        0 => {
            let values = [("typed", typed), ("filiere", visit.data.filiere.name.as_str())];
            let not_found = visit.fill(ui::COMMUNE_NOT_FOUND, &values);
            format!("{not_found} {}", visit.text(ui::COMMUNE_WHAT_TO_DO))
        }
        1 => visit.text(ui::COMMUNE_FOUND_ONE),
        count => visit.fill(ui::COMMUNE_FOUND, &[("count", &count.to_string())]),
    }
}

fn suggestion(
    visit: &Visit,
    question: &str,
    code: String,
    chosen: RwSignal<Option<String>>,
    typed: RwSignal<String>,
) -> AnyView {
    let label = answer_in_words(&visit.data, visit.voice, question, &code);
    let name = visit.data.commune(&code).map(|commune| commune.name.clone());
    let own = code.clone();
    let pressed = move || chosen.with(|c| c.as_deref() == Some(own.as_str())).to_string();
    let id = code.clone();
    let choose = move |_| {
        if let Some(name) = &name {
            typed.set(name.clone());
        }
        chosen.set(Some(code.clone()));
    };
    view! {
        <li>
            <button
                type="button"
                class="op-suggestion"
                data-suggestion=id
                aria-pressed=pressed
                on:click=choose
            >
                {label}
            </button>
        </li>
    }
    .into_any()
}

/// The complete list, behind a button.
fn list(visit: &Visit, chosen: RwSignal<Option<String>>, typed: RwSignal<String>) -> AnyView {
    let open = RwSignal::new(false);
    let (show, hide) = (visit.text(ui::COMMUNE_SHOW_LIST), visit.text(ui::COMMUNE_HIDE_LIST));
    let visit = visit.clone();
    view! {
        <button
            type="button"
            class="op-quiet"
            data-action="list"
            aria-expanded=move || open.get().to_string()
            on:click=move |_| open.update(|open| *open = !*open)
        >
            {move || if open.get() { hide.clone() } else { show.clone() }}
        </button>
        {move || open.get().then(|| select(&visit, chosen, typed))}
    }
    .into_any()
}

fn select(visit: &Visit, chosen: RwSignal<Option<String>>, typed: RwSignal<String>) -> AnyView {
    let option = |code: String, name: String| {
        let own = code.clone();
        let selected = move || chosen.with(|c| c.as_deref() == Some(own.as_str()));
        view! { <option value=code prop:selected=selected>{name}</option> }.into_any()
    };
    let none = option(String::new(), visit.text(ui::COMMUNE_LIST_NONE));
    let communes = in_list_order(&visit.data, visit.config.territory.as_deref());
    let options: Vec<AnyView> =
        communes.into_iter().map(|c| option(c.code.clone(), c.name.clone())).collect();
    let label = visit.fill(ui::COMMUNE_LIST_LABEL, &[("filiere", &visit.data.filiere.name)]);
    let visit = visit.clone();
    let on_change = move |event| {
        let code = event_target_value(&event);
        let name = visit.data.commune(&code).map(|commune| commune.name.clone());
        typed.set(name.unwrap_or_default());
        chosen.set(Some(code).filter(|code| !code.is_empty()));
    };
    view! {
        <label class="op-label" for="op-list">{label}</label>
        <select class="op-input" id="op-list" data-list="" on:change=on_change>
            {none}
            {options}
        </select>
    }
    .into_any()
}

/// The answers of somebody who is elsewhere, or does not know.
fn otherwise(visit: &Visit, question: &str, chosen: RwSignal<Option<String>>) -> AnyView {
    let answer = |id: &str| {
        let label = answer_in_words(&visit.data, visit.voice, question, id);
        radio(question, id.to_owned(), label, None, chosen)
    };
    let departments = &visit.data.elsewhere.departments;
    let departments: Vec<AnyView> =
        departments.iter().map(|department| answer(&department.code)).collect();
    view! {
        <p class="op-label">{visit.text(ui::COMMUNE_OTHERWISE)}</p>
        <div class="op-choices">{answer(UNKNOWN)}</div>
        <p class="op-label">{visit.text(ui::COMMUNE_ELSEWHERE)}</p>
        <div class="op-choices op-choices-small">{departments} {answer(OTHER)}</div>
    }
    .into_any()
}
