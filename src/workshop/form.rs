//! A value of a file as a form, whatever its shape: nothing of the data is out of reach.

use leptos::prelude::*;
use serde_json::Value;

use super::desk::Desk;
use super::either::Either;
use super::field::{At, Faults, Leaf, options};
use super::list::List;
use super::words::{fill, label, say};
use crate::revision::choices::{columns, variables};
use crate::revision::{Field, Kind, Shape};

/// The form of a value.
pub fn form(at: At, shape: Shape, named: String) -> AnyView {
    match shape.kind() {
        Kind::List(item) => view! { <List at item named /> }.into_any(),
        Kind::Fields(fields) => view! { <Group at fields named /> }.into_any(),
        Kind::Named(inside) => view! { <NamedGroup at inside named /> }.into_any(),
        Kind::Either(shapes) => view! { <Either at shapes named /> }.into_any(),
        kind => view! { <Leaf at kind named /> }.into_any(),
    }
}

/// The title of a group: what was given, else the name of its field.
pub fn title(at: &At, named: &str) -> String {
    if named.is_empty() { label(&at.name()) } else { named.to_owned() }
}

/// Fields with names of their own.
#[component]
fn Group(
    /// The place.
    at: At,
    /// Which fields may stand there.
    fields: Vec<Field>,
    /// Its title.
    named: String,
) -> impl IntoView {
    let title = title(&at, &named);
    let plain = named == "-";
    let inside = view! {
        <Faults at=at.clone() />
        <FieldsOf at=at.clone() fields />
    };
    if plain {
        return inside.into_any();
    }
    view! { <fieldset id=at.id() tabindex="-1"><legend>{title}</legend>{inside}</fieldset> }
        .into_any()
}

/// The fields that are there, and the offer of those that are not.
#[component]
pub fn FieldsOf(
    /// The place of the object.
    at: At,
    /// Which fields may stand in it.
    fields: Vec<Field>,
) -> impl IntoView {
    let shown =
        fields.iter().cloned().map(|field| view! { <One at=at.clone() field /> }).collect_view();
    let optional: Vec<Field> = fields.into_iter().filter(|field| !field.needed).collect();
    view! {
        {shown}
        <Missing at fields=optional />
    }
}

/// One field, while it is there.
#[component]
fn One(
    /// The place of the object.
    at: At,
    /// The field.
    field: Field,
) -> impl IntoView {
    let desk = Desk::here();
    let place = at.to(&field.name);
    let there = {
        let place = place.clone();
        Memo::new(move |_| place.value(desk).is_some())
    };
    let needed = field.needed;
    let remove = StoredValue::new(place.clone());
    let title = StoredValue::new(label(&field.name));
    view! {
        <Show when=move || there.get() || needed>
            <div class="ligne">
                {form(place.clone(), field.shape, String::new())}
                <Show when=move || !needed>
                    <button type="button" class="discret"
                        aria-label=fill("form.remove-named", &[("name", &title.get_value())])
                        on:click=move |_| {
                            let At { file, pointer } = remove.get_value();
                            desk.set(&title.get_value(), &file, &pointer, None);
                        }>{say("form.remove")}</button>
                </Show>
            </div>
        </Show>
    }
}

/// The fields that may be added.
#[component]
fn Missing(
    /// The place of the object.
    at: At,
    /// The optional fields.
    fields: Vec<Field>,
) -> impl IntoView {
    let desk = Desk::here();
    let place = at.clone();
    let absent = Memo::new(move |_| {
        let value = place.value(desk).unwrap_or(Value::Null);
        let names = fields.iter().filter(|field| value.get(&field.name).is_none());
        names.map(|field| (field.name.clone(), field.shape)).collect::<Vec<_>>()
    });
    let button = move |(name, shape): (String, Shape)| {
        let (place, title) = (at.to(&name), label(&name));
        let told = title.clone();
        view! {
            <button type="button" on:click=move |_| {
                desk.set(&told, &place.file, &place.pointer, Some(shape.blank()));
            }>"+ " {title}</button>
        }
    };
    view! {
        <div class="ajouts" hidden=move || absent.with(Vec::is_empty)>
            {move || absent.get().into_iter().map(button.clone()).collect_view()}
        </div>
    }
}

/// Values under names that the data choose: the cells of a row, the variables of a condition.
#[component]
fn NamedGroup(
    /// The place.
    at: At,
    /// What each value is.
    inside: Shape,
    /// Its title.
    named: String,
) -> impl IntoView {
    let desk = Desk::here();
    let title = title(&at, &named);
    let place = at.clone();
    let names = Memo::new(move |_| {
        let value = place.value(desk);
        let keys = value.as_ref().and_then(Value::as_object).map(|all| all.keys().cloned());
        keys.map(Iterator::collect::<Vec<_>>).unwrap_or_default()
    });
    let offered = {
        let of_table = at.name() == "cells";
        move || desk.draft.with(|draft| if of_table { columns(draft) } else { variables(draft) })
    };
    let (shown, add) = (at.clone(), at.clone());
    let each = move |name: String| {
        let place = shown.to(&name);
        let known =
            offered().into_iter().find(|(id, _)| *id == name).map_or(name, |(_, named)| named);
        let remove = place.clone();
        let told = known.clone();
        view! {
            <div class="ligne">
                {form(place, inside, known)}
                <button type="button" class="discret" aria-label=fill("form.remove-named", &[("name", &told)])
                    on:click=move |_| desk.set(&told, &remove.file, &remove.pointer, None)>
                    {say("form.remove")}
                </button>
            </div>
        }
    };
    let free = move || {
        let taken = names.get();
        let free = offered().into_iter().filter(move |(id, _)| !taken.contains(id));
        options(free.collect())
    };
    let adder = format!("{}-ajout", at.id());
    view! {
        <fieldset id=at.id() tabindex="-1">
            <legend>{title}</legend>
            <Faults at=at.clone() />
            <For each=move || names.get() key=String::clone children=each />
            <div class="champ">
                <label for=adder.clone()>{say("form.add-to")}</label>
                <select id=adder on:change:target=move |event| {
                    let name = event.target().value();
                    if !name.is_empty() {
                        let place = add.to(&name);
                        desk.set(say("form.add-to"), &place.file, &place.pointer, Some(inside.blank()));
                        event.target().set_value("");
                    }
                }>
                    <option value="">{say("form.choose")}</option>
                    {free}
                </select>
            </div>
        </fieldset>
    }
}
