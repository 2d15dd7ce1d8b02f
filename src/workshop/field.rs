//! One value of a file, as the field of a form: its label, what it may be, what is wrong.

use leptos::prelude::*;
use serde_json::{Value, json};

use super::desk::Desk;
use super::view::id_of;
use super::words::{help, label, meaning};
use crate::revision::Kind;
use crate::revision::choices::{Choice, choices};

/// A place of a file that a form shows.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct At {
    /// The file.
    pub file: String,
    /// JSON pointer of the value.
    pub pointer: String,
}

impl At {
    /// A place.
    pub fn new(file: &str, pointer: impl Into<String>) -> Self {
        Self { file: file.to_owned(), pointer: pointer.into() }
    }

    /// A place inside this one.
    pub fn to(&self, step: impl ToString) -> Self {
        let step = step.to_string().replace('~', "~0").replace('/', "~1");
        Self { file: self.file.clone(), pointer: format!("{}/{step}", self.pointer) }
    }

    /// The name of its field: the last step that is no number.
    pub fn name(&self) -> String {
        let steps = self.pointer.split('/').rev();
        let mut named = steps.filter(|step| step.parse::<usize>().is_err());
        named.next().unwrap_or_default().replace("~1", "/").replace("~0", "~")
    }

    /// The id of its field.
    pub fn id(&self) -> String {
        id_of(&self.file, &self.pointer)
    }

    /// What stands there.
    pub fn value(&self, desk: Desk) -> Option<Value> {
        desk.draft.with(|draft| draft.value(&self.file, &self.pointer).cloned())
    }
}

/// What is chosen from, by id and name.
pub fn options(all: Vec<Choice>) -> AnyView {
    let option = |(id, name)| view! { <option value=id>{name}</option> };
    all.into_iter().map(option).collect_view().into_any()
}

/// What is wrong at a place itself, a sentence each.
pub fn faults_at(desk: Desk, at: &At) -> Vec<String> {
    desk.problems.with(|all| {
        let mine = all.iter().filter(|one| one.file == at.file && one.pointer == at.pointer);
        mine.map(|one| format!("{} : {}.", capital(&one.what), one.fix)).collect()
    })
}

/// A sentence begins with a capital.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

/// What is wrong, under a field or a group.
#[component]
pub fn Faults(
    /// The place.
    at: At,
) -> impl IntoView {
    let desk = Desk::here();
    let id = format!("{}-faute", at.id());
    let found = Memo::new(move |_| faults_at(desk, &at));
    view! {
        <div id=id class="faute" hidden=move || found.with(Vec::is_empty)>
            {move || found.get().into_iter().map(|one| view! { <p>{one}</p> }).collect_view()}
        </div>
    }
}

/// A value that is written or chosen.
#[component]
pub fn Leaf(
    /// The place.
    at: At,
    /// What it may be.
    kind: Kind,
    /// Its label; without one, that of its field.
    #[prop(optional, into)]
    named: String,
) -> impl IntoView {
    let name = at.name();
    let title = if named.is_empty() { label(&name) } else { named };
    let hint =
        help(&name).map(|hint| view! { <p class="aide" id=format!("{}-aide", at.id())>{hint}</p> });
    let input = match kind {
        Kind::Flag => flag(&at, &title),
        Kind::Number => number(&at, &title),
        Kind::Choice(words) => {
            let pairs = words.iter().map(|word| (word.clone(), meaning(&name, word)));
            select(&at, &title, pairs.collect())
        }
        _ => text(&at, &title),
    };
    view! {
        <div class="champ">
            <label for=at.id()>{title}</label>
            {input}
            {hint}
            <Faults at />
        </div>
    }
}

/// What a screen reader says of a field beside its label.
fn described(at: &At) -> String {
    let id = at.id();
    let hint = help(&at.name()).map_or(String::new(), |_| format!("{id}-aide "));
    format!("{hint}{id}-faute")
}

fn invalid(at: &At) -> impl Fn() -> &'static str + Clone + use<> {
    let (desk, at) = (Desk::here(), at.clone());
    move || if faults_at(desk, &at).is_empty() { "false" } else { "true" }
}

fn shown(at: &At) -> impl Fn() -> String + Clone + use<> {
    let (desk, at) = (Desk::here(), at.clone());
    move || match at.value(desk) {
        Some(Value::String(text)) => text,
        Some(Value::Null) | None => String::new(),
        Some(other) => other.to_string(),
    }
}

fn text(at: &At, title: &str) -> AnyView {
    let desk = Desk::here();
    if let Some(all) = desk.draft.with_untracked(|draft| choices(draft, &at.file, &at.pointer)) {
        return select(at, title, all);
    }
    let long = shown(at)().chars().count() > 60 || at.file.starts_with("texts/");
    let typing = RwSignal::new(false);
    let (place, title) = (at.clone(), title.to_owned());
    let write = move |now: String| {
        let At { file, pointer } = &place;
        let on = typing.get_untracked();
        typing.set(true);
        desk.act(|draft| {
            if on {
                draft.retype(&title, file, pointer, json!(now))
            } else {
                draft.set(&title, file, pointer, Some(json!(now)))
            }
        });
    };
    let list = matches!(at.name().as_str(), "source" | "sources").then_some("atelier-sources");
    if long {
        view! {
            <textarea id=at.id() rows="3" prop:value=shown(at) aria-describedby=described(at)
                aria-invalid=invalid(at) on:input:target=move |event| write(event.target().value())
                on:blur=move |_| typing.set(false)></textarea>
        }
        .into_any()
    } else {
        view! {
            <input id=at.id() type="text" list=list prop:value=shown(at) aria-describedby=described(at)
                aria-invalid=invalid(at) on:input:target=move |event| write(event.target().value())
                on:blur=move |_| typing.set(false) />
        }
        .into_any()
    }
}

fn number(at: &At, title: &str) -> AnyView {
    let desk = Desk::here();
    let (place, title) = (at.clone(), title.to_owned());
    let write = move |now: String| {
        // What is no number is kept as it was written: it is told, not lost.
        let value = serde_json::from_str::<serde_json::Number>(now.trim())
            .map_or(json!(now), Value::Number);
        desk.set(&title, &place.file, &place.pointer, Some(value));
    };
    view! {
        <input id=at.id() type="text" inputmode="decimal" prop:value=shown(at)
            aria-describedby=described(at) aria-invalid=invalid(at)
            on:change:target=move |event| write(event.target().value()) />
    }
    .into_any()
}

fn flag(at: &At, title: &str) -> AnyView {
    let desk = Desk::here();
    let (place, title) = (at.clone(), title.to_owned());
    let on = {
        let at = at.clone();
        move || at.value(desk) == Some(json!(true))
    };
    view! {
        <input id=at.id() type="checkbox" prop:checked=on aria-describedby=described(at)
            on:change:target=move |event| {
                desk.set(&title, &place.file, &place.pointer, Some(json!(event.target().checked())));
            } />
    }
    .into_any()
}

fn select(at: &At, title: &str, all: Vec<(String, String)>) -> AnyView {
    let desk = Desk::here();
    let (place, title) = (at.clone(), title.to_owned());
    let now = Memo::new({
        let value = shown(at);
        move |_| value()
    });
    let known: Vec<String> = all.iter().map(|(id, _)| id.clone()).collect();
    // What stands there and is none of the choices stays, and is told.
    let stray = move || {
        let now = now.get();
        (!known.contains(&now))
            .then(|| view! { <option value=now.clone() selected=true>{now.clone()}</option> })
    };
    let option = move |(id, name): (String, String)| {
        let chosen = {
            let id = id.clone();
            move || now.get() == id
        };
        view! { <option value=id selected=chosen>{name}</option> }
    };
    view! {
        <select id=at.id() aria-describedby=described(at) aria-invalid=invalid(at)
            on:change:target=move |event| {
                let value = json!(event.target().value());
                desk.set(&title, &place.file, &place.pointer, Some(value));
            }>
            {stray}
            {all.into_iter().map(option).collect_view()}
        </select>
    }
    .into_any()
}
