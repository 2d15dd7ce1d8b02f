//! Structures without a number, and the establishments that may be theirs: told, never
//! taken.

use std::collections::BTreeSet;

use super::entry::Cells;
use super::layout::Column;
use super::names::{is_telling, words};
use crate::model::{Dataset, StructureId};

/// How many establishments are told for a structure.
const MOST: usize = 3;

/// A structure without a number.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Unnumbered {
    /// Id of the structure.
    pub structure: StructureId,
    /// Establishments of a similar name, the likeliest first.
    pub candidates: Vec<Candidate>,
}

/// An establishment that may be a structure of the dataset.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct Candidate {
    /// Its number.
    pub number: String,
    /// Its name, as the register writes it.
    pub name: String,
    /// Postal code and town.
    pub place: String,
}

/// What is looked for while lines go by.
#[derive(Debug)]
pub(super) struct Search {
    sought: Vec<Sought>,
    /// The departments of the filière: nobody is looked for elsewhere.
    departments: BTreeSet<String>,
    /// Numbers that are a structure's already.
    known: BTreeSet<String>,
}

#[derive(Debug)]
struct Sought {
    structure: StructureId,
    commune: Option<String>,
    names: Vec<BTreeSet<String>>,
    /// The words that say the place: where that is known, they tell nobody apart.
    place: BTreeSet<String>,
    /// How many words in a thousand lack, then who it is.
    found: BTreeSet<(usize, Candidate)>,
}

impl Search {
    pub(super) fn of(data: &Dataset) -> Self {
        let communes = &data.communes.communes;
        let departments = communes.iter().filter_map(|c| c.code.get(..2)).map(str::to_owned);
        let all = &data.structures.structures;
        let sought = all.iter().filter(|structure| structure.finess.is_none()).map(|structure| {
            let names = [&structure.name].into_iter().chain(&structure.aliases);
            let commune = structure.commune.as_ref().and_then(|code| data.commune(code));
            Sought {
                structure: structure.id.clone(),
                commune: structure.commune.clone(),
                names: names.map(|name| words(name)).collect(),
                place: commune.map(|commune| words(&commune.name)).unwrap_or_default(),
                found: BTreeSet::new(),
            }
        });
        let known = all.iter().filter_map(|structure| structure.finess.clone()).collect();
        Self { sought: sought.collect(), departments: departments.collect(), known }
    }

    pub(super) fn consider(&mut self, cells: &Cells) {
        if !self.departments.contains(&cells.department()) || self.known.contains(&cells.number()) {
            return;
        }
        let names = [Column::Name, Column::LongName, Column::Complement];
        let said: BTreeSet<String> = names.iter().flat_map(|c| words(cells.get(*c))).collect();
        let insee = cells.insee();
        for sought in &mut self.sought {
            let here =
                sought.commune.as_ref().is_none_or(|code| *code == insee || insee.is_empty());
            let lack = if here { sought.lack(&said) } else { None };
            if let Some(lack) = lack {
                sought.found.insert((lack, candidate(cells)));
                if sought.found.len() > MOST {
                    sought.found.pop_last();
                }
            }
        }
    }

    pub(super) fn found(self) -> Vec<Unnumbered> {
        let told = self.sought.into_iter().map(|sought| {
            let candidates = sought.found.into_iter().map(|(_, candidate)| candidate).collect();
            Unnumbered { structure: sought.structure, candidates }
        });
        told.collect()
    }
}

impl Sought {
    /// How much of the name lacks, in a thousandth; nothing when too much does, or when
    /// only words that many share were found.
    fn lack(&self, said: &BTreeSet<String>) -> Option<usize> {
        let of_one = |name: &BTreeSet<String>| {
            let shared: Vec<&String> = name.intersection(said).collect();
            let telling = shared.iter().any(|w| is_telling(w) && !self.place.contains(*w));
            // A kind of service in its own commune tells enough: « SSIAD », at Chaville.
            let several = shared.len() > 1;
            let enough = telling && (several || name.len() == 1)
                || self.commune.is_some() && several && shared.len() == name.len();
            let lack = 1_000 - 1_000 * shared.len() / name.len().max(1);
            (enough && lack <= 400).then_some(lack)
        };
        self.names.iter().filter_map(of_one).min()
    }
}

fn candidate(cells: &Cells) -> Candidate {
    let long = cells.get(Column::LongName);
    let name = if long.is_empty() { cells.get(Column::Name) } else { long };
    let place = match cells.get(Column::Routing) {
        "" => format!("{} {}", cells.get(Column::Postal), cells.get(Column::City)),
        routing => routing.to_owned(),
    };
    Candidate { number: cells.number(), name: name.to_owned(), place: place.trim().to_owned() }
}
