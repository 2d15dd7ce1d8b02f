//! What stands in each end: whom the rules give, in which cases, in which order.

use crate::directory::{needs_checking, phone_label};
use crate::model::{
    Cell, ContactField, Dataset, Join, Offer, Placement, QUESTION_LEVEL, Reach, Row, Rule,
    SourceRef, State, TERRITORY_ELSEWHERE, UNKNOWN, VAR_TERRITORY, Voice, WHOLE, When,
};
use crate::orientation::row_name;

use super::cover::{Case, cases};
use super::graph::{Graph, variables};
use super::paths::{Known, Paths, Place};
use super::phrase::cases_in_words;
use super::words::{end_title, legend};

/// What follows a phone number that should be verified before it is called.
pub const TO_VERIFY: &str = "*";
/// A longer list is told once in a panel.
const FEW: usize = 2;

/// An end, with everything that may be shown there.
#[derive(Clone, Debug)]
pub struct Panel<'a> {
    /// The box it belongs to.
    pub place: Place<'a>,
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

/// One rule.
#[derive(Clone, Debug)]
pub struct Entry<'a> {
    /// The rule.
    pub rule: &'a Rule,
    /// What its group is for.
    pub title: String,
    /// What it offers: kinds of resource, or the structures of a territory.
    pub offers: Vec<Offered>,
}

/// Something offered.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Offered {
    /// A structure's name, a kind of resource, or that there is none.
    pub name: String,
    /// Phone numbers, each marked where it should be verified.
    pub phones: String,
    /// Where the rule comes from, where that is told.
    pub cited: String,
    /// Whether it tells that nothing is listed.
    pub absent: bool,
}

/// What stands in each end and in each stop; with names where a territory is given.
pub fn panels<'a>(
    data: &'a Dataset,
    paths: &Paths<'a>,
    graph: &Graph<'a>,
    territory: Option<&str>,
) -> Vec<Panel<'a>> {
    let everywhere = everywhere(data, paths);
    let mut places: Vec<Place> =
        graph.places.iter().copied().filter(|at| paths.outcomes.contains_key(at)).collect();
    // A stop is the emergency way: it comes first, as on every screen.
    places.sort_by_key(|place| matches!(place, Place::End(_)));
    let panel = |place: Place<'a>| {
        let stop = matches!(place, Place::Question(_));
        let rules = data.flow.rules.iter();
        let rules = rules.filter(|rule| stop || !everywhere.contains(&rule.id.as_str()));
        let told = rules.filter_map(|rule| {
            Some((rule, told(data, paths, place, rule)?, voice(data, paths, place, rule)))
        });
        let sections = sections(data, told.collect(), territory);
        Panel { place, title: title(data, place), sections }
    };
    places.into_iter().map(panel).collect()
}

/// The rules that hold in the same cases at every end: told once, where they first
/// hold without question.
pub fn everywhere<'a>(data: &'a Dataset, paths: &Paths<'a>) -> Vec<&'a str> {
    let stops: Vec<Place> =
        paths.outcomes.keys().copied().filter(|p| matches!(p, Place::Question(_))).collect();
    let ends: Vec<Place> =
        paths.outcomes.keys().copied().filter(|p| matches!(p, Place::End(_))).collect();
    let always = |rule: &Rule| {
        stops.iter().any(|at| told(data, paths, *at, rule).is_some_and(|c| c == [vec![]]))
    };
    let same = |rule: &Rule| {
        let mut said =
            ends.iter().map(|at| told(data, paths, *at, rule).map(|c| cases_in_words(data, &c)));
        let first = said.next().flatten();
        first.is_some() && said.all(|other| other == first)
    };
    let rules = data.flow.rules.iter().filter(|rule| always(rule) && same(rule));
    rules.map(|rule| rule.id.as_str()).collect()
}

/// In which cases a rule says something at an end; none when in no case.
fn told<'a>(
    data: &'a Dataset,
    paths: &Paths<'a>,
    place: Place<'a>,
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

/// Outside of the filière only what is wider than it, or listed for elsewhere, is
/// shown.
fn has_something(data: &Dataset, rule: &Rule, known: &Known) -> bool {
    let elsewhere = known.get(VAR_TERRITORY) == Some(&TERRITORY_ELSEWHERE);
    let row = |id: &String| data.row(id).is_some_and(|row| row.cells.contains_key(WHOLE[1]));
    let shown = |offer: &Offer| match offer {
        Offer::Row(id) => row(id),
        Offer::Structure(_) | Offer::Elsewhere(_) => true,
    };
    !elsewhere || rule.offer.is_empty() || rule.offer.iter().any(shown)
}

/// Professionals are spoken to as such where only they are told.
fn voice(data: &Dataset, paths: &Paths, place: Place, rule: &Rule) -> Voice {
    let professional =
        |known: &Known| data.flow.professional.as_ref().is_some_and(|when| holds(when, known));
    let known = paths.outcomes.get(&place).into_iter().flatten();
    let mut told = known.filter(|known| holds(&rule.when, known));
    if told.all(professional) { Voice::Professional } else { Voice::Public }
}

fn title(data: &Dataset, place: Place) -> String {
    match place {
        Place::Question(stop) => legend(data, stop),
        Place::End(end) => end_title(data, end),
    }
}

/// Rules with the same cases stand together, in the order of the first of them;
/// those that the level alone decides come last, level by level.
fn sections<'a>(
    data: &'a Dataset,
    told: Vec<(&'a Rule, Vec<Case<'a>>, Voice)>,
    territory: Option<&str>,
) -> Vec<Section<'a>> {
    let mut sections: Vec<Section> = Vec::new();
    let mut shown = Vec::new();
    for (rule, cases, voice) in told {
        let entry = entry(data, rule, voice, territory, &mut shown);
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
        return "Niveau non connu".to_owned();
    }
    let found = data.texts.find(&format!("gradation.{level}.title"), Voice::Public);
    found.unwrap_or(level).to_owned()
}

fn entry<'a>(
    data: &Dataset,
    rule: &'a Rule,
    voice: Voice,
    territory: Option<&str>,
    shown: &mut Vec<Vec<Offered>>,
) -> Entry<'a> {
    let key = format!("groups.{}.title", rule.text_key());
    let title = data.texts.get(&key, voice).to_owned();
    let offers: Vec<Offered> =
        rule.offer.iter().flat_map(|offer| offered(data, offer, territory)).collect();
    if offers.len() <= FEW {
        return Entry { rule, title, offers };
    }
    if shown.contains(&offers) {
        let again = "les mêmes que plus haut dans cet encadré".to_owned();
        let offers = vec![Offered { name: again, ..Offered::default() }];
        return Entry { rule, title, offers };
    }
    shown.push(offers.clone());
    Entry { rule, title, offers }
}

fn offered(data: &Dataset, offer: &Offer, territory: Option<&str>) -> Vec<Offered> {
    match (offer, territory) {
        (Offer::Row(id), None) | (Offer::Elsewhere(id), _) => vec![kind(data, id)],
        (Offer::Row(id), Some(territory)) => {
            data.row(id).map(|row| in_territory(data, row, territory)).unwrap_or_default()
        }
        (Offer::Structure(id), _) => vec![structure(data, id, "")],
    }
}

fn kind(data: &Dataset, row: &str) -> Offered {
    Offered { name: row_name(data, Voice::Public, row), ..Offered::default() }
}

/// What a territory has for a row, and what the department and the region have; when
/// there is nothing, that.
fn in_territory(data: &Dataset, row: &Row, territory: &str) -> Vec<Offered> {
    let columns = std::iter::once(territory).chain(WHOLE);
    let cells: Vec<&Cell> = columns.filter_map(|column| row.cells.get(column)).collect();
    let placements = cells.iter().flat_map(|cell| cell.placements.iter().map(move |p| (*cell, p)));
    let found: Vec<Offered> = placements.map(|(cell, p)| placed(data, row, cell, p)).collect();
    if !found.is_empty() {
        return found;
    }
    let state = cells.first().map_or(State::Empty, |cell| cell.state);
    let told = data.texts.get(&format!("states.{}", state.id()), Voice::Public).to_owned();
    let name = format!("{} : {}", row_name(data, Voice::Public, &row.id), told.to_lowercase());
    vec![Offered { name, absent: true, ..Offered::default() }]
}

fn placed(data: &Dataset, row: &Row, cell: &Cell, placement: &Placement) -> Offered {
    let state = placement.state.unwrap_or(cell.state);
    let told = data.texts.get(&format!("states.{}", state.id()), Voice::Public).to_lowercase();
    let state = (state != State::Listed).then_some(told);
    let communes = placement.communes.iter().filter_map(|code| data.commune(code));
    let communes: Vec<&str> = communes.map(|commune| commune.name.as_str()).collect();
    // Most are named after the communes they serve.
    let named = data.structure_name(&placement.structure);
    let named = communes.iter().all(|commune| named.contains(commune));
    let zone = (!named && row.reach == Reach::Commune && !communes.is_empty())
        .then(|| communes.join(", "));
    let notes: Vec<String> = zone.into_iter().chain(state).collect();
    let note = if notes.is_empty() { String::new() } else { format!(" ({})", notes.join(" ; ")) };
    structure(data, &placement.structure, &note)
}

fn structure(data: &Dataset, id: &str, note: &str) -> Offered {
    let contacts = data.structure(id).map(|s| s.contacts.as_slice()).unwrap_or_default();
    let phones = contacts.iter().filter(|contact| contact.field == ContactField::Phone);
    let phones: Vec<String> = phones
        .map(|contact| {
            let mark = if needs_checking(&contact.date) { TO_VERIFY } else { "" };
            format!("{}{mark}", phone_label(&contact.value))
        })
        .collect();
    let name = format!("{}{note}", data.structure_name(id));
    Offered { name, phones: phones.join(", "), ..Offered::default() }
}

/// How a group joins those before it, in one word.
pub fn join_word(data: &Dataset, join: Join) -> &str {
    let key = match join {
        Join::And => crate::model::ui::JOIN_AND,
        Join::Or => crate::model::ui::JOIN_OR,
        Join::Optional => crate::model::ui::JOIN_OPTIONAL,
    };
    data.texts.get(key, Voice::Public)
}

/// Everything that the rules of some panels cite, each once, in the order of their
/// ids.
pub fn cited<'a>(panels: &[Panel<'a>]) -> Vec<&'a SourceRef> {
    let entries = panels.iter().flat_map(|p| &p.sections).flat_map(|s| &s.entries);
    let mut cited: Vec<&SourceRef> = entries.flat_map(|entry| &entry.rule.sources).collect();
    cited.sort();
    cited.dedup();
    cited
}
