//! The document to sign: each situation in words, what is shown, what is told
//! absent, its sources, and room for remarks.

use crate::check::journey::{Journey, Journeys};
use crate::directory::date_in_words;
use crate::model::{Dataset, Question, Voice};
use crate::orientation::{answer_in_words, source_in_words, walk};
use crate::tool::page::escape;
use crate::tool::paper::paper;
use crate::wording::{Block, Entry, Section, Sheet};

/// The whole document.
pub fn html(data: &Dataset, files: &[(String, Journeys)]) -> String {
    let filiere = &data.filiere;
    let title = format!("Orientation palliative, {} : situations à valider", filiere.name);
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
        for journey in &file.journeys {
            number += 1;
            body += &situation(data, journey, number);
        }
    }
    paper(&title, &(body + SIGNATURES))
}

const SIGNATURES: &str = "<section class=\"signatures\"><h2>Validation par le comité de pilotage</h2>\
    <p>Les situations ci-dessus ont été relues. Réserves éventuelles (numéros) :</p>\
    <p class=\"remarks\"></p><table><tr><th>Nom et fonction<th>Date<th>Signature</tr>\
    <tr><td><td><td></tr><tr><td><td><td></tr><tr><td><td><td></tr><tr><td><td><td></tr>\
    </table></section>";

fn situation(data: &Dataset, journey: &Journey, number: usize) -> String {
    let Ok(outcome) = journey.play(data) else { return String::new() };
    let voice = voice(data, journey, outcome.on_call);
    let questions = data.flow.questions.iter();
    let answers: Vec<String> = questions
        .filter_map(|question| {
            let answer = journey.answers.get(&question.id)?;
            Some(answered(data, voice, question, answer))
        })
        .collect();
    let walk = walk(data, outcome.on_call, &journey.answers);
    let sheet = Sheet::lay(&walk, &outcome);
    let shown: String = sheet.sections.iter().map(part).collect();
    let sources: Vec<String> =
        journey.sources.iter().map(|source| source_in_words(data, voice, source)).collect();
    format!(
        "<article><h3>{number}. {}</h3><p class=\"small\">{}{}. Réponses : {}.</p>{}{shown}\
         <p class=\"small\">Sources : {}.</p><p class=\"remarks small\">Remarques :</p></article>",
        escape(&journey.situation),
        escape(&moment(data, &journey.at)),
        if outcome.on_call { ", en dehors des heures ouvrées" } else { "" },
        escape(&answers.join(" ; ")),
        offered(data, voice, journey),
        escape(&sources.join(" ; ")),
    )
}

/// The questions of which the situation fixes what they propose.
fn offered(data: &Dataset, voice: Voice, journey: &Journey) -> String {
    let told = journey.offered.iter().map(|(question, answers)| {
        let key = format!("questions.{question}.legend");
        let legend = data.texts.get(&key, voice);
        let answers: Vec<String> =
            answers.iter().map(|answer| answer_in_words(data, voice, question, answer)).collect();
        let told = format!("« {legend} » propose : {}.", answers.join(" ; "));
        format!("<p class=\"small\">{}</p>", escape(&told))
    });
    told.collect()
}

/// The voice in which the person of a situation is spoken to.
fn voice(data: &Dataset, journey: &Journey, on_call: bool) -> Voice {
    walk(data, on_call, &journey.answers).situation.voice()
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

/// A part of the sheet, under its heading.
fn part(section: &Section) -> String {
    let blocks: String = section.blocks.iter().map(block).collect();
    format!("<p><strong>{}</strong></p><ol>{blocks}</ol>", escape(&section.title))
}

fn block(block: &Block) -> String {
    let said = [&block.body, &block.say, &block.unreached];
    let said: String =
        said.into_iter().flatten().map(|text| format!(" {}", escape(text))).collect();
    let entries: Vec<String> = block.all().map(entry).collect();
    let entries =
        if entries.is_empty() { String::new() } else { format!(" : {}", entries.join(" ; ")) };
    let kind = if block.absence { " class=\"absent\"" } else { "" };
    format!("<li{kind}><strong>{}</strong>{said}{}</li>", escape(&block.title), escape(&entries))
}

fn entry(entry: &Entry) -> String {
    let numbers = entry.phones.iter().map(|phone| format!("{} {}", phone.label, phone.year));
    let marks = entry.near.iter().chain(entry.state.iter().map(|(_, told)| told));
    let said: Vec<String> = numbers.chain(marks.cloned()).collect();
    if said.is_empty() {
        entry.name.clone()
    } else {
        format!("{} ({})", entry.name, said.join(", "))
    }
}
