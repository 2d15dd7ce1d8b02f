//! `test`: installs what the checks need, runs them all, counts.

mod checks;
mod count;
mod matrix;
mod supply;

use std::process::ExitCode;
use std::str::FromStr;

use anyhow::Result;

use super::build::{self, Plan};
use super::progress::step;
use super::provision::{self, Engine};
use super::wasm::{self, Profile};
use super::{fuzz, mutate, release, root, typings};
use checks::{cargo_checks, run_tests};
use count::Count;
use matrix::Matrix;

/// One change of the data in so many is tried: all of them take minutes.
const MUTANTS: usize = 11;

/// For how many seconds what strangers send is fuzzed.
const FUZZED: u32 = 20;

/// Options of `test`.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Only these checks; may be repeated [default: all]
    #[arg(long, value_name = "native|chromium|firefox|webkit", value_parser = Part::from_str)]
    only: Vec<Part>,
    /// Install what is missing without asking
    #[arg(long)]
    yes: bool,
}

/// A part of the checks that runs on its own.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Part {
    /// Format, lints and the tests that need no browser.
    Native,
    /// The packaged widget in a browser.
    Browser(Engine),
}

impl FromStr for Part {
    type Err = anyhow::Error;

    fn from_str(name: &str) -> Result<Self> {
        if name == "native" { Ok(Self::Native) } else { name.parse().map(Self::Browser) }
    }
}

/// Runs the checks; the last line is the count of them all.
///
/// Whatever fails, the others run: one run tells everything that is to be fixed.
pub fn run(args: &Args) -> ExitCode {
    let wanted = |part: Part| args.only.is_empty() || args.only.contains(&part);
    let mut count = Count::default();
    let engines: Vec<Engine> =
        Engine::ALL.into_iter().filter(|&engine| wanted(Part::Browser(engine))).collect();
    // Asked before anything runs: nobody waits half an hour for a question.
    match provision::agreed(&engines, args.yes) {
        Ok(true) => {}
        Ok(false) => {
            eprintln!("nothing was installed and nothing ran: `--only native` needs no browser");
            return ExitCode::FAILURE;
        }
        Err(error) => {
            eprintln!("error: {error:#}");
            return ExitCode::FAILURE;
        }
    }
    if wanted(Part::Native) {
        native(&mut count);
    }
    if !engines.is_empty() {
        let matrix = browsers(&engines, &mut count);
        println!("\n{}", matrix.table());
    }
    count.tell();
    if count.is_green() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn native(count: &mut Count) {
    count.check("target", wasm::ensure_target);
    for (name, arguments) in cargo_checks() {
        count.check(name, || checks::cargo(&arguments));
    }
    count.tests("native tests", || run_tests(&["test"], |_| ()));
    count.check("mutation of the data, a sample", || mutate::ensure_noticed(MUTANTS));
    count.check("fuzzing, a short run", || fuzz::fuzz(FUZZED));
    count.check("what it is built from", supply::check);
    count.check("typings", || typings::check(&root()));
}

/// The checks on the package, in one engine after the other: they share two cores.
/// Gives what held where.
fn browsers(engines: &[Engine], count: &mut Count) -> Matrix {
    let mut matrix = Matrix::default();
    let package = count.check("package", || {
        let plan = Plan::new(None, None);
        build::build(&plan, Profile::Shipped)
    });
    if package {
        count.check("release", || release::check(&Plan::new(None, None)));
    } else {
        count.skipped("release");
    }
    for engine in engines {
        let name = engine.to_string();
        let provisioned = count.check(&format!("provision {name}"), || {
            step(&format!("look for what {name} needs"), || provision::provision(&[*engine]))?;
            Ok(())
        });
        if package && provisioned {
            let arguments = ["test", "--features", "browser", "--test", "browser", "--", &name];
            count.tests(&format!("tests in {name}"), || {
                run_tests(&arguments, |line| matrix.note(line))
            });
        } else {
            count.skipped(&format!("tests in {name}"));
        }
    }
    matrix
}
