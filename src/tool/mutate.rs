//! `mutate`: the data changed one element at a time. A change that neither `check`
//! nor a journey notices is a check that is missing.

mod mutants;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::thread;

use anyhow::{Context, Result};

use crate::check::{check_shape, journey::Journey, prove};
use crate::model::Dataset;
use crate::orientation::{Communes, each_path, outcome_of};

use super::{check::load_or_report, journeys};
pub use mutants::{Mutant, mutants};

/// Arguments of `mutate`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Folder of the dataset.
    #[arg(long, default_value = "data")]
    data: PathBuf,
    /// Try one change in so many only.
    #[arg(long, default_value_t = 1)]
    every: usize,
    /// The changes that nothing needs to notice, each with the reason why.
    #[arg(long, default_value = "tests/mutation.json")]
    exceptions: PathBuf,
}

/// What became of the mutants.
#[derive(Clone, Debug, Default)]
pub struct Score {
    /// Noticed by a journey, by a schema or a check, by the proof.
    pub caught: [usize; 3],
    /// Nobody is shown anything else: proven on every path and every commune.
    pub equivalent: Vec<String>,
    /// Noticed by nothing, with a reason why that is right.
    pub excused: Vec<String>,
    /// Noticed by nothing.
    pub survivors: Vec<String>,
}

enum Verdict {
    Journey,
    Shape,
    Proof,
    Equivalent,
    Survivor,
}

/// Tries every mutant and prints the score.
pub fn run(args: &Args) -> Result<ExitCode> {
    let Some(data) = load_or_report(&args.data) else { return Ok(ExitCode::FAILURE) };
    let score = score(&data, &args.data, args.every, &args.exceptions)?;
    let [journeys, checks, proof] = score.caught;
    let caught = journeys + checks + proof;
    for survivor in &score.survivors {
        println!("personne ne le remarque : {survivor}");
    }
    println!(
        "{caught} changements remarqués sur {} ({journeys} par une situation, {checks} par un \
         contrôle, {proof} par la preuve), {} justifiés ; {} autres ne changent rien pour personne",
        caught + score.survivors.len() + score.excused.len(),
        score.excused.len(),
        score.equivalent.len(),
    );
    Ok(if score.survivors.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Tries one mutant in `every`, on all cores.
pub fn score(data: &Dataset, folder: &Path, every: usize, exceptions: &Path) -> Result<Score> {
    let excuses: BTreeMap<String, String> = match fs::read_to_string(exceptions) {
        Ok(text) => serde_json::from_str(&text)
            .with_context(|| format!("reading {}", exceptions.display()))?,
        Err(_) => BTreeMap::new(),
    };
    let files = journeys::load(folder).map_err(|problems| {
        anyhow::anyhow!("{}", problems.first().map_or_else(String::new, ToString::to_string))
    })?;
    let told: Vec<Journey> = files.into_iter().flat_map(|(_, file)| file.journeys).collect();
    let tried: Vec<Mutant> = mutants(data).into_iter().step_by(every.max(1)).collect();
    let workers = thread::available_parallelism().map_or(1, usize::from);
    let mut score = Score::default();
    thread::scope(|scope| {
        // Every so-manieth mutant each: neighbours take about as long.
        let handles: Vec<_> = (0..workers)
            .map(|first| {
                let mine = tried.iter().skip(first).step_by(workers);
                let told = &told;
                scope.spawn(move || {
                    mine.map(|mutant| (mutant.name.clone(), judge(data, told, mutant)))
                        .collect::<Vec<_>>()
                })
            })
            .collect();
        for (name, verdict) in handles.into_iter().filter_map(|h| h.join().ok()).flatten() {
            match verdict {
                Verdict::Journey => score.caught[0] += 1,
                Verdict::Shape => score.caught[1] += 1,
                Verdict::Proof => score.caught[2] += 1,
                Verdict::Equivalent => score.equivalent.push(name),
                Verdict::Survivor if excuses.contains_key(&name) => score.excused.push(name),
                Verdict::Survivor => score.survivors.push(name),
            }
        }
    });
    score.survivors.sort_unstable();
    Ok(score)
}

/// The cheapest judge first.
fn judge(data: &Dataset, journeys: &[Journey], mutant: &Mutant) -> Verdict {
    let Some(changed) = mutant.apply(data) else { return Verdict::Shape };
    if journeys.iter().any(|journey| !journey.differences(&changed).is_empty()) {
        return Verdict::Journey;
    }
    if !check_shape(&changed).is_empty() {
        return Verdict::Shape;
    }
    if !prove(&changed).1.is_empty() {
        return Verdict::Proof;
    }
    if everything_shown(data) == everything_shown(&changed) {
        return Verdict::Equivalent;
    }
    Verdict::Survivor
}

/// A digest of what every path shows, for every commune.
fn everything_shown(data: &Dataset) -> Vec<u64> {
    use std::hash::{DefaultHasher, Hash, Hasher};
    let mut shown = Vec::new();
    for on_call in [false, true] {
        each_path(data, on_call, Communes::All, &mut |walk| {
            let mut hasher = DefaultHasher::new();
            walk.situation.path.hash(&mut hasher);
            format!("{:?}", outcome_of(walk)).hash(&mut hasher);
            shown.push(hasher.finish());
        });
    }
    shown
}
