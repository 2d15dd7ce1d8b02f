//! What is wrong with the draft: a list, from which one goes to the field.

use leptos::prelude::*;

use super::desk::{Desk, Proof};
use super::field::capital;
use super::words::{fill, label, say};
use crate::check::Problem;
use crate::revision::Spot;

/// The state in one line, read out when it changes.
#[component]
pub fn State() -> impl IntoView {
    let desk = Desk::here();
    let said = Memo::new(move |_| {
        let count = desk.problems.with(|all| all.len());
        match (count, desk.proof.get()) {
            (1, _) => say("state.one-fault").to_owned(),
            (2.., _) => fill("state.faults", &[("count", &count.to_string())]),
            (0, Proof::Done) => say("state.sound").to_owned(),
            (0, Proof::Failed(_)) => say("state.unproven").to_owned(),
            (0, _) => say("state.proving").to_owned(),
        }
    });
    let wrong = move || desk.problems.with(|all| !all.is_empty());
    view! { <p id="etat" role="status" class="etat" class:faute=wrong>{said}</p> }
}

/// The list.
#[component]
pub fn FaultList() -> impl IntoView {
    let desk = Desk::here();
    let line = move |problem: Problem| {
        let Problem { file, pointer, what, fix } = problem;
        let place = place_in_words(desk, &file, &pointer);
        view! {
            <li>
                <button type="button" class="lien" on:click=move |_| {
                    desk.go(Spot { file: file.clone(), at: pointer.clone() });
                }>{place}</button>
                " : " {what} ". " <strong>{capital(&fix)} "."</strong>
            </li>
        }
    };
    view! {
        <h1 id="titre" tabindex="-1">{say("faults.title")}</h1>
        <State />
        <ol class="fautes">{move || desk.problems.get().iter().cloned().map(line).collect_view()}</ol>
        <p hidden=move || !matches!(desk.proof.get(), Proof::Failed(_))>{move || match desk.proof.get() {
            Proof::Failed(why) => fill("faults.unproven", &[("why", &why)]),
            _ => String::new(),
        }}</p>
    }
}

/// Where a fault stands, in the words of the forms.
fn place_in_words(desk: Desk, file: &str, pointer: &str) -> String {
    let stem = file.rsplit('/').next().unwrap_or(file).trim_end_matches(".json");
    let mut words = vec![label(stem)];
    let mut at = String::new();
    for step in pointer.split('/').skip(1) {
        at = format!("{at}/{step}");
        match step.parse::<usize>() {
            Ok(number) => {
                let place = super::field::At::new(file, at.clone());
                words.push(super::list::summary(desk, &place, number));
            }
            // A file is called like its list.
            Err(_) => {
                words
                    .extend(Some(label(&step.replace("~1", "/"))).filter(|word| *word != words[0]));
            }
        }
    }
    words.join(" › ")
}
