//! A difference told: on a terminal, and as a page to hand out.

use std::fmt::Write;

use crate::drawing::paper;
use crate::markup::escape;

use super::{Cause, Diff};

const TITLE: &str = "Ce que change l’avenant";
const NOBODY: &str = "Sans effet sur l’orientation";

/// The difference as text.
pub fn text(diff: &Diff) -> String {
    let mut out = headline(diff).join("\n") + "\n";
    let (moving, still) = parted(diff);
    for cause in moving {
        let _ = writeln!(out, "\n{}\n  {}", cause.title, counted(diff, cause));
        for line in &cause.details {
            let _ = writeln!(out, "  · {line}");
        }
        let Some(example) = &cause.example else { continue };
        let _ = writeln!(out, "  par exemple : {}", example.situation);
        for line in &example.differences {
            let _ = writeln!(out, "    → {line}");
        }
        let _ = writeln!(out, "  où : {}", cause.what);
    }
    if !still.is_empty() {
        let _ = writeln!(out, "\n{NOBODY}");
    }
    for cause in still {
        let _ = writeln!(out, "  - {}{}", cause.title, seen(cause));
        for line in &cause.details {
            let _ = writeln!(out, "    · {line}");
        }
    }
    out
}

/// The difference as a page.
pub fn html(diff: &Diff) -> String {
    let mut body = format!("<h1>{TITLE}</h1>");
    for line in headline(diff) {
        let _ = write!(body, "<p>{}</p>", escape(&line));
    }
    let (moving, still) = parted(diff);
    for cause in moving {
        body += &section(diff, cause);
    }
    if !still.is_empty() {
        let items: String = still
            .iter()
            .map(|cause| {
                let line = escape(&format!("{}{}", cause.title, seen(cause)));
                format!("<li>{line}{}</li>", list(&cause.details))
            })
            .collect();
        body += &format!("<h2>{NOBODY}</h2><ul>{items}</ul>");
    }
    paper(TITLE, &body)
}

fn section(diff: &Diff, cause: &Cause) -> String {
    let example = cause.example.as_ref().map_or_else(String::new, |example| {
        format!(
            "<p><em>Par exemple</em> : {}</p>{}",
            escape(&example.situation),
            list(&example.differences)
        )
    });
    format!(
        "<article><h2>{}</h2><p><strong>{}</strong></p>{}{example}<p class=\"small\">Où : {}</p></article>",
        escape(&cause.title),
        counted(diff, cause),
        list(&cause.details),
        escape(&cause.what)
    )
}

fn list(lines: &[String]) -> String {
    if lines.is_empty() {
        return String::new();
    }
    let lines: String = lines.iter().map(|line| format!("<li>{}</li>", escape(line))).collect();
    format!("<ul>{lines}</ul>")
}

/// What orients somebody otherwise, and what does not.
fn parted(diff: &Diff) -> (Vec<&Cause>, Vec<&Cause>) {
    diff.causes.iter().partition(|cause| cause.situations > 0)
}

fn headline(diff: &Diff) -> Vec<String> {
    let mut lines = vec![format!("En vigueur : {}.", diff.old), format!("À venir : {}.", diff.new)];
    lines.push(match diff.changed {
        0 => "Personne n’est orienté autrement.".to_owned(),
        1 => format!("Une situation sur {} est orientée autrement.", grouped(diff.situations)),
        changed => format!(
            "{} situations sur {} sont orientées autrement.",
            grouped(changed),
            grouped(diff.situations)
        ),
    });
    if diff.changed > 0 {
        lines.push(
            "Chaque changement est compté seul : une même situation peut être touchée par plusieurs."
                .to_owned(),
        );
    }
    if diff.together > 0 {
        let together = grouped(diff.together);
        lines.push(format!("{together} ne changent que par plusieurs changements ensemble."));
    }
    lines
}

fn counted(diff: &Diff, cause: &Cause) -> String {
    let (some, all) = (grouped(cause.situations), grouped(diff.situations));
    let plural = if cause.situations > 1 { "s" } else { "" };
    // Other words for the same people send nobody elsewhere.
    let how = if cause.what.starts_with("texts/") { "dite" } else { "orientée" };
    format!("{some} situation{plural} sur {all} {how}{plural} autrement")
}

fn seen(cause: &Cause) -> String {
    match cause.shown_in {
        None => String::new(),
        Some(0) => " (aucune situation ne la montre)".to_owned(),
        Some(count) => format!(" (montrée dans {} situations)", grouped(count)),
    }
}

/// A number by groups of three digits.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let first = digits.len() % 3;
    let (head, rest) = digits.split_at(first);
    let rest: Vec<&str> = (0..rest.len() / 3).map(|at| &rest[3 * at..3 * at + 3]).collect();
    let all: Vec<&str> =
        std::iter::once(head).filter(|head| !head.is_empty()).chain(rest).collect();
    all.join("\u{202f}")
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn numbers_are_grouped_by_three() {
        assert_eq!([7, 780, 18786].map(grouped), ["7", "780", "18\u{202f}786"]);
        assert_eq!(grouped(1_000_000), "1\u{202f}000\u{202f}000");
    }
}
