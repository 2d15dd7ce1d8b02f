//! What the tests of the shipped dataset share.

use std::path::Path;
use std::sync::LazyLock;

use orientation_palliative::model::Dataset;
use orientation_palliative::tool::dataset;

/// The shipped dataset, read once.
pub static DATA: LazyLock<Dataset> =
    LazyLock::new(|| dataset::load(Path::new("data")).expect("the dataset is whole"));
