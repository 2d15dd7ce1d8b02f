//! What every situation shows, kept as a number for each: outcomes of a whole filière
//! would take more memory than most machines have to spare.

use std::collections::hash_map::DefaultHasher;
use std::collections::{HashMap, HashSet};
use std::hash::{Hash, Hasher};
#[cfg(not(target_arch = "wasm32"))]
use std::thread;

use super::touched::Touched;
use crate::model::{Dataset, HOURS, UNKNOWN, VAR_HOURS};
use crate::orientation::{Answers, Communes, Outcome, Situation, each_path, outcome_of, walk};

/// What the situations of a dataset show.
#[derive(Default)]
pub(super) struct Shown {
    /// A number for each path, one for its outcome.
    outcomes: HashMap<u64, u64>,
    /// In how many situations each structure is shown.
    structures: HashMap<String, usize>,
}

/// The situations that two datasets do not show the same.
#[derive(Default)]
pub(super) struct Found {
    /// Their paths, a number for each.
    pub paths: HashSet<u64>,
    /// One of the shortest, by day and with as few « je ne sais pas » as can be.
    pub shortest: Option<Vec<String>>,
}

impl Shown {
    /// Of every situation of a dataset.
    pub fn of(data: &Dataset) -> Self {
        let by_clock = both_clocks(|on_call| {
            let mut all = Self::default();
            each_path(data, on_call, Communes::All, &mut |walk| {
                all.add(&walk.situation, &outcome_of(walk));
            });
            all
        });
        by_clock.into_iter().fold(Self::default(), |mut all, of_clock| {
            all.outcomes.extend(of_clock.outcomes);
            for (id, count) in of_clock.structures {
                *all.structures.entry(id).or_default() += count;
            }
            all
        })
    }

    fn add(&mut self, situation: &Situation, outcome: &Outcome) {
        self.outcomes.insert(number(situation), print(outcome));
        let cards = outcome.groups.iter().flat_map(|group| &group.cards);
        let shown: HashSet<&str> = cards.map(|card| card.id.as_str()).collect();
        for id in shown {
            match self.structures.get_mut(id) {
                Some(count) => *count += 1,
                None => drop(self.structures.insert(id.to_owned(), 1)),
            }
        }
    }

    /// How many situations there are.
    pub fn situations(&self) -> usize {
        self.outcomes.len()
    }

    /// In how many of them a structure is shown.
    pub fn shown_in(&self, structure: &str) -> usize {
        self.structures.get(structure).copied().unwrap_or_default()
    }

    /// What another dataset shows otherwise than `old`, of which these are; outcomes are
    /// made where the change may be seen.
    pub fn differences(&self, old: &Dataset, new: &Dataset, touched: &Touched) -> Found {
        let mut found = Found::default();
        if touched.is_nothing() {
            return found;
        }
        let mut kept = 0;
        for (of_clock, more) in both_clocks(|on_call| self.otherwise(new, on_call, touched)) {
            kept += of_clock;
            found.join(more);
        }
        if kept < self.outcomes.len() {
            found.join(self.gone(old, new));
        }
        found
    }

    /// The situations at one state of the clock that are known, and those shown otherwise.
    fn otherwise(&self, new: &Dataset, on_call: bool, touched: &Touched) -> (usize, Found) {
        let (mut kept, mut found) = (0, Found::default());
        each_path(new, on_call, Communes::All, &mut |walk| {
            let situation = &walk.situation;
            if !touched.holds(situation) {
                kept += 1;
                return;
            }
            let number = number(situation);
            let was = self.outcomes.get(&number);
            kept += usize::from(was.is_some());
            if was != Some(&print(&outcome_of(walk))) {
                found.add(number, situation);
            }
        });
        (kept, found)
    }

    /// The situations that the new dataset no longer has.
    fn gone(&self, old: &Dataset, new: &Dataset) -> Found {
        let mut left: HashSet<u64> = self.outcomes.keys().copied().collect();
        each_path_of(new, &mut |situation| {
            left.remove(&number(situation));
        });
        let mut found = Found::default();
        each_path_of(old, &mut |situation| {
            let number = number(situation);
            if left.contains(&number) {
                found.add(number, situation);
            }
        });
        found
    }
}

impl Found {
    fn add(&mut self, number: u64, situation: &Situation) {
        self.paths.insert(number);
        let shorter = |known: &Vec<String>| {
            situation.path.len() < known.len() && order(&words(situation)) < order(known)
        };
        // Words are made for the few that may be the shortest.
        if self.shortest.as_ref().is_none_or(shorter) {
            self.shortest = Some(words(situation));
        }
    }

    fn join(&mut self, other: Self) {
        self.paths.extend(other.paths);
        let both = self.shortest.take().into_iter().chain(other.shortest);
        self.shortest = both.min_by_key(|path| order(path));
    }
}

fn each_path_of(data: &Dataset, visit: &mut impl FnMut(&Situation)) {
    for on_call in [false, true] {
        each_path(data, on_call, Communes::All, &mut |walk| visit(&walk.situation));
    }
}

/// Does something for each state of the clock, one after the other: a page has one thread.
#[cfg(target_arch = "wasm32")]
fn both_clocks<T>(task: impl Fn(bool) -> T) -> Vec<T> {
    vec![task(false), task(true)]
}

/// Does something for each state of the clock, both at once.
#[cfg(not(target_arch = "wasm32"))]
fn both_clocks<T: Send>(task: impl Fn(bool) -> T + Sync) -> Vec<T> {
    thread::scope(|scope| {
        let night = scope.spawn(|| task(true));
        let day = task(false);
        let night = night.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
        vec![day, night]
    })
}

/// The outcome of a path told in words; nothing when the dataset does not have it.
pub(super) fn replayed(data: &Dataset, path: &[String]) -> Option<Outcome> {
    let pairs = path.iter().filter_map(|said| said.split_once('='));
    let (clock, said): (Vec<_>, Vec<_>) = pairs.partition(|(question, _)| *question == VAR_HOURS);
    let on_call = clock.iter().any(|(_, hours)| *hours == HOURS[1]);
    let answers: Answers = said.iter().map(|(q, a)| ((*q).to_owned(), (*a).to_owned())).collect();
    let walk = walk(data, on_call, &answers);
    let same = walk.situation.path.iter().map(|(q, a)| (*q, *a)).eq(said);
    (same && walk.is_complete()).then(|| outcome_of(&walk))
}

/// The clock, then the answers, as `question=answer`.
fn words(situation: &Situation) -> Vec<String> {
    let clock = HOURS[usize::from(situation.on_call)];
    let answers = situation.path.iter().map(|(q, a)| format!("{q}={a}"));
    std::iter::once(format!("{VAR_HOURS}={clock}")).chain(answers).collect()
}

fn order(path: &[String]) -> (usize, usize, bool, bool) {
    let ends = |said: &&String, end: &str| said.ends_with(end);
    let unknown = path.iter().filter(|said| ends(said, UNKNOWN)).count();
    let by_night = path.iter().any(|said| ends(&said, HOURS[1]));
    let danger = path.iter().any(|said| ends(&said, "=oui"));
    (path.len(), unknown, by_night, danger)
}

fn number(situation: &Situation) -> u64 {
    let mut hasher = DefaultHasher::new();
    situation.on_call.hash(&mut hasher);
    situation.path.hash(&mut hasher);
    hasher.finish()
}

/// A number that changes with whatever an outcome says.
fn print(outcome: &Outcome) -> u64 {
    let mut hasher = DefaultHasher::new();
    outcome.hash(&mut hasher);
    hasher.finish()
}
