//! A structure in one of its roles: one place of the coverage table.

use super::{Cell, Dataset, Placement, Row, SourceRef, State, Structure};

/// A structure in one of its roles. What is shown, searched, mapped and printed is chosen
/// among these.
#[derive(Clone, Copy, Debug)]
pub struct Listing<'a> {
    /// What it is listed for.
    pub row: &'a Row,
    /// The territory, or one of [`super::WHOLE`].
    pub territory: &'a str,
    /// The cell that it stands in.
    pub cell: &'a Cell,
    /// What the cell says of it.
    pub placement: &'a Placement,
}

impl<'a> Listing<'a> {
    /// Its state: its own, else that of its cell.
    pub fn state(&self) -> State {
        self.placement.state.unwrap_or(self.cell.state)
    }

    /// Where it is listed: its own sources, else those of its cell.
    pub fn sources(&self) -> &'a [SourceRef] {
        let own = &self.placement.sources;
        if own.is_empty() { &self.cell.sources } else { own }
    }

    /// The structure; [`crate::check`] makes sure that there is one.
    pub fn structure<'d>(&self, data: &'d Dataset) -> Option<&'d Structure> {
        data.structure(&self.placement.structure)
    }
}

impl Row {
    /// Who is listed, territory by territory.
    pub fn listings(&self) -> impl Iterator<Item = Listing<'_>> {
        self.cells.iter().flat_map(|(territory, cell)| self.listed(territory, cell))
    }

    /// Who is listed in one of its cells.
    pub fn listed<'a>(
        &'a self,
        territory: &'a str,
        cell: &'a Cell,
    ) -> impl Iterator<Item = Listing<'a>> {
        let listing = move |placement| Listing { row: self, territory, cell, placement };
        cell.placements.iter().map(listing)
    }
}

impl Dataset {
    /// Every structure in every role, in the order of the table.
    pub fn listings(&self) -> impl Iterator<Item = Listing<'_>> {
        self.table.rows.iter().flat_map(Row::listings)
    }
}
