//! A structure for an address book.

use crate::wording::Entry;

/// The longest line, in bytes (RFC 2426, 2.6).
const LINE: usize = 75;

/// A structure as a vCard 3.0, which phones and mail programs old and new read; `None`
/// when no source gives a contact. What the sheet says of it, and where its contacts come
/// from, stands in its note.
pub fn vcard(entry: &Entry) -> Option<String> {
    let origins = entry.origins.as_ref()?;
    let name = escaped(&entry.name);
    let mut lines = vec![
        "BEGIN:VCARD".to_owned(),
        "VERSION:3.0".to_owned(),
        format!("N:{name};;;;"),
        format!("FN:{name}"),
        format!("ORG:{name}"),
    ];
    let phones = entry.phones.iter();
    lines.extend(phones.map(|p| format!("TEL;TYPE=WORK,VOICE:{}", escaped(&p.digits))));
    // On one line, as the sources write it: the street's place holds it.
    let addresses = entry.addresses.iter();
    lines.extend(addresses.map(|value| format!("ADR;TYPE=WORK:;;{};;;;", escaped(value))));
    // An address is no text: nothing in it is escaped, and nothing may break it.
    lines.extend(entry.web.iter().map(|value| format!("URL:{}", one_line(value))));
    lines.push(format!("NOTE:{}", escaped(&note(entry, origins))));
    lines.push("END:VCARD".to_owned());
    Some(lines.iter().map(|line| folded(line)).collect())
}

/// What it does, for whom, whom to ask for, what else one should know: whoever calls one
/// day has nothing but the card.
fn note(entry: &Entry, origins: &str) -> String {
    let state = entry.state.iter().map(|(_, label)| label);
    let said = entry.does.iter().chain(&entry.near).chain(state);
    let said = said.chain(&entry.ask).chain(&entry.remarks).map(String::as_str);
    let sentences = said.chain([origins]).map(|said| match said {
        said if said.ends_with('.') => said.to_owned(),
        said => format!("{said}."),
    });
    let sentences: Vec<String> = sentences.collect();
    sentences.join(" ")
}

fn escaped(text: &str) -> String {
    let text = text.replace('\\', "\\\\").replace(',', "\\,").replace(';', "\\;");
    one_line(&text)
}

/// A text without what would end its line.
fn one_line(text: &str) -> String {
    text.replace(|c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}'), " ")
}

/// A line broken as the format asks: what follows a break begins with a space.
fn folded(line: &str) -> String {
    let mut out = String::new();
    let mut used = 0;
    for letter in line.chars() {
        if used + letter.len_utf8() > LINE {
            out.push_str("\r\n ");
            used = 1;
        }
        out.push(letter);
        used += letter.len_utf8();
    }
    out + "\r\n"
}
