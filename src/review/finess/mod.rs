//! The national register of establishments (FINESS) taken up again: what it says of the
//! structures whose number the dataset holds, against what stands.
//!
//! The extract is read as a stream, in constant memory: a browser pushes the slices of a
//! file as they come. Nothing is matched but by number, and nothing is changed here:
//! proposals are shown one by one, and [`take`] applies those that were taken.

mod address;
mod candidates;
mod compare;
mod entry;
mod layout;
mod names;
mod pieces;
mod reader;
mod spelling;
mod state;
mod street;
mod take;

use std::fmt;

use crate::directory::phone_label;
use crate::model::{SourceRef, StructureId};

use super::Refused;
pub use candidates::{Candidate, Unnumbered};
pub use layout::Layout;
pub use reader::Reader;
pub use take::take;

/// What a proposal is about.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Field {
    /// The name: the one that stood becomes another spelling of it.
    Name,
    /// A phone number. A switchboard stays one.
    Phone,
    /// The postal address.
    Address,
}

/// A value, where it was found and when it was true.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Stated {
    /// The value, as the data write it.
    pub value: String,
    /// Where it was found.
    pub source: SourceRef,
    /// When it was true; empty when nothing says.
    pub date: String,
}

/// What an extract says otherwise than the dataset, or says again at a later date.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Proposal {
    /// Id of the structure.
    pub structure: StructureId,
    /// What it is about.
    pub field: Field,
    /// Which of the structure's contacts; `None` for a name, or where there is none yet.
    pub at: Option<usize>,
    /// What stands.
    pub before: Option<Stated>,
    /// What it would become.
    pub after: Stated,
    /// Whether the structure would stand elsewhere: its commune and its place on the map
    /// are then to be looked at again.
    pub moved: bool,
}

/// What an extract says of a dataset.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Refresh {
    /// The day of the extract.
    pub date: String,
    /// As what it was read.
    pub layout: Layout,
    /// How many establishments were read.
    pub establishments: u64,
    /// What it says otherwise.
    pub proposals: Vec<Proposal>,
    /// What it says again: only source and date change.
    pub confirmed: Vec<Proposal>,
    /// How many values stand that are more recent than the extract and differ from it.
    pub newer: usize,
    /// Structures whose number is not in the extract.
    pub closed: Vec<StructureId>,
    /// Those that it cannot speak of: another department than those it holds, a line that
    /// could not be read, a file that was cut.
    pub unread: Vec<StructureId>,
    /// Structures without a number, and the establishments that may be theirs.
    pub without_number: Vec<Unnumbered>,
    /// Lines and values that could not be taken, the first hundred.
    pub refused: Vec<Refused>,
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(match self {
            Self::Name => "nom",
            Self::Phone => "téléphone",
            Self::Address => "adresse",
        })
    }
}

impl Proposal {
    /// A value as one reads it.
    pub fn shown(&self, stated: &Stated) -> String {
        let Stated { value, source, date } = stated;
        let value = if self.field == Field::Phone { phone_label(value) } else { value.clone() };
        let date = if date.is_empty() { "sans date" } else { date };
        format!("{value} ({}, {date})", source.0)
    }
}

impl fmt::Display for Proposal {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        writeln!(f, "{} : {}", self.structure, self.field)?;
        if let Some(before) = &self.before {
            writeln!(f, "- {}", self.shown(before))?;
        }
        writeln!(f, "+ {}", self.shown(&self.after))?;
        if self.moved {
            writeln!(f, "  autre lieu : revoir aussi « commune » et « position »")?;
        }
        Ok(())
    }
}
