//! The shipped dataset is whole, and so is what stands beside it.

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use crate::common::DATA;
use orientation_palliative::check::{Problem, Proof, check_said, prove, voices};
use orientation_palliative::model::bundle::{self, BundleError};
use orientation_palliative::tool::schema;

/// What walking every path shows, once for both tests.
static PROVEN: LazyLock<(Proof, Vec<Problem>)> = LazyLock::new(|| prove(&DATA));

#[test]
fn the_shipped_dataset_has_no_problem() {
    let mut problems = PROVEN.1.clone();
    problems.extend(voices::check(&DATA));
    problems.extend(check_said(&DATA).1);
    let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert!(told.is_empty(), "{}", told.join("\n"));
}

#[test]
fn the_committed_schemas_are_the_ones_the_types_give() {
    for (stem, text) in schema::all() {
        let path = Path::new("data/schemas").join(schema::file_name(stem));
        let committed = fs::read_to_string(&path).unwrap_or_default();
        assert!(committed == text, "{} is stale: cargo run -- schemas", path.display());
    }
}

#[test]
fn the_widget_reads_the_dataset_as_it_is_and_refuses_anything_else() {
    let bytes = bundle::to_bytes(&DATA);
    assert_eq!(bundle::from_bytes(&bytes).as_ref(), Ok(&*DATA));
    let mut altered = bytes.clone();
    altered[bytes.len() / 2] ^= 1;
    let mut other_format = bytes.clone();
    other_format[0] ^= 1;
    for (bytes, refused) in [
        (&altered[..], BundleError::Damaged),
        (&bytes[..bytes.len() - 1], BundleError::Damaged),
        (&bytes[..5], BundleError::Damaged),
        (&[], BundleError::Damaged),
        (&other_format, BundleError::Format),
    ] {
        assert_eq!(bundle::from_bytes(bytes).err(), Some(refused));
    }
}

#[test]
fn the_proof_goes_through_every_rule_and_question() {
    let (proof, _) = &*PROVEN;
    assert!(proof.paths > 1_000, "{proof:?}");
    assert_eq!(proof.rules, DATA.flow.rules.len());
}
