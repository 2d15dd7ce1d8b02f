//! A difference told: on a terminal, and as a page to hand out.

use std::fmt::Write;

use crate::check::journey::Expected;
use crate::tool::page::escape;

use super::{Cause, Diff, Example};

/// The difference as text.
pub(super) fn text(diff: &Diff) -> String {
    let mut out = headline(diff).join("\n") + "\n";
    for cause in &diff.causes {
        let _ = writeln!(out, "\n{} : {} situation(s)", cause.what, cause.situations);
        let Some(example) = &cause.example else { continue };
        let _ = writeln!(out, "  par exemple : {}", example.path.join(" "));
        for line in before_after(example) {
            let _ = writeln!(out, "  {line}");
        }
    }
    out
}

/// The difference as a page.
pub(super) fn html(diff: &Diff) -> String {
    let mut page = "<!doctype html><html lang=\"fr\"><meta charset=\"utf-8\">\
        <title>Ce que change l’avenant</title><style>body{font:11pt/1.5 system-ui,sans-serif;\
        max-width:180mm;margin:2em auto}section{break-inside:avoid;border-top:1px solid #777}\
        code{font-size:10pt}h2{font-size:13pt}</style><h1>Ce que change l’avenant</h1>"
        .to_owned();
    for line in headline(diff) {
        let _ = write!(page, "<p>{}</p>", escape(&line));
    }
    for cause in &diff.causes {
        page += &section(cause);
    }
    page + "</html>\n"
}

fn section(cause: &Cause) -> String {
    let example = cause.example.as_ref().map_or_else(String::new, |example| {
        let lines: String =
            before_after(example).iter().map(|line| format!("<li>{}</li>", escape(line))).collect();
        format!(
            "<p>Par exemple : <code>{}</code></p><ul>{lines}</ul>",
            escape(&example.path.join(" "))
        )
    });
    let (what, count) = (escape(&cause.what), cause.situations);
    format!("<section><h2>{what} : {count} situation(s)</h2>{example}</section>")
}

fn headline(diff: &Diff) -> Vec<String> {
    let mut lines = vec![
        format!("En vigueur : {}", diff.old),
        format!("À venir : {}", diff.new),
        format!("{} situation(s) sur {} orientée(s) autrement", diff.changed, diff.situations),
    ];
    if diff.together > 0 {
        lines.push(format!("{} par plusieurs changements ensemble", diff.together));
    }
    lines
}

/// What left and what came, group by group.
fn before_after(example: &Example) -> Vec<String> {
    let told = |shown: &Option<Expected>| shown.as_ref().map(lines);
    let (before, after) = match (told(&example.before), told(&example.after)) {
        (None, _) => return vec!["situation nouvelle".to_owned()],
        (_, None) => return vec!["situation qui n’existe plus".to_owned()],
        (Some(before), Some(after)) => (before, after),
    };
    let left =
        before.iter().filter(|line| !after.contains(line)).map(|line| format!("avant : {line}"));
    let came =
        after.iter().filter(|line| !before.contains(line)).map(|line| format!("après : {line}"));
    let lines: Vec<String> = left.chain(came).collect();
    if lines.is_empty() {
        vec!["les mots, la source ou l’ordre changent".to_owned()]
    } else {
        lines
    }
}

fn lines(shown: &Expected) -> Vec<String> {
    let groups = shown.groups.iter().map(|group| {
        let join = format!("{:?}", group.join).to_lowercase();
        format!("{} ({join}) {}", group.group, group.structures.join(", "))
    });
    let absent = shown.absences.iter().map(|absence| format!("absent {absence}"));
    let kept = shown.reserved.iter().map(|reserved| format!("réservé {reserved}"));
    groups.chain(absent).chain(kept).collect()
}
