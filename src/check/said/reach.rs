//! Whether somebody answers: a human whom this visitor may call, for this need.

use std::collections::BTreeMap;

use crate::model::{Dataset, Stage};
use crate::orientation::{Walk, fits, has_phone, is_emergency, people};
use crate::wording::Entry;

use super::{Faults, Said};

/// Who an outcome names first, and whether they can be called.
#[derive(Clone, Copy, Debug, Default, Eq, Ord, PartialEq, PartialOrd)]
pub struct FirstContact {
    /// The year of the first structure's number; `None`: it has none.
    pub year: Option<u16>,
    /// Whether somebody who fits the need can be called at all, the emergency numbers
    /// aside.
    pub somebody: bool,
}

/// On how many paths somebody can be called, by profile and need.
#[derive(Clone, Debug, Default)]
pub struct Reach(pub BTreeMap<String, Vec<(FirstContact, usize)>>);

impl Reach {
    /// Counts one path.
    pub(super) fn count(&mut self, walk: &Walk, first: FirstContact) {
        let said: Vec<&str> = walk.situation.path.iter().take(2).map(|(_, a)| *a).collect();
        let counts = self.0.entry(said.join(" ")).or_default();
        match counts.iter_mut().find(|(known, _)| *known == first) {
            Some((_, count)) => *count += 1,
            None => counts.push((first, 1)),
        }
    }

    /// A line for each profile and need, in French.
    pub fn lines(&self) -> Vec<String> {
        self.0.iter().map(|(who, counts)| line(who, counts)).collect()
    }

    /// Paths on which nobody can be called, and all paths.
    pub fn nobody(&self) -> (usize, usize) {
        let all = self.0.values().flatten();
        all.fold((0, 0), |(nobody, paths), (first, count)| {
            (nobody + if first.somebody { 0 } else { *count }, paths + count)
        })
    }
}

fn line(who: &str, counts: &[(FirstContact, usize)]) -> String {
    let sum = |keep: &dyn Fn(&FirstContact) -> bool| -> usize {
        counts.iter().filter(|(first, _)| keep(first)).map(|(_, count)| count).sum()
    };
    let mut years: BTreeMap<u16, usize> = BTreeMap::new();
    for (first, count) in counts {
        if let Some(year) = first.year {
            *years.entry(year).or_default() += count;
        }
    }
    let years: Vec<String> = years
        .iter()
        .map(|(year, count)| match year {
            0 => format!("{count} d’un numéro national"),
            year => format!("{count} de {year}"),
        })
        .collect();
    format!(
        "{who} : sur {} parcours, le premier nommé a un numéro sur {} ({}) ; quelqu’un répond sur {}",
        sum(&|_| true),
        sum(&|first| first.year.is_some()),
        years.join(", "),
        sum(&|first| first.somebody),
    )
}

/// Checks one outcome.
pub(super) fn check(said: &Said, faults: &mut Faults) -> FirstContact {
    let situation = &said.walk.situation;
    let data = situation.data;
    let reached = people(situation, said.outcome);
    let called = |id: &str| data.structure(id).is_some_and(has_phone);
    let stop = said.walk.next.is_some();
    if reached.is_empty() && !stop {
        let fix = "offrir une ligne qui répond à ce besoin (\"outside\"), ou un numéro";
        let what = "personne ne répond à ce visiteur, les secours mis à part".to_owned();
        faults.note(said, "/rules".to_owned(), what, fix);
    }
    general_first(said, faults);
    let first = said.sheet.blocks().flat_map(|block| &block.entries).next();
    FirstContact {
        year: first.and_then(|entry| entry.phones.first()).map(|p| p.year.parse().unwrap_or(0)),
        somebody: stop || reached.iter().any(|card| called(&card.id)),
    }
}

/// A line that answers any question stands behind those made for the need.
fn general_first(said: &Said, faults: &mut Faults) {
    let situation = &said.walk.situation;
    let data = situation.data;
    let mut general: Option<&Entry> = None;
    for block in said.sheet.blocks().filter(|block| !block.absence) {
        for entry in block.entries.iter().filter(|entry| !entry.phones.is_empty()) {
            if is_general(data, &entry.kind) {
                general = general.or(Some(entry));
            } else if let Some(before) = general
                && fits(situation, &entry.kind)
                && !is_emergency(data, &entry.structure)
            {
                let what =
                    format!("« {} », qui répond à tout, est avant « {} »", before.name, entry.name);
                let fix = "placer sa règle après, ou sous \"at\": \"more\"";
                faults.note(said, pointer(data, said, &block.id), what, fix);
                return;
            }
        }
    }
}

fn is_general(data: &Dataset, kind: &str) -> bool {
    let outside = data.row(kind).and_then(|row| row.outside.as_ref());
    outside.is_some_and(|outside| outside.general)
}

/// The place of the rule behind a group.
pub(super) fn pointer(data: &Dataset, said: &Said, group: &str) -> String {
    let group = said.outcome.groups.iter().find(|g| g.id == group && g.at <= Stage::More);
    let rule = group.and_then(|group| group.rule.as_ref());
    let at = data.flow.rules.iter().position(|r| Some(&r.id) == rule);
    at.map_or_else(|| "/rules".to_owned(), |i| format!("/rules/{i}"))
}
