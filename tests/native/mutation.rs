//! No element of the data changes unnoticed: `cargo run -- mutate` tries every
//! change, this a few of each kind.

use std::path::Path;

use crate::common::DATA;
use orientation_palliative::tool::mutate::{
    EXCUSES, Mutant, load_excuses, load_vignettes, mutants, score,
};

/// One change in so many.
const EVERY: usize = 613;

#[test]
fn a_change_of_one_element_is_noticed() {
    let vignettes = load_vignettes(Path::new("data")).expect("the vignettes can be read");
    let waivers = load_excuses(Path::new(EXCUSES)).expect("the waivers can be read");
    let excused = |m: &Mutant| waivers.iter().any(|waiver| waiver.mutants.contains(&m.name));
    // That an excused change is still unnoticed takes a walk through every path.
    let all = mutants(&DATA).into_iter().filter(|mutant| !excused(mutant));
    let tried: Vec<Mutant> = all.step_by(EVERY).collect();
    let score = score(&DATA, &vignettes, &tried, &waivers);
    assert!(score.faults.is_empty(), "{:#?}", score.faults);
    assert_eq!(score.caught.iter().sum::<usize>(), tried.len());
}

#[test]
fn every_excuse_is_for_one_change_that_there_is_and_says_why() {
    let waivers = load_excuses(Path::new(EXCUSES)).expect("the waivers can be read");
    let all = mutants(&DATA);
    for waiver in &waivers {
        assert!(!waiver.why.is_empty());
        for name in &waiver.mutants {
            let found = all.iter().filter(|mutant| mutant.name == *name).count();
            assert_eq!(found, 1, "{name}");
        }
    }
}
