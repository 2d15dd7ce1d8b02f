//! How a structure is reached.

use leptos::prelude::*;

use super::visit::Visit;
use crate::directory::{date_in_words, needs_checking, phone_label, phone_link};
use crate::model::{Contact, ContactField, ui};

/// The contacts of a structure, with where they were found; a sentence when there
/// are none.
pub fn contacts(visit: &Visit, structure: &str) -> AnyView {
    let structure = visit.data.structure(structure);
    let (name, contacts) =
        structure.map_or(("", &[][..]), |found| (found.name.as_str(), &found.contacts[..]));
    if contacts.is_empty() {
        return view! { <p class="op-remark">{visit.text(ui::NO_CONTACT)}</p> }.into_any();
    }
    let lines: Vec<AnyView> = contacts.iter().map(|c| line(visit, c, name)).collect();
    view! {
        <div class="op-contacts">
            {lines}
            {origins(visit, contacts)}
        </div>
    }
    .into_any()
}

fn line(visit: &Visit, contact: &Contact, name: &str) -> AnyView {
    let check = needs_checking(&contact.date).then(|| {
        view! { <span class="op-check">{visit.text(ui::CONTACT_CHECK)}</span> }
    });
    let value = contact.value.clone();
    match contact.field {
        ContactField::Phone => {
            let label = phone_label(&value);
            let call = visit.fill(ui::CALL, &[("number", &label)]);
            view! {
                <p class="op-phone">
                    <a class="op-call" href=phone_link(&value) aria-label=format!("{call}, {name}")>
                        {label}
                    </a>
                    {check}
                </p>
            }
            .into_any()
        }
        ContactField::Address => view! { <p class="op-address">{value} " " {check}</p> }.into_any(),
        ContactField::Web => {
            let shown = value.trim_start_matches("https://").trim_end_matches('/').to_owned();
            view! {
                <p class="op-web">
                    <a href=value rel="noopener noreferrer" target="_blank">{shown}</a>
                    " "
                    {check}
                </p>
            }
            .into_any()
        }
    }
}

/// Where the contacts were found, and when they were true, each said once.
fn origins(visit: &Visit, contacts: &[Contact]) -> AnyView {
    let mut told: Vec<String> = Vec::new();
    for contact in contacts {
        let found = visit.data.sources.sources.iter().find(|s| s.id == contact.source.source());
        let source = found.map_or(contact.source.0.as_str(), |source| &source.title);
        let date = date_in_words(&visit.data.texts, &contact.date);
        let origin = if source.contains(&date) {
            source.to_owned()
        } else {
            visit.fill(ui::CONTACT_SOURCE, &[("source", source), ("date", &date)])
        };
        if !told.contains(&origin) {
            told.push(origin);
        }
    }
    view! { <p class="op-origin">{told.join(" ; ")}</p> }.into_any()
}
