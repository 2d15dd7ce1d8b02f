//! An import that is interrupted, or that two people start at once, loses nothing.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::thread::sleep;
use std::time::Duration;

use crate::review::{copy, shipped_lines};
use orientation_palliative::tool::dataset;
use orientation_palliative::tool::review::csv_text;

fn import(dir: &Path, sheet: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_orientation-palliative"));
    command.args(["review", "--yes", "--data"]).arg(dir).arg("--import").arg(sheet);
    command.stdout(Stdio::null()).stderr(Stdio::null());
    command
}

/// The whole sheet of the data, in which one number is corrected.
fn sheet(dir: &Path, id: &str, number: &str) -> PathBuf {
    let mut all = shipped_lines();
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
    let dir = copy("interrupted");
    let before = structures(&dir);
    let good = sheet(&dir, "beaujon", "0155550123");
    let forbidden = sheet(&dir, "beaujon", "0899123456");
    assert!(!import(&dir, &forbidden).status().expect("run").success());
    assert_eq!(structures(&dir), before, "a forbidden number is never written");
    let after = before.replace("0140875000", "0155550123");
    assert_ne!(after, before);
    for delay in (0..9_u64).map(|at| at * at * 6) {
        fs::write(dir.join("structures.json"), &before).expect("as before");
        let child = import(&dir, &good).spawn().expect("started");
        sleep(Duration::from_millis(delay));
        end(child);
        let now = structures(&dir);
        assert!(now == before || now == after, "half-written after {delay} ms");
    }
    assert!(import(&dir, &good).status().expect("run").success());
    assert_eq!(structures(&dir), after);
    dataset::load_proven(&dir).expect("still sound");
}

#[test]
fn two_imports_at_once_are_both_kept() {
    let dir = copy("at-once");
    let sheets = [sheet(&dir, "beaujon", "0155550123"), sheet(&dir, "louis-mourier", "0155550124")];
    let started = sheets.map(|sheet| import(&dir, &sheet).spawn().expect("started"));
    for child in started {
        let Output { status, .. } = child.wait_with_output().expect("ended");
        assert!(status.success());
    }
    let text = structures(&dir);
    assert!(text.contains("0155550123") && text.contains("0155550124"));
}
