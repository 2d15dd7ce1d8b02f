//! What the files of a dataset hold.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::check::Problem;
use crate::model::Dataset;
use crate::reading::{Files, folder, in_file};

/// The files of a dataset: the text of each by its name in the folder.
pub type Folder = BTreeMap<String, String>;

/// What a file holds.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub(super) enum Content {
    /// JSON, its comments included.
    Json(Value),
    /// What is no JSON, or not yet again.
    Text(String),
}

impl Content {
    pub(super) fn of(text: &str) -> Self {
        let read = serde_json::from_str(text.trim_start_matches('\u{feff}'));
        read.map_or_else(|_| Self::Text(text.to_owned()), Self::Json)
    }

    pub(super) fn text(&self) -> String {
        match self {
            Self::Json(value) => in_file(value),
            Self::Text(text) => text.clone(),
        }
    }
}

/// What files are worth.
#[derive(Clone, Debug, Default)]
pub struct Revised {
    /// The dataset, where it can be read.
    pub dataset: Option<Dataset>,
    /// Everything that stands in the way of reading it.
    pub problems: Vec<Problem>,
}

/// Reads files as a dataset.
pub fn read(files: &Folder) -> Revised {
    let mut problems = Vec::new();
    // What belongs to no dataset (schemas, situations to sign) is kept, not read.
    let files: Files = files.iter().map(|(name, text)| (name.clone(), Ok(text.clone()))).collect();
    let dataset = folder::read(&files, &mut problems);
    Revised { dataset, problems }
}
