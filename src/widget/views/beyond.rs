//! The neighbouring departments: what little is known, said as such.

use super::super::card::card_view;
use super::super::el::{El, classed, el};
use super::super::heading::heading;
use super::super::visit::Visit;
use super::term::with_terms;
use crate::model::{Department, ui};
use crate::orientation::elsewhere_card;

/// Each department, opening to what the sources say of it.
pub fn beyond(visit: &Visit) -> Option<El> {
    let departments = &visit.data.elsewhere.departments;
    (!departments.is_empty()).then(|| {
        el("section")
            .attr("data-beyond", "")
            .child(heading(visit, 1, "op-section", visit.text(ui::MAP_BEYOND)))
            .child(el("p").text(visit.text(ui::MAP_BEYOND_BODY)))
            .children(departments.iter().map(|department| known(visit, department)))
    })
}

fn known(visit: &Visit, department: &Department) -> El {
    let name = visit.say(&ui::commune_department(&department.name, &department.code));
    let about = visit.find(&format!("elsewhere.{}", department.code));
    let cards = department.entries.iter().map(|entry| elsewhere_card(&visit.data, entry));
    let cards: Vec<El> = cards.map(|card| card_view(visit, &card)).collect();
    classed("details", "op-why")
        .attr("data-department", department.code.as_str())
        .child(el("summary").child(heading(visit, 2, "op-name", name)))
        .children(about.map(|about| with_terms(visit, "op-does", about)))
        .child(classed("div", "op-cards").children(cards))
}
