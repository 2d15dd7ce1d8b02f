//! How a structure is reached.

use super::tag::{Tag, classed, paragraph, tag};
use super::visit::Visit;
use crate::directory::{needs_checking, phone_label, phone_link};
use crate::model::{Contact, ContactField, ui};
use crate::orientation::contact_origins;

/// The contacts of a structure, with where they were found; a sentence when there
/// are none.
pub fn contacts(visit: &Visit, structure: &str) -> Tag {
    let structure = visit.data.structure(structure);
    let Some(structure) = structure.filter(|found| !found.contacts.is_empty()) else {
        return paragraph("op-remark", visit.text(ui::NO_CONTACT));
    };
    let origins = contact_origins(&visit.data, visit.voice, &structure.contacts);
    classed("div", "op-contacts")
        .children(structure.contacts.iter().map(|contact| line(visit, contact, &structure.name)))
        .child(paragraph("op-origin", origins))
}

fn line(visit: &Visit, contact: &Contact, name: &str) -> Tag {
    let check = needs_checking(&contact.date)
        .then(|| classed("span", "op-check").text(visit.text(ui::CONTACT_CHECK)));
    let value = contact.value.as_str();
    let line = match contact.field {
        ContactField::Phone => classed("p", "op-phone").child(call(visit, value, name)),
        ContactField::Address => paragraph("op-address", format!("{value} ")),
        ContactField::Web => {
            let shown = value.trim_start_matches("https://").trim_end_matches('/');
            classed("p", "op-web").child(external(value).text(shown)).text(" ")
        }
    };
    line.children(check)
}

fn call(visit: &Visit, digits: &str, name: &str) -> Tag {
    let label = phone_label(digits);
    let spoken = visit.fill(ui::CALL, &[("number", &label)]);
    classed("a", "op-call")
        .attr("href", phone_link(digits))
        .attr("aria-label", format!("{spoken}, {name}"))
        .text(label)
}

/// A link that leaves the host's page where it is, and tells nothing of it.
pub fn external(address: &str) -> Tag {
    tag("a").attr("href", address).attr("target", "_blank").attr("rel", "noopener noreferrer")
}
