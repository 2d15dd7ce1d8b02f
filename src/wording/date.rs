//! Dates as people read them.

use crate::model::{Texts, Voice, ui};

/// A date given as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, in words, as precise as it is
/// given; anything else is left as it stands.
pub fn date_in_words(texts: &Texts, date: &str) -> String {
    let mut parts = date.splitn(3, '-');
    let year = parts.next().unwrap_or_default();
    let number = |part: Option<&str>| part.and_then(|p| p.parse::<usize>().ok());
    let month = number(parts.next()).and_then(|m| ui::MONTHS.get(m.checked_sub(1)?));
    let Some(month) = month.map(|key| texts.get(key, Voice::Anyone)) else {
        return date.to_owned();
    };
    match number(parts.next()) {
        None => format!("{month} {year}"),
        Some(1) => {
            let first = texts.get(ui::FIRST_OF_MONTH, Voice::Anyone);
            format!("{first} {month} {year}")
        }
        Some(day) => format!("{day} {month} {year}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::TextFile;

    #[test]
    fn a_date_is_told_as_precisely_as_it_is_known() {
        let file: TextFile =
            serde_json::from_str(include_str!("../../data/texts/fr/ui.json")).unwrap();
        let texts = Texts([("ui".to_owned(), file)].into());
        for (date, expected) in [
            ("2025", "2025"),
            ("2021-01", "janvier 2021"),
            ("2021-01-08", "8 janvier 2021"),
            ("2025-08-01", "1er août 2025"),
            ("2025-13-01", "2025-13-01"),
            ("", ""),
        ] {
            assert_eq!(date_in_words(&texts, date), expected);
        }
    }
}
