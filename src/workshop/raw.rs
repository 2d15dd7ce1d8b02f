//! A file as text: what no form covers stays within reach.

use leptos::prelude::*;

use super::desk::Desk;
use super::words::{fill, say};

/// The view.
#[component]
pub fn Raw() -> impl IntoView {
    let desk = Desk::here();
    let names = desk.draft.with_untracked(|draft| {
        draft
            .names()
            .filter(|name| !name.starts_with("schemas/"))
            .map(str::to_owned)
            .collect::<Vec<_>>()
    });
    let asked = desk.spot.with_untracked(|spot| spot.as_ref().map(|spot| spot.file.clone()));
    let first = asked.filter(|name| names.contains(name)).or_else(|| names.first().cloned());
    let file = RwSignal::new(first.unwrap_or_default());
    let written = RwSignal::new(String::new());
    Effect::new(move |_| {
        let name = file.get();
        written.set(desk.draft.with(|draft| draft.text(&name)));
    });
    let options = names.into_iter().map(|name| {
        let chosen = {
            let name = name.clone();
            move || file.get() == name
        };
        view! { <option value=name.clone() selected=chosen>{name.clone()}</option> }
    });
    let take = move |_| {
        let (name, text) = (file.get_untracked(), written.get_untracked());
        let title = fill("raw.step", &[("file", &name)]);
        desk.act(|draft| draft.set_text(&title, &name, text));
    };
    let faults = move || {
        let name = file.get();
        let found: Vec<String> = desk.problems.with(|all| {
            let mine = all.iter().filter(|one| one.file == name);
            mine.map(|one| format!("{} : {}, {}", one.pointer, one.what, one.fix)).collect()
        });
        found.into_iter().map(|one| view! { <li>{one}</li> }).collect_view()
    };
    view! {
        <h1 id="titre" tabindex="-1">{say("raw.title")}</h1>
        <p>{say("raw.intro")}</p>
        <div class="champ">
            <label for="fichier">{say("raw.file")}</label>
            <select id="fichier" on:change:target=move |event| file.set(event.target().value())>{options.collect_view()}</select>
        </div>
        <div class="champ">
            <label for="texte">{say("raw.text")}</label>
            <textarea id="texte" class="brut" rows="24" spellcheck="false" prop:value=written
                on:input:target=move |event| written.set(event.target().value())></textarea>
        </div>
        <p><button type="button" on:click=take>{say("raw.take")}</button></p>
        <ul class="faute">{faults}</ul>
    }
}
