//! Opening: what is built in, what was kept, what somebody brings.

use js_sys::Array;
use leptos::prelude::*;
use wasm_bindgen::JsValue;

use super::bridge::{built_in, load_draft, pairs, read_files};
use super::desk::{Desk, field};
use super::view::View;
use super::words::{fill, say};
use crate::revision::{Draft, Folder, open};

/// The files that the page carries under an id: the dataset that this workshop was made
/// with, or the invented filière that one starts another from.
fn carried(id: &str) -> Folder {
    serde_json::from_str(&built_in(id)).unwrap_or_default()
}

/// Opens what somebody dropped or chose.
pub fn bring(desk: Desk, list: JsValue) {
    leptos::task::spawn_local(async move {
        let read = match read_files(&list).await {
            Ok(read) => pairs(&read),
            Err(_) => return desk.notice.set(say("welcome.unreadable").to_owned()),
        };
        match open(read) {
            Ok(opened) => {
                desk.notice
                    .set(if opened.published { say("welcome.published") } else { "" }.to_owned());
                desk.open(Draft::of(opened.folder), View::Structures);
            }
            Err(why) => desk.notice.set(why),
        }
    });
}

/// The draft kept in this browser.
#[derive(Clone, Debug)]
struct Kept {
    number: f64,
    draft: Draft,
    when: String,
}

async fn kept() -> Option<Kept> {
    let found = load_draft().await.ok().filter(|found| !found.is_null())?;
    let found = Array::from(&found);
    let draft = serde_json::from_str(&found.get(1).as_string()?).ok()?;
    Some(Kept { number: found.get(0).as_f64()?, draft, when: found.get(2).as_string()? })
}

/// The view.
#[component]
pub fn Welcome() -> impl IntoView {
    let desk = Desk::here();
    let found = LocalResource::new(kept);
    let choose = move |event: web_sys::Event| {
        let target: web_sys::HtmlInputElement = event_target(&event);
        bring(desk, field(target.as_ref(), "files"));
    };
    let resumed = move |kept: Kept| {
        let steps = kept.draft.done().len().to_string();
        let told = fill("welcome.kept", &[("when", &kept.when), ("count", &steps)]);
        let kept = StoredValue::new_local(kept);
        view! {
            <section class="ouverte" aria-labelledby="reprendre"><h2 id="reprendre">{say("welcome.resume-title")}</h2>
                <p>{told}</p>
                <p><button type="button" id="reprendre-brouillon" on:click=move |_| {
                    let Kept { number, draft, .. } = kept.get_value();
                    desk.seen.set(number);
                    desk.open(draft, View::Structures);
                }>{say("welcome.resume")}</button></p>
            </section>
        }
    };
    // A field for a whole folder; where a browser knows of none, it takes files.
    let folder = NodeRef::<leptos::html::Input>::new();
    Effect::new(move |_| folder.get().map(|input| input.set_attribute("webkitdirectory", "")));
    let start = move |id: &'static str| {
        leptos::task::spawn_local(async move {
            // What was kept before is written over only by whoever has seen it.
            desk.seen.set(kept().await.map_or(0.0, |kept| kept.number));
            desk.open(Draft::of(carried(id)), View::Structures);
        });
    };
    view! {
        <h1 id="titre" tabindex="-1">{say("welcome.title")}</h1>
        <p>{say("welcome.intro")}</p>
        <Suspense fallback=move || view! { <p>{say("welcome.looking")}</p> }>
            {move || Suspend::new(async move { found.await.map(resumed) })}
        </Suspense>
        <section aria-labelledby="ouvrir"><h2 id="ouvrir">{say("welcome.open-title")}</h2>
            <p><button type="button" id="ouvrir-integre" on:click=move |_| start("atelier-donnees")>{say("welcome.own")}</button>
            " "<button type="button" id="ouvrir-modele" on:click=move |_| start("atelier-modele")>{say("welcome.model")}</button></p>
            <div class="champ"><label for="apporter">{say("welcome.bring")}</label>
                <input id="apporter" type="file" multiple=true accept=".zip,.js,.html,.json" on:change=choose /></div>
            <div class="champ"><label for="apporter-dossier">{say("welcome.folder")}</label>
                <input id="apporter-dossier" type="file" node_ref=folder on:change=choose /></div>
            <p class="aide">{say("welcome.drop")}</p>
        </section>
        <Tour />
    }
}

/// The first visit, in five steps.
#[component]
fn Tour() -> impl IntoView {
    let steps = ["tour.1", "tour.2", "tour.3", "tour.4", "tour.5"];
    view! {
        <section aria-labelledby="visite"><h2 id="visite">{say("tour.title")}</h2>
            <ol class="visite">{steps.map(|key| view! { <li>{say(key)}</li> }).into_iter().collect_view()}</ol>
        </section>
    }
}
