//! What a structure is listed for.

use leptos::prelude::*;

use super::desk::Desk;
use super::field::options;
use super::words::{fill, say};
use crate::revision::choices::{Choice, columns, rows};
use crate::revision::ledger::{Order, Wanted, lines};
use crate::revision::{Place, Spot, place};

/// The name that an id goes by.
pub fn named(all: &[Choice], id: &str) -> String {
    all.iter().find(|(known, _)| known == id).map_or(id.to_owned(), |(_, name)| name.clone())
}

/// What a structure is listed for, and where; it is listed further.
#[component]
pub fn Roles(
    /// The id of the structure.
    id: Memo<String>,
) -> impl IntoView {
    let desk = Desk::here();
    let mine = Memo::new(move |_| {
        let all = desk.draft.with(|draft| lines(draft, &Wanted::default(), Order::Data));
        all.into_iter().find(|line| line.id == id.get()).map(|line| line.roles).unwrap_or_default()
    });
    let (row, column) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let role = move |(row, column): (String, String)| {
        let of = Place { row: row.clone(), column: column.clone() };
        let (name, place) =
            desk.draft.with(|draft| (named(&rows(draft), &row), named(&columns(draft), &column)));
        view! { <li><button type="button" class="lien" on:click=move |_| {
            let pointer = desk.draft.with_untracked(|draft| of.pointer(draft));
            if let Some(at) = pointer {
                desk.go(Spot { file: "table.json".to_owned(), at });
            }
        }>{format!("{name}, {place}")}</button></li> }
    };
    view! {
        <section aria-labelledby="roles">
            <h3 id="roles">{say("structures.roles-of")}</h3>
            <ul>{move || mine.get().into_iter().map(role).collect_view()}</ul>
            <p hidden=move || mine.with(|all| !all.is_empty())>{say("structures.no-role")}</p>
            <div class="filtres">
                <div class="champ">
                    <label for="place-ligne">{say("structures.place-row")}</label>
                    <select id="place-ligne" on:change:target=move |event| row.set(event.target().value())>
                        <option value="">{say("form.choose")}</option>{options(desk.draft.with_untracked(rows))}
                    </select>
                </div>
                <div class="champ">
                    <label for="place-colonne">{say("structures.place-column")}</label>
                    <select id="place-colonne" on:change:target=move |event| column.set(event.target().value())>
                        <option value="">{say("form.choose")}</option>{options(desk.draft.with_untracked(columns))}
                    </select>
                </div>
                <button type="button" disabled=move || row.with(String::is_empty) || column.with(String::is_empty)
                    on:click=move |_| {
                        let to = Place { row: row.get_untracked(), column: column.get_untracked() };
                        let title = fill("structures.placed", &[("name", &id.get_untracked())]);
                        desk.act(|draft| place(draft, &title, &to, &id.get_untracked()));
                    }>{say("structures.place")}</button>
            </div>
        </section>
    }
}
