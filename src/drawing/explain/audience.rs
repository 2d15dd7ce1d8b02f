//! Professionals, or anybody else, in the dataset's words.

use crate::model::{Dataset, Voice, poster, ui};

use super::cover::Asked;
use super::phrase::{after_words, shared_words};
use super::words::said_with;

/// Whom a case is for, where it asks just that and the dataset tells professionals by
/// one question: « Vous êtes un proche » in its summary gives « pour un proche ».
///
/// None where its summaries do not all begin alike: then they are said as they are.
pub fn audience(data: &Dataset, asked: &Asked) -> Option<String> {
    let [professional] = data.flow.professional()?.alternatives() else { return None };
    let values = professional.get(asked.variable).filter(|_| professional.len() == 1)?;
    if *values != asked.among && *values != asked.not {
        return None;
    }
    let answers = &data.question(asked.variable)?.answers;
    let summary = |id: &str| {
        let key = format!("{}{}.{id}", ui::SUMMARY, asked.variable);
        data.texts.find(&key, Voice::Anyone).map(str::to_owned)
    };
    let all: Vec<String> = answers.iter().filter_map(|answer| summary(&answer.id)).collect();
    // « Vous » alone begins any sentence, and what follows may be a verb.
    let head = Some(shared_words(&all)).filter(|count| *count > 1)?;
    // All but professionals, even where a path has room for some of them only: one
    // thing said the same everywhere.
    let professionals = *values == asked.among;
    let meant = answers.iter().filter(|answer| values.contains(&answer.id) == professionals);
    let whom: Option<Vec<String>> =
        meant.map(|answer| Some(after_words(&summary(&answer.id)?, head))).collect();
    let whom = whom?
        .into_iter()
        .filter(|words| !words.is_empty())
        .reduce(|first, second| said_with(data, &poster::case_or(&first, &second)))?;
    Some(said_with(data, &poster::case_for(&whom)))
}
