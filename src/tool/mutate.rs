//! `mutate`: the data changed one element at a time. A change that neither `check`
//! nor a vignette of `vignettes/` notices is a check that is missing.

mod around;
mod conditions;
mod flow;
mod mutant;
mod shown;
mod structures;
mod table;
mod verdict;
mod waivers;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use anyhow::{Result, anyhow, ensure};

use crate::check::Problem;
use crate::model::Dataset;
use crate::model::Vignette;

use super::{check::load_or_report, root, vignettes};
pub use mutant::{Files, Mutant};
pub use verdict::{Verdict, verdicts};
pub use waivers::{Waiver, load as load_excuses};

/// Where the changes that nothing needs to notice are named.
pub const EXCUSES: &str = "tests/mutation.json";

/// Arguments of `mutate`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Folder of the dataset.
    #[arg(long, default_value = "data")]
    data: PathBuf,
    /// The changes that nothing needs to notice, each with the reason why.
    #[arg(long, default_value = EXCUSES)]
    waivers: PathBuf,
    /// Try one change in so many only.
    #[arg(long, default_value_t = 1)]
    every: usize,
    /// Try only the changes whose names hold this.
    #[arg(long)]
    only: Option<String>,
}

/// What became of the changes tried.
#[derive(Clone, Debug, Default)]
pub struct Score {
    /// Noticed by what the files say together, by a vignette, by the proof.
    pub caught: [usize; 3],
    /// Noticed by nothing, for nobody is shown anything else, on any path.
    pub same: usize,
    /// Noticed by nothing, with the reason why that is right.
    pub excused: usize,
    /// What is to be fixed: a change that nothing notices, or an waiver for one that
    /// is noticed or that there is not.
    pub faults: Vec<String>,
}

/// Every mutant, always in the same order.
pub fn mutants(data: &Dataset) -> Vec<Mutant> {
    let files = Files::of(data);
    let mut made = flow::mutants(data, &files);
    made.extend(table::mutants(data, &files));
    made.extend(around::mutants(data, &files));
    made.extend(structures::mutants(data, &files));
    made
}

/// Tries one change of the project's own data in so many; an error when nothing notices
/// one.
pub fn ensure_noticed(every: usize) -> Result<()> {
    let root = root();
    let args = Args { data: root.join("data"), waivers: root.join(EXCUSES), every, only: None };
    let noticed = run(&args)? == ExitCode::SUCCESS;
    ensure!(noticed, "add a check or a situation: cargo run -- mutate");
    Ok(())
}

/// Tries the mutants and prints the score.
pub fn run(args: &Args) -> Result<ExitCode> {
    let Some(data) = load_or_report(&args.data) else { return Ok(ExitCode::FAILURE) };
    let start = Instant::now();
    let vignettes = load_vignettes(&args.data)?;
    let waivers = load_excuses(&args.waivers)?;
    let all = mutants(&data);
    let mut faults = waivers::unknown(&waivers, &all);
    let wanted = |m: &Mutant| args.only.as_ref().is_none_or(|only| m.name.contains(only));
    let tried: Vec<Mutant> = all.into_iter().filter(wanted).step_by(args.every.max(1)).collect();
    let score = score(&data, &vignettes, &tried, &waivers);
    faults.extend(score.faults);
    for fault in &faults {
        println!("{fault}");
    }
    let [shape, vignette, proof] = score.caught;
    println!(
        "{} changements : {} remarqués ({shape} par la forme, {vignette} par une vignette, {proof} \
         par la preuve), {} sans effet sur aucun parcours, {} justifiés, {} à reprendre ; en {} s",
        tried.len(),
        shape + vignette + proof,
        score.same,
        score.excused,
        faults.len(),
        start.elapsed().as_secs(),
    );
    Ok(if faults.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The vignettes beside a dataset, all of them.
pub fn load_vignettes(data: &Path) -> Result<Vec<Vignette>> {
    let to_error = |problems: Vec<Problem>| {
        let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
        anyhow!("{}", lines.join("\n"))
    };
    let files = vignettes::load(data).map_err(to_error)?;
    Ok(files.into_iter().flat_map(|(_, file)| file.vignettes).collect())
}

/// Tries mutants.
pub fn score(
    data: &Dataset,
    vignettes: &[Vignette],
    tried: &[Mutant],
    waivers: &[Waiver],
) -> Score {
    let mut score = Score::default();
    for (mutant, verdict) in tried.iter().zip(verdicts(data, vignettes, tried)) {
        let Mutant { name, file, pointer, .. } = mutant;
        match (verdict, waivers::excused(waivers, name)) {
            (Verdict::Same, false) => score.same += 1,
            (Verdict::Same, true) => {
                score.faults.push(format!("justifié, mais sans effet : {name}"));
            }
            (Verdict::Unnoticed, true) => score.excused += 1,
            (Verdict::Unnoticed, false) => {
                score.faults.push(format!("{file}: {pointer}: rien ne le remarque : {name}"));
            }
            (_, true) => score.faults.push(format!("justifié, mais remarqué : {name}")),
            (Verdict::Shape, false) => score.caught[0] += 1,
            (Verdict::Vignette, false) => score.caught[1] += 1,
            (Verdict::Proof, false) => score.caught[2] += 1,
        }
    }
    score
}
