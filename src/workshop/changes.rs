//! What the draft changes for people, and the situations to sign.

use leptos::prelude::*;
use serde::Deserialize;
use wasm_bindgen::JsValue;

use super::bridge::{ask, download, pairs, read_files};
use super::desk::{Desk, Proof, field, text};
use super::field::capital;
use super::words::{fill, say};
use crate::revision::situations::{Departure, accept, count, departures};
use crate::revision::{Draft, Folder, open};

/// What the comparison says, as the command line's `diff --json` writes it.
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
struct Told {
    situations: usize,
    changed: usize,
    together: usize,
    causes: Vec<Cause>,
}

#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
struct Cause {
    title: String,
    details: Vec<String>,
    situations: usize,
    example: Option<Example>,
}

#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
struct Example {
    situation: String,
    differences: Vec<String>,
}

/// The view.
#[component]
pub fn Changes() -> impl IntoView {
    let desk = Desk::here();
    let against = RwSignal::new(None::<(String, Folder)>);
    let asked = RwSignal::new(0_u32);
    let found = LocalResource::new(move || {
        let turn = asked.get();
        let before = against.get_untracked().map(|(_, folder)| folder);
        let before =
            before.unwrap_or_else(|| desk.draft.with_untracked(|draft| draft.opened().clone()));
        async move {
            if turn == 0 {
                return None;
            }
            let before = serde_json::to_string(&before).unwrap_or_default();
            Some(ask("compare", &desk.files(), &before).await)
        }
    });
    let choose = move |event: web_sys::Event| {
        let target: web_sys::HtmlInputElement = event_target(&event);
        leptos::task::spawn_local(async move {
            let list = field(target.as_ref(), "files");
            let Ok(read) = read_files(&list).await else { return };
            match open(pairs(&read)) {
                Ok(opened) => against.set(Some((target.value(), opened.folder))),
                Err(why) => desk.notice.set(why),
            }
        });
    };
    let sound = move || desk.proof.get() == Proof::Done && desk.problems.with(|all| all.is_empty());
    view! {
        <h1 id="titre" tabindex="-1">{say("changes.title")}</h1>
        <p>{say("changes.intro")}</p>
        <Steps />
        <div class="champ">
            <label for="autre">{say("changes.against")}</label>
            <input id="autre" type="file" on:change=choose />
        </div>
        <p><button type="button" id="comparer" disabled=move || !sound() on:click=move |_| asked.update(|turn| *turn += 1)>
            {say("changes.compare")}</button>
            <span hidden=sound>{say("changes.not-sound")}</span></p>
        <Suspense fallback=move || view! { <p role="status">{say("changes.comparing")}</p> }>
            {move || Suspend::new(async move {
                found.await.map(|answer| match answer {
                    Ok(answer) => view! { <Report answer /> }.into_any(),
                    Err(why) => view! { <p class="faute">{text(&why)}</p> }.into_any(),
                })
            })}
        </Suspense>
        <Situations />
    }
}

/// The steps done, in words.
#[component]
fn Steps() -> impl IntoView {
    let desk = Desk::here();
    let titles = move || {
        desk.draft
            .with(|draft| draft.done().iter().map(|step| step.title.clone()).collect::<Vec<_>>())
    };
    view! {
        <details>
            <summary>{move || fill("changes.steps", &[("count", &titles().len().to_string())])}</summary>
            <ol>{move || titles().into_iter().map(|title| view! { <li>{title}</li> }).collect_view()}</ol>
        </details>
    }
}

/// What a comparison found.
#[component]
fn Report(
    /// The answer of another thread.
    answer: JsValue,
) -> impl IntoView {
    let json = field(&answer, "json").as_string().unwrap_or_default();
    let told: Told = serde_json::from_str(&json).unwrap_or_default();
    let page = field(&answer, "html");
    let page = StoredValue::new_local(page);
    let line = |cause: Cause| {
        let example = cause.example.map(|example| {
            let all = example.differences.into_iter().map(|one| view! { <li>{one}</li> }).collect_view();
            view! { <p><em>{say("changes.example")}</em> " : " {example.situation}</p><ul>{all}</ul> }
        });
        let details = cause.details.into_iter().map(|one| view! { <li>{one}</li> }).collect_view();
        let count = fill("changes.situations", &[("count", &cause.situations.to_string())]);
        view! { <article><h3>{cause.title}</h3><p><strong>{count}</strong></p><ul>{details}</ul>{example}</article> }
    };
    let (changed, all) = (told.changed.to_string(), told.situations.to_string());
    let together = (told.together > 0)
        .then(|| fill("changes.together", &[("count", &told.together.to_string())]));
    view! {
        <section id="rapport" data-changed=changed.clone() aria-labelledby="rapport-titre">
            <h2 id="rapport-titre">{say("changes.report")}</h2>
            <p role="status">{fill("changes.count", &[("changed", &changed), ("all", &all)])}</p>
            {told.causes.into_iter().map(line).collect_view()}
            <p>{together}</p>
            <p><button type="button" on:click=move |_| download("rapport.html", &page.get_value(), "text/html")>
                {say("changes.save-report")}</button></p>
        </section>
    }
}

/// The situations to sign that the draft departs from.
#[component]
fn Situations() -> impl IntoView {
    let desk = Desk::here();
    let asked = RwSignal::new(false);
    let found = Memo::new(move |_| {
        let revised = desk.revised.get();
        let data = revised.dataset.as_ref().filter(|_| asked.get())?;
        Some(desk.draft.with(|draft| (departures(draft, data), count(draft))))
    });
    let line = move |one: Departure| {
        let differences =
            one.differences.iter().map(|one| view! { <li>{capital(one)}</li> }).collect_view();
        let (title, told) = (one.title.clone(), fill("situations.accepted", &[("name", &one.id)]));
        view! {
            <article>
                <h3>{title}</h3>
                <ul>{differences}</ul>
                <button type="button" on:click=move |_| {
                    let revised = desk.revised.get_untracked();
                    if let Some(data) = revised.dataset.as_ref() {
                        desk.act(|draft: &mut Draft| accept(draft, &told, data, &one));
                    }
                }>{say("situations.accept")}</button>
            </article>
        }
    };
    view! {
        <section aria-labelledby="situations">
            <h2 id="situations">{say("situations.title")}</h2>
            <p>{say("situations.intro")}</p>
            <p><button type="button" on:click=move |_| asked.set(true)>{say("situations.look")}</button></p>
            {move || found.get().map(|(all, count)| {
                let told = fill("situations.count", &[("wrong", &all.len().to_string()), ("count", &count.to_string())]);
                view! { <p role="status">{told}</p>{all.into_iter().map(line).collect_view()} }
            })}
        </section>
    }
}
