//! A structure for an address book.

use crate::directory::needs_checking;
use crate::model::{ContactField, Dataset, Structure, Voice, ui};
use crate::orientation::contact_origins;

/// The longest line, in bytes (RFC 2426, 2.6).
const LINE: usize = 75;

/// A structure as a vCard 3.0, which phones and mail programs old and new read;
/// `None` when no source gives a contact. Where its contacts come from, and that
/// they are old, stands in its note.
pub fn vcard(data: &Dataset, voice: Voice, structure: &Structure) -> Option<String> {
    if structure.contacts.is_empty() {
        return None;
    }
    let name = escaped(&structure.name);
    let mut lines = vec![
        "BEGIN:VCARD".to_owned(),
        "VERSION:3.0".to_owned(),
        format!("N:{name};;;;"),
        format!("FN:{name}"),
        format!("ORG:{name}"),
    ];
    lines.extend(structure.contacts.iter().map(|contact| {
        let value = escaped(&contact.value);
        match contact.field {
            ContactField::Phone => format!("TEL;TYPE=WORK,VOICE:{value}"),
            // On one line, as the sources write it: the street's place holds it.
            ContactField::Address => format!("ADR;TYPE=WORK:;;{value};;;;"),
            // An address is no text: nothing in it is escaped, and nothing may break it.
            ContactField::Web => format!("URL:{}", one_line(&contact.value)),
        }
    }));
    lines.push(format!("NOTE:{}", escaped(&note(data, voice, structure))));
    lines.push("END:VCARD".to_owned());
    Some(lines.iter().map(|line| folded(line)).collect())
}

fn note(data: &Dataset, voice: Voice, structure: &Structure) -> String {
    let origins = contact_origins(data, voice, &structure.contacts);
    let old = structure.contacts.iter().any(|contact| needs_checking(&contact.date));
    if old {
        let check = data.texts.get(ui::CONTACT_CHECK, voice);
        format!("{origins} ({check})")
    } else {
        origins
    }
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
