//! What stands in each end: whom the rules give, in which cases, in which order.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{
    Dataset, Offer, QUESTION_LEVEL, Rule, UNKNOWN, VAR_TERRITORY, Voice, When, poster,
};
use crate::orientation::is_offered_in;
use crate::wording::capital;

use super::cover::{Case, cases};
use super::entry::{Entry, entry};
use super::graph::{Graph, variables};
use super::paths::{Known, Node, Paths};
use super::phrase::cases_in_words;
use super::words::{box_title, said};

/// An end, with everything that may be shown there.
#[derive(Clone, Debug)]
pub struct Panel<'a> {
    /// The box it belongs to.
    pub place: Node<'a>,
    /// Its title.
    pub title: String,
    /// Whom to call, by case.
    pub sections: Vec<Section<'a>>,
}

/// What holds in the same cases.
#[derive(Clone, Debug)]
pub struct Section<'a> {
    /// The cases in words; empty: always.
    pub when: String,
    /// The level of the gradation, where that alone tells the case;
    /// [`UNKNOWN`] when it is not known.
    pub level: Option<&'a str>,
    /// In the order in which they are shown.
    pub entries: Vec<Entry<'a>>,
}

/// What stands in each end and in each stop; with names where a territory is given.
pub fn panels<'a>(
    data: &'a Dataset,
    paths: &Paths<'a>,
    graph: &Graph<'a>,
    territory: Option<&str>,
) -> Vec<Panel<'a>> {
    let by_rule = all_cases(data, paths);
    let everywhere = everywhere(data, &by_rule);
    let mut places: Vec<Node> =
        graph.places.iter().copied().filter(|at| paths.outcomes.contains_key(at)).collect();
    // A stop is the emergency way: it comes first, as on every screen.
    places.sort_by_key(|place| matches!(place, Node::End(_)));
    let panel = |place: Node<'a>| {
        let stop = matches!(place, Node::Question(_));
        let rules = data.flow.rules.iter().filter(|rule| !is_outside(data, rule));
        let rules = rules.filter(|rule| stop || !everywhere.contains(&rule.id.as_str()));
        let here = rules.filter_map(|rule| {
            let cases = by_rule.get(&(place, rule.id.as_str()))?.clone();
            Some((rule, cases, voice(data, paths, place, rule)))
        });
        let sections = sections(data, here.collect(), territory);
        Panel { place, title: box_title(data, place), sections }
    };
    places.into_iter().map(panel).collect()
}

/// In which cases each rule says something, by the end or stop and by the rule.
type CasesByRule<'a> = BTreeMap<(Node<'a>, &'a str), Vec<Case<'a>>>;

fn all_cases<'a>(data: &'a Dataset, paths: &Paths<'a>) -> CasesByRule<'a> {
    let places = paths.outcomes.keys().copied();
    let pairs = places.flat_map(|place| data.flow.rules.iter().map(move |rule| (place, rule)));
    let all = pairs.filter_map(|(place, rule)| {
        Some(((place, rule.id.as_str()), cases_of(data, paths, place, rule)?))
    });
    all.collect()
}

/// The rules that hold in the same cases at every end: told once, where they first
/// hold without question.
fn everywhere<'a>(data: &'a Dataset, by_rule: &CasesByRule<'a>) -> Vec<&'a str> {
    let places: BTreeSet<Node> = by_rule.keys().map(|(place, _)| *place).collect();
    let (stops, ends): (Vec<Node>, Vec<Node>) =
        places.into_iter().partition(|place| matches!(place, Node::Question(_)));
    let always = |rule: &str| {
        stops.iter().any(|at| by_rule.get(&(*at, rule)).is_some_and(|cases| *cases == [vec![]]))
    };
    let same = |rule: &str| {
        let words = |at: &Node<'a>| by_rule.get(&(*at, rule)).map(|c| cases_in_words(data, c));
        let mut said = ends.iter().map(words);
        let first = said.next().flatten();
        first.is_some() && said.all(|other| other == first)
    };
    let rules = data.flow.rules.iter().map(|rule| rule.id.as_str());
    rules.filter(|rule| always(rule) && same(rule)).collect()
}

/// In which cases a rule says something at an end; none when in no case.
fn cases_of<'a>(
    data: &'a Dataset,
    paths: &Paths<'a>,
    place: Node<'a>,
    rule: &Rule,
) -> Option<Vec<Case<'a>>> {
    let known = paths.outcomes.get(&place)?;
    let says = |known: &Known| holds(&rule.when, known) && has_something(data, rule, known);
    let marked: Vec<(&Known, bool)> = known.iter().map(|known| (known, says(known))).collect();
    let cases = cases(&marked, &variables(data));
    (!cases.is_empty()).then_some(cases)
}

fn holds(when: &When, known: &Known) -> bool {
    when.holds(|variable| known.get(variable).copied())
}

/// A poster draws what the contract organises: a line outside it, commune by commune,
/// would not fit on its back, and is the widget's to tell.
fn is_outside(data: &Dataset, rule: &Rule) -> bool {
    let outside = |offer: &Offer| match offer {
        Offer::Row(id) => data.row(id).is_some_and(|row| row.outside.is_some()),
        Offer::Structure(_) | Offer::Elsewhere(_) => false,
    };
    !rule.offer.is_empty() && rule.offer.iter().all(outside)
}

/// Whether a rule offers anything there, were it only an absence.
fn has_something(data: &Dataset, rule: &Rule, known: &Known) -> bool {
    let territory = known.get(VAR_TERRITORY).copied();
    rule.offer.is_empty() || rule.offer.iter().any(|offer| is_offered_in(data, offer, territory))
}

/// Professionals are spoken to as such where only they are concerned.
fn voice(data: &Dataset, paths: &Paths, place: Node, rule: &Rule) -> Voice {
    let professional =
        |known: &Known| data.flow.professional().is_some_and(|when| holds(when, known));
    let known = paths.outcomes.get(&place).into_iter().flatten();
    let mut speaking = known.filter(|known| holds(&rule.when, known));
    if speaking.all(professional) { Voice::Professional } else { Voice::Anyone }
}

/// Rules with the same cases stand together, in the order of the first of them;
/// those that the level alone decides come last, level by level.
fn sections<'a>(
    data: &'a Dataset,
    rules: Vec<(&'a Rule, Vec<Case<'a>>, Voice)>,
    territory: Option<&str>,
) -> Vec<Section<'a>> {
    let mut sections: Vec<Section> = Vec::new();
    let mut named = Vec::new();
    for (rule, cases, voice) in rules {
        let entry = entry(data, rule, voice, territory, &mut named);
        for (level, when) in headings(data, &cases) {
            match sections.iter_mut().find(|s| s.level == level && s.when == when) {
                Some(section) => section.entries.push(entry.clone()),
                None => sections.push(Section { when, level, entries: vec![entry.clone()] }),
            }
        }
    }
    let levels = data.question(QUESTION_LEVEL).map(|q| q.answers.as_slice()).unwrap_or_default();
    let rank = |level: Option<&str>| level.map(|l| levels.iter().position(|a| a.id == l));
    sections.sort_by_key(|section| rank(section.level));
    sections
}

/// Under which headings a rule stands: one for each level where nothing else counts.
fn headings<'a>(data: &Dataset, cases: &[Case<'a>]) -> Vec<(Option<&'a str>, String)> {
    if let [case] = cases
        && let [asked] = case.as_slice()
        && asked.variable == QUESTION_LEVEL
    {
        return asked.among.iter().map(|level| (Some(*level), level_title(data, level))).collect();
    }
    vec![(None, cases_in_words(data, cases))]
}

fn level_title(data: &Dataset, level: &str) -> String {
    if level == UNKNOWN {
        return capital(&said(data, poster::CASE_LEVEL_UNKNOWN));
    }
    let found = data.texts.find(&format!("gradation.{level}.title"), Voice::Anyone);
    found.unwrap_or(level).to_owned()
}
