//! What is saved and published.

use js_sys::Uint8Array;
use leptos::prelude::*;
use wasm_bindgen::JsValue;

use super::bridge::{ask, built_in, download, erase_draft, today};
use super::desk::{Desk, Proof, field, text};
use super::words::{fill, say};
use crate::revision::{Draft, pack};

/// The names of what is given out.
const SCRIPT: &str = "orientation-palliative.min.js";
const PAGE: &str = "orientation-palliative.html";

/// What was made to publish.
#[derive(Clone)]
struct Made {
    script: JsValue,
    page: JsValue,
    integrity: String,
}

/// The view.
#[component]
pub fn Publish() -> impl IntoView {
    let desk = Desk::here();
    let made = RwSignal::new_local(None::<Made>);
    let working = RwSignal::new(false);
    let why = RwSignal::new(String::new());
    // What was made is of the draft as it was.
    Effect::new(move |_| {
        desk.draft.track();
        made.set(None);
    });
    let sound = move || desk.proof.get() == Proof::Done && desk.problems.with(|all| all.is_empty());
    let make = move |_| {
        working.set(true);
        why.set(String::new());
        leptos::task::spawn_local(async move {
            match ask("publish", &desk.files(), &built_in("atelier-widget")).await {
                Ok(answer) => made.set(Some(Made {
                    script: field(&answer, "script"),
                    page: field(&answer, "page"),
                    integrity: field(&answer, "integrity").as_string().unwrap_or_default(),
                })),
                Err(error) => why.set(text(&error)),
            }
            working.set(false);
        });
    };
    let save = move |_| match desk.draft.with_untracked(|draft| pack(&draft.folder())) {
        Ok(bytes) => {
            let name = format!("filiere-{}.zip", today());
            download(&name, &Uint8Array::from(bytes.as_slice()), "application/zip");
        }
        Err(error) => desk.notice.set(error),
    };
    view! {
        <h1 id="titre" tabindex="-1">{say("publish.title")}</h1>
        <section aria-labelledby="enregistrer"><h2 id="enregistrer">{say("publish.save-title")}</h2>
            <p>{say("publish.save-intro")}</p>
            <p><button type="button" id="sauver-zip" on:click=save>{say("publish.save")}</button></p>
            <Kept />
        </section>
        <section aria-labelledby="publier"><h2 id="publier">{say("publish.publish-title")}</h2>
            <p>{say("publish.publish-intro")}</p>
            <p><button type="button" id="fabriquer" disabled=move || !sound() || working.get() on:click=make>{say("publish.make")}</button></p>
            <p role="status">{move || match (working.get(), sound()) {
                (true, _) => say("publish.working").to_owned(),
                (_, false) => say("publish.refused").to_owned(),
                _ => why.get(),
            }}</p>
            {move || made.get().map(|made| view! { <Given made /> })}
        </section>
    }
}

/// What is given out, and how it is put in place.
#[component]
fn Given(
    /// What was made.
    made: Made,
) -> impl IntoView {
    let tag = format!(
        "<script src=\"…/{SCRIPT}\" integrity=\"{}\" crossorigin=\"anonymous\" defer></script>",
        made.integrity
    );
    let Made { script, page, integrity } = made;
    let shown = integrity.clone();
    view! {
        <div id="fabrique" data-integrity=integrity>
            <p><button type="button" id="sauver-script" on:click=move |_| download(SCRIPT, &script, "text/javascript")>{say("publish.script")}</button>
            " "<button type="button" id="sauver-page" on:click=move |_| download(PAGE, &page, "text/html")>{say("publish.page")}</button></p>
            <div class="champ"><label for="integrite">{say("publish.integrity")}</label>
                <input id="integrite" type="text" readonly=true prop:value=shown /></div>
            <div class="champ"><label for="balise">{say("publish.tag")}</label>
                <textarea id="balise" rows="4" readonly=true prop:value=tag></textarea></div>
            <p>{say("publish.next")}</p>
        </div>
    }
}

/// What is kept in this browser.
#[component]
fn Kept() -> impl IntoView {
    let desk = Desk::here();
    let erased = RwSignal::new(false);
    let erase = move |_| {
        leptos::task::spawn_local(async move {
            if erase_draft().await.is_ok() {
                desk.seen.set(0.0);
                erased.set(true);
            }
        });
    };
    let steps = move || desk.draft.with(|draft: &Draft| draft.done().len().to_string());
    view! {
        <p>{move || fill("publish.kept", &[("count", &steps())])}</p>
        <p><button type="button" class="danger" on:click=erase>{say("publish.erase")}</button>
            " "<span role="status">{move || if erased.get() { say("publish.erased") } else { "" }}</span></p>
    }
}
