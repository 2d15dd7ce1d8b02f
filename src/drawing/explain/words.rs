//! Questions and answers in the words of the dataset.

use crate::model::{
    Dataset, Message, QuestionKind, TERRITORY_ELSEWHERE, TERRITORY_UNKNOWN, VAR_TERRITORY, Voice,
    poster, territory_name, ui,
};
use crate::wording::answer_in_words;

use super::paths::Node;

/// What parts the answers of a list.
pub const BETWEEN: &str = "\u{a0}· ";

/// What a poster says beside the dataset's own words ([`poster`]).
pub fn said(data: &Dataset, key: &str) -> String {
    data.texts.get(key, Voice::Anyone).to_owned()
}

/// The same with its values.
pub fn said_with(data: &Dataset, message: &Message) -> String {
    data.texts.say(message, Voice::Anyone)
}

/// A question as it is asked; for a stop, what it says.
pub fn legend(data: &Dataset, question: &str) -> String {
    let key = format!("questions.{question}.legend");
    data.texts.find(&key, Voice::Anyone).unwrap_or(question).to_owned()
}

/// What a box is headed by.
pub fn box_title(data: &Dataset, place: Node) -> String {
    match place {
        Node::Question(id) => legend(data, id),
        Node::End(id) => end_title(data, id),
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
        return data.texts.say(&ui::badge_territory(name), Voice::Professional);
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
        let counted = count.to_string();
        let message = match count {
            1 => poster::communes_one(&territory.name),
            _ => poster::communes(&territory.name, &counted),
        };
        said_with(data, &message)
    });
    let departments = data.elsewhere.departments.iter();
    let departments = departments.map(|d| answer_in_words(data, Voice::Anyone, question, &d.code));
    let others = [crate::model::UNKNOWN, crate::model::OTHER];
    let others = others.map(|answer| answer_in_words(data, Voice::Anyone, question, answer));
    territories.chain(departments).chain(others).collect()
}
