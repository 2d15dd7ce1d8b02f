//! What several ends say alike is told once, beside the letters it holds for.

use crate::model::{Dataset, poster};
use crate::wording::capital;

use super::graph::Graph;
use super::panel::{Panel, Section};
use super::paths::Node;
use super::phrase::quoted;
use super::words::said_with;

/// A panel as a poster shows it.
#[derive(Clone, Debug)]
pub struct Lettered<'a> {
    /// What stands in it alone.
    pub panel: Panel<'a>,
    /// Its letter, which its box of the flow wears too.
    pub letter: String,
    /// Whether something that it shares with others is told beside.
    pub shares: bool,
}

/// A section of several panels.
#[derive(Clone, Debug)]
pub struct Shared<'a> {
    /// The section.
    pub section: Section<'a>,
    /// The letters of the panels.
    pub letters: Vec<String>,
}

/// Gives each panel its letter, and takes out of them what several say alike.
pub fn share(panels: Vec<Panel>) -> (Vec<Lettered>, Vec<Shared>) {
    let letters = ('A'..='Z').map(String::from);
    let mut lettered: Vec<Lettered> = panels
        .into_iter()
        .zip(letters)
        .map(|(panel, letter)| Lettered { panel, letter, shares: false })
        .collect();
    let mut shared: Vec<Shared> = Vec::new();
    for one in lettered.iter().filter(|one| matches!(one.panel.place, Node::End(_))) {
        for section in one.panel.sections.iter().filter(|s| s.level.is_none()) {
            match shared.iter_mut().find(|known| same(&known.section, section)) {
                Some(known) => known.letters.push(one.letter.clone()),
                None => shared
                    .push(Shared { section: section.clone(), letters: vec![one.letter.clone()] }),
            }
        }
    }
    shared.retain(|known| known.letters.len() > 1);
    for one in &mut lettered {
        one.shares = shared.iter().any(|known| known.letters.contains(&one.letter));
        one.panel
            .sections
            .retain(|section| !shared.iter().any(|known| same(&known.section, section)));
    }
    (lettered, shared)
}

fn same(one: &Section, other: &Section) -> bool {
    let rules = |section: &Section| -> Vec<String> {
        section.entries.iter().map(|entry| entry.rule.id.clone()).collect()
    };
    one.when == other.when && one.level == other.level && rules(one) == rules(other)
}

/// The number of each question, in reading order, by its place among the boxes; a stop
/// has a letter instead.
pub fn numbers(graph: &Graph, lettered: &[Lettered]) -> Vec<Option<usize>> {
    let mut next = 0;
    let number = |place: &Node| {
        let asks = matches!(place, Node::Question(_))
            && !lettered.iter().any(|one| one.panel.place == *place);
        asks.then(|| {
            next += 1;
            next
        })
    };
    graph.places.iter().map(number).collect()
}

/// Words that quote a question tell its number instead.
pub fn numbered(data: &Dataset, graph: &Graph, numbers: &[Option<usize>], words: &str) -> String {
    let mut text = words.to_owned();
    for (place, number) in graph.places.iter().zip(numbers) {
        if let (Node::Question(id), Some(number)) = (place, number) {
            let quoted = quoted(data, id);
            let number = number.to_string();
            let short = said_with(data, &poster::case_question_number(&number));
            if let Some(rest) = text.strip_prefix(&quoted) {
                text = capital(&short) + rest;
            }
            text = text.replace(&quoted, &short);
        }
    }
    text
}
