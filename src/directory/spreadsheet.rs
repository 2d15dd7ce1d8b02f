//! Texts that a spreadsheet shows, and does not compute.

/// What a spreadsheet would compute instead of showing it.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// A text that no spreadsheet computes: an apostrophe before it makes it a text.
pub fn inert(text: &str) -> String {
    // One that stands there already is the text's own, and needs another.
    if is_computed(text.trim_start_matches('\'')) { format!("'{text}") } else { text.to_owned() }
}

/// The text that [`inert`] was given.
pub fn active(text: &str) -> &str {
    let own = text.strip_prefix('\'');
    own.filter(|own| is_computed(own.trim_start_matches('\''))).unwrap_or(text)
}

fn is_computed(text: &str) -> bool {
    text.starts_with(FORMULA)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_is_made_a_text_and_comes_back() {
        for text in ["=HYPERLINK(\"x\")", "+33", "-1", "@a", "'=a", "''=a", "4 rue", "'l", ""] {
            assert_eq!(active(&inert(text)), text);
            assert!(!is_computed(&inert(text)), "{text}");
        }
    }
}
