//! One establishment, as the register writes it.

use std::borrow::Cow;

use super::address::Written;
use super::layout::{Column, Columns};
use super::street;

/// What is read of an establishment.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(super) struct Entry {
    pub(super) number: String,
    pub(super) name: String,
    pub(super) long_name: String,
    pub(super) complement: String,
    pub(super) phone: String,
    pub(super) address: Written,
}

/// The cells of a line, by what they are.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cells<'a> {
    pub(super) columns: Columns,
    pub(super) cells: &'a [Cow<'a, str>],
}

impl Cells<'_> {
    pub(super) fn get(&self, column: Column) -> &str {
        let place = self.columns.place(column);
        place.and_then(|at| self.cells.get(at)).map_or("", |cell| cell.trim())
    }

    /// The number, nine characters: a spreadsheet that took it for a sum has lost its
    /// first zeros.
    pub(super) fn number(&self) -> String {
        format!("{:0>9}", self.get(Column::Number).to_uppercase())
    }

    /// The code of the commune, from whichever columns there are.
    pub(super) fn insee(&self) -> String {
        let [whole, department, commune] =
            [Column::Insee, Column::Department, Column::Commune].map(|column| self.get(column));
        let digits = |text: &str| text.len() == 3 && text.bytes().all(|b| b.is_ascii_digit());
        match (whole, department.len()) {
            ("", 2) if digits(commune) => format!("{department}{commune}"),
            (whole, _) => whole.to_owned(),
        }
    }

    /// The first two characters of its department, or of its postal code.
    pub(super) fn department(&self) -> String {
        let written = [Column::Department, Column::Insee, Column::Postal, Column::Routing];
        let first = written.map(|column| self.get(column)).into_iter().find(|text| text.len() > 1);
        first.and_then(|text| text.get(..2)).unwrap_or_default().to_owned()
    }

    pub(super) fn entry(&self) -> Entry {
        let text = |column| self.get(column).to_owned();
        Entry {
            number: self.number(),
            name: text(Column::Name),
            long_name: text(Column::LongName),
            complement: text(Column::Complement),
            phone: text(Column::Phone),
            address: self.address(),
        }
    }

    pub(super) fn address(&self) -> Written {
        let [delivery, place, number, index, kind, street] = [
            Column::Delivery,
            Column::Place,
            Column::StreetNumber,
            Column::StreetIndex,
            Column::StreetType,
            Column::Street,
        ]
        .map(|column| self.get(column));
        let routing = match self.get(Column::Routing) {
            "" => format!("{} {}", self.get(Column::Postal), self.get(Column::City)),
            routing => routing.to_owned(),
        };
        let whole = self.get(Column::Address);
        let street = street::written([number, index, kind, street]);
        if street.is_empty() && place.is_empty() && !whole.is_empty() {
            return Written::parse(&format!("{whole} {}", routing.trim()));
        }
        Written::new(&street, &[delivery, place], routing.trim())
    }
}
