//! The letters as a page to print, one on each sheet, each with its mail.

use crate::markup::escape;
use crate::model::review as texts;
use crate::model::{Dataset, Voice};
use crate::review::{Letter, letters};
use crate::tool::paper::paper;
use crate::wording::date_in_words;

const STYLE: &str = "<style>
.letter { border: 0; padding: 0; background: none; break-inside: auto; }
.letter + .letter { break-before: page; margin-top: 4rem; }
.letter .to { margin: 0 0 2.5rem 45%; font-style: normal; }
.letter h2 { margin: 0 0 1.5rem; }
.letter p { white-space: pre-line; margin: 0 0 1rem; break-inside: avoid; }
@media print {
  .letter + .letter { margin-top: 0; }
  .letter .to { margin-bottom: 14mm; }
  .letter p { margin: 0 0 4mm !important; line-height: 1.5; }
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
    let write = if letter.whole { texts::WRITE } else { texts::WRITE_PART };
    let write = escape(data.texts.get(write, Voice::Anyone));
    let to: Vec<String> = letter.to.iter().map(|line| escape(line)).collect();
    let paragraphs = letter.body.split("\n\n").map(|text| format!("<p>{}</p>\n", escape(text)));
    format!(
        "<article class=\"letter\" id=\"{}\">\n<address class=\"to\">{}</address>\n\
         <h2>{}</h2>\n{}<p class=\"screen\"><a href=\"{}\">{write}</a></p>\n</article>\n",
        escape(&letter.structure),
        to.join("<br>"),
        escape(&letter.subject),
        paragraphs.collect::<String>(),
        escape(&letter.mailto),
    )
}
