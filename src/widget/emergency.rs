//! The numbers for a vital emergency: a line on every screen, large at a stop.

use super::el::{El, classed, el};
use super::visit::Visit;
use crate::directory::{emergency_link, phone_label};
use crate::model::{EmergencyNumber, ui};

/// The line that stands first on every screen and on paper.
pub fn emergency_line(visit: &Visit) -> El {
    classed("div", "op-emergency")
        .attr("data-emergency", "")
        .child(classed("p", "op-emergency-says").child(lent("says", visit.text(ui::EMERGENCY))))
        .child(numbers(visit, "op-emergency-numbers", false))
}

/// The numbers, each with what it is for.
pub fn emergency_numbers(visit: &Visit) -> El {
    numbers(visit, "op-emergency-large", true)
}

fn numbers(visit: &Visit, class: &'static str, explained: bool) -> El {
    let all = visit.data.filiere.emergency.iter();
    classed("ul", class).children(all.map(|entry| number(visit, entry, explained)))
}

/// A text that stands in a slot, so that a page's translator can be lent it (`translated.js`):
/// what stands in the page instead is shown then, and else the text itself.
fn lent(name: &str, text: String) -> El {
    el("slot").attr("name", format!("op-{name}")).text(text)
}

fn number(visit: &Visit, entry: &EmergencyNumber, explained: bool) -> El {
    let label = phone_label(&entry.number);
    let does = visit.text(&format!("emergency.{}", entry.number));
    let link = classed("a", "op-number").attr("href", emergency_link(entry));
    // On the line, what a number is for is told to those who cannot see it as one.
    let link = if explained { link } else { link.attr("aria-label", format!("{label} ({does})")) };
    let does = explained.then(|| classed("span", "op-does").child(lent(&entry.number, does)));
    el("li").child(link.child(el("strong").text(label)).children(does))
}
