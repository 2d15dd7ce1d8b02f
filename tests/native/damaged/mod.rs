//! Copies of the dataset damaged by hand: `check` names each fault at its place, tells
//! how to fix it and, where a path shows it, the shortest one.

mod paths;
mod said;
mod slips;

use std::fs;
use std::path::{Path, PathBuf};

use orientation_palliative::tool::dataset;
use paths::{PATHS, PATHS_TOLD};
use said::{SAID, SAID_TOLD};
use slips::{SHAPE, Slip, Told};

#[test]
fn each_slip_is_named_at_its_place_with_its_mend() {
    for (name, slip, told) in SHAPE {
        let lines = check(name, std::slice::from_ref(slip));
        assert!(lines.iter().any(|line| tells(line, told)), "{name}: {lines:#?}");
    }
}

#[test]
fn what_only_a_path_shows_is_told_with_the_shortest_one() {
    let lines = check("paths", PATHS);
    for told in PATHS_TOLD {
        assert!(lines.iter().any(|line| tells(line, told)), "{told:?} in {lines:#?}");
    }
}

#[test]
fn what_a_path_says_in_vain_or_to_somebody_else_is_told() {
    let lines = check("said", SAID);
    for told in SAID_TOLD {
        assert!(lines.iter().any(|line| tells(line, told)), "{told:?} in {lines:#?}");
    }
}

#[test]
fn a_file_that_is_not_there_is_named() {
    let dir = copy("missing-file", &[]);
    fs::remove_file(dir.join("gradation.json")).unwrap();
    let lines = problems(&dir);
    let told = ["gradation.json", "", "ne peut pas être lu", "le remettre à sa place"];
    assert!(lines.iter().any(|line| tells(line, &told)), "{lines:#?}");
}

/// Whether a line is about that place and says so.
fn tells(line: &str, [file, pointer, what, fix]: &Told) -> bool {
    let mut parts = line.splitn(3, ": ");
    parts.next() == Some(file)
        && parts.next().is_some_and(|place| place.ends_with(pointer) || place.starts_with(pointer))
        && parts.next().is_some_and(|rest| rest.contains(what) && rest.contains(fix))
}

fn check(name: &str, slips: &[Slip]) -> Vec<String> {
    problems(&copy(name, slips))
}

/// What `check` prints, a line a problem.
fn problems(dir: &Path) -> Vec<String> {
    let problems = dataset::load_proven(dir).expect_err("a damaged dataset is refused");
    problems.iter().map(ToString::to_string).collect()
}

/// A copy of the dataset, damaged.
fn copy(name: &str, slips: &[Slip]) -> PathBuf {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join("damaged").join(name);
    fs::create_dir_all(dir.join("texts/fr")).unwrap();
    for folder in ["", "texts/fr"] {
        for entry in fs::read_dir(Path::new("data").join(folder)).unwrap() {
            let from = entry.unwrap().path();
            if from.extension().is_some_and(|extension| extension == "json") {
                fs::copy(&from, dir.join(folder).join(from.file_name().unwrap())).unwrap();
            }
        }
    }
    for (file, from, to) in slips {
        let text = fs::read_to_string(dir.join(file)).unwrap();
        assert!(text.contains(from), "{name}: {file} no longer holds {from}");
        fs::write(dir.join(file), text.replacen(from, to, 1)).unwrap();
    }
    dir
}
