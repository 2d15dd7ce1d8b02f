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
    let contacts = structure.contacts.as_slice();
    let old = contacts.iter().any(|contact| needs_checking(&contact.date));
    let origins = contact_origins(&visit.data, visit.voice, contacts);
    let origins = classed("p", "op-origin").children(old.then(|| check(visit))).text(if old {
        format!(" {origins}")
    } else {
        origins
    });
    classed("div", "op-contacts")
        .children(contacts.iter().map(|contact| line(visit, contact, &structure.name)))
        .child(origins)
}

/// The mark of what should be verified before one relies on it.
fn check(visit: &Visit) -> Tag {
    classed("span", "op-check").text(visit.text(ui::CONTACT_CHECK))
}

fn line(visit: &Visit, contact: &Contact, name: &str) -> Tag {
    let value = contact.value.as_str();
    match contact.field {
        // A wrong number costs the visitor most: each is marked.
        ContactField::Phone => classed("p", "op-phone")
            .child(call(visit, value, name))
            .children(needs_checking(&contact.date).then(|| check(visit))),
        ContactField::Address => paragraph("op-address", value),
        ContactField::Web => {
            let shown = value.trim_start_matches("https://").trim_end_matches('/');
            classed("p", "op-web").child(external(value).text(shown))
        }
    }
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
