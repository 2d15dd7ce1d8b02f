//! Where a change of the data may be seen: only there is an outcome made again.

use super::changes::Changed;
use crate::model::{Dataset, Filiere, Offer, Rule, Structure};
use crate::orientation::Situation;

/// The situations in which a change may be seen.
pub(super) enum Touched<'a> {
    /// Any of them.
    All,
    /// Those in which one of these rules holds; of none, none.
    Rules(Vec<&'a Rule>),
}

impl<'a> Touched<'a> {
    /// By a change, which `alone` has and `old` has not.
    pub fn by(old: &'a Dataset, alone: &'a Dataset, what: &Changed) -> Self {
        match what {
            Changed::Rule(id) => Self::rules(old, alone, |rule| rule.id == *id),
            Changed::Row(row) | Changed::Cell(row, _) => Self::row(old, alone, row),
            Changed::Text(file, key) => Self::text(old, alone, file, key),
            // Most changes of an amendment are of contacts, which orient nobody.
            Changed::Structure(id) if same_but_contacts(old, alone, id) => Self::Rules(Vec::new()),
            Changed::Filiere if same_but_dates(&old.filiere, &alone.filiere) => {
                Self::Rules(Vec::new())
            }
            _ => Self::All,
        }
    }

    fn rules(old: &'a Dataset, alone: &'a Dataset, touches: impl Fn(&Rule) -> bool) -> Self {
        let rules = old.flow.rules.iter().chain(&alone.flow.rules);
        Self::Rules(rules.filter(|rule| touches(rule)).collect())
    }

    /// The rules that offer a row, or a structure whose role may be found in it. The row
    /// of the coordination, and that of the directory, are offered wherever something is
    /// missing.
    fn row(old: &'a Dataset, alone: &'a Dataset, row: &str) -> Self {
        let directory = |data: &Dataset| {
            let cells = data.row(row).into_iter().flat_map(|row| row.cells.values());
            let mut placements = cells.flat_map(|cell| &cell.placements);
            placements.any(|placement| placement.structure == data.filiere.directory)
        };
        if row == old.filiere.coordination || directory(old) || directory(alone) {
            return Self::All;
        }
        Self::rules(old, alone, |rule| {
            rule.offer.iter().any(|offer| match offer {
                Offer::Row(id) => id == row,
                Offer::Structure(_) => true,
                Offer::Elsewhere(_) => false,
            })
        })
    }

    /// Of the texts, the names of groups and of rows stand in an outcome.
    fn text(old: &'a Dataset, alone: &'a Dataset, file: &str, key: &str) -> Self {
        let about = key.split('.').next().unwrap_or(key);
        let known = || old.flow.rules.iter().any(|rule| rule.text_key() == about);
        match file {
            "groups" if known() => Self::rules(old, alone, |rule| rule.text_key() == about),
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
        match self {
            Self::All => true,
            Self::Rules(rules) => rules.iter().any(|rule| situation.holds(&rule.when)),
        }
    }
}

fn same_but_contacts(old: &Dataset, alone: &Dataset, id: &str) -> bool {
    let (Some(was), Some(is)) = (old.structure(id), alone.structure(id)) else { return false };
    let (contacts, aliases) = (was.contacts.clone(), was.aliases.clone());
    Structure { aliases, contacts, ..is.clone() } == *was
}

fn same_but_dates(was: &Filiere, is: &Filiere) -> bool {
    let Filiere { version, date, review, report_to, .. } = was.clone();
    Filiere { version, date, review, report_to, ..is.clone() } == *was
}
