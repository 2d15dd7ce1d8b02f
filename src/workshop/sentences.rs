//! The sentences: side by side in every voice, with where each is read, how long and how
//! plain it is.

use leptos::prelude::*;
use serde_json::Value;

use super::desk::Desk;
use super::field::At;
use super::form::form;
use super::words::{fill, label, say};
use crate::directory::fold;
use crate::revision::{Shape, placeholders, plainness};

const FOLDER: &str = "texts/fr/";
/// How many are shown at a time: a page of thousands of fields answers nobody.
const PAGE: usize = 30;

/// The view.
#[component]
pub fn Sentences() -> impl IntoView {
    let desk = Desk::here();
    let (words, file) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let page = RwSignal::new(0_usize);
    // A sentence that was asked for is shown first.
    let asked = move || desk.spot.get().filter(|spot| spot.file.starts_with(FOLDER));
    let found = Memo::new(move |_| {
        let key = asked().map(|spot| {
            (spot.file.clone(), spot.at.split('/').nth(1).unwrap_or_default().to_owned())
        });
        desk.draft.with(|draft| {
            let files = draft.names().filter(|name| name.starts_with(FOLDER));
            let wanted = fold(&words.get());
            let mut all = Vec::new();
            for name in files.filter(|name| file.with(|file| file.is_empty() || name == file)) {
                for (key, text) in
                    draft.value(name, "").and_then(Value::as_object).into_iter().flatten()
                {
                    if wanted.is_empty() || fold(&format!("{key} {text}")).contains(&wanted) {
                        all.push((name.to_owned(), key.replace('~', "~0").replace('/', "~1")));
                    }
                }
            }
            if let Some(key) = key.filter(|key| all.contains(key)) {
                all = vec![key];
            }
            all
        })
    });
    let shown = move || {
        found.with(|all| all.iter().skip(page.get() * PAGE).take(PAGE).cloned().collect::<Vec<_>>())
    };
    let files = desk.draft.with_untracked(|draft| {
        draft.names().filter(|n| n.starts_with(FOLDER)).map(str::to_owned).collect::<Vec<_>>()
    });
    let options = files.into_iter().map(|name| {
        let called = screen_of(&name);
        view! { <option value=name>{called}</option> }
    });
    let at_end = move || page.get() >= found.with(Vec::len).saturating_sub(1) / PAGE;
    let last = move || found.with(Vec::len).saturating_sub(1) / PAGE;
    view! {
        <h1 id="titre" tabindex="-1">{say("sentences.title")}</h1>
        <p>{say("sentences.intro")}</p>
        <div class="filtres" role="search">
            <div class="champ">
                <label for="phrase-cherche">{say("sentences.search")}</label>
                <input id="phrase-cherche" type="search" on:input:target=move |event| {
                    desk.spot.set(None);
                    page.set(0);
                    words.set(event.target().value());
                } />
            </div>
            <div class="champ">
                <label for="phrase-ecran">{say("sentences.screen")}</label>
                <select id="phrase-ecran" on:change:target=move |event| {
                    desk.spot.set(None);
                    page.set(0);
                    file.set(event.target().value());
                }><option value="">{say("sentences.every-screen")}</option>{options.collect_view()}</select>
            </div>
        </div>
        <p role="status">{move || fill("sentences.count", &[("count", &found.with(Vec::len).to_string())])}</p>
        <For each=shown key=Clone::clone children=move |(file, key)| view! { <Sentence file key /> } />
        <nav class="pages" aria-label=say("sentences.pages") hidden=move || last() == 0>
            <button type="button" disabled=move || page.get() == 0 on:click=move |_| page.update(|page| *page -= 1)>{say("sentences.before")}</button>
            <span>{move || fill("sentences.page", &[("page", &(page.get() + 1).to_string()), ("pages", &(last() + 1).to_string())])}</span>
            <button type="button" disabled=at_end on:click=move |_| page.update(|page| *page += 1)>{say("sentences.after")}</button>
        </nav>
    }
}

/// Where the sentences of a file are read.
fn screen_of(file: &str) -> String {
    label(file.trim_start_matches(FOLDER).trim_end_matches(".json"))
}

/// One sentence in every voice.
#[component]
fn Sentence(
    /// Its file.
    file: String,
    /// Its key, escaped as in a pointer.
    key: String,
) -> impl IntoView {
    let desk = Desk::here();
    let at = At::new(&file, format!("/{key}"));
    let shape = desk
        .draft
        .with_untracked(|draft| Shape::of_file(&file)?.at(draft.value(&file, "")?, &at.pointer));
    let place = at.clone();
    let measures = Memo::new(move |_| {
        let text = place.value(desk).unwrap_or(Value::Null);
        let voices: Vec<(String, String)> = match &text {
            Value::String(text) => vec![(String::new(), text.clone())],
            Value::Object(all) => all
                .iter()
                .filter_map(|(voice, text)| Some((label(voice), text.as_str()?.to_owned())))
                .collect(),
            _ => Vec::new(),
        };
        voices
    });
    let opened = at.clone();
    let before = desk.draft.with_untracked(|draft| {
        let was = draft.opened().get(&opened.file)?;
        serde_json::from_str::<Value>(was).ok()?.pointer(&opened.pointer).cloned()
    });
    let wanted = before.as_ref().map(|text| placeholders(&text.to_string())).unwrap_or_default();
    let line = move |(voice, text): (String, String)| {
        let (letters, plain) = (text.chars().count().to_string(), plainness(&text));
        let lost: Vec<String> =
            wanted.iter().filter(|name| !text.contains(*name)).cloned().collect();
        let told = if voice.is_empty() { String::new() } else { format!("{voice} : ") };
        let plain = plain.map_or(String::new(), |plain| {
            fill("sentences.plain", &[("score", &format!("{plain:.0}"))])
        });
        let lost = (!lost.is_empty()).then(|| view! { <strong class="faute">{fill("sentences.lost", &[("names", &lost.join(", "))])}</strong> });
        view! { <li>{told}{fill("sentences.letters", &[("count", &letters)])}{plain}" "{lost}</li> }
    };
    let called = key.replace("~1", "/").replace("~0", "~");
    view! {
        <article class="phrase">
            <h2>{screen_of(&file)} " : " <code>{called}</code></h2>
            {shape.map(|shape| form(at, shape, say("sentences.text").to_owned()))}
            <ul class="mesures">{move || measures.get().into_iter().map(line.clone()).collect_view()}</ul>
        </article>
    }
}
