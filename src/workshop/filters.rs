//! What narrows and sorts the table of the structures.

use leptos::prelude::*;

use super::bridge::today;
use super::desk::Desk;
use super::field::options;
use super::words::say;
use crate::revision::choices::{columns, rows};
use crate::revision::ledger::{Order, Wanted};

/// What narrows the table.
#[component]
pub fn Filters(
    /// What is wanted.
    wanted: RwSignal<Wanted>,
    /// How it is sorted.
    order: RwSignal<Order>,
) -> impl IntoView {
    let desk = Desk::here();
    let year = today().get(..4).and_then(|year| year.parse::<u32>().ok()).unwrap_or_default();
    let before = format!("{}{}", year.saturating_sub(1), &today()[4..]);
    let check = |id: &'static str, key: &'static str, write: fn(&mut Wanted, bool, &str)| {
        let before = before.clone();
        view! {
            <div class="champ coche">
                <input id=id type="checkbox" on:change:target=move |event| {
                    let on = event.target().checked();
                    wanted.update(|wanted| write(wanted, on, &before));
                } />
                <label for=id>{say(key)}</label>
            </div>
        }
    };
    let sorted = move |word: String| match word.as_str() {
        "commune" => Order::Commune,
        "oldest" => Order::Oldest,
        "data" => Order::Data,
        _ => Order::Name,
    };
    view! {
        <div class="filtres" role="search">
            <div class="champ">
                <label for="cherche">{say("structures.search")}</label>
                <input id="cherche" type="search" on:input:target=move |event| {
                    let words = event.target().value();
                    wanted.update(|wanted| wanted.words = words);
                } />
            </div>
            <div class="champ">
                <label for="filtre-colonne">{say("structures.where")}</label>
                <select id="filtre-colonne" on:change:target=move |event| {
                    let column = event.target().value();
                    wanted.update(|wanted| wanted.column = column);
                }><option value="">{say("structures.anywhere")}</option>{options(desk.draft.with_untracked(columns))}</select>
            </div>
            <div class="champ">
                <label for="filtre-ligne">{say("structures.what")}</label>
                <select id="filtre-ligne" on:change:target=move |event| {
                    let row = event.target().value();
                    wanted.update(|wanted| wanted.row = row);
                }><option value="">{say("structures.anything")}</option>{options(desk.draft.with_untracked(rows))}</select>
            </div>
            <div class="champ">
                <label for="tri">{say("structures.sort")}</label>
                <select id="tri" on:change:target=move |event| order.set(sorted(event.target().value()))>
                    <option value="name">{say("structures.by-name")}</option>
                    <option value="commune">{say("structures.by-commune")}</option>
                    <option value="oldest">{say("structures.by-date")}</option>
                    <option value="data">{say("structures.by-data")}</option>
                </select>
            </div>
            {check("sans-numero", "structures.no-phone", |wanted, on, _| wanted.no_phone = on)}
            {check("plus-d-un-an", "structures.older", |wanted, on, before| {
                wanted.older_than = if on { before.to_owned() } else { String::new() };
            })}
            {check("a-verifier", "structures.doubtful", |wanted, on, _| wanted.doubtful = on)}
        </div>
    }
}
