//! What an edge of the flow says.

use crate::model::Dataset;

use super::graph::{Edge, Graph};
use super::paths::Node;
use super::phrase::{cases_in_words, otherwise};
use super::words::{BETWEEN, value};

/// Beyond this length, the words of an edge that takes what the others leave say so.
const LONG: usize = 100;

/// What an edge says: the answers that lead there, or in which cases it is taken.
/// Empty where the box lists the answers and they alone decide.
pub fn label(data: &Dataset, graph: &Graph, edge: &Edge) -> String {
    let Some(Node::Question(question)) = graph.places.get(edge.from) else {
        return String::new();
    };
    if edge.by_answer {
        if graph.lists_answers(data, edge.from) {
            return String::new();
        }
        let words: Vec<String> = edge.answers.iter().map(|a| value(data, question, a)).collect();
        return words.join(BETWEEN);
    }
    if takes_the_rest(data, graph, edge) {
        return otherwise(data, &edge.when);
    }
    cases_in_words(data, &edge.when)
}

/// Whether an edge is told as taking what the others leave: its own cases would be
/// the longest to tell.
pub fn takes_the_rest(data: &Dataset, graph: &Graph, edge: &Edge) -> bool {
    let length = |edge: &Edge| cases_in_words(data, &edge.when).chars().count();
    let longest = graph.leaving(edge.from).map(length).max().unwrap_or_default();
    !edge.by_answer && longest > LONG && length(edge) == longest
}
