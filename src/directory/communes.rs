//! Finding a commune or a department by what somebody types.

use crate::model::{Commune, Dataset, Department};

use super::fold;
use super::slips::slips;

/// The communes and departments that answer a typed text.
#[derive(Clone, Debug, Default)]
pub struct PlaceMatches<'a> {
    /// Communes of the filière, best first.
    pub communes: Vec<&'a Commune>,
    /// Departments nearby.
    pub departments: Vec<&'a Department>,
}

impl<'a> PlaceMatches<'a> {
    /// Whether nothing answers.
    pub fn is_empty(&self) -> bool {
        self.communes.is_empty() && self.departments.is_empty()
    }

    /// The places as ids of answers: communes, then departments.
    pub fn answers(&self) -> impl Iterator<Item = &str> {
        let communes = self.communes.iter().map(|commune| commune.code.as_str());
        communes.chain(self.departments.iter().map(|department| department.code.as_str()))
    }

    /// The one answer that the text leaves, as an answer's id: the only place
    /// found, or the commune whose name was typed in full.
    fn only(&self, typed: &str) -> Option<&'a str> {
        if let ([], [department]) = (&self.communes[..], &self.departments[..]) {
            return Some(&department.code);
        }
        let first = self.communes.first()?;
        let alone = self.communes.len() == 1 && self.departments.is_empty();
        (alone || fold(&first.name) == fold(typed)).then_some(first.code.as_str())
    }
}

/// What a typed text says.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Resolved<'a> {
    /// Nothing was typed.
    Nothing,
    /// One place: the id of the answer.
    Place(&'a str),
    /// More than one place.
    Several,
    /// No place that is known here.
    Unknown,
}

/// What a typed text says, when the visitor chose none of the places found.
pub fn resolve_place<'a>(data: &'a Dataset, typed: &str) -> Resolved<'a> {
    let places = find_places(data, typed);
    match places.only(typed) {
        _ if fold(typed).is_empty() => Resolved::Nothing,
        Some(answer) => Resolved::Place(answer),
        None if places.is_empty() => Resolved::Unknown,
        None => Resolved::Several,
    }
}

/// The communes as they are listed: those of one territory first, where asked.
pub fn in_list_order<'a>(data: &'a Dataset, first: Option<&str>) -> Vec<&'a Commune> {
    let mut communes: Vec<&Commune> = data.communes.communes.iter().collect();
    communes.sort_by_key(|commune| first.is_some_and(|territory| commune.territory != territory));
    communes
}

/// Communes and departments that answer a typed text.
pub fn find_places<'a>(data: &'a Dataset, typed: &str) -> PlaceMatches<'a> {
    PlaceMatches {
        communes: find_communes(data, typed),
        departments: find_departments(data, typed),
    }
}

/// The communes that a typed name or postal code may mean, best first: the whole
/// name, its beginning, the beginning of one of its words, a part of it; a
/// misspelt name only when nothing else answers.
pub fn find_communes<'a>(data: &'a Dataset, typed: &str) -> Vec<&'a Commune> {
    let wanted = fold(typed);
    if wanted.is_empty() {
        return Vec::new();
    }
    let all = &data.communes.communes;
    let digits: String = wanted.split(' ').collect();
    if digits.chars().all(|c| c.is_ascii_digit()) {
        let served = |commune: &&Commune| commune.postal.iter().any(|p| p.starts_with(&digits));
        // Fewer digits than these name a department at best.
        return if digits.len() < 3 {
            Vec::new()
        } else {
            all.iter().filter(served).collect::<Vec<_>>()
        };
    }
    let mut ranked: Vec<(u8, &Commune)> =
        all.iter().filter_map(|c| Some((rank(&fold(&c.name), &wanted)?, c))).collect();
    if ranked.is_empty() {
        ranked = all
            .iter()
            .filter_map(|c| Some((slips(&wanted, &fold(&c.name))?, c)))
            .collect::<Vec<_>>();
    }
    // A stable sort: equals stay in the alphabetical order of the dataset.
    ranked.sort_by_key(|(rank, _)| *rank);
    ranked.into_iter().map(|(_, commune)| commune).collect::<Vec<_>>()
}

/// The departments nearby that a typed name, number or postal code may mean.
pub fn find_departments<'a>(data: &'a Dataset, typed: &str) -> Vec<&'a Department> {
    let wanted = fold(typed);
    let digits: String = wanted.split(' ').collect();
    let means = |department: &&Department| {
        let by_number = digits == department.code
            || (digits.len() == 5
                && digits.chars().all(|c| c.is_ascii_digit())
                && digits.starts_with(&department.code));
        let by_name = wanted.len() >= 3 && rank(&fold(&department.name), &wanted).is_some();
        // « Paris 14e » means the department as well.
        let within = wanted.split(' ').next() == Some(fold(&department.name).as_str());
        by_number || by_name || within
    };
    data.elsewhere.departments.iter().filter(means).collect::<Vec<_>>()
}

/// How well a folded name answers, 0 best; `None`: not at all.
fn rank(name: &str, wanted: &str) -> Option<u8> {
    if name == wanted {
        return Some(0);
    }
    if name.starts_with(wanted) {
        return Some(1);
    }
    let word = name.match_indices(' ').any(|(at, _)| name[at + 1..].starts_with(wanted));
    // One or two letters in the middle of a word mean nothing.
    let part = wanted.len() >= 3 && name.contains(wanted);
    if word { Some(2) } else { part.then_some(3) }
}
