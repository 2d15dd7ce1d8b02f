//! Who notices a change: the cheapest check is asked first.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use crate::check::{check_said, check_shape, is_proven};
use crate::model::Vignette;
use crate::model::{Dataset, Texts};

use super::mutant::{Files, Mutant};
use super::shown::Shown;

/// What became of a mutant.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Verdict {
    /// It can no longer be read, or what its files say does not agree.
    Shape,
    /// A vignette is no longer oriented as it was signed.
    Vignette,
    /// Walking every path shows a problem.
    Proof,
    /// Nothing notices, and nothing can: nobody is shown anything else, on any path.
    Same,
    /// Nothing notices, though somebody is shown something else.
    Unnoticed,
}

/// What becomes of each mutant, in their order; on every core.
pub fn verdicts(data: &Dataset, vignettes: &[Vignette], mutants: &[Mutant]) -> Vec<Verdict> {
    let files = Files::of(data);
    let before = Before { data, shown: OnceLock::new() };
    let next = AtomicUsize::new(0);
    let work = || {
        let mut found = Vec::new();
        // The vignette that noticed the last change often notices the next one.
        let mut order: Vec<&Vignette> = vignettes.iter().collect();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(mutant) = mutants.get(at) else { break found };
            let changed = mutant.apply(data, &files);
            let verdict =
                changed.map_or(Verdict::Shape, |changed| verdict(changed, &before, &mut order));
            found.push((at, verdict));
        }
    };
    let workers = thread::available_parallelism().map_or(1, usize::from);
    let mut all: Vec<(usize, Verdict)> = thread::scope(|scope| {
        let started: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
        started.into_iter().filter_map(|worker| worker.join().ok()).flatten().collect()
    });
    all.sort_unstable_by_key(|(at, _)| *at);
    all.into_iter().map(|(_, verdict)| verdict).collect()
}

/// The dataset that was changed.
struct Before<'a> {
    data: &'a Dataset,
    shown: OnceLock<Shown>,
}

impl Before<'_> {
    /// Whether a changed dataset, its sentences left out, shows the same.
    fn shows_as(&self, changed: &Dataset) -> bool {
        let silent = || Dataset { texts: Texts::default(), ..self.data.clone() };
        self.shown.get_or_init(|| Shown::by(&silent())).is_by(changed)
    }
}

fn verdict(mut changed: Dataset, before: &Before, vignettes: &mut [&Vignette]) -> Verdict {
    if !check_shape(&changed).is_empty() {
        return Verdict::Shape;
    }
    // Neither the vignettes nor the proof read the sentences, and a third of the
    // time would go into filling them in.
    let texts = std::mem::take(&mut changed.texts);
    if let Some(at) = vignettes.iter().position(|j| !j.differences(&changed).is_empty()) {
        vignettes[..=at].rotate_right(1);
        return Verdict::Vignette;
    }
    if !is_proven(&changed) {
        return Verdict::Proof;
    }
    let same = before.shows_as(&changed);
    // What every path says is read last: it takes the longest.
    changed.texts = texts;
    match (check_said(&changed).1.is_empty(), same) {
        (false, _) => Verdict::Proof,
        (true, true) => Verdict::Same,
        (true, false) => Verdict::Unnoticed,
    }
}
