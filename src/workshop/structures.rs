//! The structures: a table to search, sort and filter, and a form for each.

use leptos::prelude::*;

use super::desk::Desk;
use super::field::At;
use super::filters::Filters;
use super::form::form;
use super::roles::{Roles, named};
use super::words::{fill, say};
use crate::directory::phone_label;
use crate::revision::choices::{columns, rows};
use crate::revision::ledger::{FILE, LIST, Line, Order, Wanted, lines};
use crate::revision::{Shape, Spot, add_structure, remove_structure};

/// The structure that a spot is of, by its place in the list.
fn chosen(spot: Option<&Spot>) -> Option<usize> {
    let rest = spot.filter(|spot| spot.file == FILE)?.at.strip_prefix(LIST)?.strip_prefix('/')?;
    rest.split('/').next()?.parse().ok()
}

/// The view.
#[component]
pub fn Structures() -> impl IntoView {
    let desk = Desk::here();
    let at = Memo::new(move |_| desk.spot.with(|spot| chosen(spot.as_ref())));
    view! {
        <h1 id="titre" tabindex="-1">{say("structures.title")}</h1>
        {move || match at.get() {
            Some(at) => view! { <Sheet at /> }.into_any(),
            None => view! { <Ledger /> }.into_any(),
        }}
    }
}

/// The table.
#[component]
fn Ledger() -> impl IntoView {
    let desk = Desk::here();
    let wanted = RwSignal::new(Wanted::default());
    let order = RwSignal::new(Order::Name);
    let found =
        Memo::new(move |_| desk.draft.with(|draft| lines(draft, &wanted.get(), order.get())));
    let name = RwSignal::new(String::new());
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let called = name.get_untracked();
        if called.trim().is_empty() {
            return;
        }
        let mut at = None;
        let title = fill("structures.added", &[("name", &called)]);
        desk.act(|draft| add_structure(draft, &title, called.trim()).map(|place| at = Some(place)));
        if let Some(at) = at {
            desk.go(Spot { file: FILE.to_owned(), at: format!("{LIST}/{at}/commune") });
        }
    };
    view! {
        <Filters wanted order />
        <p role="status">{move || fill("structures.count", &[("count", &found.with(Vec::len).to_string())])}</p>
        <div class="defile" tabindex="0" role="region" aria-label=say("structures.title")>
            <table>
                <thead><tr>
                    <th scope="col">{say("structures.name")}</th>
                    <th scope="col">{say("structures.commune")}</th>
                    <th scope="col">{say("structures.phone")}</th>
                    <th scope="col">{say("structures.roles")}</th>
                    <th scope="col">{say("structures.oldest")}</th>
                </tr></thead>
                <tbody>
                    <For each=move || found.get() key=|line| format!("{line:?}") children=move |line| view! { <Row line /> } />
                </tbody>
            </table>
        </div>
        <form class="ajouts" on:submit=add>
            <div class="champ">
                <label for="nouvelle-structure">{say("structures.new")}</label>
                <input id="nouvelle-structure" type="text" bind:value=name />
            </div>
            <button type="submit">{say("structures.add")}</button>
        </form>
    }
}

/// One line of the table.
#[component]
fn Row(
    /// The structure.
    line: Line,
) -> impl IntoView {
    let desk = Desk::here();
    let at = line.at;
    let phone = if line.phone.is_empty() {
        say("structures.none").to_owned()
    } else {
        phone_label(&line.phone)
    };
    let oldest =
        if line.oldest.is_empty() { say("structures.undated").to_owned() } else { line.oldest };
    let names: Vec<String> = desk.draft.with_untracked(|draft| {
        let (rows, columns) = (rows(draft), columns(draft));
        line.roles
            .iter()
            .map(|(row, column)| format!("{} ({})", named(&rows, row), named(&columns, column)))
            .collect()
    });
    view! {
        <tr>
            <th scope="row">
                <button type="button" class="lien" on:click=move |_| {
                    desk.go(Spot { file: FILE.to_owned(), at: format!("{LIST}/{at}/name") });
                }>{line.name}</button>
            </th>
            <td>{line.commune}</td>
            <td class:absent=line.phone.is_empty()>{phone}</td>
            <td>{names.join(" ; ")}</td>
            <td class:absent=line.doubtful>{oldest}</td>
        </tr>
    }
}

/// The form of one structure.
#[component]
fn Sheet(
    /// Its place in the list.
    at: usize,
) -> impl IntoView {
    let desk = Desk::here();
    let here = At::new(FILE, format!("{LIST}/{at}"));
    let field = {
        let here = here.clone();
        move |name: &str| {
            let value = here.value(desk).unwrap_or_default();
            value[name].as_str().unwrap_or_default().to_owned()
        }
    };
    let shape = desk
        .draft
        .with_untracked(|draft| Shape::of_file(FILE)?.at(draft.value(FILE, "")?, &here.pointer));
    let title = {
        let field = field.clone();
        Memo::new(move |_| field("name"))
    };
    let id = Memo::new(move |_| field("id"));
    let back = move || desk.spot.set(None);
    view! {
        <p><button type="button" on:click=move |_| back()>{say("structures.back")}</button></p>
        <h2>{title}</h2>
        {shape.map(|shape| form(here, shape, "-".to_owned()))}
        <Roles id />
        <p><button type="button" class="danger" on:click=move |_| {
            let told = fill("structures.removed", &[("name", &title.get_untracked())]);
            desk.act(|draft| remove_structure(draft, &told, at));
            back();
        }>{say("structures.remove")}</button></p>
    }
}
