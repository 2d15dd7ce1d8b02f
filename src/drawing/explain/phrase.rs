//! Cases in words.

use crate::model::{
    Dataset, Message, QUESTION_LEVEL, TERRITORY_ELSEWHERE, TERRITORY_UNKNOWN, UNKNOWN,
    VAR_TERRITORY, Voice, When, poster, ui,
};

use crate::wording::capital;

use super::audience::audience;
use super::cover::{Asked, Case};
use super::graph::variables;
use super::words::{legend, said, said_with, value};

/// What parts the conditions of a case.
const AND: &str = "\u{a0}; ";

/// Cases in words, each from a capital; empty when nothing is asked.
pub fn cases_in_words(data: &Dataset, cases: &[Case]) -> String {
    let phrases: Vec<String> = cases.iter().map(|case| case_in_words(data, case)).collect();
    capital(&joined(data, poster::case_either, phrases))
}

/// A condition in words; empty when nothing is asked.
pub fn condition_in_words(data: &Dataset, when: &When) -> String {
    let asked = |(variable, among): (&'_ String, &'_ Vec<String>)| {
        let not = values_of(data, variable).into_iter().filter(|id| !among.iter().any(|a| a == id));
        (variable.clone(), among.clone(), not.map(str::to_owned).collect::<Vec<_>>())
    };
    let owned: Vec<Vec<_>> =
        when.alternatives().iter().map(|all| all.iter().map(asked).collect()).collect();
    let cases: Vec<Case> = owned.iter().map(|case| case.iter().map(borrowed).collect()).collect();
    cases_in_words(data, &cases)
}

fn borrowed((variable, among, not): &(String, Vec<String>, Vec<String>)) -> Asked<'_> {
    Asked {
        variable,
        among: among.iter().map(String::as_str).collect(),
        not: not.iter().map(String::as_str).collect(),
    }
}

/// The values that a variable may have.
fn values_of<'a>(data: &'a Dataset, variable: &str) -> Vec<&'a str> {
    if variable == VAR_TERRITORY {
        let own = data.filiere.territories.iter().map(|territory| territory.id.as_str());
        return own.chain([TERRITORY_UNKNOWN, TERRITORY_ELSEWHERE]).collect();
    }
    let answers = data.question(variable).into_iter().flat_map(|question| &question.answers);
    answers.map(|answer| answer.id.as_str()).collect()
}

/// A question that words name, quoted.
pub fn quoted(data: &Dataset, question: &str) -> String {
    said_with(data, &poster::case_question(&legend(data, question)))
}

/// What all the cases share, and that all else is meant: for the last of several
/// edges, which takes what the others leave.
pub fn otherwise(data: &Dataset, cases: &[Case]) -> String {
    let short = |asked: &&Asked| asked.among.len() == 1 || audience(data, asked).is_some();
    let shared = cases.first().into_iter().flatten().filter(short);
    let shared: Case =
        shared.filter(|a| cases.iter().all(|case| case.contains(a))).cloned().collect();
    let parts = [case_in_words(data, &shared), said(data, poster::CASE_OTHERWISE)];
    let parts: Vec<String> = parts.into_iter().filter(|text| !text.is_empty()).collect();
    capital(&parts.join(AND))
}

fn case_in_words(data: &Dataset, case: &Case) -> String {
    let order = variables(data);
    let mut case: Vec<&Asked> = case.iter().collect();
    case.sort_by_key(|asked| order.iter().position(|variable| *variable == asked.variable));
    let phrases = case.into_iter().map(|asked| asked_in_words(data, asked));
    let phrases: Vec<String> = phrases.filter(|words| !words.is_empty()).collect();
    phrases.join(AND)
}

fn asked_in_words(data: &Dataset, asked: &Asked) -> String {
    if let Some(words) = audience(data, asked) {
        return words;
    }
    if asked.variable == VAR_TERRITORY && asked.not == [TERRITORY_ELSEWHERE] {
        return said(data, poster::CASE_INSIDE);
    }
    // « But for … » where that is shorter, or where the question is not always asked.
    let except = asked.among.contains(&"") || (asked.not.len() == 1 && asked.among.len() > 2);
    let values = if except { &asked.not } else { &asked.among };
    let values = in_order(data, asked.variable, values);
    if except && values.is_empty() {
        // Whatever was answered: that the question was asked is no news.
        return String::new();
    }
    // What the first value makes clear, the others need not say again.
    let words: Vec<String> = values
        .iter()
        .enumerate()
        .map(|(at, value)| in_a_case(data, asked.variable, value, at == 0))
        .collect();
    let words = joined(data, poster::case_or, without_repeating(&words));
    if except { said_with(data, &poster::case_except(&words)) } else { words }
}

/// How two words are said together.
type Pair = for<'a> fn(&'a str, &'a str) -> Message<'a>;

/// Several words as one, two by two.
fn joined(data: &Dataset, pair: Pair, words: Vec<String>) -> String {
    let pair = |first: String, second: String| said_with(data, &pair(&first, &second));
    words.into_iter().reduce(pair).unwrap_or_default()
}

/// The values of a question in the order in which it offers them.
fn in_order<'a>(data: &Dataset, variable: &str, values: &[&'a str]) -> Vec<&'a str> {
    let mut values: Vec<&str> = values.iter().copied().filter(|v| !v.is_empty()).collect();
    let listed = data.question(variable).map(|q| q.answers.as_slice()).unwrap_or_default();
    values.sort_by_key(|value| listed.iter().position(|answer| answer.id == *value));
    values
}

/// A value away from its question: « Oui » alone would say nothing.
fn in_a_case(data: &Dataset, variable: &str, id: &str, alone: bool) -> String {
    let voice = if variable == QUESTION_LEVEL { Voice::Professional } else { Voice::Anyone };
    if let Some(short) = data.texts.find(&format!("{}{variable}.{id}", ui::SUMMARY), voice) {
        return short.to_owned();
    }
    if variable == QUESTION_LEVEL && id == UNKNOWN {
        return said(data, poster::CASE_LEVEL_UNKNOWN);
    }
    let words = value(data, variable, id);
    let others = data.flow.questions.iter().filter(|q| q.id != variable);
    let mut same = others.flat_map(|q| q.answers.iter().map(|a| value(data, &q.id, &a.id)));
    if alone && same.any(|other| other == words) {
        format!("{} {}", quoted(data, variable), small(&words))
    } else {
        small(&words)
    }
}

/// Words that several texts begin with are said once.
fn without_repeating(texts: &[String]) -> Vec<String> {
    let Some((first, rest)) = texts.split_first() else { return Vec::new() };
    // One word in common is a preposition, better said again.
    let head = Some(shared_words(texts)).filter(|count| *count > 1).unwrap_or_default();
    let rest = rest.iter().map(|text| after_words(text, head));
    std::iter::once(first.clone()).chain(rest).collect()
}

/// How many words all of several texts begin with; none where there is one text.
pub fn shared_words(texts: &[String]) -> usize {
    let Some((first, rest)) = texts.split_first() else { return 0 };
    let shared = |text: &String| {
        text.split(' ').zip(first.split(' ')).take_while(|(word, same)| word == same).count()
    };
    rest.iter().map(shared).min().unwrap_or_default()
}

/// A text without its first words.
pub fn after_words(text: &str, count: usize) -> String {
    text.split(' ').skip(count).collect::<Vec<_>>().join(" ")
}

/// Without the capital that a text begins with, but for an acronym.
fn small(text: &str) -> String {
    let mut letters = text.chars();
    let Some(first) = letters.next() else { return String::new() };
    let acronym = letters.clone().next().is_some_and(char::is_uppercase);
    if acronym { text.to_owned() } else { first.to_lowercase().chain(letters).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_several_values_begin_with_is_said_once() {
        let said = |texts: [&str; 2]| without_repeating(&texts.map(str::to_owned)).join(" ou ");
        assert_eq!(
            said(["vous cherchez des soins", "vous cherchez un avis"]),
            "vous cherchez des soins ou un avis"
        );
        assert_eq!(said(["en prison", "en EHPAD"]), "en prison ou en EHPAD");
    }
}
