//! Outcomes of every kind, found in the flow itself: a new answer brings its own.

use std::collections::{BTreeMap, BTreeSet};

use orientation_palliative::{
    keep::link_of,
    model::VAR_TERRITORY,
    orientation::{Communes, Session, Walk, each_path},
};

use crate::{clock, expected::DATA, moves::Answers};

/// One outcome.
pub struct Case {
    /// The answers that lead to it.
    pub answers: BTreeMap<String, String>,
    /// Whether it is opened at an hour at which few answer.
    pub on_call: bool,
}

impl Case {
    /// Every kind there is: for each profile and need, each other answer, and each
    /// territory by day and at night, stands in one case at least.
    pub fn all() -> Vec<Self> {
        let mut found = Vec::new();
        for on_call in [false, true] {
            each_path(&DATA, on_call, Communes::OneByOffer, &mut |walk| {
                if walk.next.is_none() {
                    found.push((features(walk, on_call), Self::of(walk, on_call)));
                }
            });
        }
        cover(found)
    }

    fn of(walk: &Walk, on_call: bool) -> Self {
        let path = walk.situation.path.iter();
        let answers = path.map(|(q, a)| ((*q).to_owned(), (*a).to_owned())).collect();
        Self { answers, on_call }
    }

    /// The answers as the journeys hold them.
    pub fn borrowed(&self) -> Answers<'_> {
        self.answers.iter().map(|(q, a)| (q.as_str(), a.as_str())).collect()
    }

    /// The session that has come to it.
    pub fn session(&self) -> Session {
        Session::replay(&DATA, self.on_call, self.answers.clone().into_iter().collect())
    }

    /// What stands behind the `#` of an address that opens it.
    pub fn fragment(&self) -> String {
        format!("op={}", link_of(&DATA, &self.session()).encode())
    }

    /// What the page's clock is set to.
    pub fn moment(&self) -> &'static str {
        if self.on_call { clock::NIGHT } else { clock::DAY }
    }

    /// Who asks, and what for.
    pub fn kind(&self) -> String {
        let said = |question| self.answers.get(question).map_or("?", String::as_str);
        format!("{}, {}", said("profil"), said("besoin"))
    }

    /// Whether it speaks to somebody who does this for a living.
    pub fn is_professional(&self) -> bool {
        self.answers.get("profil").is_some_and(|profile| profile == "professionnel")
    }

    /// All of it, for messages.
    pub fn name(&self) -> String {
        let hour = if self.on_call { "night" } else { "day" };
        let said: Vec<_> = self.answers.values().map(String::as_str).collect();
        format!("{} ({hour})", said.join(" "))
    }
}

/// What makes a case one of its kind.
fn features(walk: &Walk, on_call: bool) -> Vec<String> {
    let value = |name| walk.situation.value(name).unwrap_or_default();
    let kind = format!("{} {}", value("profil"), value("besoin"));
    let said = walk.situation.path.iter().filter(|(question, _)| *question != "commune");
    let said = said.map(|(question, answer)| format!("{kind} {question} {answer}"));
    let place = format!("{kind} {} {on_call}", value(VAR_TERRITORY));
    // Each department nearby has an outcome of its own.
    let elsewhere = DATA.elsewhere.departments.iter().map(|d| d.code.as_str());
    let elsewhere = elsewhere.filter(|code| walk.situation.commune_answer() == Some(*code));
    let elsewhere = elsewhere.map(|code| format!("{kind} {code}"));
    said.chain([place]).chain(elsewhere).collect()
}

/// As few as bring every feature: each time the one that brings most.
fn cover(mut found: Vec<(Vec<String>, Case)>) -> Vec<Case> {
    let mut left: BTreeSet<String> =
        found.iter().flat_map(|(features, _)| features).cloned().collect();
    let mut chosen = Vec::new();
    while !left.is_empty() {
        let brings = |features: &[String]| features.iter().filter(|f| left.contains(*f)).count();
        found.retain(|(features, _)| brings(features) > 0);
        // The last of the best is the longest path: it comes with every refinement.
        let best = (0..found.len()).max_by_key(|at| brings(&found[*at].0));
        let Some(best) = best else { break };
        let (features, case) = found.swap_remove(best);
        for feature in &features {
            left.remove(feature);
        }
        chosen.push(case);
    }
    // By clock: the page is written once for each.
    chosen.sort_by_key(|case| (case.on_call, case.kind()));
    chosen
}
