//! How a structure is reached.

use super::el::{El, classed, el, paragraph};
use super::keep::vcard_button;
use super::visit::Visit;
use crate::model::ui;
use crate::wording::{Entry, Phone};

/// Its numbers, each with the year of which it is.
pub fn phones(entry: &Entry) -> impl Iterator<Item = El> {
    entry.phones.iter().map(phone)
}

fn phone(phone: &Phone) -> El {
    let call = classed("a", "op-call")
        .attr("href", phone.link.as_str())
        .attr("aria-label", phone.call.as_str())
        .text(phone.label.as_str());
    let year = (!phone.year.is_empty())
        .then(|| classed("span", "op-year").text(format!(" {}", phone.year)));
    classed("p", "op-phone").child(call).children(year)
}

/// Its addresses, and a way to keep it, behind one line; nothing where there are none.
pub fn details(visit: &Visit, entry: &Entry) -> Option<El> {
    // A short number needs no address book.
    let number = entry.phones.iter().any(|phone| !phone.year.is_empty());
    (number || !entry.addresses.is_empty() || !entry.web.is_empty()).then_some(())?;
    let addresses = entry.addresses.iter().map(|one| paragraph("op-address", one.as_str()));
    let web = entry.web.iter().map(|address| {
        let shown = address.trim_start_matches("https://").trim_end_matches('/');
        classed("p", "op-web").child(external(address).text(shown))
    });
    let details = classed("details", "op-details")
        .child(summary(visit, entry))
        .children(addresses)
        .children(web)
        .child(vcard_button(visit, entry));
    Some(details)
}

/// The line that opens them; heard alone, it says whose they are.
fn summary(visit: &Visit, entry: &Entry) -> El {
    let label = visit.text(ui::OUTCOME_DETAILS);
    el("summary").attr("aria-label", format!("{label}, {}", entry.name)).text(label)
}

/// A link that leaves the host's page where it is, and tells nothing of it.
pub fn external(address: &str) -> El {
    el("a").attr("href", address).attr("target", "_blank").attr("rel", "noopener noreferrer")
}
