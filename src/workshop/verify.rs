//! Contacts to verify: the sheet, the letters, the answers taken back.

use js_sys::Array;
use leptos::prelude::*;

use super::bridge::{download, pairs, read_files, today};
use super::desk::{Desk, field};
use super::register::Register;
use super::words::{fill, say};
use crate::review::{
    Change, Letter, apply, changes, csv_text, letters, lines, read, remarks, sources,
};
use crate::revision::take_over;

/// The view.
#[component]
pub fn Verify() -> impl IntoView {
    view! {
        <h1 id="titre" tabindex="-1">{say("verify.title")}</h1>
        <p>{say("verify.intro")}</p>
        <SheetOut />
        <SheetBack />
        <Letters />
        <Register />
    }
}

/// The sheet, to be filled in.
#[component]
fn SheetOut() -> impl IntoView {
    let desk = Desk::here();
    let save = move |_| {
        let revised = desk.revised.get_untracked();
        let Some(data) = revised.dataset.as_ref() else { return };
        let text = desk.draft.with_untracked(|draft| draft.text("structures.json"));
        let sheet = csv_text(&lines(data, &remarks(&text).unwrap_or_default()));
        match sheet {
            // Spreadsheets take what has no mark for another alphabet.
            Ok(sheet) => download(
                &format!("a-verifier-{}.csv", today()),
                &format!("\u{feff}{sheet}").into(),
                "text/csv",
            ),
            Err(error) => desk.notice.set(error.to_string()),
        }
    };
    view! {
        <section aria-labelledby="feuille"><h2 id="feuille">{say("verify.sheet")}</h2>
            <p>{say("verify.sheet-intro")}</p>
            <p><button type="button" id="sauver-feuille" on:click=save>{say("verify.save-sheet")}</button></p>
        </section>
    }
}

/// A sheet that comes back.
#[component]
fn SheetBack() -> impl IntoView {
    let desk = Desk::here();
    let found = RwSignal::new_local(Vec::<Change>::new());
    let refused = RwSignal::new(Vec::<String>::new());
    let choose = move |event: web_sys::Event| {
        let target: web_sys::HtmlInputElement = event_target(&event);
        leptos::task::spawn_local(async move {
            let Ok(files) = read_files(&field(target.as_ref(), "files")).await else { return };
            let revised = desk.revised.get_untracked();
            let (Some(data), Some((_, bytes))) = (revised.dataset.as_ref(), pairs(&files).pop())
            else {
                return;
            };
            let sheet = read(&bytes).map_err(|why| vec![why]);
            let all = sheet.and_then(|sheet| {
                changes(data, &sheet, &today())
                    .map_err(|all| all.iter().map(ToString::to_string).collect())
            });
            refused.set(all.as_ref().err().cloned().unwrap_or_default());
            found.set(all.unwrap_or_default());
        });
    };
    let take = move |_| {
        let revised = desk.revised.get_untracked();
        let Some(data) = revised.dataset.as_ref() else { return };
        let all = found.get_untracked();
        let title = fill("verify.taken", &[("count", &all.len().to_string())]);
        let (structures, sources) = (apply(&data.structures, &all), sources(data, &all));
        desk.act(|draft| take_over(draft, &title, &structures, &sources));
        found.set(Vec::new());
    };
    let line = |change: Change| view! { <li class="echange">{change.to_string()}</li> };
    view! {
        <section aria-labelledby="retour"><h2 id="retour">{say("verify.back")}</h2>
            <div class="champ"><label for="feuille-corrigee">{say("verify.bring")}</label>
                <input id="feuille-corrigee" type="file" accept=".csv" on:change=choose /></div>
            <ul class="faute">{move || refused.get().into_iter().map(|one| view! { <li>{one}</li> }).collect_view()}</ul>
            <Show when=move || found.with(|all| !all.is_empty())>
                <ul>{move || found.get().into_iter().map(line).collect_view()}</ul>
                <p><button type="button" on:click=take>{move || {
                    fill("verify.take", &[("count", &found.with(Vec::len).to_string())])
                }}</button></p>
            </Show>
        </section>
    }
}

/// The letters, one for each structure.
#[component]
fn Letters() -> impl IntoView {
    let desk = Desk::here();
    let asked = RwSignal::new(false);
    let all = Memo::new(move |_| {
        let revised = desk.revised.get();
        let data = revised.dataset.as_ref().filter(|_| asked.get());
        data.map(|data| {
            letters(data)
                .into_iter()
                .map(|letter| (data.structure_name(&letter.structure).to_owned(), letter))
                .collect::<Vec<_>>()
        })
        .unwrap_or_default()
    });
    let line = |(name, letter): (String, Letter)| {
        let Letter { body, mailto, whole, .. } = letter;
        let id = format!("lettre-{}", letter.structure);
        let cut = (!whole).then(|| view! { <p>{say("verify.letter-cut")}</p> });
        view! {
            <details>
                <summary>{name.clone()}</summary>
                <p><a href=mailto>{fill("verify.write", &[("name", &name)])}</a></p>
                {cut}
                <div class="champ"><label for=id.clone()>{fill("verify.letter", &[("name", &name)])}</label>
                    <textarea id=id rows="10" readonly=true prop:value=body></textarea></div>
            </details>
        }
    };
    view! {
        <section aria-labelledby="lettres"><h2 id="lettres">{say("verify.letters")}</h2>
            <p>{say("verify.letters-intro")}</p>
            <p><button type="button" on:click=move |_| asked.set(true)>{say("verify.show-letters")}</button></p>
            {move || all.get().into_iter().map(line).collect_view()}
        </section>
    }
}

/// The files of a field, as the scripts take them.
pub fn files_of(target: &web_sys::HtmlInputElement) -> Option<wasm_bindgen::JsValue> {
    let list = field(target.as_ref(), "files");
    (Array::from(&list).length() > 0).then_some(list)
}
