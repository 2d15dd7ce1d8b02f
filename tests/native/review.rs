//! What a coordinator corrects in the sheet comes back into the data.

use std::fs;
use std::path::{Path, PathBuf};

use crate::common::DATA;
use orientation_palliative::model::{ContactField, Dataset};
use orientation_palliative::reading::to_text_keeping_comments;
use orientation_palliative::review::{self, Change, Line, Refused, apply, csv_text, lines};
use orientation_palliative::tool::dataset;
use orientation_palliative::tool::review::remarks;

/// What a sheet changes, on the day of these data.
fn changes(data: &Dataset, sheet: &str) -> Result<Vec<Change>, Vec<Refused>> {
    review::changes(data, &review::read(sheet.as_bytes()).expect("a sheet"), "2026-11-22")
}

/// A copy of the shipped dataset.
pub fn copy(name: &str) -> PathBuf {
    let to = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let texts = to.join("texts/fr");
    fs::create_dir_all(&texts).expect("a folder to work in");
    for (from, to) in [(Path::new("data"), &to), (Path::new("data/texts/fr"), &texts)] {
        for entry in fs::read_dir(from).expect("the dataset").flatten() {
            if entry.path().is_file() {
                fs::copy(entry.path(), to.join(entry.file_name())).expect("a copy");
            }
        }
    }
    to
}

/// The sheet of the shipped dataset.
pub fn shipped_lines() -> Vec<Line> {
    lines(&DATA, &remarks(Path::new("data")).expect("the file"))
}

#[test]
fn an_unchanged_sheet_changes_nothing() {
    let sheet = csv_text(&shipped_lines()).expect("a sheet");
    assert_eq!(changes(&DATA, &sheet), Ok(Vec::new()));
    assert_eq!(apply(&DATA.structures, &[]), DATA.structures);
}

#[test]
fn a_corrected_number_comes_back_into_the_data() {
    let mut sheet = shipped_lines();
    let wrong = sheet.iter_mut().find(|l| l.id == "beaujon" && l.champ == "phone");
    let wrong = wrong.expect("Beaujon has a number");
    assert_ne!(wrong.valeur, "0155550123");
    "01 55 55 01 23".clone_into(&mut wrong.valeur);
    "2026-11-22".clone_into(&mut wrong.date);
    let found = changes(&DATA, &csv_text(&sheet).expect("a sheet")).expect("a sound sheet");
    assert_eq!(found.len(), 1);

    let dir = copy("review");
    let before = fs::read_to_string("data/structures.json").expect("the file");
    let after = apply(&DATA.structures, &found);
    let text = to_text_keeping_comments(&after, &before).expect("JSON");
    fs::write(dir.join("structures.json"), &text).expect("written");
    let after = dataset::load(&dir).expect("still sound");
    let contacts = &after.structure("beaujon").expect("still there").contacts;
    let phone = contacts.iter().find(|c| c.field == ContactField::Phone).expect("a number");
    assert_eq!((phone.value.as_str(), phone.date.as_str()), ("0155550123", "2026-11-22"));
    assert!(phone.switchboard, "still a switchboard");

    // Nothing else of the file has moved.
    let lines = before.lines().zip(text.lines());
    let differing: Vec<&str> = lines.filter(|(a, b)| a != b).map(|(_, b)| b.trim()).collect();
    assert_eq!(differing, ["\"value\": \"0155550123\",", "\"date\": \"2026-11-22\""]);
    assert_eq!(before.lines().count(), text.lines().count());
    assert_eq!(remarks(&dir).expect("the file"), remarks(Path::new("data")).expect("the file"));
}

#[test]
fn every_bad_line_is_told_at_once_with_its_mend() {
    let sheet = "id;nom;champ;rang;valeur;source;date;a_faire\n\
                 nulle-part;;phone;1;0102030405;finess-2021;2026;\n\
                 beaujon;;fax;1;0102030405;finess-2021;2026;\n\
                 beaujon;;phone;9;0102030405;finess-2021;2026;\n\
                 beaujon;;phone;1;12345;finess-2021;2026;\n\
                 beaujon;;phone;1;0102030405;rumeur;2026;\n\
                 beaujon;;phone;1;0102030405;finess-2021;hier;\n\
                 beaujon;trop court\n";
    let refused = changes(&DATA, sheet).expect_err("seven bad lines");
    let told: Vec<String> = refused.iter().map(ToString::to_string).collect();
    for (line, part) in [
        (2, "nulle-part"),
        (3, "fax"),
        (4, "rang"),
        (5, "12345"),
        (6, "rumeur"),
        (7, "hier"),
        (8, "illisible"),
    ] {
        let start = format!("ligne {line} : ");
        assert!(told.iter().any(|t| t.starts_with(&start) && t.contains(part)), "{told:?}");
    }
    assert_eq!(told.len(), 7, "{told:?}");
}

#[test]
fn an_emptied_value_is_taken_out_and_a_new_line_adds_one() {
    let sheet = "id,nom,champ,rang,valeur,source,date,a_faire\n\
                 beaujon,,phone,1,,,,\n\
                 jalmalv,,web,,https://www.jalmalv.fr,finess-2021,2026,\n";
    let found = changes(&DATA, sheet).expect("a sound sheet");
    let after = apply(&DATA.structures, &found);
    let contacts = |id: &str| {
        let all = after.structures.iter().find(|s| s.id == id).map(|s| s.contacts.clone());
        all.unwrap_or_default()
    };
    assert!(contacts("beaujon").iter().all(|c| c.field != ContactField::Phone));
    assert!(contacts("jalmalv").iter().any(|c| c.value == "https://www.jalmalv.fr"));
}

#[test]
fn whoever_the_flow_names_without_a_number_comes_first() {
    let sheet = shipped_lines();
    let rings = |id: &str| {
        let contacts = DATA.structure(id).map(|s| s.contacts.as_slice()).unwrap_or_default();
        contacts.iter().any(|c| c.field == ContactField::Phone)
    };
    let until = sheet.iter().position(|line| rings(&line.id)).expect("some have a number");
    let first: Vec<&str> = sheet[..until].iter().map(|line| line.id.as_str()).collect();
    for id in ["paliped", "pallidom", "dac-nord-semaphore", "emtsp-octopus", "cpts-nanterre"] {
        assert!(first.contains(&id), "{id}");
    }
    let wanting = sheet.iter().filter(|line| line.a_faire.starts_with("aucun numéro"));
    assert!(wanting.clone().all(|line| line.champ == "phone" && line.valeur.is_empty()));
    assert!(wanting.count() > first.len() / 2);
}

#[test]
fn the_sheet_tells_the_register_the_switchboard_and_the_doubt() {
    let sheet = shipped_lines();
    let line = |id: &str| sheet.iter().find(|l| l.id == id && l.champ == "phone").expect("a phone");
    let foch = line("hopital-foch");
    assert_eq!((foch.finess.as_str(), foch.standard.as_str()), ("920000650", "oui"));
    assert_eq!(line("had-aphp").standard, "non");
    assert!(line("les-camelias").remarque.contains("Asnières"));
}

#[test]
fn a_switchboard_is_told_by_its_column_or_stays() {
    let head = "id,nom,champ,rang,valeur,standard,source,date,a_faire\n";
    let after = |standard: &str| {
        let line = format!("beaujon,,phone,1,0155550123,{standard},finess-2021,2026,\n");
        let found = changes(&DATA, &format!("{head}{line}"))?;
        Ok::<_, Vec<_>>(found[0].after.as_ref().is_some_and(|contact| contact.switchboard))
    };
    assert_eq!(after("non"), Ok(false));
    assert_eq!(after("oui"), Ok(true));
    assert_eq!(after(""), Ok(true), "it was one");
    assert!(after("peut-être").is_err_and(|refused| refused[0].what.contains("peut-être")));
}

#[test]
fn two_values_for_one_contact_are_refused() {
    let head = "id,nom,champ,rang,valeur,source,date,a_faire\n";
    let line = |value: &str| format!("beaujon,,phone,1,{value},finess-2021,2026,\n");
    let sheet = format!("{head}{}{}", line("0155550123"), line("0155550124"));
    let refused = changes(&DATA, &sheet).expect_err("two values");
    assert_eq!(refused.len(), 1);
    assert!(refused[0].line == 3 && refused[0].what.contains("ligne 2"), "{refused:?}");
}

#[test]
fn what_is_no_sheet_and_what_lacks_a_column_is_an_error() {
    for (sheet, told) in
        [("a;b;c\n1;2;3\n", "colonnes"), ("id;champ;rang;valeur;source;date\n", "aucune ligne")]
    {
        let refused = changes(&DATA, sheet).expect_err(sheet);
        assert!(refused.len() == 1 && refused[0].what.contains(told), "{refused:?}");
    }
    for bytes in ["", "<html><body>connexion expirée</body></html>"] {
        assert!(review::read(bytes.as_bytes()).is_err(), "{bytes}");
    }
}

#[test]
fn dates_that_are_not_and_values_of_another_alphabet_are_refused() {
    let head = "id;champ;rang;valeur;source;date\n";
    for (line, told) in [
        ("beaujon;phone;1;0155550123;finess-2021;2026-02-31", "2026-02-31"),
        ("beaujon;phone;1;0155550123;finess-2021;9999", "9999"),
        ("beaujon;phone;1;0899123456;finess-2021;2026", "surtaxé"),
        ("beaujon;address;1;4 rue KlÃ©ber;finess-2021;2026", "alphabet"),
        ("beaujon;web;;https://www.aphp.fr@evil.example/;finess-2021;2026", "adresse web"),
        ("beaujon;web;;javascript:alert(1);finess-2021;2026", "adresse web"),
    ] {
        let refused = changes(&DATA, &format!("{head}{line}\n")).expect_err(line);
        assert!(refused[0].what.contains(told), "{refused:?}");
    }
}

/// The sheet that another coordinator exported before the data changed.
#[test]
fn an_old_sheet_takes_nothing_back_that_others_corrected_since() {
    let sheet = shipped_lines();
    let mut mine = sheet.clone();
    let line = mine.iter_mut().find(|l| l.id == "beaujon" && l.champ == "phone").expect("one");
    "0155550123".clone_into(&mut line.valeur);
    let found = changes(&DATA, &csv_text(&mine).expect("a sheet")).expect("sound");
    let mut now = DATA.clone();
    now.structures = apply(&now.structures, &found);
    assert_eq!(changes(&now, &csv_text(&sheet).expect("a sheet")), Ok(Vec::new()));
    let mut theirs = sheet;
    let line = theirs.iter_mut().find(|l| l.id == "beaujon" && l.champ == "phone").expect("one");
    "0155550199".clone_into(&mut line.valeur);
    let refused = changes(&now, &csv_text(&theirs).expect("a sheet")).expect_err("a conflict");
    assert!(refused[0].what.contains("a changé depuis"), "{refused:?}");
}
