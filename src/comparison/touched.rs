//! Where a change of the data may be seen: only there is an outcome made again.

use super::changes::{Changed, Part};
use crate::model::{Cell, Dataset, Filiere, Offer, Placement, Row, Rule, Structure};
use crate::orientation::{Situation, has_phone, is_theirs};

/// The situations in which a change may be seen.
pub(super) enum Touched<'a> {
    /// Any of them.
    All,
    /// Those in which one of these rules holds; of none, none.
    Rules(Vec<&'a Rule>),
    /// Those in which one of these rules holds, and in which a cell is read.
    Cell(Vec<&'a Rule>, Read<'a>),
}

/// A cell that changed, and the row it stands in.
pub(super) struct Read<'a> {
    territory: &'a str,
    row: &'a Row,
    /// As it was and as it is.
    cells: [Option<&'a Cell>; 2],
}

impl<'a> Touched<'a> {
    /// By a change, which `alone` has and `old` has not.
    pub fn by(old: &'a Dataset, alone: &'a Dataset, what: &'a Changed) -> Self {
        match (what.file.as_str(), what.field.as_str(), &what.part) {
            // No outcome is made of them; a test holds this to be true.
            ("gradation" | "lexicon" | "sources" | "voices", ..)
            | ("table", "guarantees", _)
            | ("flow", "child" | "ends", _) => Self::Rules(Vec::new()),
            ("flow", "rules", Part::Element(id)) => {
                Self::Rules(rules(old, alone, |rule| rule.id == *id))
            }
            ("table", "rows", Part::Element(row)) => Self::row(old, alone, row, None),
            ("table", "rows", Part::Cell(row, territory)) => {
                Self::row(old, alone, row, Some(territory))
            }
            ("texts", file, Part::Element(key)) => Self::text(old, alone, file, key),
            // Most changes of an amendment are of contacts, which orient nobody.
            ("structures", _, Part::Element(id)) if same_but_contacts(old, alone, id) => {
                Self::Rules(Vec::new())
            }
            ("filiere", ..) if same_but_dates(&old.filiere, &alone.filiere) => {
                Self::Rules(Vec::new())
            }
            _ => Self::All,
        }
    }

    /// The rules that offer a row, or a structure that has a role in it. The row of the
    /// coordination, and that of the directory, are offered wherever something is missing.
    fn row(old: &'a Dataset, alone: &'a Dataset, id: &str, territory: Option<&'a str>) -> Self {
        let rows = [old, alone].map(|data| data.row(id));
        let cells = || {
            let rows = rows.iter().flatten();
            rows.flat_map(|row| row.cells.iter())
                .filter(|(place, _)| territory.is_none_or(|territory| territory == *place))
        };
        let has = |structure: &str| {
            let mut placements = cells().flat_map(|(_, cell)| &cell.placements);
            placements.any(|placement| placement.structure == structure)
        };
        if id == old.filiere.coordination || has(&old.filiere.directory) {
            return Self::All;
        }
        let of_structure =
            |offer: &Offer| matches!(offer, Offer::Structure(structure) if has(structure));
        let of_row = |offer: &Offer| matches!(offer, Offer::Row(row) if row == id);
        let touched = |offer: &Offer| of_row(offer) || of_structure(offer);
        let rules = rules(old, alone, |rule| rule.offer.iter().any(touched));
        // A structure is shown in its first role, wherever that is.
        let anywhere = rules.iter().any(|rule| rule.offer.iter().any(of_structure));
        match (territory, rows[0]) {
            (Some(territory), Some(row)) if !anywhere => {
                let cells = rows.map(|row| row?.cells.get(territory));
                Self::Cell(rules, Read { territory, row, cells })
            }
            _ => Self::Rules(rules),
        }
    }

    /// Of the texts, the names of groups and of rows stand in an outcome.
    fn text(old: &'a Dataset, alone: &'a Dataset, file: &str, key: &str) -> Self {
        let about = key.split('.').next().unwrap_or(key);
        let known = || old.flow.rules.iter().any(|rule| rule.text_key() == about);
        match file {
            "groups" if known() => Self::Rules(rules(old, alone, |rule| rule.text_key() == about)),
            "groups" | "rows" => Self::All,
            _ => Self::Rules(Vec::new()),
        }
    }

    /// Whether there is no such situation.
    pub fn is_nothing(&self) -> bool {
        matches!(self, Self::Rules(rules) if rules.is_empty())
    }

    /// Whether a situation is one of them.
    pub fn holds(&self, situation: &Situation) -> bool {
        let one_of = |rules: &[&Rule]| rules.iter().any(|rule| situation.holds(&rule.when));
        match self {
            Self::All => true,
            Self::Rules(rules) => one_of(rules),
            Self::Cell(rules, read) => read.by(situation) && one_of(rules),
        }
    }
}

/// The rules of both datasets that a change touches.
fn rules<'a>(
    old: &'a Dataset,
    alone: &'a Dataset,
    touches: impl Fn(&Rule) -> bool,
) -> Vec<&'a Rule> {
    let rules = old.flow.rules.iter().chain(&alone.flow.rules);
    rules.filter(|rule| touches(rule)).collect()
}

impl Read<'_> {
    /// Whether the cell is read for a visitor: it is theirs; it has a service that goes
    /// with them; or something is missing in theirs, and the nearest is looked for.
    fn by(&self, situation: &Situation) -> bool {
        let goes_with = |placement: &Placement| {
            placement.only.as_ref().is_some_and(|only| situation.holds(only))
        };
        let open =
            |placement: &Placement| placement.only.is_none() && placement.communes.is_empty();
        let mut theirs = self.row.cells.iter().filter(|(place, _)| is_theirs(place, situation));
        is_theirs(self.territory, situation)
            || self.cells.iter().flatten().any(|cell| cell.placements.iter().any(goes_with))
            || self.row.nearest && theirs.any(|(_, cell)| !cell.placements.iter().any(open))
    }
}

/// Whether a structure changed in its contacts only, and can still be called, or still not:
/// a group in which nobody can be called has other words.
fn same_but_contacts(old: &Dataset, alone: &Dataset, id: &str) -> bool {
    let (Some(was), Some(is)) = (old.structure(id), alone.structure(id)) else { return false };
    if has_phone(was) != has_phone(is) {
        return false;
    }
    let (contacts, aliases) = (was.contacts.clone(), was.aliases.clone());
    Structure { aliases, contacts, ..is.clone() } == *was
}

fn same_but_dates(was: &Filiere, is: &Filiere) -> bool {
    let Filiere { version, date, review, report_to, .. } = was.clone();
    Filiere { version, date, review, report_to, ..is.clone() } == *was
}
