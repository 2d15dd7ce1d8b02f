//! The document to sign: each vignette in words, what is shown, what is told
//! absent, its sources, and room for remarks.

use crate::drawing::paper;
use crate::markup::escape;
use crate::model::{Dataset, Question, Voice};
use crate::model::{Vignette, Vignettes};
use crate::orientation::walk;
use crate::wording::{
    Block, Entry, Section, Sheet, answer_in_words, date_in_words, source_in_words,
};

/// The whole document.
pub fn html(data: &Dataset, files: &[(String, Vignettes)]) -> String {
    let filiere = &data.filiere;
    let title = format!("Orientation palliative, {} : vignettes à valider", filiere.name);
    let date = |date: &str| date_in_words(&data.texts, date);
    let mut body = format!(
        "<h1>{}</h1><p>Données du {}, version {}. À revoir avant le {}. Pour chaque situation : ce \
         que répond la personne, ce qui lui est montré, ce qui lui est dit absent, et d’où cela \
         vient.</p>",
        escape(&title),
        escape(&date(&filiere.date)),
        escape(&filiere.version),
        escape(&date(&filiere.review))
    );
    let mut number = 0;
    for (_, file) in files {
        body += &format!("<h2>{}</h2>", escape(&file.title));
        for vignette in &file.vignettes {
            number += 1;
            body += &situation(data, vignette, number);
        }
    }
    paper(&title, &(body + SIGNATURES))
}

const SIGNATURES: &str = "<section class=\"signatures\"><h2>Validation par le comité de pilotage</h2>\
    <p>Les situations ci-dessus ont été relues. Réserves éventuelles (numéros) :</p>\
    <p class=\"remarks\"></p><table><tr><th>Nom et fonction<th>Date<th>Signature</tr>\
    <tr><td><td><td></tr><tr><td><td><td></tr><tr><td><td><td></tr><tr><td><td><td></tr>\
    </table></section>";

fn situation(data: &Dataset, vignette: &Vignette, number: usize) -> String {
    let Ok(outcome) = vignette.play(data) else { return String::new() };
    let voice = voice(data, vignette, outcome.on_call);
    let questions = data.flow.questions.iter();
    let answers: Vec<String> = questions
        .filter_map(|question| {
            let answer = vignette.answers.get(&question.id)?;
            Some(answered(data, voice, question, answer))
        })
        .collect();
    let walk = walk(data, outcome.on_call, &vignette.answers);
    let sheet = Sheet::lay(&walk, &outcome);
    let shown = shown(&sheet);
    let sources: Vec<String> =
        vignette.sources.iter().map(|source| source_in_words(data, voice, source)).collect();
    format!(
        "<article><h3>{number}. {}</h3><p class=\"small\">{}{}. Réponses : {}.</p>{}{shown}\
         <p class=\"small\">Sources : {}.</p><p class=\"remarks small\">Remarques :</p></article>",
        escape(&vignette.situation),
        escape(&moment(data, &vignette.at)),
        if outcome.on_call { ", en dehors des heures ouvrées" } else { "" },
        escape(&answers.join(" ; ")),
        offered(data, voice, vignette),
        escape(&sources.join(" ; ")),
    )
}

/// The questions of which the vignette fixes what they propose.
fn offered(data: &Dataset, voice: Voice, vignette: &Vignette) -> String {
    let sentences = vignette.offered.iter().map(|(question, answers)| {
        let key = format!("questions.{question}.legend");
        let legend = data.texts.get(&key, voice);
        let answers: Vec<String> =
            answers.iter().map(|answer| answer_in_words(data, voice, question, answer)).collect();
        let text = format!("« {legend} » propose : {}.", answers.join(" ; "));
        format!("<p class=\"small\">{}</p>", escape(&text))
    });
    sentences.collect()
}

/// The voice in which the person of a vignette is spoken to.
fn voice(data: &Dataset, vignette: &Vignette, on_call: bool) -> Voice {
    walk(data, on_call, &vignette.answers).situation.voice()
}

/// An answer; with its question where the answer alone would say nothing.
fn answered(data: &Dataset, voice: Voice, question: &Question, answer: &str) -> String {
    let said = answer_in_words(data, voice, &question.id, answer);
    let others = data.flow.questions.iter().filter(|other| other.id != question.id);
    let mut others = others.flat_map(|q| q.answers.iter().map(move |a| (q, a)));
    if others.any(|(q, a)| answer_in_words(data, voice, &q.id, &a.id) == said) {
        let key = format!("questions.{}.legend", question.id);
        return format!("{} {said}", data.texts.get(&key, voice));
    }
    said
}

/// A moment as one says it.
fn moment(data: &Dataset, at: &str) -> String {
    match at.split_once('T') {
        Some((date, time)) => format!("Le {} à {time}", date_in_words(&data.texts, date)),
        None => at.to_owned(),
    }
}

/// All that a sheet says, in its order.
pub fn shown(sheet: &Sheet) -> String {
    let first = [Some(&sheet.title), sheet.situation.as_ref(), Some(&sheet.limits)];
    let first = first.into_iter().chain([sheet.clock.as_ref()]).flatten();
    let first: Vec<String> = first.map(|said| escape(said)).collect();
    let parts: String = sheet.sections.iter().map(part).collect();
    let years = sheet.years.iter().map(|said| format!("<p class=\"small\">{}</p>", escape(said)));
    let years: String = years.collect();
    format!("<p class=\"small\">{}</p>{parts}{years}", first.join(" · "))
}

/// A part of the sheet, under its heading.
fn part(section: &Section) -> String {
    let blocks: String = section.blocks.iter().map(block).collect();
    format!("<p><strong>{}</strong></p><ol>{blocks}</ol>", escape(&section.title))
}

fn block(block: &Block) -> String {
    let said = block.body.iter().chain(&block.say);
    let said: String = said.map(|text| format!(" {}", escape(text))).collect();
    let unreached = block.unreached.iter().map(|text| format!(" {}", escape(text)));
    let unreached: String = unreached.collect();
    let kind = if block.absence { " class=\"absent\"" } else { "" };
    let more = block.more.iter().map(|more| {
        format!("<p class=\"small\">{}</p>{}", escape(&more.title), entries(&more.entries))
    });
    let more: String = more.collect();
    let title = escape(&block.title);
    let own = entries(&block.entries);
    format!("<li{kind}><strong>{title}</strong>{said}{own}{unreached}{more}</li>")
}

fn entries(all: &[Entry]) -> String {
    if all.is_empty() {
        return String::new();
    }
    let items: String = all.iter().map(|one| format!("<li>{}</li>", escape(&entry(one)))).collect();
    format!("<ul class=\"small\">{items}</ul>")
}

fn entry(entry: &Entry) -> String {
    let marks = entry.near.iter().chain(entry.state.iter().map(|(_, text)| text));
    let numbers = entry.phones.iter().map(|phone| match phone.year.as_str() {
        "" => phone.label.clone(),
        year => format!("{} ({year})", phone.label),
    });
    let remarks = entry.ask.iter().chain(&entry.remarks).chain(&entry.addresses).cloned();
    let who = entry.does.iter().chain([&entry.name]).cloned().collect::<Vec<_>>().join(" ");
    let all: Vec<String> =
        [who].into_iter().chain(marks.cloned()).chain(numbers).chain(remarks).collect();
    all.join(" ; ")
}
