//! `fuzz`: what strangers send (links, attributes, words, datasets that pages carry),
//! changed at random and guided by what of the code each change reaches.
//!
//! The target stands apart, in `fuzz/`. Cargo compiles it with counters that the stable
//! compiler has as well: no other toolchain is needed.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use anyhow::{Context, Result, anyhow, ensure};

use super::progress::step;
use super::{dataset, new_filiere, root, wasm};

/// What libFuzzer needs to know of the code that it runs.
const COUNTERS: &str = "--cfg fuzzing -Cpasses=sancov-module \
    -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters \
    -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares";
/// No input may hold the page longer (seconds), nor ask for more at once (megabytes).
const LIMITS: [&str; 2] = ["-timeout=1", "-malloc_limit_mb=64"];

/// Options of `fuzz`.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// For how long
    #[arg(long, default_value_t = 60, value_name = "SECONDS")]
    seconds: u32,
}

/// Runs `fuzz`.
pub fn run(args: &Args) -> Result<ExitCode> {
    fuzz(args.seconds)?;
    Ok(ExitCode::SUCCESS)
}

/// Fuzzes for so many seconds, from the seeds in `fuzz/corpus/` and from whatever former
/// runs have found.
pub fn fuzz(seconds: u32) -> Result<()> {
    let (sources, work) = (root().join("fuzz"), root().join("target/fuzz"));
    step("compile what is fuzzed", || compile(&sources, &work))?;
    let found = work.join("found");
    fs::create_dir_all(&found).with_context(|| found.display().to_string())?;
    let [whole, small] = datasets(&work)?;
    // A dataset to begin with: the invented one, which is small.
    fs::write(found.join("dataset"), format!("\u{3}{}", fs::read_to_string(&small)?))?;
    let run = Command::new(work.join(host()?).join("release/fuzz"))
        .args([&found, &sources.join("corpus")])
        .arg(format!("-artifact_prefix={}/", work.display()))
        .arg(format!("-max_total_time={seconds}"))
        .args(LIMITS)
        .args(["-max_len=200000", "-seed=20261124", "-print_final_stats=1", "-verbosity=0"])
        .env("OP_WHOLE", whole)
        .output()
        .context("the fuzzer could not be run")?;
    let output = String::from_utf8_lossy(&run.stderr);
    output.lines().filter(|line| line.starts_with("stat::")).for_each(|line| println!("{line}"));
    ensure!(
        run.status.success(),
        "{output}\nan input stopped the code, took more than a second, or asked for more than 64 MB: it \
         lies in {}; keep it in fuzz/corpus/ once it is fixed",
        work.display()
    );
    Ok(())
}

fn compile(sources: &Path, work: &Path) -> Result<()> {
    let status = Command::new(wasm::cargo())
        .current_dir(sources)
        // A target by name keeps the counters out of what runs while it is built.
        .args(["build", "--release", "--quiet", "--target", &host()?, "--target-dir"])
        .arg(work)
        .env("RUSTFLAGS", COUNTERS)
        .env_remove("CARGO_ENCODED_RUSTFLAGS")
        .status()
        .context("cargo could not be run")?;
    ensure!(status.success(), "what is fuzzed does not compile (it needs a C++ compiler: g++)");
    Ok(())
}

/// The machine's own target, by name.
fn host() -> Result<String> {
    let host = wasm::rustc_path(&["--print", "host-tuple"])?.context("rustc names no host")?;
    Ok(host.display().to_string())
}

/// The project's dataset and an invented one, each as a page carries it.
fn datasets(work: &Path) -> Result<[PathBuf; 2]> {
    let small = work.join("brume");
    if !small.exists() {
        new_filiere::write(&small)?;
    }
    let mut files = Vec::new();
    for (name, folder) in [("whole.json", root().join("data")), ("small.json", small)] {
        let data = dataset::load(&folder).map_err(|problems| {
            anyhow!("{}: {} problems; see `check`", folder.display(), problems.len())
        })?;
        let path = work.join(name);
        fs::write(&path, serde_json::to_string(&data)?)?;
        files.push(path);
    }
    let [whole, small] = files.try_into().ok().context("two files")?;
    Ok([whole, small])
}
