//! No element of the data can change unnoticed.
#![cfg(feature = "tool")]
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::path::Path;

use orientation_palliative::tool::{dataset, mutate};

/// One change in so many: `cargo run -- mutate` tries them all.
const EVERY: usize = 29;

#[test]
fn a_change_of_one_element_is_noticed() {
    let folder = Path::new("data");
    let data = dataset::load(folder).expect("the dataset is whole");
    let score =
        mutate::score(&data, folder, EVERY, Path::new("tests/mutation.json")).expect("it runs");
    assert!(score.caught.iter().sum::<usize>() > 50, "{score:?}");
    assert!(score.survivors.is_empty(), "{:#?}", score.survivors);
}
