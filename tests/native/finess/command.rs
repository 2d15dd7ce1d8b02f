//! The command on a copy of the data: shown, refused or written, all of it or nothing.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use super::extract::{DAY, lines, of, published};
use crate::common::DATA;
use crate::review::copy;
use orientation_palliative::model::Contact;
use orientation_palliative::review::finess::take;
use orientation_palliative::tool::dataset;

fn review(dir: &Path, arguments: &[&str]) -> (bool, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_orientation-palliative"));
    command.arg("review").args(arguments).arg("--data").arg(dir).stdin(Stdio::null());
    let Output { status, stdout, stderr } = command.output().expect("run");
    let told = [stdout, stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    (status.success(), told.concat())
}

fn extract(dir: &Path, text: &str) -> PathBuf {
    let path = dir.join("extrait.csv");
    fs::write(&path, text).unwrap();
    path
}

#[test]
fn an_extract_is_shown_then_written_with_its_source() {
    let dir = copy("finess");
    let mut all = lines(&DATA);
    of(&mut all, &DATA, "hopital-foch")[16] = "0146259999".into();
    let lambert = of(&mut all, &DATA, "clinique-lambert");
    (lambert[3], lambert[4]) = ("CLINIQUE DES ROSES".into(), String::new());
    let path = extract(&dir, &published(&all));
    let path = path.to_str().unwrap();
    let file = |name: &str| fs::read_to_string(dir.join(name)).unwrap();
    let before = (file("structures.json"), file("sources.json"));

    let (done, told) = review(&dir, &["--finess", path]);
    assert!(
        done && told.contains("sans en-tête") && told.contains("+ 01\u{a0}46\u{a0}25\u{a0}99"),
        "{told}"
    );
    assert_eq!((file("structures.json"), file("sources.json")), before, "only shown");

    let (done, told) = review(&dir, &["--finess", path, "--yes"]);
    assert!(done && told.contains("écrit(s)"), "{told}");
    let after = dataset::load_proven(&dir).expect("still sound");
    let foch = &after.structure("hopital-foch").unwrap().contacts[0];
    let Contact { value, switchboard, source, date, .. } = foch;
    assert_eq!(
        (&**value, *switchboard, &*source.0, &**date),
        ("0146259999", true, "finess-2026-11", DAY)
    );
    let lambert = after.structure("clinique-lambert").unwrap();
    assert_eq!(lambert.name, "Clinique des Roses");
    assert!(lambert.aliases.contains(&"Clinique Lambert".to_owned()));
    let new = after.sources.sources.iter().find(|s| s.id == "finess-2026-11").unwrap();
    assert_eq!(new.title, "Répertoire FINESS (data.gouv.fr), extraction du 12 novembre 2026");
    assert!(new.date == DAY && new.url.as_ref().is_some_and(|url| url.contains("data.gouv.fr")));
    let comments = |text: &str| text.matches("$comment").count();
    assert_eq!(comments(&file("structures.json")), comments(&before.0));

    let (done, told) = review(&dir, &["--finess", path, "--yes"]);
    assert!(done && told.contains("aucun changement"), "{told}");
}

#[test]
fn what_would_break_the_data_and_what_is_to_come_write_nothing() {
    let dir = copy("finess-refused");
    let structures = || fs::read_to_string(dir.join("structures.json")).unwrap();
    let before = structures();
    let path = extract(&dir, &published(&lines(&DATA)).replace(DAY, "2099-01-01"));
    let (done, told) = review(&dir, &["--finess", path.to_str().unwrap(), "--yes"]);
    assert!(!done && told.contains("un jour à venir"), "{told}");
    let path = extract(&dir, "<html>");
    let (done, told) = review(&dir, &["--finess", path.to_str().unwrap(), "--yes"]);
    assert!(!done && told.contains("page HTML") && told.contains("rien n’est écrit"), "{told}");
    let mut all = lines(&DATA);
    // Nobody reads a name of three thousand letters.
    let foch = of(&mut all, &DATA, "hopital-foch");
    (foch[3], foch[4]) = ("UN\u{7}DEUX".into(), String::new());
    let path = extract(&dir, &published(&all));
    let (done, told) = review(&dir, &["--finess", path.to_str().unwrap(), "--yes"]);
    assert!(!done && told.contains("ne serait plus valable"), "{told}");
    assert_eq!(structures(), before);
}

#[test]
fn nothing_taken_changes_nothing() {
    assert_eq!(take(&DATA, &[]), (DATA.structures.clone(), DATA.sources.clone()));
}

#[test]
fn letters_and_confirmed_lines_pass_through_the_command() {
    let dir = copy("letters-command");
    let page = dir.join("lettres.html");
    let (done, _) = review(&dir, &["--letters", page.to_str().unwrap()]);
    assert!(done && fs::read_to_string(&page).unwrap().contains("mailto:?subject="));
    let sheet = dir.join("reponses.csv");
    fs::write(
        &sheet,
        "id;champ;rang;valeur;source;date;confirme\nssiad-gennevilliers;;;;;;2026-11-20\n",
    )
    .unwrap();
    let (done, told) = review(&dir, &["--import", sheet.to_str().unwrap(), "--yes"]);
    assert!(done, "{told}");
    let after = dataset::load_proven(&dir).expect("still sound");
    let contacts = &after.structure("ssiad-gennevilliers").unwrap().contacts;
    assert!(contacts.iter().all(|c| c.date == "2026-11-20" && c.source.0 == "reponses-2026"));
    assert!(after.sources.sources.iter().any(|source| source.id == "reponses-2026"));
}
