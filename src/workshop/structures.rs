//! The structures: a table to search, sort and filter, and a form for each.

use leptos::prelude::*;

use super::bridge::today;
use super::desk::Desk;
use super::field::At;
use super::form::form;
use super::words::{fill, say};
use crate::directory::phone_label;
use crate::revision::choices::{columns, rows};
use crate::revision::ledger::{FILE, LIST, Line, Order, Wanted, lines};
use crate::revision::{Place, Shape, Spot, add_structure, place, remove_structure};

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

/// What narrows the table.
#[component]
fn Filters(
    /// What is wanted.
    wanted: RwSignal<Wanted>,
    /// How it is sorted.
    order: RwSignal<Order>,
) -> impl IntoView {
    let desk = Desk::here();
    let year = today().get(..4).and_then(|year| year.parse::<u32>().ok()).unwrap_or_default();
    let before = format!("{}{}", year.saturating_sub(1), &today()[4..]);
    let options = |all: Vec<(String, String)>| {
        all.into_iter().map(|(id, name)| view! { <option value=id>{name}</option> }).collect_view()
    };
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
        let find = |all: &[(String, String)], id: &str| {
            all.iter()
                .find(|(known, _)| known == id)
                .map_or(id.to_owned(), |(_, name)| name.clone())
        };
        line.roles
            .iter()
            .map(|(row, column)| format!("{} ({})", find(&rows, row), find(&columns, column)))
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

/// What a structure is listed for, and where; it is listed further.
#[component]
fn Roles(
    /// The id of the structure.
    id: Memo<String>,
) -> impl IntoView {
    let desk = Desk::here();
    let mine = Memo::new(move |_| {
        let all = desk.draft.with(|draft| lines(draft, &Wanted::default(), Order::Data));
        all.into_iter().find(|line| line.id == id.get()).map(|line| line.roles).unwrap_or_default()
    });
    let (row, column) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let named = move |(row, column): (String, String)| {
        let of = Place { row: row.clone(), column: column.clone() };
        let (name, place) = desk.draft.with(|draft| {
            let find = |all: Vec<(String, String)>, id: &str| {
                all.into_iter()
                    .find(|(known, _)| known == id)
                    .map_or(id.to_owned(), |(_, name)| name)
            };
            (find(rows(draft), &row), find(columns(draft), &column))
        });
        view! { <li><button type="button" class="lien" on:click=move |_| {
            let pointer = desk.draft.with_untracked(|draft| of.pointer(draft));
            if let Some(at) = pointer {
                desk.go(Spot { file: "table.json".to_owned(), at });
            }
        }>{format!("{name}, {place}")}</button></li> }
    };
    let options = |all: Vec<(String, String)>| {
        all.into_iter().map(|(id, name)| view! { <option value=id>{name}</option> }).collect_view()
    };
    view! {
        <section aria-labelledby="roles">
            <h3 id="roles">{say("structures.roles-of")}</h3>
            <ul>{move || mine.get().into_iter().map(named).collect_view()}</ul>
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
