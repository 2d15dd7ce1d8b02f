//! Cases in words.

use crate::model::{
    Dataset, QUESTION_LEVEL, TERRITORY_ELSEWHERE, UNKNOWN, VAR_TERRITORY, Voice, ui,
};

use super::cover::{Asked, Case};
use super::graph::variables;
use super::words::{legend, value};

/// What parts the conditions of a case.
const AND: &str = "\u{a0}; ";

/// Cases in words, each from a capital; empty when nothing is asked.
pub fn cases_in_words(data: &Dataset, cases: &[Case]) -> String {
    let said: Vec<String> = cases.iter().map(|case| case_in_words(data, case)).collect();
    capital(&said.join(" — ou bien : "))
}

/// What all the cases share, and that all else is meant: for the last of several
/// edges, which takes what the others leave.
pub fn otherwise(data: &Dataset, cases: &[Case]) -> String {
    let short = |asked: &&Asked| asked.among.len() == 1 || audience(data, asked).is_some();
    let shared = cases.first().into_iter().flatten().filter(short);
    let shared: Case =
        shared.filter(|a| cases.iter().all(|case| case.contains(a))).cloned().collect();
    let said = [case_in_words(data, &shared), "dans tous les autres cas".to_owned()];
    let said: Vec<String> = said.into_iter().filter(|text| !text.is_empty()).collect();
    capital(&said.join(AND))
}

fn case_in_words(data: &Dataset, case: &Case) -> String {
    let order = variables(data);
    let mut case: Vec<&Asked> = case.iter().collect();
    case.sort_by_key(|asked| order.iter().position(|variable| *variable == asked.variable));
    let said: Vec<String> = case.into_iter().map(|asked| asked_in_words(data, asked)).collect();
    said.join(AND)
}

fn asked_in_words(data: &Dataset, asked: &Asked) -> String {
    if let Some(words) = audience(data, asked) {
        return words.to_owned();
    }
    if asked.variable == VAR_TERRITORY && asked.not == [TERRITORY_ELSEWHERE] {
        return "dans le département".to_owned();
    }
    // « But for … » where that is shorter, or where the question is not always asked.
    let except = asked.among.contains(&"") || (asked.not.len() == 1 && asked.among.len() > 2);
    let values = if except { &asked.not } else { &asked.among };
    let values = in_order(data, asked.variable, values);
    // What the first value makes clear, the others need not say again.
    let words: Vec<String> = values
        .iter()
        .enumerate()
        .map(|(at, value)| in_a_case(data, asked.variable, value, at == 0))
        .collect();
    let words = without_repeating(&words).join(" ou ");
    if except { format!("sauf : {words}") } else { words }
}

/// A professional or anybody else, where the dataset tells them apart by one
/// variable.
fn audience(data: &Dataset, asked: &Asked) -> Option<&'static str> {
    let [professional] = data.flow.professional.as_ref()?.alternatives() else { return None };
    let values = professional.get(asked.variable).filter(|_| professional.len() == 1)?;
    if *values == asked.among {
        return Some("pour un professionnel");
    }
    (*values == asked.not).then_some("pour la personne malade ou un proche")
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
    let voice = if variable == QUESTION_LEVEL { Voice::Professional } else { Voice::Public };
    if let Some(short) = data.texts.find(&format!("{}{variable}.{id}", ui::SUMMARY), voice) {
        return short.to_owned();
    }
    if variable == QUESTION_LEVEL && id == UNKNOWN {
        return "niveau non connu".to_owned();
    }
    let words = value(data, variable, id);
    let others = data.flow.questions.iter().filter(|q| q.id != variable);
    let mut same = others.flat_map(|q| q.answers.iter().map(|a| value(data, &q.id, &a.id)));
    if alone && same.any(|other| other == words) {
        format!("« {} » {}", legend(data, variable), small(&words))
    } else {
        small(&words)
    }
}

/// Words that several texts begin with are said once.
fn without_repeating(texts: &[String]) -> Vec<String> {
    let Some((first, rest)) = texts.split_first() else { return Vec::new() };
    let words = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<String>>();
    let head = words(first);
    let shared = |text: &String| {
        words(text).iter().zip(&head).take_while(|(word, same)| word == same).count()
    };
    // One word in common is a preposition, better said again.
    let shared = rest.iter().map(shared).min().filter(|count| *count > 1).unwrap_or_default();
    let rest = rest.iter().map(|text| words(text)[shared..].join(" "));
    std::iter::once(first.clone()).chain(rest).collect()
}

/// Without the capital that a text begins with, but for an acronym.
fn small(text: &str) -> String {
    let mut letters = text.chars();
    let Some(first) = letters.next() else { return String::new() };
    let acronym = letters.clone().next().is_some_and(char::is_uppercase);
    if acronym { text.to_owned() } else { first.to_lowercase().chain(letters).collect() }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
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
