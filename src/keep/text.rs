//! An outcome as plain text, for a message or a medical record: whom to call first, the
//! rest after.

use crate::model::{Dataset, ui};
use crate::wording::{Block, Entry, Folded, Section, Sheet};

/// A sheet as plain text, in its voice. `link`, where there is one, reopens it.
pub fn text_sheet(data: &Dataset, sheet: &Sheet, link: Option<&str>) -> String {
    let mut lines = text_lines(data, sheet);
    lines.push(sheet.dates.clone());
    let reopen = data.texts.get(ui::KEEP_LINK_TO, sheet.voice);
    lines.extend(link.map(|link| format!("{reopen} {link}")));
    // No-break spaces are for the screen: other programs show them as they like.
    lines.join("\n").replace('\u{a0}', " ") + "\n"
}

/// A sheet as lines.
pub fn text_lines(data: &Dataset, sheet: &Sheet) -> Vec<String> {
    let (title, limits) = (Some(&sheet.title), Some(&sheet.limits));
    let first = [title, sheet.situation.as_ref(), limits, sheet.clock.as_ref()];
    let mut lines: Vec<String> = first.into_iter().flatten().cloned().collect();
    for section in &sheet.sections {
        self::section(&mut lines, section);
    }
    lines.push(String::new());
    lines.extend(sheet.years.clone());
    lines.push(emergency(data, sheet));
    lines
}

fn emergency(data: &Dataset, sheet: &Sheet) -> String {
    let numbers: Vec<&str> =
        data.filiere.emergency.iter().map(|entry| entry.number.as_str()).collect();
    format!("{} {}", data.texts.get(ui::EMERGENCY, sheet.voice), numbers.join(", "))
}

fn section(lines: &mut Vec<String>, section: &Section) {
    lines.push(format!("\n{}", section.title.to_uppercase()));
    for block in &section.blocks {
        self::block(lines, block);
    }
}

fn block(lines: &mut Vec<String>, block: &Block) {
    lines.push(block.title.clone());
    let said = block.body.iter().chain(&block.say);
    lines.extend(said.map(|text| format!("  {text}")));
    lines.extend(block.entries.iter().map(entry));
    lines.extend(block.unreached.iter().map(|text| format!("  {text}")));
    if let Some(Folded { title, entries }) = &block.more {
        lines.push(format!("  {title} :"));
        lines.extend(entries.iter().map(entry));
    }
}

/// What it does, who it is, its numbers, then the rest, as the sheet says it.
fn entry(entry: &Entry) -> String {
    let does = entry.does.iter().map(|does| format!("{does} "));
    let numbers = entry.phones.iter().map(|phone| match phone.year.as_str() {
        "" => phone.label.clone(),
        year => format!("{} ({year})", phone.label),
    });
    let marks = entry.near.iter().chain(entry.state.iter().map(|(_, label)| label));
    let marks = marks.map(|mark| format!(" [{mark}]"));
    let name = does.chain([entry.name.clone()]).chain(marks).collect::<Vec<_>>().concat();
    let places = entry.addresses.iter().chain(&entry.web);
    let said = entry.ask.iter().chain(&entry.remarks).chain(places);
    let parts: Vec<String> = [name].into_iter().chain(numbers).chain(said.cloned()).collect();
    format!("  - {}", parts.join(", "))
}
