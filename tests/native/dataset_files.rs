//! Reading the files of `data/`, one by one, as their own types.

use std::collections::BTreeSet;
use std::path::Path;

use orientation_palliative::reading::parse;
use serde::de::DeserializeOwned;

/// One file of the dataset; a test that cannot read it fails with its name.
pub fn read<T: DeserializeOwned>(file: &str) -> T {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("data").join(file);
    let text = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{file}: {e}"));
    let mut problems = Vec::new();
    let value = parse(&text, file, &mut problems).unwrap_or_else(|| panic!("{problems:?}"));
    assert!(problems.is_empty(), "{problems:?}");
    serde_json::from_value(value).unwrap_or_else(|e| panic!("{file}: {e}"))
}

/// The distinct values of a list of ids.
pub fn ids<'a>(all: impl IntoIterator<Item = &'a String>) -> BTreeSet<&'a str> {
    all.into_iter().map(String::as_str).collect()
}
