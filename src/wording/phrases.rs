//! Answers, absences and situations told in words.

use crate::model::{
    Contact, Dataset, HOURS, Message, QUESTION_HOURS, QUESTION_LEVEL, QUESTION_PROFILE,
    QuestionKind, SourceRef, State, TERRITORY_ELSEWHERE, TERRITORY_UNKNOWN, VAR_HOURS,
    VAR_TERRITORY, Voice, row_name, territory_name, ui,
};

use super::date::date_in_words;

use crate::orientation::{Absence, Reserved, Session, Situation};

/// An answer as its visitor reads it: a choice's label, a commune with its
/// territory, a department, or the words for a derived variable. An id that the
/// dataset lacks stands as it is.
pub fn answer_in_words(data: &Dataset, voice: Voice, question: &str, answer: &str) -> String {
    let texts = &data.texts;
    if let Some(key) = derived(question, answer) {
        return texts.get(key, voice).to_owned();
    }
    let commune = data.question(question).is_some_and(|q| q.kind == QuestionKind::Commune);
    if let Some(place) = commune.then(|| place_in_words(data, voice, answer)).flatten() {
        return place;
    }
    let key = format!("questions.{question}.{answer}");
    texts.find(&key, voice).unwrap_or(answer).to_owned()
}

/// What is told where nothing is listed: the row's own words, else those for what
/// the sources say.
pub fn absence_in_words(data: &Dataset, voice: Voice, absence: &Absence) -> String {
    let own = format!("absences.{}", absence.kind);
    let key = match absence.state {
        _ if data.texts.find(&own, voice).is_some() => own.as_str(),
        State::NotCovered => "absences.not-covered",
        _ if absence.commune_only => "absences.commune",
        _ => "absences.general",
    };
    let row = row_name(data, voice, &absence.kind);
    let of = format!("rows.{}.of", absence.kind);
    let of = data.texts.find(&of, voice).unwrap_or(&row);
    let running = format!("territories.{}", absence.territory);
    let territory = data.texts.find(&running, voice).unwrap_or(&absence.territory);
    data.texts.say(&Message::absence(key, &row, of, territory), voice)
}

/// What is told of something kept for other patients.
pub fn reserved_in_words(data: &Dataset, voice: Voice, reserved: &Reserved) -> String {
    let row = row_name(data, voice, &reserved.kind);
    data.texts.say(&Message::reserved(&reserved.name, &row), voice)
}

/// A citation: the document's title, the line where one is cited, and its date
/// where the title does not say it. An unknown document is told by its id.
pub fn source_in_words(data: &Dataset, voice: Voice, source: &SourceRef) -> String {
    let Some(document) = data.sources.sources.iter().find(|s| s.id == source.source()) else {
        return source.0.clone();
    };
    let title = document.title.as_str();
    let cited = match source.lines() {
        None => title.to_owned(),
        Some(line) => {
            let cite = if line.contains('-') { ui::source_lines } else { ui::source_line };
            data.texts.say(&cite(title, line), voice)
        }
    };
    let dated = date_in_words(&data.texts, &document.date);
    if dated.is_empty() || title.contains(&dated) {
        return cited;
    }
    data.texts.say(&ui::source_dated(&cited, &dated), voice)
}

/// Where contacts were found and when they were true, each origin once.
pub fn contact_origins(data: &Dataset, voice: Voice, contacts: &[Contact]) -> String {
    let mut phrases: Vec<String> = Vec::new();
    for contact in contacts {
        let document = data.sources.sources.iter().find(|s| s.id == contact.source.source());
        let title = document.map_or(contact.source.0.as_str(), |source| &source.title);
        let dated = date_in_words(&data.texts, &contact.date);
        let origin = if title.contains(&dated) {
            title.to_owned()
        } else {
            data.texts.say(&ui::contact_source(title, &dated), voice)
        };
        if !phrases.contains(&origin) {
            phrases.push(origin);
        }
    }
    phrases.join(" ; ")
}

/// The situation in one sentence; `None` when no answer has words for it. Who one is
/// is not told: the voice says it.
pub fn summary(data: &Dataset, session: &Session) -> Option<String> {
    summary_of(&session.walk(data).situation)
}

/// A situation in one sentence; `None` when no answer has words for it.
pub fn summary_of(situation: &Situation) -> Option<String> {
    let (data, voice) = (situation.data, situation.voice());
    let said = situation.path.iter().filter(|(question, _)| *question != QUESTION_PROFILE);
    let mut parts: Vec<(u8, String)> = said
        .filter_map(|(question, answer)| {
            let phrases = in_sentence(data, voice, question, answer)?;
            Some((place_in_sentence(data, voice, question), phrases))
        })
        .collect::<Vec<_>>();
    parts.sort_by_key(|(place, _)| *place);
    let phrases: Vec<String> = parts.into_iter().map(|(_, phrases)| phrases).collect();
    (!phrases.is_empty()).then(|| format!("{}.", capital(&phrases.join(", "))))
}

/// What stands before the rest, and what behind: a professional reads the level first;
/// the commune and the hour come last, as one says them.
fn place_in_sentence(data: &Dataset, voice: Voice, question: &str) -> u8 {
    let is_commune = data.question(question).is_some_and(|q| q.kind == QuestionKind::Commune);
    match question {
        QUESTION_LEVEL if voice == Voice::Professional => 0,
        QUESTION_HOURS => 3,
        _ if is_commune => 2,
        _ => 1,
    }
}

/// With a capital to begin with. Only the letters that begin a French word: the tables
/// of Unicode would weigh more than the sentences.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = match letters.next() {
        None => return String::new(),
        Some('à') => 'À',
        Some('â') => 'Â',
        Some('ç') => 'Ç',
        Some('é') => 'É',
        Some('è') => 'È',
        Some('ê') => 'Ê',
        Some('î') => 'Î',
        Some('ô') => 'Ô',
        Some('œ') => 'Œ',
        Some(other) => other.to_ascii_uppercase(),
    };
    std::iter::once(first).chain(letters).collect()
}

fn in_sentence(data: &Dataset, voice: Voice, question: &str, answer: &str) -> Option<String> {
    let key = format!("{}{question}.{answer}", ui::SUMMARY);
    if let Some(text) = data.texts.find(&key, voice) {
        return Some(text.to_owned());
    }
    if data.question(question)?.kind != QuestionKind::Commune {
        return None;
    }
    let place = place_in_words(data, voice, answer)?;
    // « à Le Plessis-Robinson » is said « au Plessis-Robinson ».
    let said = match place.split_once(' ') {
        _ if data.commune(answer).is_none() => ui::place_department(&place),
        Some(("Le", rest)) => ui::place_at_le(rest),
        Some(("Les", rest)) => ui::place_at_les(rest),
        _ => ui::place_at(&place),
    };
    Some(data.texts.say(&said, voice))
}

/// A commune with its territory, or a department with its number.
fn place_in_words(data: &Dataset, voice: Voice, code: &str) -> Option<String> {
    if let Some(commune) = data.commune(code) {
        let territory = territory_name(data, &commune.territory);
        return Some(data.texts.say(&ui::commune_in_territory(&commune.name, territory), voice));
    }
    let department = data.elsewhere.departments.iter().find(|d| d.code == code)?;
    Some(data.texts.say(&ui::commune_department(&department.name, code), voice))
}

fn derived(variable: &str, value: &str) -> Option<&'static str> {
    match (variable, value) {
        (VAR_HOURS, hours) if hours == HOURS[0] => Some(ui::VALUE_WORKING_HOURS),
        (VAR_HOURS, hours) if hours == HOURS[1] => Some(ui::VALUE_ON_CALL),
        (VAR_TERRITORY, TERRITORY_UNKNOWN) => Some(ui::VALUE_UNKNOWN_TERRITORY),
        (VAR_TERRITORY, TERRITORY_ELSEWHERE) => Some(ui::VALUE_ELSEWHERE),
        _ => None,
    }
}
