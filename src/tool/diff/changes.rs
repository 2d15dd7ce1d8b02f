//! An amendment taken apart: each element that changed, put alone into the old
//! dataset. Whatever a file holds is compared, known to this module or not.

use serde_json::Value;

use super::values::{keys, parts, put, value_of};
use crate::model::Dataset;

/// An element of the data that changed.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Changed {
    /// Its file, without `.json`; of a text, `texts`.
    pub file: String,
    /// The field of the file; of a text, the file in `texts/`; of the filière, nothing.
    pub field: String,
    /// Which part of the field.
    pub part: Part,
}

/// A part of a field that changed.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) enum Part {
    /// All of it.
    Whole,
    /// The order of its elements.
    Order,
    /// One element, or one text: of a row of the table, whatever is not a cell.
    Element(String),
    /// A cell of the table, by its row and its territory.
    Cell(String, String),
}

impl Changed {
    fn new(file: &str, field: &str, part: Part) -> Self {
        Self { file: file.to_owned(), field: field.to_owned(), part }
    }

    /// Whether it is an element of a list, and which.
    pub fn element(&self, file: &str, field: &str) -> Option<&str> {
        match &self.part {
            Part::Element(id) if self.file == file && self.field == field => Some(id),
            _ => None,
        }
    }

    /// Where it stands: `table.json usp/sud`.
    pub fn place(&self) -> String {
        let Self { file, field, part } = self;
        match part {
            Part::Cell(row, territory) => format!("{file}.json {row}/{territory}"),
            Part::Element(key) if file == "texts" => format!("texts/{field}.json {key}"),
            Part::Element(id) => format!("{file}.json {field} {id}"),
            Part::Order => format!("{file}.json {field}, ordre"),
            Part::Whole => format!("{file}.json {field}").trim_end().to_owned(),
        }
    }
}

/// Two datasets, and the values of their files.
pub(super) struct Pair<'a> {
    old: &'a Dataset,
    new: &'a Dataset,
    was: Value,
    is: Value,
}

impl<'a> Pair<'a> {
    /// Of two datasets.
    pub fn of(old: &'a Dataset, new: &'a Dataset) -> Self {
        let value = |data| serde_json::to_value(data).unwrap_or_default();
        Self { old, new, was: value(old), is: value(new) }
    }

    /// Each change from one to the other.
    pub fn changes(&self) -> Vec<Changed> {
        let mut found = Vec::new();
        for file in keys(&self.was, &self.is) {
            let (was, is) = (&self.was[&file], &self.is[&file]);
            if file == "filiere" {
                // Its version, its date and its hours are read together.
                found.extend((was != is).then(|| Changed::new(&file, "", Part::Whole)));
                continue;
            }
            for field in keys(was, is).into_iter().filter(|field| field != "$schema") {
                let parts = parts(&file, &was[&field], &is[&field]);
                found.extend(parts.into_iter().map(|part| Changed::new(&file, &field, part)));
            }
        }
        found.retain(|change| self.element_of(change).is_none());
        found
    }

    /// The value of what changed, before and after; null where it is not.
    pub fn values(&self, change: &Changed) -> (&Value, &Value) {
        let find = |data| value_of(data, change).unwrap_or(&Value::Null);
        (find(&self.was), find(&self.is))
    }

    /// The old dataset with this change only, and with the texts that come and go with
    /// the element; `None` where that is no dataset.
    pub fn alone(&self, change: &Changed) -> Option<Dataset> {
        let mut data = self.was.clone();
        put(&mut data, &self.is, change);
        for field in keys(&self.was["texts"], &self.is["texts"]) {
            for key in keys(&self.was["texts"][&field], &self.is["texts"][&field]) {
                let text = Changed::new("texts", &field, Part::Element(key));
                if self.element_of(&text).is_some_and(|element| change.part == element) {
                    put(&mut data, &self.is, &text);
                }
            }
        }
        serde_json::from_value(data).ok()
    }

    /// The element with which a text comes or goes: no change of its own.
    fn element_of(&self, text: &Changed) -> Option<Part> {
        let Part::Element(key) = &text.part else { return None };
        let about = key.split('.').next().filter(|_| text.file == "texts")?;
        let ids = |data: &Dataset| -> Vec<String> {
            let about = about.to_owned();
            let rules = data.flow.rules.iter();
            match text.field.as_str() {
                "groups" => rules.filter(|r| r.text_key() == about).map(|r| r.id.clone()).collect(),
                "rules" => rules.filter(|r| r.id == about).map(|r| r.id.clone()).collect(),
                "questions" => data.question(&about).map(|_| about).into_iter().collect(),
                "rows" => data.row(&about).map(|_| about).into_iter().collect(),
                "structures" => data.structure(&about).map(|_| about).into_iter().collect(),
                _ => Vec::new(),
            }
        };
        match (ids(self.old).as_slice(), ids(self.new).as_slice()) {
            ([], [id, ..]) | ([id, ..], []) => Some(Part::Element(id.clone())),
            _ => None,
        }
    }
}
