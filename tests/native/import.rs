//! An import that is interrupted, or that two people start at once, loses nothing.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::thread::sleep;
use std::time::Instant;

use crate::common::brume;
use orientation_palliative::review::{csv_text, lines};
use orientation_palliative::tool::dataset;
use orientation_palliative::tool::review::remarks;

fn import(dir: &Path, sheet: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_orientation-palliative"));
    command.args(["review", "--yes", "--data"]).arg(dir).arg("--import").arg(sheet);
    command.stdout(Stdio::null()).stderr(Stdio::null());
    command
}

/// The whole sheet of a dataset, in which one number is corrected.
fn sheet(dir: &Path, id: &str, number: &str) -> PathBuf {
    let data = dataset::load_proven(dir).expect("sound");
    let mut all = lines(&data, &remarks(dir).expect("the file"));
    let line = all.iter_mut().find(|l| l.id == id && l.champ == "phone").expect("a number");
    number.clone_into(&mut line.valeur);
    let path = dir.join(format!("{number}.csv"));
    fs::write(&path, csv_text(&all).expect("a sheet")).expect("written");
    path
}

fn structures(dir: &Path) -> String {
    fs::read_to_string(dir.join("structures.json")).expect("a file")
}

fn end(mut child: Child) {
    let _ = child.kill();
    child.wait().expect("ended");
}

#[test]
fn an_interrupted_import_leaves_what_was_or_what_becomes() {
    // Small: it is judged at once, and an interruption comes while files are written.
    let dir = brume("interrupted");
    let before = structures(&dir);
    let good = sheet(&dir, "les-veilleurs", "0155550123");
    let forbidden = sheet(&dir, "les-veilleurs", "0899123456");
    assert!(!import(&dir, &forbidden).status().expect("run").success());
    assert_eq!(structures(&dir), before, "a forbidden number is never written");
    let start = Instant::now();
    assert!(import(&dir, &good).status().expect("run").success());
    let whole = start.elapsed();
    let after = structures(&dir);
    assert!(after.contains("0155550123") && !after.contains("0639980140"), "{after}");
    for at in 0..24 {
        fs::write(dir.join("structures.json"), &before).expect("as before");
        let child = import(&dir, &good).spawn().expect("started");
        let delay = whole * at / 20;
        sleep(delay);
        end(child);
        let now = structures(&dir);
        assert!(now == before || now == after, "half-written after {delay:?} of {whole:?}");
    }
    // No lock was left behind.
    fs::write(dir.join("structures.json"), &before).expect("as before");
    assert!(import(&dir, &good).status().expect("run").success());
    assert_eq!(structures(&dir), after);
    dataset::load_proven(&dir).expect("still sound");
}

#[test]
fn two_imports_at_once_are_both_kept() {
    let dir = brume("at-once");
    let changed = [("les-veilleurs", "0155550123"), ("ligne-de-nuit", "0155550124")];
    let sheets = changed.map(|(id, number)| sheet(&dir, id, number));
    let started = sheets.map(|sheet| import(&dir, &sheet).spawn().expect("started"));
    for child in started {
        let Output { status, .. } = child.wait_with_output().expect("ended");
        assert!(status.success());
    }
    let text = structures(&dir);
    assert!(text.contains("0155550123") && text.contains("0155550124"));
}
