//! An outcome as plain text, for a message or a medical record: whom to call first, the
//! rest after.

use crate::few::Gather;
use crate::model::{Dataset, ui};
use crate::orientation::Session;
use crate::wording::{Block, Entry, Folded, Section, Sheet};

/// The outcome of a session as lines of text, in the voice of its answers. `link`,
/// where there is one, reopens it.
pub fn text_sheet(data: &Dataset, session: &Session, link: Option<&str>) -> String {
    let sheet = Sheet::of(data, session);
    let mut lines = text_lines(data, &sheet);
    lines.push(sheet.dates);
    let reopen = data.texts.get(ui::KEEP_LINK_TO, sheet.voice);
    lines.extend(link.map(|link| format!("{reopen} {link}")));
    // No-break spaces are for the screen: other programs show them as they like.
    lines.join("\n").replace('\u{a0}', " ") + "\n"
}

/// A sheet as lines.
pub fn text_lines(data: &Dataset, sheet: &Sheet) -> Vec<String> {
    let mut lines: Vec<String> =
        [Some(&sheet.title), sheet.situation.as_ref(), sheet.clock.as_ref()]
            .into_iter()
            .flatten()
            .cloned()
            .gather();
    for section in &sheet.sections {
        self::section(&mut lines, section);
    }
    lines.push(String::new());
    lines.extend(sheet.years.clone());
    lines.push(emergency(data, sheet));
    lines.push(sheet.limits.clone());
    lines
}

fn emergency(data: &Dataset, sheet: &Sheet) -> String {
    let numbers: Vec<&str> =
        data.filiere.emergency.iter().map(|entry| entry.number.as_str()).gather();
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
    let more = [&block.body, &block.say, &block.unreached];
    lines.extend(more.into_iter().flatten().map(|text| format!("  {text}")));
    lines.extend(block.entries.iter().map(entry));
    if let Some(Folded { title, entries }) = &block.more {
        lines.push(format!("  {title} :"));
        lines.extend(entries.iter().map(entry));
    }
}

fn entry(entry: &Entry) -> String {
    let numbers = entry.phones.iter().map(|phone| match phone.year.as_str() {
        "" => phone.label.clone(),
        year => format!("{} ({year})", phone.label),
    });
    let state = entry.state.iter().map(|(_, told)| format!("[{told}]"));
    let near = entry.near.iter().map(|near| format!("[{near}]"));
    let name = [entry.name.clone()].into_iter().chain(numbers).chain(near).chain(state);
    let places = entry.addresses.iter().chain(&entry.web);
    let said = entry.does.iter().chain(&entry.ask).chain(&entry.remarks).chain(places);
    let parts: Vec<String> = name.chain(said.cloned()).gather();
    format!("  - {}", parts.join(", "))
}
