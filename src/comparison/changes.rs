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
    pub old: &'a Dataset,
    pub new: &'a Dataset,
    was: Value,
    is: Value,
    /// Texts that come or go with an element, and that element: no changes of their own.
    following: Vec<(Changed, Changed)>,
}

impl<'a> Pair<'a> {
    /// Of two datasets.
    pub fn of(old: &'a Dataset, new: &'a Dataset) -> Self {
        let value = |data| serde_json::to_value(data).unwrap_or_default();
        let mut pair = Self { old, new, was: value(old), is: value(new), following: Vec::new() };
        let texts = pair.parts_of("texts").into_iter();
        pair.following =
            texts.filter_map(|text| Some((text.clone(), pair.element_of(&text)?))).collect();
        pair
    }

    /// Each change from one to the other.
    pub fn changes(&self) -> Vec<Changed> {
        let mut found = Vec::new();
        for file in keys(&self.was, &self.is) {
            if file == "filiere" {
                // Its version, its date and its hours are read together.
                let differs = self.was[&file] != self.is[&file];
                found.extend(differs.then(|| Changed::new(&file, "", Part::Whole)));
            } else {
                found.extend(self.parts_of(&file));
            }
        }
        found.retain(|change| self.following.iter().all(|(text, _)| text != change));
        found
    }

    /// What differs in a file, field by field.
    fn parts_of(&self, file: &str) -> Vec<Changed> {
        let (was, is) = (&self.was[file], &self.is[file]);
        let fields = keys(was, is).into_iter().filter(|field| field != "$schema");
        let changed = |field: String| {
            let parts = parts(file, &was[&field], &is[&field]).into_iter();
            parts.map(move |part| Changed::new(file, &field, part)).collect::<Vec<_>>()
        };
        fields.flat_map(changed).collect()
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
        for (text, _) in self.following.iter().filter(|(_, element)| element == change) {
            put(&mut data, &self.is, text);
        }
        serde_json::from_value(data).ok()
    }

    /// The element with which a text comes or goes.
    fn element_of(&self, text: &Changed) -> Option<Changed> {
        let Part::Element(key) = &text.part else { return None };
        let about = key.split('.').next()?;
        let (file, list) = match text.field.as_str() {
            "groups" | "rules" => ("flow", "rules"),
            "questions" => ("flow", "questions"),
            "rows" => ("table", "rows"),
            "structures" => ("structures", "structures"),
            _ => return None,
        };
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
            ([], [id, ..]) | ([id, ..], []) => {
                Some(Changed::new(file, list, Part::Element(id.clone())))
            }
            _ => None,
        }
    }
}
