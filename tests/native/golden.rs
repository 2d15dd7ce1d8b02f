//! The bytes of the format are those that were written down when its version was.
//!
//! `golden/dataset.json` is the invented filière as it was then: it stays, whatever
//! becomes of that filière.

use std::path::Path;
use std::{env, fs};

use orientation_palliative::model::Dataset;
use orientation_palliative::model::bundle::{from_bytes, to_bytes};

const BYTES: &str = "tests/native/golden/dataset.bin";

#[test]
fn the_format_is_that_of_its_version() {
    let data: Dataset = serde_json::from_str(include_str!("golden/dataset.json")).unwrap();
    let bytes = to_bytes(&data);
    if env::var_os("RECORD").is_some() {
        fs::write(BYTES, &bytes).unwrap();
    }
    let golden = fs::read(Path::new(BYTES)).unwrap_or_default();
    assert!(
        bytes == golden,
        "values are packed otherwise: raise FORMAT in src/model/bundle.rs, then \
         RECORD=1 cargo test the_format_is"
    );
    assert_eq!(from_bytes(&golden), Ok(data));
}
