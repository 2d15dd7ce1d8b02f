//! Questions and answers in the words of the dataset.

use crate::model::{
    Dataset, QuestionKind, TERRITORY_ELSEWHERE, TERRITORY_UNKNOWN, VAR_TERRITORY, Voice, poster, ui,
};
use crate::orientation::{answer_in_words, territory_name};

use super::paths::Place;

/// What parts the answers of a list.
pub const BETWEEN: &str = "\u{a0}· ";

/// What a poster says beside the dataset's own words ([`poster`]), filled in.
pub fn said(data: &Dataset, key: &str, values: &[(&str, &str)]) -> String {
    data.texts.fill(key, Voice::Anyone, values)
}

/// A question as it is asked; for a stop, what it says.
pub fn legend(data: &Dataset, question: &str) -> String {
    let key = format!("questions.{question}.legend");
    data.texts.find(&key, Voice::Anyone).unwrap_or(question).to_owned()
}

/// What a box is headed by.
pub fn box_title(data: &Dataset, place: Place) -> String {
    match place {
        Place::Question(id) => legend(data, id),
        Place::End(id) => end_title(data, id),
    }
}

/// The title of an end.
pub fn end_title(data: &Dataset, end: &str) -> String {
    let found = data.texts.find(&format!("ends.{end}"), Voice::Anyone);
    found.unwrap_or_else(|| data.texts.get(ui::OUTCOME_TITLE, Voice::Anyone)).to_owned()
}

/// Every answer that a question offers, as one reads it; for the commune, the
/// communes of one territory, or how many each territory has.
pub fn answers(data: &Dataset, question: &str, territory: Option<&str>) -> Vec<String> {
    let Some(question) = data.question(question) else { return Vec::new() };
    match (question.kind, territory) {
        (QuestionKind::Commune, Some(territory)) => communes(data, territory),
        (QuestionKind::Commune, None) => all_places(data, &question.id),
        _ => question.answers.iter().map(|a| value(data, &question.id, &a.id)).collect(),
    }
}

/// The value of a variable, by itself.
pub fn value(data: &Dataset, variable: &str, value: &str) -> String {
    if variable == VAR_TERRITORY && ![TERRITORY_UNKNOWN, TERRITORY_ELSEWHERE].contains(&value) {
        let name = territory_name(data, value);
        return data.texts.fill(ui::BADGE_TERRITORY, Voice::Professional, &[("territory", name)]);
    }
    answer_in_words(data, Voice::Anyone, variable, value)
}

fn communes(data: &Dataset, territory: &str) -> Vec<String> {
    let communes = data.communes.communes.iter().filter(|c| c.territory == territory);
    communes.map(|commune| commune.name.clone()).collect()
}

/// The communes by their number, the answers beside them one by one.
fn all_places(data: &Dataset, question: &str) -> Vec<String> {
    let territories = data.filiere.territories.iter().map(|territory| {
        let count = communes(data, &territory.id).len();
        let key = if count == 1 { poster::COMMUNES_ONE } else { poster::COMMUNES };
        said(data, key, &[("count", &count.to_string()), ("territory", &territory.name)])
    });
    let departments = data.elsewhere.departments.iter();
    let departments = departments.map(|d| answer_in_words(data, Voice::Anyone, question, &d.code));
    let others = [crate::model::UNKNOWN, crate::model::OTHER];
    let others = others.map(|answer| answer_in_words(data, Voice::Anyone, question, answer));
    territories.chain(departments).chain(others).collect()
}
