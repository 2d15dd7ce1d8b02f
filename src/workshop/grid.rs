//! Who does what where: the contract's table, rows by territories.

use leptos::prelude::*;
use serde_json::{Value, json};

use super::desk::Desk;
use super::field::{At, options};
use super::form::form;
use super::list::summary;
use super::view::id_of;
use super::words::{fill, meaning, say};
use crate::revision::choices::{columns, rows, structures};
use crate::revision::{Place, Shape, Spot, move_placement, place};

const FILE: &str = "table.json";

/// The view.
#[component]
pub fn Grid() -> impl IntoView {
    let desk = Desk::here();
    // The cell that a spot is of.
    let cell = Memo::new(move |_| {
        let spot = desk.spot.get().filter(|spot| spot.file == FILE)?;
        let steps: Vec<&str> = spot.at.split('/').collect();
        match steps.as_slice() {
            ["", "rows", row, "cells", column, ..] => {
                Some((row.parse().ok()?, (*column).to_owned()))
            }
            _ => None,
        }
    });
    view! {
        <h1 id="titre" tabindex="-1">{say("grid.title")}</h1>
        <p>{say("grid.intro")}</p>
        {move || cell.get().map(|(row, column): (usize, String)| view! { <Cell row column /> })}
        <Table />
    }
}

/// The whole table.
#[component]
fn Table() -> impl IntoView {
    let desk = Desk::here();
    let heads = desk.draft.with_untracked(columns);
    let named = desk.draft.with_untracked(rows);
    let head =
        heads.iter().map(|(_, name)| view! { <th scope="col">{name.clone()}</th> }).collect_view();
    let line = |(row, (_, name)): (usize, (String, String))| {
        let told = name.clone();
        let cells = heads.iter().map(move |(id, column)| {
            let (id, label) = (id.clone(), format!("{told}, {column}"));
            view! { <td><Summary row id label /></td> }
        });
        view! { <tr><th scope="row">{name}</th>{cells.collect_view()}</tr> }
    };
    view! {
        <div class="defile" tabindex="0" role="region" aria-label=say("grid.title")>
            <table class="grille">
                <thead><tr><th scope="col">{say("grid.row")}</th>{head}</tr></thead>
                <tbody>{named.into_iter().enumerate().map(line).collect_view()}</tbody>
            </table>
        </div>
    }
}

/// A cell in short; pressed, it opens.
#[component]
fn Summary(
    /// The place of its row.
    row: usize,
    /// Its column.
    id: String,
    /// What it is called.
    label: String,
) -> impl IntoView {
    let desk = Desk::here();
    let at = At::new(FILE, format!("/rows/{row}/cells/{id}"));
    let place = at.clone();
    let said = Memo::new(move |_| {
        let Some(cell) = place.value(desk) else {
            return (String::new(), say("grid.no-cell").to_owned());
        };
        let state = cell["state"].as_str().unwrap_or_default().to_owned();
        let all = cell["placements"].as_array().cloned().unwrap_or_default();
        let names = all
            .iter()
            .enumerate()
            .map(|(number, _)| summary(desk, &place.to("placements").to(number), number));
        let names: Vec<String> = names.collect();
        let told = if names.is_empty() { meaning("state", &state) } else { names.join(" ; ") };
        (state, told)
    });
    view! {
        <button type="button" class=move || format!("case etat-{}", said.with(|(state, _)| state.clone()))
            aria-label=move || format!("{label} : {}", said.with(|(_, told)| told.clone()))
            on:click=move |_| desk.go(Spot { file: FILE.to_owned(), at: at.pointer.clone() })>
            {move || said.with(|(_, told)| told.clone())}
        </button>
    }
}

/// A cell opened.
#[component]
fn Cell(
    /// The place of its row.
    row: usize,
    /// Its column.
    column: String,
) -> impl IntoView {
    let desk = Desk::here();
    let at = At::new(FILE, format!("/rows/{row}/cells/{column}"));
    let (id, name, named) = desk.draft.with_untracked(|draft| {
        let (id, name) = rows(draft).into_iter().nth(row).unwrap_or_default();
        let named = columns(draft).into_iter().find(|(known, _)| *known == column);
        (id, name, named.map_or(column.clone(), |(_, name)| name))
    });
    let here = Place { row: id, column };
    let place_of = at.clone();
    let there = Memo::new(move |_| place_of.value(desk).is_some());
    let shape = desk
        .draft
        .with_untracked(|draft| Shape::of_file(FILE)?.at(draft.value(FILE, "")?, &at.pointer));
    let heading = format!("{name}, {named}");
    let open = {
        let (at, here) = (at.clone(), here.clone());
        move || {
            let at = at.clone();
            view! {
                <Moves at=at.clone() here=here.clone() />
                {shape.map(|shape| form(at, shape, "-".to_owned()))}
            }
        }
    };
    let make = at.clone();
    let told = StoredValue::new(heading.clone());
    view! {
        <section class="ouverte" id=id_of(&at.file, &at.pointer) tabindex="-1" aria-labelledby="case-titre">
            <h2 id="case-titre">{heading}</h2>
            <Show when=move || there.get() fallback=move || {
                let make = make.clone();
                view! { <p>{say("grid.no-cell-long")}</p>
                    <button type="button" on:click=move |_| {
                        let cell = json!({"state": "empty", "sources": []});
                        desk.set(&told.get_value(), &make.file, &make.pointer, Some(cell));
                    }>{say("grid.decide-empty")}</button> }
            }>{open()}</Show>
            <Adding here />
            <p><button type="button" on:click=move |_| desk.spot.set(None)>{say("grid.close")}</button></p>
        </section>
    }
}

/// Each placement of a cell, moved elsewhere in one go.
#[component]
fn Moves(
    /// The cell.
    at: At,
    /// Its row and column.
    here: Place,
) -> impl IntoView {
    let desk = Desk::here();
    let place = at.clone();
    let count = Memo::new(move |_| {
        let cell = place.value(desk).unwrap_or(Value::Null);
        cell["placements"].as_array().map_or(0, Vec::len)
    });
    let line = move |number: usize| {
        let called = {
            let at = at.to("placements").to(number);
            Memo::new(move |_| summary(desk, &at, number))
        };
        let id = format!("deplace-{number}");
        let from = here.clone();
        let all = desk.draft.with_untracked(columns);
        let options = all
            .into_iter()
            .filter(|(column, _)| *column != from.column)
            .map(|(column, name)| view! { <option value=column>{name}</option> })
            .collect_view();
        view! {
            <li class="champ">
                <label for=id.clone()>{move || fill("grid.move", &[("name", &called.get())])}</label>
                <select id=id on:change:target=move |event| {
                    let column = event.target().value();
                    let to = Place { row: from.row.clone(), column };
                    let title = fill("form.moved", &[("name", &called.get_untracked())]);
                    desk.act(|draft| move_placement(draft, &title, &from, number, &to));
                }><option value="">{say("grid.stays")}</option>{options}</select>
            </li>
        }
    };
    view! { <ul class="deplacements">{move || (0..count.get()).map(line.clone()).collect_view()}</ul> }
}

/// A structure listed in a cell.
#[component]
fn Adding(
    /// Its row and column.
    here: Place,
) -> impl IntoView {
    let desk = Desk::here();
    let all = desk.draft.with_untracked(structures);
    view! {
        <div class="champ">
            <label for="ajoute-structure">{say("grid.add")}</label>
            <select id="ajoute-structure" on:change:target=move |event| {
                let id = event.target().value();
                if !id.is_empty() {
                    let title = fill("structures.placed", &[("name", &id)]);
                    desk.act(|draft| place(draft, &title, &here, &id));
                    event.target().set_value("");
                }
            }><option value="">{say("form.choose")}</option>{options(all)}</select>
        </div>
    }
}
