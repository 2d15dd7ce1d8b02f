//! The document to sign: each situation in words, what is shown, what is told
//! absent, its sources, and room for remarks.

use crate::check::journey::{Journey, Journeys};
use crate::directory::date_in_words;
use crate::model::{Dataset, Join, Question, State, Voice, ui};
use crate::orientation::{
    Card, Group, Outcome, absence_in_words, answer_in_words, reserved_in_words, source_in_words,
    walk,
};
use crate::tool::page::escape;
use crate::tool::paper::paper;

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
    let groups = outcome.groups.iter().enumerate();
    let shown: String = groups.map(|(at, group)| shown(data, voice, group, at == 0)).collect();
    let sources: Vec<String> =
        journey.sources.iter().map(|source| source_in_words(data, voice, source)).collect();
    format!(
        "<article><h3>{number}. {}</h3><p class=\"small\">{}{}. Réponses : {}.</p>{}<ol>{shown}</ol>{}\
         <p class=\"small\">Sources : {}.</p><p class=\"remarks small\">Remarques :</p></article>",
        escape(&journey.situation),
        escape(&moment(data, &journey.at)),
        if outcome.on_call { ", en dehors des heures ouvrées" } else { "" },
        escape(&answers.join(" ; ")),
        offered(data, voice, journey),
        missing(data, voice, &outcome),
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

/// A group; what joins the `first` one to what stands before is not said.
fn shown(data: &Dataset, voice: Voice, group: &Group, first: bool) -> String {
    let join = match group.join {
        Join::And if first => "",
        Join::And => ui::JOIN_AND,
        Join::Or => ui::JOIN_OR,
        Join::Optional => ui::JOIN_OPTIONAL,
    };
    let join = match join {
        "" => String::new(),
        key => format!("<em>{}</em> ", escape(data.texts.get(key, voice))),
    };
    let cards: Vec<String> =
        group.cards.iter().map(|card| card_in_words(data, voice, card)).collect();
    let cards = if cards.is_empty() { String::new() } else { format!(" : {}", cards.join(" ; ")) };
    format!("<li>{join}<strong>{}</strong>{}</li>", escape(&group.role), escape(&cards))
}

fn card_in_words(data: &Dataset, voice: Voice, card: &Card) -> String {
    let state = match card.state {
        // What is listed without reserve needs no more words.
        State::Listed => String::new(),
        state => data.texts.get(&format!("states.{}", state.id()), voice).to_lowercase(),
    };
    let near = if card.near { data.texts.get(ui::NEAR, voice) } else { "" };
    let said: Vec<&str> = [near, &state].into_iter().filter(|text| !text.is_empty()).collect();
    if said.is_empty() { card.name.clone() } else { format!("{} ({})", card.name, said.join(", ")) }
}

fn missing(data: &Dataset, voice: Voice, outcome: &Outcome) -> String {
    let absences = outcome.absences.iter().map(|absence| absence_in_words(data, voice, absence));
    let reserved = outcome.reserved.iter().map(|told| reserved_in_words(data, voice, told));
    let told: String =
        absences.chain(reserved).map(|text| format!("<li>{}</li>", escape(&text))).collect();
    if told.is_empty() {
        told
    } else {
        format!("<p>Dit absent ou réservé :</p><ul class=\"absent\">{told}</ul>")
    }
}
