//! No text of a dataset holds what nobody sees: controls, marks of direction, letters
//! that were read in another alphabet.

use serde_json::Value;

use crate::check::Problem;
use crate::model::grammar::{is_garbled, unseen};

use super::limits;

/// The longest text, in bytes: a page of prose.
const LONGEST: usize = 5_000;

/// Every key and text of a file that may not stand there.
pub(super) fn problems(value: &Value, file: &str) -> Vec<Problem> {
    let mut found = Vec::new();
    visit(value, &mut String::new(), &mut |pointer, text| {
        if found.len() <= limits::TOLD
            && let Some((what, fix)) = fault(text)
        {
            found.push(Problem::new(file, pointer, what, fix));
        }
    });
    limits::first_problems(found)
}

fn visit(value: &Value, pointer: &mut String, report: &mut impl FnMut(&str, &str)) {
    let length = pointer.len();
    match value {
        Value::String(text) => report(pointer, text),
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                pointer.push_str(&format!("/{at}"));
                visit(item, pointer, report);
                pointer.truncate(length);
            }
        }
        Value::Object(fields) => {
            for (key, item) in fields {
                report(pointer, key);
                pointer.push('/');
                pointer.push_str(&key.replace('~', "~0").replace('/', "~1"));
                visit(item, pointer, report);
                pointer.truncate(length);
            }
        }
        _ => {}
    }
}

fn fault(text: &str) -> Option<(String, &'static str)> {
    if text.len() > LONGEST {
        let what = format!("ce texte est trop long ({} octets)", text.len());
        return Some((what, "le raccourcir à 5000 octets au plus"));
    }
    if let Some(sign) = unseen(text) {
        let what = format!("ce texte contient un caractère invisible (U+{:04X})", u32::from(sign));
        return Some((what, "l’enlever, ou écrire le texte à la main, sur une seule ligne"));
    }
    is_garbled(text).then(|| {
        let what = format!("« {text:.60} » a été lu dans un autre alphabet que le sien");
        (what, "l’enregistrer en UTF-8, puis recommencer")
    })
}
