//! What was seen on the way through every path.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Branch, Dataset, Offer, Rule, Target, When};
use crate::orientation::{Outcome, Situation};

/// What was seen, by the place of the dataset it comes from: a condition and a
/// branch are told apart by their address.
#[derive(Default)]
pub(super) struct Seen<'a> {
    /// Questions and the answers given to them.
    pub answered: BTreeSet<(&'a str, &'a str)>,
    /// Branches taken.
    pub branches: BTreeSet<*const Branch>,
    /// Alternatives of a condition that were the reason why it held.
    pub reasons: BTreeSet<(*const When, usize)>,
    /// Values of a variable with which an alternative held.
    pub values: BTreeSet<(*const When, usize, &'a str, &'a str)>,
    /// Rows and territories shown or told absent.
    pub cells: BTreeSet<(String, String)>,
    /// Rows and territories told absent.
    pub absences: BTreeSet<(String, String)>,
    /// Structures known in other departments, with their kind.
    pub elsewhere: BTreeSet<(String, String)>,
    /// Offers, by rule and place, that found something or told its absence.
    pub offers: BTreeSet<(&'a str, usize)>,
    /// For each rule that held: the shortest path, and the rules that give as much
    /// wherever it holds.
    pub rules: BTreeMap<&'a str, Fired<'a>>,
    /// Faults by place and kind, with the shortest path that shows each.
    pub faults: BTreeMap<(String, &'static str), Vec<(&'a str, &'a str)>>,
}

/// A rule that held on some path.
pub(super) struct Fired<'a> {
    pub path: Vec<(&'a str, &'a str)>,
    /// `None`: it has given nothing yet, and nothing can be said to give as much.
    pub shadows: Option<BTreeSet<&'a str>>,
}

impl<'a> Seen<'a> {
    /// Notes a fault, or a shorter path to it.
    pub fn fault(&mut self, pointer: String, what: &'static str, situation: &Situation<'a>) {
        let key = (pointer, what);
        let known = self.faults.get(&key).map_or(usize::MAX, Vec::len);
        if situation.path.len() < known {
            self.faults.insert(key, situation.path.clone());
        }
    }

    /// Notes the conditions that one path meets.
    pub fn conditions(&mut self, situation: &Situation<'a>) {
        let data = situation.data;
        self.steps(situation);
        for when in data.flow.voices.iter().map(|spoken| &spoken.when).chain(&data.flow.child) {
            self.holds(when, situation);
        }
        for rule in &data.flow.rules {
            // What follows counts only where the rule does.
            if self.holds(&rule.when, situation)
                && let Some(later) = &rule.later
            {
                self.holds(later, situation);
            }
        }
        for only in data.listings().filter_map(|one| one.placement.only.as_ref()) {
            self.holds(only, situation);
        }
        for outside in data.table.rows.iter().filter_map(|row| row.outside.as_ref()) {
            self.holds(&outside.fits, situation);
        }
    }

    /// Notes everything that one path shows.
    pub fn outcome(&mut self, situation: &Situation<'a>, outcome: &Outcome) {
        self.rules(situation, outcome);
        for card in outcome.groups.iter().flat_map(|group| &group.cards) {
            if card.territory == "elsewhere" {
                self.elsewhere.insert((card.kind.clone(), card.id.clone()));
            } else {
                self.cells.insert((card.kind.clone(), card.territory.clone()));
            }
        }
        for reserved in &outcome.reserved {
            self.cells.insert((reserved.kind.clone(), reserved.territory.clone()));
        }
        for absence in &outcome.absences {
            let place = (absence.kind.clone(), absence.territory.clone());
            self.absences.insert(place.clone());
            self.cells.insert(place);
        }
    }

    /// Goes along the path again, condition by condition.
    fn steps(&mut self, situation: &Situation<'a>) {
        let data = situation.data;
        let mut before = Situation::start(data, situation.on_call);
        for (asked, given) in &situation.path {
            self.answered.insert((asked, given));
            let Some(question) = data.question(asked) else { continue };
            if let Some(when) = &question.refines {
                self.holds(when, &before);
            }
            let answer = question.answers.iter().find(|answer| answer.id == *given);
            if let Some(when) = answer.and_then(|answer| answer.when.as_ref()) {
                self.holds(when, &before);
            }
            before.push(question, given);
            if let Some(Target::Branches(branches)) = question.target(given) {
                let taken = branches.iter().find(|branch| self.holds(&branch.when, &before));
                self.branches.extend(taken.map(std::ptr::from_ref));
            }
        }
    }

    /// Whether a condition holds; what made it hold is noted.
    fn holds(&mut self, when: &'a When, situation: &Situation) -> bool {
        for (i, all) in when.alternatives().iter().enumerate() {
            let mut with = Vec::new();
            for (var, accepted) in all {
                let value = situation.value(var);
                with.extend(accepted.iter().find(|v| Some(v.as_str()) == value).map(|v| (var, v)));
            }
            if with.len() == all.len() {
                self.reasons.insert((when, i));
                self.values.extend(
                    with.iter()
                        .map(|(var, v)| (std::ptr::from_ref(when), i, var.as_str(), v.as_str())),
                );
                return true;
            }
        }
        false
    }

    fn rules(&mut self, situation: &Situation<'a>, outcome: &Outcome) {
        let mut given: Vec<(&Rule, BTreeSet<String>)> = Vec::new();
        for rule in &situation.data.flow.rules {
            if situation.holds(&rule.when) {
                self.offers(rule, situation.data, outcome);
                given.push((rule, gives(rule, outcome)));
            }
        }
        for (rule, what) in &given {
            let as_much = |(other, more): &&(&'a Rule, BTreeSet<String>)| {
                other.id != rule.id
                    && (other.group == rule.group || !what.is_empty() && what.is_subset(more))
            };
            let others: BTreeSet<&str> =
                given.iter().filter(as_much).map(|(other, _)| other.id.as_str()).collect();
            let path = &situation.path;
            let fired = self
                .rules
                .entry(&rule.id)
                .or_insert_with(|| Fired { path: path.clone(), shadows: None });
            if path.len() < fired.path.len() {
                fired.path.clone_from(path);
            }
            // Where a rule gives nothing, it is no better than another.
            if rule.offer.is_empty() || !what.is_empty() {
                match &mut fired.shadows {
                    None => fired.shadows = Some(others),
                    Some(shadows) => shadows.retain(|id| others.contains(id)),
                }
            }
        }
    }

    fn offers(&mut self, rule: &'a Rule, data: &Dataset, outcome: &Outcome) {
        let group = outcome.groups.iter().find(|group| group.rule.as_ref() == Some(&rule.id));
        let cards = || group.into_iter().flat_map(|group| &group.cards);
        for (i, offer) in rule.offer.iter().enumerate() {
            let found = match offer {
                Offer::Row(row) => {
                    data.row(row).is_some()
                        && (cards().any(|c| c.kind == *row) || is_absent(row, outcome))
                }
                Offer::Structure(id) => cards().any(|card| card.id == *id),
                Offer::Elsewhere(kind) => cards().any(|card| card.kind == *kind),
            };
            if found {
                self.offers.insert((&rule.id, i));
            }
        }
    }
}

fn is_absent(row: &str, outcome: &Outcome) -> bool {
    outcome.absences.iter().any(|a| a.kind == row) || outcome.reserved.iter().any(|r| r.kind == row)
}

/// What a rule gives on a path: structures in their role, absences told.
fn gives(rule: &Rule, outcome: &Outcome) -> BTreeSet<String> {
    let group = outcome.groups.iter().find(|group| group.rule.as_ref() == Some(&rule.id));
    let cards = group.into_iter().flat_map(|group| &group.cards);
    let mut given: BTreeSet<String> =
        cards.map(|card| format!("{}/{}/{}", card.kind, card.territory, card.id)).collect();
    for offer in &rule.offer {
        if let Offer::Row(row) = offer
            && is_absent(row, outcome)
        {
            given.insert(format!("absent/{row}"));
        }
    }
    given
}
