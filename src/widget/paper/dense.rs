//! Everything a sheet holds, close together: the professional's page, and the long lists
//! overleaf for whoever asks for them.

use super::super::tag::{Tag, classed, paragraph, tag};
use super::super::visit::Visit;
use crate::few::Gather;
use crate::model::ui;
use crate::wording::{Block, Cited, Entry, Phone, Section, Sheet};

/// Every section, with every structure, and the documents behind them.
pub fn dense(visit: &Visit, sheet: &Sheet) -> Tag {
    let documents: Vec<&str> = sheet.documents.iter().map(says).gather();
    let origins = format!("{} : {}", visit.text(ui::SOURCES), documents.join(" · "));
    classed("div", "op-dense")
        .child(classed("div", "op-p-columns").children(sheet.sections.iter().map(section)))
        .child(paragraph("op-p-fine", origins))
}

fn says(cited: &Cited) -> &str {
    &cited.says
}

fn section(section: &Section) -> Tag {
    classed("div", "op-p-part")
        .child(paragraph("op-p-section", section.title.as_str()))
        .children(section.blocks.iter().map(block))
}

fn block(block: &Block) -> Tag {
    let told = [&block.body, &block.say].into_iter().flatten();
    // The first of a list may stand in it again with all its numbers: once is enough.
    let listed = block.more.iter().flat_map(|more| &more.entries);
    let again = |entry: &&Entry| !listed.clone().any(|l| l.structure == entry.structure);
    let shown = block.entries.iter().filter(again);
    let entries = shown.chain(listed.clone()).map(entry).gather();
    let list = (!entries.is_empty()).then(|| classed("ul", "op-p-list").children(entries));
    classed("div", if block.absence { "op-p-block op-p-absence" } else { "op-p-block" })
        .child(paragraph("op-p-role", block.title.as_str()))
        .children(told.map(|told| paragraph("op-p-body", told.as_str())))
        .children(list)
}

fn entry(entry: &Entry) -> Tag {
    let state = entry.state.iter().map(|(_, told)| told);
    let told = entry.near.iter().chain(state).chain(&entry.does).chain(&entry.ask);
    let told = told.chain(&entry.remarks);
    // Beside a number, nothing else is needed to reach it.
    let places = entry.addresses.iter().chain(&entry.web).filter(|_| entry.phones.is_empty());
    let told: Vec<&str> = told.chain(places).map(String::as_str).gather();
    tag("li")
        .child(tag("strong").text(entry.name.as_str()))
        .children(entry.phones.iter().map(number))
        .child(tag("span").text(if told.is_empty() {
            String::new()
        } else {
            format!(" · {}", told.join(" · "))
        }))
}

fn number(phone: &Phone) -> Tag {
    let year = if phone.year.is_empty() { String::new() } else { format!(" ({})", phone.year) };
    let number = classed("b", "op-p-call").text(phone.label.as_str());
    classed("span", "op-p-reach").child(number).text(year)
}
