//! The checks that are commands of cargo.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};

use super::count::Tally;
use crate::tool::{root, wasm};

/// What cargo compiles of the widget.
const WIDGET: [&str; 6] = [
    "--lib",
    "--target",
    wasm::TARGET,
    "--no-default-features",
    "--features",
    "widget,reader,workshop",
];

/// Each check's name and cargo's arguments.
pub fn cargo_checks() -> Vec<(&'static str, Vec<&'static str>)> {
    let deny = ["--", "-D", "warnings"];
    let native = ["clippy", "--all-targets", "--features", "browser"];
    vec![
        ("format (fix with `cargo fmt`)", vec!["fmt", "--check"]),
        ("lints, native", [&native[..], &deny].concat()),
        ("lints, widget", [&["clippy"][..], &WIDGET, &deny].concat()),
        ("documentation, native", vec!["doc", "--no-deps", "--features", "browser"]),
        ("documentation, widget", [&["doc", "--no-deps"][..], &WIDGET].concat()),
    ]
}

/// Runs cargo; its output goes through.
pub fn cargo(arguments: &[&str]) -> Result<()> {
    let status = command(arguments).status().context("cargo could not be run")?;
    ensure!(
        status.success(),
        "`cargo {}` ended with {status}{}",
        arguments.join(" "),
        fix(arguments)
    );
    Ok(())
}

/// A minimal toolchain has neither formatter nor linter.
fn fix(arguments: &[&str]) -> &'static str {
    match arguments.first() {
        Some(&"fmt") => "; if cargo has no `fmt`: rustup component add rustfmt",
        Some(&"clippy") => "; if cargo has no `clippy`: rustup component add clippy",
        _ => "",
    }
}

/// Runs a test runner whose output goes through, each line by `note` as well; gives
/// the sum of its results and whether it ended well.
pub fn run_tests(arguments: &[&str], mut note: impl FnMut(&str)) -> Result<(Tally, bool)> {
    let mut child =
        command(arguments).stdout(Stdio::piped()).spawn().context("cargo could not be run")?;
    let output = child.stdout.take().context("the tests have no output")?;
    let mut sum = Tally::default();
    for line in BufReader::new(output).lines() {
        let line = line?;
        println!("{line}");
        note(&line);
        if let Some(tally) = tally(&line) {
            sum.passed += tally.passed;
            sum.failed += tally.failed;
        }
    }
    Ok((sum, child.wait()?.success()))
}

fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(wasm::cargo());
    command.current_dir(root()).args(arguments).env("CARGO_TERM_COLOR", "never");
    command.env("RUSTDOCFLAGS", "-D warnings");
    command
}

/// Reads `test result: ok. 12 passed; 0 failed; …`.
fn tally(line: &str) -> Option<Tally> {
    let (_, counts) = line.strip_prefix("test result: ")?.split_once(". ")?;
    let number = |word: &str| {
        let part = counts.split("; ").find_map(|part| part.strip_suffix(word))?;
        part.trim().parse().ok()
    };
    Some(Tally { passed: number(" passed")?, failed: number(" failed")? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_closing_line_of_a_runner_is_read() {
        let good = "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.1s";
        let bad = "test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.1s";
        assert_eq!(tally(good), Some(Tally { passed: 12, failed: 0 }));
        assert_eq!(tally(bad), Some(Tally { passed: 3, failed: 2 }));
        assert_eq!(tally("test widget::it_works ... ok"), None);
    }
}
