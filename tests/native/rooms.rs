//! The rooms of the code stand one above the other: none knows of what stands above it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// From the ground up. What stands in one line does not know of its neighbours.
const FLOORS: [&[&str]; 11] = [
    &["markup"],
    &["model"],
    &["orientation"],
    &["directory"],
    &["wording"],
    &["keep", "config", "check"],
    &["reading"],
    &["drawing", "packaging", "review", "widget"],
    &["comparison"],
    &["revision"],
    &["tool", "workshop"],
];

fn floor(room: &str) -> usize {
    let found = FLOORS.iter().position(|floor| floor.contains(&room));
    found.unwrap_or_else(|| panic!("src/{room} stands on no floor of tests/native/rooms.rs"))
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        match path.is_dir() {
            true => files(&path, found),
            false if path.extension().is_some_and(|e| e == "rs") => found.push(path),
            false => {}
        }
    }
}

/// The rooms that a file names, its comments and its own tests left out.
fn named(text: &str) -> BTreeSet<String> {
    let code = text.split("#[cfg(test)]").next().unwrap_or_default();
    let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
    let lines: Vec<&str> = lines.collect();
    let joined = lines.join("\n");
    let after = joined.split("crate::").skip(1);
    let room = |rest: &str| {
        rest.split(|c: char| !c.is_alphanumeric() && c != '_').next().map(str::to_owned)
    };
    after.filter_map(room).filter(|room| !room.is_empty()).collect()
}

#[test]
fn no_arrow_runs_upwards() {
    let mut all = Vec::new();
    files(Path::new("src"), &mut all);
    let (mut wrong, mut arrows) = (Vec::new(), 0);
    for path in all {
        let inside = path.strip_prefix("src").unwrap();
        let first = inside.components().next().unwrap().as_os_str().to_str().unwrap();
        let own = first.trim_end_matches(".rs");
        if ["lib", "main"].contains(&own) {
            continue;
        }
        for room in named(&fs::read_to_string(&path).unwrap()) {
            if room != own {
                arrows += 1;
                if floor(&room) >= floor(own) {
                    wrong.push(format!("{} names {room}", path.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(arrows > 200, "{arrows} arrows were read: the reader is blind");
}

/// Within the drawing, what explains knows of nothing placed, and what places of no paper.
#[test]
fn no_arrow_runs_upwards_within_the_drawing() {
    const ROOMS: [&str; 3] = ["explain", "picture", "print"];
    let mut arrows = 0;
    for (floor, room) in ROOMS.iter().enumerate() {
        let mut all = Vec::new();
        files(&Path::new("src/drawing").join(room), &mut all);
        assert!(all.len() > 5, "{room}");
        for path in all {
            let text = fs::read_to_string(&path).unwrap();
            for (other, named) in ROOMS.iter().enumerate() {
                let names = text.contains(&format!("drawing::{named}"));
                arrows += usize::from(names);
                assert!(!names || other <= floor, "{} names {named}", path.display());
            }
        }
    }
    assert!(arrows > 20, "{arrows} arrows were read: the reader is blind");
}

/// A browser runs what is pure: no file, no clock, nothing of the tool.
#[test]
fn what_is_reviewed_names_neither_a_file_nor_a_clock() {
    let mut all = Vec::new();
    files(Path::new("src/review"), &mut all);
    assert!(all.len() > 15, "{} files were read: the reader is blind", all.len());
    for path in all {
        let text = fs::read_to_string(&path).unwrap();
        for word in ["std::fs", "std::path", "std::time", "anyhow", "web_sys", "println!"] {
            assert!(!text.contains(word), "{} names {word}", path.display());
        }
    }
}

/// A file is read at one sitting. The journeys of the browsers are one list.
#[test]
fn no_file_is_longer_than_a_sitting() {
    const MOST: usize = 250;
    const LISTS: [&str; 1] = ["tests/browser/journeys/mod.rs"];
    let mut all = Vec::new();
    files(Path::new("src"), &mut all);
    files(Path::new("tests"), &mut all);
    let styles = fs::read_dir("src/widget/style").unwrap().flatten();
    all.extend(styles.map(|entry| entry.path()));
    let long = all.iter().filter(|path| !LISTS.iter().any(|list| path.ends_with(list)));
    let long = long.map(|path| (path, fs::read_to_string(path).unwrap().lines().count()));
    let long: Vec<_> = long.filter(|(_, lines)| *lines > MOST).collect();
    assert!(long.is_empty(), "{long:?}");
    assert!(all.len() > 300, "{} files were read: the reader is blind", all.len());
}

#[test]
fn an_arrow_is_read_whatever_its_form() {
    let text = "use crate::model::{A, B};\n// crate::tool\nfn f() { crate::keep::g() }\n#[cfg(test)]\nmod t { use crate::check::h; }";
    assert_eq!(named(text).into_iter().collect::<Vec<_>>(), ["keep", "model"]);
}
