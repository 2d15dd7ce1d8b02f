//! The unit of the widget's style sheets.
//!
//! In a browser `rem` is the size of the host's root: many hosts make it 10 px. Here it
//! is the size of letters that the visitor has set, which the script around the widget
//! reads (`place` in `src/embed/element.js`) and which needs no style of the host's.

use anyhow::{Result, ensure};

/// What stands for one `rem` when the script has not told it.
const USUAL: &str = "var(--op-rem, 16px)";

/// The styles with the widget's own unit in place of the host's.
pub fn own_rem(styles: &str) -> Result<String> {
    let mut out = String::with_capacity(styles.len() * 2);
    for line in styles.lines() {
        let condition = line.trim_start().starts_with('@');
        ensure!(
            !condition || lengths(line).is_empty(),
            "« {} » : une condition ne connaît pas l’unité du widget ; écrire em au lieu de rem",
            line.trim()
        );
        out += &replaced(line);
        out.push('\n');
    }
    Ok(out)
}

fn replaced(line: &str) -> String {
    let mut out = String::new();
    let mut from = 0;
    for (start, end) in lengths(line) {
        let number = &line[start..end];
        out += &line[from..start];
        out += &match number {
            "1" => USUAL.to_owned(),
            _ => format!("calc({number}*{USUAL})"),
        };
        from = end + "rem".len();
    }
    out + &line[from..]
}

/// Where the numbers of lengths in `rem` begin and end.
fn lengths(line: &str) -> Vec<(usize, usize)> {
    let unit = line.match_indices("rem").filter(|(at, unit)| {
        let after = line[at + unit.len()..].chars().next();
        after.is_none_or(|c| !c.is_ascii_alphanumeric() && c != '-')
    });
    let number = unit.map(|(end, _)| {
        let head = line[..end].trim_end_matches(|c: char| c.is_ascii_digit() || c == '.');
        (head.strip_suffix('-').unwrap_or(head).len(), end)
    });
    number
        .filter(|(start, end)| line[*start..*end].ends_with(|c: char| c.is_ascii_digit()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_length_is_of_the_widgets_own_unit() -> Result<()> {
        let styles = "a {\n  margin: 0.5rem 1rem -2rem;\n  --remote: 1px;\n}";
        let own = "a {\n  margin: calc(0.5*var(--op-rem, 16px)) var(--op-rem, 16px) \
                   calc(-2*var(--op-rem, 16px));\n  --remote: 1px;\n}\n";
        assert_eq!(own_rem(styles)?, own);
        Ok(())
    }

    #[test]
    fn a_condition_in_rem_is_refused() {
        let message = own_rem("@container (min-width: 24rem) {\n}").map_err(|e| e.to_string());
        assert!(message.is_err_and(|message| message.contains("24rem")));
    }
}
