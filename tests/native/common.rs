//! What the tests of the shipped dataset share.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use orientation_palliative::model::Dataset;
use orientation_palliative::tool::{dataset, new_filiere};

/// The shipped dataset, read once.
pub static DATA: LazyLock<Dataset> =
    LazyLock::new(|| dataset::load(Path::new("data")).expect("the dataset is whole"));

/// The invented filière, small, in a folder of its own of that name.
pub fn brume(name: &str) -> PathBuf {
    let dir = fresh(name);
    new_filiere::write(&dir).expect("written");
    dir
}

/// A place for a folder that is not there yet.
pub fn fresh(name: &str) -> PathBuf {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&dir);
    dir
}
