//! How a phone number is written and dialled, and whether it should be verified.

use crate::model::EmergencyNumber;

/// The year from which a contact counts as verified.
pub const VERIFIED_SINCE: u16 = 2024;

/// A phone number as one reads it: grouped in pairs; a short number as it is, and one
/// of the services that begin with 08 as they write it, « 0 800 00 98 39 ».
pub fn phone_label(digits: &str) -> String {
    if digits.len() <= 4 {
        return digits.to_owned();
    }
    let service = digits.starts_with("08");
    let mut label = String::with_capacity(digits.len() * 3 / 2);
    for (i, digit) in digits.chars().enumerate() {
        if if service { i == 1 || i > 2 && i % 2 == 0 } else { i > 0 && i % 2 == 0 } {
            // A number is never broken over two lines.
            label.push('\u{a0}');
        }
        label.push(digit);
    }
    label
}

/// The link that dials a phone number.
pub fn phone_link(digits: &str) -> String {
    format!("tel:{digits}")
}

/// The link that dials an emergency number, or that writes to it.
pub fn emergency_link(entry: &EmergencyNumber) -> String {
    if entry.sms { format!("sms:{}", entry.number) } else { phone_link(&entry.number) }
}

/// Whether a contact dated `YYYY`, `YYYY-MM` or `YYYY-MM-DD` is too old to be shown
/// without a word; one without a readable date is.
pub fn needs_checking(date: &str) -> bool {
    let year = date.get(..4).and_then(|year| year.parse::<u16>().ok());
    year.is_none_or(|year| year < VERIFIED_SINCE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_grouped_in_pairs_and_dialled_from_the_same_digits() {
        assert_eq!(phone_label("0147591234"), "01\u{a0}47\u{a0}59\u{a0}12\u{a0}34");
        assert_eq!(phone_label("0806000092"), "0\u{a0}806\u{a0}00\u{a0}00\u{a0}92");
        assert_eq!(phone_label("15"), "15");
        assert_eq!(phone_label("3114"), "3114");
        assert_eq!(phone_link("0147591234"), "tel:0147591234");
        let dialled: String =
            phone_label("0147591234").chars().filter(char::is_ascii_digit).collect();
        assert_eq!(phone_link(&dialled), phone_link("0147591234"));
    }

    #[test]
    fn a_number_for_those_who_cannot_speak_is_written_to() {
        let link = |sms| {
            emergency_link(&EmergencyNumber { number: "114".into(), sms, sources: Vec::new() })
        };
        assert_eq!([link(false), link(true)], ["tel:114", "sms:114"]);
    }

    #[test]
    fn what_is_older_than_2024_or_undated_is_to_be_verified() {
        assert!(needs_checking("2021-01-08") && needs_checking("2023") && needs_checking(""));
        assert!(!needs_checking("2024-01") && !needs_checking("2026-11-22"));
    }
}
