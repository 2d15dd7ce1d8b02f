//! The national register of establishments (FINESS), taken up again: what it says
//! otherwise is shown one by one, and taken or left.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Uint8Array;
use leptos::prelude::*;

use super::bridge::{each_slice, slices};
use super::desk::Desk;
use super::field::capital;
use super::verify::files_of;
use super::words::{fill, say};
use crate::review::finess::{Proposal, Reader, Refresh, take};
use crate::revision::take_over;

/// The section.
#[component]
pub fn Register() -> impl IntoView {
    let desk = Desk::here();
    let (read, found) = (RwSignal::new(None::<f64>), RwSignal::new_local(None::<Refresh>));
    let refused = RwSignal::new(Vec::<String>::new());
    let day = RwSignal::new(String::new());
    let choose = move |event: web_sys::Event| {
        let target: web_sys::HtmlInputElement = event_target(&event);
        let revised = desk.revised.get_untracked();
        let (Some(data), Some(list)) = (revised.dataset.as_ref(), files_of(&target)) else {
            return;
        };
        let name = target.value();
        let name = name.rsplit(['/', '\\']).next().unwrap_or_default().to_owned();
        let mut reader = Reader::new(data).named(&name);
        if day.with_untracked(|day| !day.is_empty()) {
            reader = reader.dated(&day.get_untracked());
        }
        let reader = Rc::new(RefCell::new(Some(reader)));
        let pushed = Rc::clone(&reader);
        found.set(None);
        read.set(Some(0.0));
        leptos::task::spawn_local(async move {
            let take = slices(move |bytes: Uint8Array, part: f64| {
                if let Some(reader) = pushed.borrow_mut().as_mut() {
                    reader.push(&bytes.to_vec());
                }
                read.set(Some(part));
            });
            let whole = each_slice(&list, &take).await;
            read.set(None);
            let Some(reader) = reader.borrow_mut().take() else { return };
            match reader.finish() {
                Ok(refresh) if whole.is_ok() => {
                    refused.set(refresh.refused.iter().map(ToString::to_string).collect());
                    found.set(Some(refresh));
                }
                Ok(_) => refused.set(vec![say("welcome.unreadable").to_owned()]),
                Err(all) => refused.set(all.iter().map(ToString::to_string).collect()),
            }
        });
    };
    view! {
        <section aria-labelledby="finess"><h2 id="finess">{say("register.title")}</h2>
            <p>{say("register.intro")}</p>
            <div class="champ"><label for="finess-jour">{say("register.day")}</label>
                <input id="finess-jour" type="text" placeholder="AAAA-MM-JJ" bind:value=day /></div>
            <div class="champ"><label for="finess-fichier">{say("register.bring")}</label>
                <input id="finess-fichier" type="file" accept=".csv,.txt" on:change=choose /></div>
            <p role="status">{move || read.get().map(|part| fill("register.reading", &[("part", &format!("{:.0}", part * 100.0))]))}</p>
            <ul class="faute">{move || refused.get().into_iter().map(|one| view! { <li>{one}</li> }).collect_view()}</ul>
            {move || found.get().map(|refresh| view! { <Said refresh /> })}
        </section>
    }
}

/// What the register says.
#[component]
fn Said(
    /// All of it.
    refresh: Refresh,
) -> impl IntoView {
    let desk = Desk::here();
    let Refresh { date, establishments, proposals, confirmed, closed, without_number, .. } =
        refresh;
    let named = move |id: &str| {
        desk.revised.with_untracked(|revised| {
            revised
                .dataset
                .as_ref()
                .map_or(id.to_owned(), |data| data.structure_name(id).to_owned())
        })
    };
    let values = [("count", establishments.to_string()), ("date", date)];
    let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
    let again = confirmed.len();
    let gone = closed.iter().map(|id| view! { <li>{named(id)}</li> }).collect_view();
    let unnumbered = without_number.into_iter().map(|one| {
        let all = one
            .candidates
            .iter()
            .map(|one| format!("{} ({}, {})", one.name, one.place, one.number));
        let all = all.collect::<Vec<_>>().join(" ; ");
        let all = if all.is_empty() { say("register.no-candidate").to_owned() } else { all };
        view! { <li><strong>{named(&one.structure)}</strong> " : " {all}</li> }
    });
    let unnumbered = unnumbered.collect_view();
    let lines = proposals.into_iter().map(|proposal| view! { <Line proposal /> }).collect_view();
    view! {
        <p role="status">{fill("register.read", &values)}</p>
        <h3>{say("register.otherwise")}</h3>
        <ul class="propositions">{lines}</ul>
        <p><button type="button" disabled=again == 0 on:click=move |_| taken(desk, &confirmed)>
            {fill("register.confirm", &[("count", &again.to_string())])}</button></p>
        <details><summary>{fill("register.closed", &[("count", &closed.len().to_string())])}</summary><ul>{gone}</ul></details>
        <details><summary>{say("register.unnumbered")}</summary><ul>{unnumbered}</ul></details>
    }
}

/// One proposal, taken or left.
#[component]
fn Line(
    /// What it says.
    proposal: Proposal,
) -> impl IntoView {
    let desk = Desk::here();
    let done = RwSignal::new("");
    let name = desk.revised.with_untracked(|revised| {
        let data = revised.dataset.as_ref();
        data.map(|data| data.structure_name(&proposal.structure).to_owned()).unwrap_or_default()
    });
    let before = proposal
        .before
        .as_ref()
        .map_or(say("structures.none").to_owned(), |stated| proposal.shown(stated));
    let after = proposal.shown(&proposal.after);
    let moved = proposal.moved.then(|| view! { <p>{say("register.moved")}</p> });
    let what = capital(&proposal.field.to_string());
    view! {
        <li>
            <p><strong>{name}</strong> ", " {what}</p>
            <p>{say("register.before")} " " {before}</p>
            <p>{say("register.after")} " " {after}</p>
            {moved}
            <p hidden=move || !done.get().is_empty()>
                <button type="button" on:click=move |_| {
                    taken(desk, std::slice::from_ref(&proposal));
                    done.set("register.was-taken");
                }>{say("register.take")}</button>
                " "<button type="button" class="discret" on:click=move |_| done.set("register.was-left")>{say("register.leave")}</button>
            </p>
            <p role="status">{move || if done.get().is_empty() { "" } else { say(done.get()) }}</p>
        </li>
    }
}

/// Puts what the register says into the draft.
fn taken(desk: Desk, proposals: &[Proposal]) {
    let revised = desk.draft.with_untracked(crate::revision::Draft::read);
    let Some(data) = revised.dataset.as_ref() else { return };
    let (structures, sources) = take(data, proposals);
    let title = fill("register.step", &[("count", &proposals.len().to_string())]);
    desk.act(|draft| take_over(draft, &title, &structures, &sources));
}
