//! The letters as a page to print, one on each sheet, each with its mail.

use crate::drawing::paper;
use crate::markup::escape;
use crate::model::review as texts;
use crate::model::{Dataset, Voice};
use crate::review::{Letter, letters};
use crate::wording::date_in_words;

const STYLE: &str = "<style>
.letter { border: 0; padding: 0; background: none; break-inside: auto; }
.letter + .letter { break-before: page; margin-top: 4rem; }
.heads { display: flex; gap: 2rem; margin: 0 0 2.5rem; }
.heads > * { flex: 1; margin: 0; font-style: normal; min-height: 6rem; }
.letter .from { border: 1px solid var(--line); padding: .4rem .6rem; color: var(--soft); font-size: .875em; }
.letter h2 { margin: 0 0 1.5rem; }
.letter p { margin: 0 0 1rem; break-inside: avoid; }
.letter p > span { display: block; }
.letter .fill { display: flex; align-items: baseline; gap: .4em; margin-top: .9em; }
.fill::after { content: \"\"; flex: 1; border-bottom: 1px solid var(--line); }
@media print {
  .letter + .letter { margin-top: 0; }
  .letter p { margin: 0 0 4mm !important; }
  .screen { display: none; }
}
</style>
";

/// The page of every letter of a dataset.
pub fn page(data: &Dataset) -> String {
    let dated = date_in_words(&data.texts, &data.filiere.date);
    let title = data.texts.say(&texts::letters(&data.filiere.name, &dated), Voice::Anyone);
    let all: String = letters(data).iter().map(|letter| one(data, letter)).collect();
    let body = format!("{STYLE}<h1 class=\"screen\">{}</h1>\n{all}", escape(&title));
    paper(&title, &body)
}

fn one(data: &Dataset, letter: &Letter) -> String {
    let text = |key: &'static str| escape(data.texts.get(key, Voice::Anyone));
    let write = text(if letter.whole { texts::WRITE } else { texts::WRITE_PART });
    let from = unbroken(&text(texts::FROM));
    let to: Vec<String> = letter.to.iter().map(|line| unbroken(&escape(line))).collect();
    let paragraphs: String = letter.body.split("\n\n").map(paragraph).collect();
    format!(
        "<article class=\"letter\" id=\"{}\">\n<div class=\"heads\"><p class=\"from\">{from}</p>\
         <address>{}</address></div>\n<h2>{}</h2>\n{paragraphs}\
         <p class=\"screen\"><a href=\"{}\">{write}</a></p>\n</article>\n",
        escape(&letter.structure),
        to.join("<br>"),
        unbroken(&escape(&letter.subject)),
        escape(&letter.mailto),
    )
}

/// A paragraph, a line a line. What is left to write at the end of one is as long as the
/// sheet allows.
fn paragraph(text: &str) -> String {
    let lines = text.lines().map(|line| {
        let said = unbroken(&escape(line.trim_end_matches('_')));
        let fill = if line.ends_with('_') { " class=\"fill\"" } else { "" };
        format!("<span{fill}>{said}</span>")
    });
    format!("<p>{}</p>\n", lines.collect::<String>())
}

/// No line begins with one of these signs.
fn unbroken(text: &str) -> String {
    [" :", " ?", " !"]
        .iter()
        .fold(text.to_owned(), |text, sign| text.replace(sign, &sign.replace(' ', "\u{a0}")))
}
