//! The flow and its rules: read as sentences, edited as forms.

use leptos::prelude::*;

use super::beside::Beside;
use super::desk::Desk;
use super::field::{At, capital};
use super::form::form;
use super::list::summary;
use super::words::say;
use crate::drawing::condition_in_words;
use crate::model::{Dataset, Offer, Rule, Voice, row_name};
use crate::revision::{Shape, Spot};

const FILE: &str = "flow.json";

/// The view.
#[component]
pub fn Flow() -> impl IntoView {
    let beside = expect_context::<Beside>();
    let shape = |list: &str| {
        let desk = Desk::here();
        desk.draft.with_untracked(|draft| Shape::of_file(FILE)?.at(draft.value(FILE, "")?, list))
    };
    let part = |list: &'static str, key: &'static str| {
        view! {
            <section><h2>{say(key)}</h2>
                {shape(list).map(|shape| form(At::new(FILE, list), shape, String::new()))}
            </section>
        }
    };
    view! {
        <h1 id="titre" tabindex="-1">{say("flow.title")}</h1>
        <p>{say("flow.intro")}</p>
        <p><button type="button" on:click=move |_| beside.drawing()>{say("flow.drawing")}</button></p>
        <Rules />
        {part("/questions", "flow.questions")}
        {part("/rules", "flow.rules")}
        {part("/voices", "flow.voices")}
        {part("/ends", "flow.ends")}
    }
}

/// Each rule in a sentence.
#[component]
fn Rules() -> impl IntoView {
    let desk = Desk::here();
    let open = RwSignal::new(false);
    let sentences = move || {
        let revised = desk.revised.get();
        let Some(data) = revised.dataset.as_ref() else {
            return view! { <p>{say("flow.unreadable")}</p> }.into_any();
        };
        let line = |(number, rule): (usize, &Rule)| {
            let when = condition_in_words(data, &rule.when);
            let when = if when.is_empty() { say("flow.always").to_owned() } else { when };
            let at = At::new(FILE, format!("/rules/{number}"));
            let names: Vec<String> = rule.offer.iter().map(|offer| offered(data, offer)).collect();
            let title = capital(&summary(desk, &at, number));
            view! {
                <li>
                    <button type="button" class="lien" on:click=move |_| {
                        desk.go(Spot { file: at.file.clone(), at: at.pointer.clone() });
                    }>{title}</button>
                    " — " {when} ". " <em>{names.join(" ; ")}</em>
                </li>
            }
        };
        let all = data.flow.rules.iter().enumerate().map(line).collect_view();
        view! { <ol class="regles">{all}</ol> }.into_any()
    };
    view! {
        <details on:toggle:target=move |event| open.set(event.target().open())>
            <summary>{say("flow.in-words")}</summary>
            {move || open.get().then(sentences)}
        </details>
    }
}

/// What a rule offers, by name.
fn offered(data: &Dataset, offer: &Offer) -> String {
    match offer {
        Offer::Row(row) => row_name(data, Voice::Professional, row),
        Offer::Structure(id) => data.structure_name(id).to_owned(),
        Offer::Elsewhere(kind) => kind.clone(),
    }
}
