//! What a corrected sheet changes, and the structures once changed.

use std::fmt;

use super::lines::field_id;
use crate::model::{Contact, Structures};

/// One value that a sheet changes.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// Id of the structure.
    pub structure: String,
    /// Which of its contacts, in the order of the data; `None`: a new one.
    pub at: Option<usize>,
    /// What it was.
    pub before: Option<Contact>,
    /// What it becomes; `None`: it is taken out.
    pub after: Option<Contact>,
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        writeln!(f, "{}", self.structure)?;
        let line = |c: &Contact| {
            format!("{} : {} ({}, {})", field_id(c.field), c.value, c.source.0, c.date)
        };
        if let Some(before) = &self.before {
            writeln!(f, "- {}", line(before))?;
        }
        if let Some(after) = &self.after {
            writeln!(f, "+ {}", line(after))?;
        }
        Ok(())
    }
}

/// The structures once changed.
pub fn apply(structures: &Structures, changes: &[Change]) -> Structures {
    let mut all = structures.clone();
    for structure in &mut all.structures {
        let mine = || changes.iter().filter(|change| change.structure == structure.id);
        let kept = structure.contacts.iter().enumerate().filter_map(|(at, contact)| {
            match mine().find(|change| change.at == Some(at)) {
                Some(change) => change.after.clone(),
                None => Some(contact.clone()),
            }
        });
        let new = mine().filter(|change| change.at.is_none()).filter_map(|c| c.after.clone());
        structure.contacts = kept.chain(new).collect();
    }
    all
}
