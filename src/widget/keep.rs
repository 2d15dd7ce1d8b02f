//! What the visitor takes away from an outcome, and how they are told of it.

use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::Event;

use super::actions::{back_button, restart_button};
use super::el::{El, button, classed, el};
use super::outside;
use super::paper::{Lists, lists_box};
use super::visit::Visit;
use crate::keep::{link_to, text_sheet, vcard};
use crate::model::ui;
use crate::wording::Entry;

const HTML: &str = "text/html;charset=utf-8";
const CSV: &str = "text/csv;charset=utf-8";
const VCARD: &str = "text/vcard;charset=utf-8";
const NAME: &str = env!("CARGO_PKG_NAME");

/// What was said of the last thing asked for, and what is left to copy by hand.
#[derive(Clone, Copy)]
struct Notice {
    said: RwSignal<String>,
    by_hand: RwSignal<Option<String>>,
}

impl Notice {
    fn new() -> Self {
        Self { said: RwSignal::new(String::new()), by_hand: RwSignal::new(None) }
    }

    fn say(self, text: String) {
        self.by_hand.set(None);
        self.said.set(text);
    }

    /// The region that is read out.
    fn region(self) -> El {
        classed("p", "op-told")
            .attr("role", "status")
            .attr("data-told", "")
            .text(move || self.said.get())
    }
}

/// What to take away, and how to begin again; `lists` where there are long ones to print.
pub fn keep(visit: &Visit, lists: Lists) -> El {
    let notice = Notice::new();
    // Two ways stand there; the others wait behind one line.
    let shareable = outside::shareable();
    let text = text_button(visit, notice);
    let first = classed("div", "op-actions").child(print_action(visit, notice));
    let others = classed("div", "op-actions");
    let (first, others) = if shareable {
        (first.child(share_button(visit, notice)), others.child(text))
    } else {
        (first.child(text), others)
    };
    let others = others
        .child(link_button(visit, notice))
        // A copy is made of the script alone: it would hold the embedded dataset.
        .children((!visit.config.own_dataset).then(|| save_button(visit, notice)));
    let more = classed("details", "op-more-ways")
        .attr("data-more-ways", "")
        .child(el("summary").text(visit.text(ui::KEEP_MORE)))
        .child(others)
        .children(lists.map(|lists| lists_box(visit, lists)));
    let again = classed("div", "op-actions")
        .child(back_button(visit, ui::BACK))
        .child(restart_button(visit));
    let label = visit.text(ui::KEEP_BY_HAND);
    classed("section", "op-keep")
        .child(first)
        .child(more)
        .child(notice.region())
        .child(classed("div", "op-by-hand").dynamic(move || {
            notice.by_hand.get().map(|text| by_hand(&label, text)).into_iter().collect::<Vec<_>>()
        }))
        .child(again)
}

/// Where the current answers can be seen again: an address with a fragment, which
/// names the widget when it is not the page's first.
pub fn link(visit: &Visit) -> String {
    let address = address(visit);
    format!("{address}#op={}{}", answers_link(visit), visit.named)
}

fn answers_link(visit: &Visit) -> String {
    link_to(&visit.data, &visit.step.session, &visit.step.outcome).encode()
}

/// The address that links lead to; empty where the page has none.
fn address(visit: &Visit) -> String {
    outside::address(visit.config.address.as_deref().unwrap_or_default())
}

/// The text of the current outcome, with its link where others can open it.
fn sheet(visit: &Visit) -> String {
    let link = link(visit);
    let link = link.starts_with("http").then_some(link.as_str());
    visit.sheet().map(|sheet| text_sheet(&visit.data, sheet, link)).unwrap_or_default()
}

/// Prints what is shown, and tells under it where that cannot be done.
pub fn print_button(visit: &Visit) -> El {
    let notice = Notice::new();
    el("div").child(print_action(visit, notice)).child(notice.region())
}

fn print_action(visit: &Visit, notice: Notice) -> El {
    let blocked = visit.text(ui::KEEP_PRINT_BLOCKED);
    let press = move |event: Event| {
        let blocked = blocked.clone();
        let done = Closure::once_into_js(move |begun: bool| {
            notice.say(if begun { String::new() } else { blocked });
        });
        outside::printed(&event, &done);
    };
    classed("button", "op-second")
        .attr("type", "button")
        .attr("data-action", "print")
        .text(visit.text(ui::PRINT))
        .on("click", press)
}

fn link_button(visit: &Visit, notice: Notice) -> El {
    let label = visit.text(ui::KEEP_COPY_LINK);
    let visit = visit.clone();
    let press = move || {
        let link = link(&visit);
        let done =
            if link.starts_with("http") { ui::KEEP_LINK_COPIED } else { ui::KEEP_LINK_LOCAL };
        copy(&visit, notice, link, done);
    };
    button("op-second", label, press).attr("data-action", "link")
}

fn text_button(visit: &Visit, notice: Notice) -> El {
    let label = visit.text(ui::KEEP_COPY_TEXT);
    let visit = visit.clone();
    let press = move || copy(&visit, notice, sheet(&visit), ui::KEEP_TEXT_COPIED);
    button("op-second", label, press).attr("data-action", "text")
}

fn share_button(visit: &Visit, notice: Notice) -> El {
    let label = visit.text(ui::KEEP_SHARE);
    let visit = visit.clone();
    let press = move || {
        let text = visit.text(ui::KEEP_FAILED);
        let failed = Closure::once_into_js(move |_: bool| notice.say(text));
        outside::shared(&visit.text(ui::TITLE), &sheet(&visit), &failed);
    };
    button("op-second", label, press).attr("data-action", "share")
}

fn save_button(visit: &Visit, notice: Notice) -> El {
    let label = visit.text(ui::KEEP_SAVE);
    let visit = visit.clone();
    let press = move || {
        let address = Some(address(&visit)).filter(|address| address.starts_with("http"));
        let page = outside::page(&answers_link(&visit), &address.unwrap_or_default());
        let name = format!("{NAME}-{}.html", visit.data.filiere.date);
        let saved = outside::file(&name, HTML, &page);
        notice.say(visit.text(if saved { ui::KEEP_SAVED } else { ui::KEEP_FAILED }));
    };
    button("op-second", label, press).attr("data-action", "save")
}

/// A table for a spreadsheet.
pub fn csv_button(
    visit: &Visit,
    label: String,
    name: &'static str,
    table: impl Fn() -> String + 'static,
) -> El {
    let notice = Notice::new();
    let visit = visit.clone();
    let press = move || {
        let saved = outside::file(name, CSV, &table());
        notice.say(if saved { String::new() } else { visit.text(ui::KEEP_FAILED) });
    };
    el("div")
        .child(button("op-second", label, press).attr("data-action", "csv"))
        .child(notice.region())
}

/// A structure for the visitor's own address book.
pub fn vcard_button(visit: &Visit, entry: &Entry) -> El {
    let notice = Notice::new();
    let name = visit.say(&ui::keep_vcard_of(&entry.name));
    let (owned, own) = (visit.clone(), entry.clone());
    let press = move || notice.say(owned.text(save_vcard(&own)));
    let button = button("op-link", visit.text(ui::KEEP_VCARD), press)
        .attr("aria-label", name)
        .attr("data-action", "vcard");
    classed("div", "op-vcard").child(button).child(notice.region())
}

/// Saves it, and gives the key of what to say.
fn save_vcard(entry: &Entry) -> &'static str {
    let name = format!("{}.vcf", entry.structure);
    let saved = vcard(entry).is_some_and(|card| outside::file(&name, VCARD, &card));
    if saved { ui::KEEP_CONTACT_SAVED } else { ui::KEEP_FAILED }
}

fn copy(visit: &Visit, notice: Notice, text: String, done: &str) {
    let (done, failed) = (visit.text(done), visit.text(ui::KEEP_BY_HAND));
    let given = text.clone();
    let after = Closure::once_into_js(move |copied: bool| {
        notice.say(if copied { done } else { failed });
        notice.by_hand.set((!copied).then_some(given));
    });
    outside::copied(&text, &after);
}

/// A field that holds what could not be copied, selected.
fn by_hand(label: &str, text: String) -> El {
    classed("textarea", "op-field")
        .attr("readonly", "")
        .attr("rows", "4")
        .attr("aria-label", label)
        .attr("data-by-hand", "")
        .text(text)
        .on("focus", |event| outside::selected(&event))
        .focused()
}
