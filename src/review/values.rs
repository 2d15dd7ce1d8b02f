//! A value of a sheet as the data hold it, whatever the spreadsheet made of it.

use crate::check::contact_fault;
use crate::directory::active;
use crate::model::{Contact, ContactField, SourceRef, grammar};

/// What is wrong with a line, and how to fix it.
pub(super) type Fault = (String, String);

pub(super) fn fault(what: impl Into<String>, fix: &str) -> Fault {
    (what.into(), fix.to_owned())
}

/// A contact in the terms of the data; `today`: the last day that a date may tell.
pub(super) fn contact(
    field: ContactField,
    [value, source, date]: [&str; 3],
    today: &str,
) -> Result<Contact, Fault> {
    let value = match field {
        ContactField::Phone => digits(active(value)),
        ContactField::Address | ContactField::Web => active(value).to_owned(),
    };
    if let Some(sign) = grammar::unseen(&value) {
        let what =
            format!("« {value:.60} » contient un caractère invisible (U+{:04X})", u32::from(sign));
        return Err(fault(what, "l’écrire à la main, sur une seule ligne"));
    }
    if grammar::is_garbled(&value) {
        let what = format!("« {value} » a été lu dans un autre alphabet que le sien");
        return Err(fault(what, "enregistrer la feuille en « CSV UTF-8 », puis recommencer"));
    }
    let contact = Contact {
        field,
        value,
        switchboard: false,
        source: SourceRef(active(source).to_owned()),
        date: day(active(date), today)?,
    };
    match contact_fault(&contact) {
        Some((what, fix)) => Err(fault(what, fix)),
        None => Ok(contact),
    }
}

/// Whether a number is a switchboard's; a column left empty, or out, changes nothing.
pub(super) fn switchboard(standard: &str, before: Option<&Contact>) -> Result<bool, Fault> {
    match active(standard.trim()) {
        "oui" => Ok(true),
        "non" => Ok(false),
        "" => Ok(before.is_some_and(|contact| contact.switchboard)),
        other => Err(fault(format!("standard « {other} » inconnu"), "écrire oui ou non")),
    }
}

/// A phone number in digits, however it is grouped. A spreadsheet that took it for a
/// sum has lost its first zero.
pub(super) fn digits(value: &str) -> String {
    let parting = |c: &char| c.is_whitespace() || matches!(c, '.' | '-' | '(' | ')');
    let plain: String = value.chars().filter(|c| !parting(c)).collect();
    let national = plain.strip_prefix("+33").or_else(|| plain.strip_prefix("0033"));
    let national = national.map(|rest| format!("0{}", rest.trim_start_matches('0')));
    let plain = national.unwrap_or(plain);
    let lost = plain.len() == 9 && !plain.starts_with('0');
    if lost { format!("0{plain}") } else { plain }
}

/// A date as precise as it is known; a contact may be undated, and is then to be
/// verified. A spreadsheet set to French writes the day first.
pub(super) fn day(value: &str, today: &str) -> Result<String, Fault> {
    let parts: Vec<&str> = value.split('/').collect();
    let date = match parts[..] {
        [day, month, year] => format!("{year}-{month:0>2}-{day:0>2}"),
        [month, year] => format!("{year}-{month:0>2}"),
        _ => value.to_owned(),
    };
    if date.is_empty() || grammar::is_date(&date) && *date <= *today {
        return Ok(date);
    }
    let fix = "écrire AAAA, AAAA-MM ou AAAA-MM-JJ, un jour passé";
    Err(fault(format!("« {value} » n’est pas une date"), fix))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_however_a_spreadsheet_writes_it() {
        for written in ["01 41 18 30 00", "01.41.18.30.00", "141183000", "+33 (0)1 41 18 30 00"] {
            assert_eq!(digits(written), "0141183000", "{written}");
        }
        assert_eq!(digits("3114"), "3114");
    }

    #[test]
    fn a_date_is_read_and_one_that_is_not_or_not_yet_is_refused() {
        let read = |text: &str| day(text, "2026-11-22").ok();
        for (written, date) in [
            ("22/11/2026", "2026-11-22"),
            ("1/2/2021", "2021-02-01"),
            ("2021-02", "2021-02"),
            ("2026", "2026"),
            ("", ""),
        ] {
            assert_eq!(read(written).as_deref(), Some(date));
        }
        for wrong in ["2026-02-31", "9999", "2026-11-23", "2026-13", "31/02/2026", "hier"] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }
}
