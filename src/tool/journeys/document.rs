//! The document to sign: each situation in words, what is shown, what is told
//! absent, its sources, and room for remarks.

use crate::check::journey::{Journey, Journeys};
use crate::model::{Dataset, Join, Voice, ui};
use crate::orientation::{
    Card, Group, Outcome, absence_in_words, answer_in_words, reserved_in_words, source_in_words,
    walk,
};
use crate::tool::page::escape;

const STYLE: &str = include_str!("document.css");

/// The whole document.
pub(super) fn html(data: &Dataset, files: &[(String, Journeys)]) -> String {
    let filiere = &data.filiere;
    let mut page = format!(
        "<!doctype html><html lang=\"fr\"><meta charset=\"utf-8\"><title>Situations à valider</title>\
         <style>{STYLE}</style><h1>Orientation palliative, {} : situations à valider</h1>\
         <p>Données du {}, version {}. À revoir avant le {}. Pour chaque situation : ce que répond \
         la personne, ce qui lui est montré, ce qui lui est dit absent, et d’où cela vient.</p>",
        escape(&filiere.name),
        escape(&filiere.date),
        escape(&filiere.version),
        escape(&filiere.review)
    );
    let mut number = 0;
    for (_, file) in files {
        page += &format!("<h2>{}</h2>", escape(&file.title));
        for journey in &file.journeys {
            number += 1;
            page += &situation(data, journey, number);
        }
    }
    page + SIGNATURES
}

const SIGNATURES: &str = "<section class=\"signatures\"><h2>Validation par le comité de pilotage</h2>\
    <p>Les situations ci-dessus ont été relues. Réserves éventuelles (numéros) :</p>\
    <p class=\"remarks\"></p><table><tr><th>Nom et fonction<th>Date<th>Signature</tr>\
    <tr><td><td><td></tr><tr><td><td><td></tr><tr><td><td><td></tr><tr><td><td><td></tr>\
    </table></section></html>";

fn situation(data: &Dataset, journey: &Journey, number: usize) -> String {
    let Ok(outcome) = journey.play(data) else { return String::new() };
    let voice = voice(data, journey, outcome.on_call);
    let questions = data.flow.questions.iter();
    let answers: Vec<String> = questions
        .filter_map(|question| {
            let answer = journey.answers.get(&question.id)?;
            Some(answer_in_words(data, voice, &question.id, answer))
        })
        .collect();
    let shown: String = outcome.groups.iter().map(|group| shown(data, voice, group)).collect();
    let sources: Vec<String> =
        journey.sources.iter().map(|source| source_in_words(data, voice, source)).collect();
    format!(
        "<article><h3>{number}. {}</h3><p class=\"when\">{}{}. Réponses : {}.</p><ol>{shown}</ol>{}\
         <p class=\"sources\">Sources : {}.</p><p class=\"remarks\">Remarques :</p></article>",
        escape(&journey.situation),
        escape(&journey.at.replace('T', " à ")),
        if outcome.on_call { ", en dehors des heures ouvrées" } else { "" },
        escape(&answers.join(" ; ")),
        missing(data, voice, &outcome),
        escape(&sources.join(" ; ")),
    )
}

/// The voice in which the person of a situation is spoken to.
fn voice(data: &Dataset, journey: &Journey, on_call: bool) -> Voice {
    walk(data, on_call, &journey.answers).situation.voice()
}

fn shown(data: &Dataset, voice: Voice, group: &Group) -> String {
    let join = match group.join {
        Join::And => ui::JOIN_AND,
        Join::Or => ui::JOIN_OR,
        Join::Optional => ui::JOIN_OPTIONAL,
    };
    let cards: Vec<String> =
        group.cards.iter().map(|card| card_in_words(data, voice, card)).collect();
    let cards = if cards.is_empty() { String::new() } else { format!(" : {}", cards.join(" ; ")) };
    format!(
        "<li><em>{}</em> <strong>{}</strong>{}</li>",
        escape(data.texts.get(join, voice)),
        escape(&group.role),
        escape(&cards)
    )
}

fn card_in_words(data: &Dataset, voice: Voice, card: &Card) -> String {
    let state = data.texts.get(&format!("states.{}", card.state.id()), voice).to_owned();
    let near = if card.near { data.texts.get(ui::NEAR, voice) } else { "" };
    let said: Vec<&str> = [near, &state].into_iter().filter(|text| !text.is_empty()).collect();
    if said.is_empty() { card.name.clone() } else { format!("{} ({})", card.name, said.join(", ")) }
}

fn missing(data: &Dataset, voice: Voice, outcome: &Outcome) -> String {
    let absences = outcome.absences.iter().map(|absence| absence_in_words(data, voice, absence));
    let reserved = outcome.reserved.iter().map(|told| reserved_in_words(data, voice, told));
    let told: String =
        absences.chain(reserved).map(|text| format!("<li>{}</li>", escape(&text))).collect();
    if told.is_empty() { told } else { format!("<p>Dit absent ou réservé :</p><ul>{told}</ul>") }
}
