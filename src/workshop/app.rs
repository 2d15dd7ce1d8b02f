//! The workshop as a whole: what it holds together.

use leptos::prelude::*;
use wasm_bindgen::JsValue;

use super::beside::{Beside, BesidePane};
use super::bridge::{focus_on, forever, on_drop, on_keys};
use super::changes::Changes;
use super::desk::Desk;
use super::faults::{FaultList, State};
use super::field::{At, options};
use super::flow::Flow;
use super::form::form;
use super::grid::Grid;
use super::publish::Publish;
use super::raw::Raw;
use super::sentences::Sentences;
use super::structures::Structures;
use super::verify::Verify;
use super::view::View;
use super::welcome::{Welcome, bring};
use super::words::{label, say};
use crate::revision::{Shape, choices};

/// The views, in the order of the work, with their names.
const VIEWS: [(View, &str); 16] = [
    (View::Welcome, "nav.welcome"),
    (View::Structures, "nav.structures"),
    (View::Grid, "nav.grid"),
    (View::Form("elsewhere.json"), "nav.elsewhere"),
    (View::Form("communes.json"), "nav.communes"),
    (View::Form("filiere.json"), "nav.filiere"),
    (View::Form("sources.json"), "nav.sources"),
    (View::Sentences, "nav.sentences"),
    (View::Flow, "nav.flow"),
    (View::Form("gradation.json"), "nav.gradation"),
    (View::Form("lexicon.json"), "nav.lexicon"),
    (View::Raw, "nav.raw"),
    (View::Faults, "nav.faults"),
    (View::Changes, "nav.changes"),
    (View::Verify, "nav.verify"),
    (View::Publish, "nav.publish"),
];

/// The workshop.
#[component]
pub fn App() -> impl IntoView {
    let (desk, beside) = (Desk::new(), Beside::new());
    provide_context(desk);
    provide_context(beside);
    on_drop(&forever(move |list: JsValue| bring(desk, list)));
    on_keys(&forever(move |key: JsValue| match key.as_string().as_deref() {
        Some("z") => desk.undo(),
        Some("y") => desk.redo(),
        _ => desk.keep(),
    }));
    view! {
        <header>
            <a class="saut" href="#titre">{say("app.skip")}</a>
            <p class="nom">{say("app.name")}</p>
            <Show when=move || desk.is_open()>
                <State />
                <Tools />
            </Show>
        </header>
        <p class="message" role="status">{move || desk.notice.get()}</p>
        <Overtaken />
        <div class="plan" class:avec=move || desk.is_open() && beside.shown.get()>
            <Navigation />
            <main><Main /></main>
            <Show when=move || desk.is_open() && beside.shown.get()><BesidePane /></Show>
        </div>
        <Sources />
    }
}

/// Undo, redo, the widget beside.
#[component]
fn Tools() -> impl IntoView {
    let (desk, beside) = (Desk::here(), expect_context::<Beside>());
    let (done, undone) = (
        move || desk.draft.with(|draft| draft.done().is_empty()),
        move || desk.draft.with(|draft| draft.undone().is_empty()),
    );
    view! {
        <div class="outils" role="group" aria-label=say("app.tools")>
            <button type="button" id="annuler" disabled=done on:click=move |_| desk.undo()>{say("app.undo")}</button>
            <button type="button" id="refaire" disabled=undone on:click=move |_| desk.redo()>{say("app.redo")}</button>
            <button type="button" aria-pressed=move || beside.shown.get().to_string()
                on:click=move |_| beside.shown.update(|shown| *shown = !*shown)>{say("app.beside")}</button>
        </div>
    }
}

/// Another tab has written the draft.
#[component]
fn Overtaken() -> impl IntoView {
    let desk = Desk::here();
    view! {
        <div class="ouverte" role="alert" hidden=move || !desk.overtaken.get()>
            <Show when=move || desk.overtaken.get()>
                <p>{say("app.overtaken")}</p>
                <p><button type="button" on:click=move |_| {
                    leptos::task::spawn_local(async move {
                        let found = super::bridge::load_draft().await.unwrap_or_default();
                        let number = js_sys::Array::from(&found).get(0).as_f64();
                        desk.seen.set(number.unwrap_or_default());
                        desk.overtaken.set(false);
                        desk.keep();
                    });
                }>{say("app.keep-mine")}</button>
                " "<button type="button" on:click=move |_| {
                    desk.overtaken.set(false);
                    desk.view.set(View::Welcome);
                    desk.draft.set(crate::revision::Draft::default());
                }>{say("app.take-other")}</button></p>
            </Show>
        </div>
    }
}

/// Where one goes.
#[component]
fn Navigation() -> impl IntoView {
    let desk = Desk::here();
    let button = move |(view, key): (View, &'static str)| {
        let current = move || if desk.view.get() == view { Some("page") } else { None };
        let closed = move || view != View::Welcome && !desk.is_open();
        view! {
            <li><button type="button" aria-current=current disabled=closed on:click=move |_| {
                desk.spot.set(None);
                desk.view.set(view);
                focus_on("titre");
            }>{say(key)}</button></li>
        }
    };
    view! { <nav aria-label=say("app.navigation")><ul>{VIEWS.map(button).into_iter().collect_view()}</ul></nav> }
}

/// What is shown in the middle.
#[component]
fn Main() -> impl IntoView {
    let desk = Desk::here();
    move || match desk.view.get() {
        View::Welcome => view! { <Welcome /> }.into_any(),
        View::Structures => view! { <Structures /> }.into_any(),
        View::Grid => view! { <Grid /> }.into_any(),
        View::Form(file) => view! { <File file /> }.into_any(),
        View::Sentences => view! { <Sentences /> }.into_any(),
        View::Flow => view! { <Flow /> }.into_any(),
        View::Raw => view! { <Raw /> }.into_any(),
        View::Faults => view! { <FaultList /> }.into_any(),
        View::Changes => view! { <Changes /> }.into_any(),
        View::Verify => view! { <Verify /> }.into_any(),
        View::Publish => view! { <Publish /> }.into_any(),
    }
}

/// A file as one form.
#[component]
fn File(
    /// Its name.
    file: &'static str,
) -> impl IntoView {
    let title = label(file.trim_end_matches(".json"));
    view! {
        <h1 id="titre" tabindex="-1">{title}</h1>
        {Shape::of_file(file).map(|shape| form(At::new(file, ""), shape, "-".to_owned()))}
    }
}

/// The sources, offered wherever one is written.
#[component]
fn Sources() -> impl IntoView {
    let desk = Desk::here();
    let all = move || options(desk.draft.with(choices::sources));
    view! { <datalist id="atelier-sources">{all}</datalist> }
}
