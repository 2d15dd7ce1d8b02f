//! The sheet for the fridge: what to do, whom to call, room for one's own numbers.

use super::super::el::{El, classed, paragraph};
use super::super::visit::Visit;
use super::foot::notes;
use crate::model::ui;
use crate::wording::{Fridge, FridgePart, FridgeStep, Phone, Sheet, Who};

/// Whose numbers a family writes on it.
const OWN: [&str; 3] = [ui::KEEP_OWN_TEAM, ui::KEEP_OWN_DOCTOR, ui::KEEP_OWN_NURSE];

/// What to do, in order, and the lines to write on.
pub fn fridge(visit: &Visit, sheet: &Sheet) -> El {
    let fridge = Fridge::of(&visit.data, sheet);
    let own = OWN.iter().map(|key| line(visit.text(key)));
    classed("div", "op-fridge")
        .children(fridge.parts.iter().map(part))
        .child(classed("div", "op-p-own").children(own))
        .child(notes(visit))
}

fn part(part: &FridgePart) -> El {
    classed("div", "op-p-part")
        .attr("data-paper-part", part.part.id())
        .child(paragraph("op-p-section", part.title))
        .children(part.steps.iter().map(step))
}

fn step(step: &FridgeStep) -> El {
    classed("div", if step.is_brief() { "op-p-step op-p-brief" } else { "op-p-step" })
        .child(paragraph("op-p-role", step.title))
        .children(step.body.map(|body| paragraph("op-p-body", body)))
        .children(step.say.map(|say| paragraph("op-p-say", say)))
        .children(step.who.as_ref().map(who))
}

fn who(who: &Who) -> El {
    let name = classed("div", "op-p-name").child(paragraph("op-p-named", who.entry.name.as_str()));
    let remarks = who.remarks.iter().map(|text| paragraph("op-p-remark", *text));
    classed("div", "op-p-who")
        .children(who.phone.map(number))
        .child(name.children(remarks).children(web(who)))
}

/// The address of whoever has no number.
fn web(who: &Who) -> Option<El> {
    let address = who.entry.web.first().filter(|_| who.entry.phones.is_empty())?;
    let shown = address.trim_start_matches("https://").trim_end_matches('/');
    Some(paragraph("op-p-web", shown))
}

fn number(phone: &Phone) -> El {
    let year = (!phone.year.is_empty())
        .then(|| classed("span", "op-p-year").text(format!(" {}", phone.year)));
    classed("p", "op-p-number").text(phone.label.as_str()).children(year)
}

/// A line to write a number on.
fn line(label: String) -> El {
    classed("p", "op-p-line").text(label).child(classed("span", "op-p-blank"))
}
