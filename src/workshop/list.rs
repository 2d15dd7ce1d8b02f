//! A list of a file: its elements one under the other, moved, added and removed.

use leptos::prelude::*;
use serde_json::Value;

use super::desk::Desk;
use super::field::{At, Faults};
use super::form::form;
use super::words::{fill, label, meaning, say};
use crate::directory::phone_label;
use crate::revision::choices::said;
use crate::revision::{Kind, Shape};

/// A list.
#[component]
pub fn List(
    /// The place.
    at: At,
    /// What its elements are.
    item: Shape,
    /// Its title.
    named: String,
) -> impl IntoView {
    let desk = Desk::here();
    let title = if named.is_empty() { label(&at.name()) } else { named };
    let place = at.clone();
    let length = Memo::new(move |_| {
        place.value(desk).as_ref().and_then(Value::as_array).map_or(0, Vec::len)
    });
    let (items, add, told) = (at.clone(), at.clone(), title.clone());
    let simple =
        !matches!(item.kind(), Kind::Fields(_) | Kind::Named(_) | Kind::Either(_) | Kind::List(_));
    view! {
        <fieldset id=at.id() tabindex="-1" class="liste">
            <legend>{title.clone()} " (" {move || length.get()} ")"</legend>
            <Faults at=at.clone() />
            <ol>
                <For each=move || 0..length.get() key=|number| *number
                    children=move |number| view! { <Element list=items.clone() number length item simple /> } />
            </ol>
            <button type="button" on:click=move |_| {
                let place = add.to(length.get_untracked());
                let title = fill("form.added", &[("name", &told)]);
                desk.act(|draft| draft.insert(&title, &place.file, &place.pointer, item.blank()));
            }>{fill("form.add", &[("name", &title.to_lowercase())])}</button>
        </fieldset>
    }
}

/// One element of a list.
#[component]
fn Element(
    /// The list.
    list: At,
    /// Its place in it.
    number: usize,
    /// How many there are.
    length: Memo<usize>,
    /// What it is.
    item: Shape,
    /// Whether it is one field.
    simple: bool,
) -> impl IntoView {
    let desk = Desk::here();
    let place = list.to(number);
    let at = place.clone();
    let summary = Memo::new(move |_| summary(desk, &at, number));
    let named = fill("form.number", &[("number", &(number + 1).to_string())]);
    let open = {
        let at = place.clone();
        move || {
            desk.spot.with(|spot| {
                spot.as_ref()
                    .is_some_and(|spot| spot.file == at.file && spot.at.starts_with(&at.pointer))
            })
        }
    };
    if simple {
        let inside = form(place, item, named);
        return view! { <li class="ligne">{inside}<Tools list number length summary /></li> }
            .into_any();
    }
    let inside = {
        let place = place.clone();
        move || form(place.clone(), item, "-".to_owned())
    };
    let unfolded = RwSignal::new(open());
    Effect::new(move |_| {
        if open() {
            unfolded.set(true);
        }
    });
    view! {
        <li>
            <details id=format!("{}-pli", place.id()) prop:open=unfolded
                on:toggle:target=move |event| unfolded.set(event.target().open())>
                <summary>{summary}</summary>
                <Show when=move || unfolded.get()>{inside()}</Show>
                <Tools list number length summary />
            </details>
        </li>
    }
    .into_any()
}

/// Up, down, out.
#[component]
fn Tools(
    /// The list.
    list: At,
    /// The place of the element in it.
    number: usize,
    /// How many there are.
    length: Memo<usize>,
    /// What the element is called.
    summary: Memo<String>,
) -> impl IntoView {
    let desk = Desk::here();
    let list = StoredValue::new(list);
    let shift = move |to: usize| {
        let At { file, pointer } = list.get_value();
        let title = fill("form.moved", &[("name", &summary.get_untracked())]);
        desk.act(|draft| draft.shift(&title, &file, &pointer, number, to));
    };
    let remove = move |_| {
        let place = list.with_value(|list| list.to(number));
        let title = fill("form.removed", &[("name", &summary.get_untracked())]);
        desk.set(&title, &place.file, &place.pointer, None);
    };
    let last = move || number + 1 >= length.get();
    let named = move |key| fill(key, &[("name", &summary.get())]);
    view! {
        <div class="outils">
            <button type="button" class="discret" aria-label=move || named("form.up-named")
                disabled=number == 0 on:click=move |_| shift(number.saturating_sub(1))>"↑"</button>
            <button type="button" class="discret" aria-label=move || named("form.down-named")
                disabled=last on:click=move |_| shift(number + 1)>"↓"</button>
            <button type="button" class="discret" aria-label=move || named("form.remove-named")
                on:click=remove>{say("form.remove")}</button>
        </div>
    }
}

/// What an element is called: its name, its text, its value, else its number.
pub fn summary(desk: Desk, at: &At, number: usize) -> String {
    let value = at.value(desk).unwrap_or(Value::Null);
    if let Some(text) = value.as_str() {
        return text.to_owned();
    }
    let text = |key: &str| value[key].as_str().map(str::to_owned);
    let contact = || {
        let kind = meaning("field", value["field"].as_str()?);
        let shown = value["value"].as_str()?;
        let shown = if value["field"] == "phone" { phone_label(shown) } else { shown.to_owned() };
        Some(format!("{kind} : {shown}"))
    };
    let structure = || {
        let id = value["structure"].as_str()?;
        desk.draft.with(|draft| {
            let all = crate::revision::choices::structures(draft);
            all.into_iter().find(|(known, _)| known == id).map(|(_, name)| name)
        })
    };
    let worded = || {
        let id = value["id"].as_str()?;
        desk.draft.with(|draft| {
            let keys = [
                format!("/{id}.title"),
                format!("/{id}.name"),
                format!("/{id}.legend"),
                format!("/{id}"),
            ];
            let files = ["groups", "rows", "questions", "guarantees", "ends"];
            let mut all = files.iter().flat_map(|file| keys.iter().map(move |key| (file, key)));
            all.find_map(|(file, key)| said(draft, &format!("texts/fr/{file}.json"), key))
        })
    };
    let found = contact().or_else(structure).or_else(|| text("name")).or_else(|| text("term"));
    let found = found.or_else(|| text("title")).or_else(worded).or_else(|| text("id"));
    let found = found.or_else(|| text("code")).or_else(|| text("number")).or_else(|| text("kind"));
    found.unwrap_or_else(|| fill("form.number", &[("number", &(number + 1).to_string())]))
}
