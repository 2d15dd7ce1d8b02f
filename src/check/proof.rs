//! The proof: every complete path is walked, and what it leads to is judged.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::model::{Dataset, Rule, State, VAR_TERRITORY};
use crate::orientation::{Answers, Card, Communes, Outcome, Session, outcome, paths};

use super::Problem;

/// What a proof went through.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq, Serialize)]
pub struct Proof {
    /// Complete paths: every answer, every kind of commune, both states of the clock.
    pub paths: usize,
    /// Most questions on one path.
    pub depth: usize,
    /// Rules, each of which holds on some path.
    pub rules: usize,
    /// Cells of the table shown or told absent on some path.
    pub cells: usize,
    /// Different absences told.
    pub absences: usize,
}

/// What was seen on the way, with the shortest path that shows each fault.
#[derive(Default)]
struct Seen {
    fired: BTreeSet<String>,
    answered: BTreeSet<(String, String)>,
    cells: BTreeSet<(String, String)>,
    absences: BTreeSet<(String, String)>,
    faults: BTreeMap<(String, String), Answers>,
    /// For each rule, the rules that say at least as much wherever it holds.
    shadows: BTreeMap<String, BTreeSet<String>>,
}

/// Walks every path. A flow that has no end to some path is [`super::check`]'s to
/// find before.
pub fn prove(data: &Dataset) -> (Proof, Vec<Problem>) {
    let mut proof = Proof { rules: data.flow.rules.len(), ..Proof::default() };
    let mut seen = Seen::default();
    for on_call in [false, true] {
        for answers in paths(data, on_call, Communes::OneByOffer) {
            proof.paths += 1;
            proof.depth = proof.depth.max(answers.len());
            let session = Session::replay(data, on_call, answers);
            judge(data, &session, &outcome(data, &session), &mut seen);
        }
    }
    proof.cells = seen.cells.len();
    proof.absences = seen.absences.len();
    let mut problems = faults(data, &seen);
    problems.extend(idle_rules(data, &seen));
    problems.extend(shadowed_rules(data, &seen));
    problems.extend(idle_answers(data, &seen));
    problems.extend(untold_cells(data, &seen));
    (proof, problems)
}

fn judge(data: &Dataset, session: &Session, outcome: &Outcome, seen: &mut Seen) {
    let mut fault = |pointer: String, what: &str| {
        let shortest = seen
            .faults
            .entry((pointer, what.to_owned()))
            .or_insert_with(|| session.answers().clone());
        if session.answers().len() < shortest.len() {
            shortest.clone_from(session.answers());
        }
    };
    if !outcome.groups.iter().any(|group| group.contact) {
        fault("/rules".into(), "aucun interlocuteur humain");
    }
    let cards = || outcome.groups.iter().flat_map(|group| &group.cards);
    if cards().next().is_none() && outcome.absences.is_empty() {
        fault("/rules".into(), "ni structure, ni absence dite");
    }
    let mut groups = BTreeSet::new();
    for group in &outcome.groups {
        if !groups.insert(&group.id) {
            fault(rule_pointer(data, group.rule.as_deref()), "le groupe figure deux fois");
        }
        let child = session.answers().get("age").is_some_and(|age| age == "enfant");
        if child && group.cards.iter().any(|card| is_for_adults(data, card)) {
            fault(
                rule_pointer(data, group.rule.as_deref()),
                "un enfant est orienté vers un lit d’adulte",
            );
        }
        if group.cards.iter().any(|card| is_out_of_bounds(data, session, card)) {
            fault(
                rule_pointer(data, group.rule.as_deref()),
                "un service réservé est proposé à d’autres",
            );
        }
    }
    record(data, session, outcome, seen);
}

fn is_for_adults(data: &Dataset, card: &Card) -> bool {
    let listed = data.row(&card.kind).is_some_and(|row| row.adults_only);
    let entries = data.elsewhere.departments.iter().flat_map(|d| &d.entries);
    let elsewhere =
        entries.filter(|e| e.kind == card.kind && e.structure == card.id).any(|e| e.adults_only);
    if card.territory == "elsewhere" { elsewhere } else { listed }
}

/// A service kept for its own patients, shown to somebody it does not follow.
fn is_out_of_bounds(data: &Dataset, session: &Session, card: &Card) -> bool {
    if card.state != State::OwnPatients {
        return false;
    }
    let situation = session.walk(data).situation;
    let cell = data.row(&card.kind).and_then(|row| row.cells.get(&card.territory));
    let placement = cell.and_then(|cell| cell.placements.iter().find(|p| p.structure == card.id));
    placement.and_then(|p| p.only.as_ref()).is_none_or(|only| !situation.holds(only))
}

fn record(data: &Dataset, session: &Session, outcome: &Outcome, seen: &mut Seen) {
    let situation = session.walk(data).situation;
    for (question, answer) in &situation.path {
        seen.answered.insert(((*question).to_owned(), (*answer).to_owned()));
    }
    let rules = data.flow.rules.iter();
    let holding: Vec<&Rule> = rules.filter(|rule| situation.holds(&rule.when)).collect();
    for rule in &holding {
        let others =
            holding.iter().filter(|other| other.id != rule.id && other.group == rule.group);
        let others: BTreeSet<String> = others.map(|other| other.id.clone()).collect();
        let shadows = seen.shadows.entry(rule.id.clone()).or_insert_with(|| others.clone());
        *shadows = shadows.intersection(&others).cloned().collect();
        seen.fired.insert(rule.id.clone());
    }
    for card in outcome.groups.iter().flat_map(|group| &group.cards) {
        seen.cells.insert((card.kind.clone(), card.territory.clone()));
    }
    for reserved in &outcome.reserved {
        seen.cells.insert((reserved.kind.clone(), reserved.territory.clone()));
    }
    for absence in &outcome.absences {
        seen.cells.insert((absence.kind.clone(), absence.territory.clone()));
        seen.absences.insert((absence.kind.clone(), absence.territory.clone()));
    }
}

fn rule_pointer(data: &Dataset, id: Option<&str>) -> String {
    let at = data.flow.rules.iter().position(|rule| Some(rule.id.as_str()) == id);
    at.map_or_else(|| "/rules".to_owned(), |i| format!("/rules/{i}"))
}

fn faults(data: &Dataset, seen: &Seen) -> Vec<Problem> {
    let told = |answers: &Answers| {
        let order = |id: &str| data.flow.questions.iter().position(|q| q.id == id);
        let mut path: Vec<_> = answers.iter().collect();
        path.sort_by_key(|(question, _)| order(question));
        path.iter().map(|(q, a)| format!("{q}={a}")).collect::<Vec<_>>().join(" ")
    };
    let problem = |((pointer, what), answers): (&(String, String), &Answers)| {
        let what = format!("{what} (parcours le plus court : {})", told(answers));
        Problem::new(
            "flow.json",
            pointer,
            what,
            "corriger la règle, ou en ajouter une pour ce parcours",
        )
    };
    seen.faults.iter().map(problem).collect()
}

fn idle_rules(data: &Dataset, seen: &Seen) -> Vec<Problem> {
    let rules = data.flow.rules.iter().enumerate();
    rules
        .filter(|(_, rule)| !seen.fired.contains(&rule.id))
        .map(|(i, rule)| {
            let what = format!("la règle « {} » ne s’applique sur aucun parcours", rule.id);
            Problem::new(
                "flow.json",
                format!("/rules/{i}/when"),
                what,
                "élargir sa condition, ou l’enlever",
            )
        })
        .collect()
}

/// A rule is shadowed when another of its group holds wherever it does.
fn shadowed_rules(data: &Dataset, seen: &Seen) -> Vec<Problem> {
    let rules = data.flow.rules.iter().enumerate();
    let shadow = |id: &str| seen.shadows.get(id).and_then(|others| others.first());
    rules
        .filter_map(|(i, rule)| shadow(&rule.id).map(|other| (i, rule, other)))
        .map(|(i, rule, other)| {
            let what = format!(
                "partout où la règle « {} » s’applique, « {other} » donne le même groupe",
                rule.id
            );
            Problem::new(
                "flow.json",
                format!("/rules/{i}"),
                what,
                "n’en garder qu’une, ou séparer leurs conditions",
            )
        })
        .collect()
}

fn idle_answers(data: &Dataset, seen: &Seen) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (i, question) in data.flow.questions.iter().enumerate() {
        for (j, answer) in question.answers.iter().enumerate() {
            if !seen.answered.contains(&(question.id.clone(), answer.id.clone())) {
                let what =
                    format!("la réponse « {} » n’est proposée sur aucun parcours", answer.id);
                let at = format!("/questions/{i}/answers/{j}");
                problems.push(Problem::new(
                    "flow.json",
                    at,
                    what,
                    "élargir sa condition, ou l’enlever",
                ));
            }
        }
    }
    problems
}

/// A cell that the sources leave empty must be told to those who look for it.
fn untold_cells(data: &Dataset, seen: &Seen) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (i, row) in data.table.rows.iter().enumerate() {
        for (territory, _) in row.cells.iter().filter(|(_, cell)| cell.state.is_absence()) {
            if !seen.cells.contains(&(row.id.clone(), territory.clone())) {
                let what = format!(
                    "cette absence n’est dite sur aucun parcours ({VAR_TERRITORY} {territory})"
                );
                let mend =
                    format!("ajouter dans flow.json une règle qui offre la ligne « {} »", row.id);
                problems.push(Problem::new(
                    "table.json",
                    format!("/rows/{i}/cells/{territory}"),
                    what,
                    mend,
                ));
            }
        }
    }
    problems
}
