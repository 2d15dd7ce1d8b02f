//! What somebody said is still right keeps its value, and gains a date and who said so.

use crate::common::DATA;
use crate::review::shipped_lines;
use orientation_palliative::model::{Contact, SourceRef};
use orientation_palliative::review::{
    self, Change, Line, Refused, apply, changes, csv_text, sources,
};

const TODAY: &str = "2026-11-27";

fn read(sheet: &str) -> Result<Vec<Change>, Vec<Refused>> {
    changes(&DATA, &review::read(sheet.as_bytes()).unwrap(), TODAY)
}

/// The sheet with one line changed.
fn with(id: &str, champ: &str, change: impl Fn(&mut Line)) -> Result<Vec<Change>, Vec<Refused>> {
    let mut all = shipped_lines();
    let line = all.iter_mut().find(|line| line.id == id && line.champ == champ).unwrap();
    change(line);
    read(&csv_text(&all).unwrap())
}

fn contact(id: &str, field: &str) -> Contact {
    let contacts = &DATA.structure(id).unwrap().contacts;
    let named = |c: &&Contact| serde_json::to_value(c.field).unwrap() == field;
    contacts.iter().find(named).unwrap().clone()
}

#[test]
fn an_answer_dates_a_value_and_is_its_source() {
    for (told, date) in
        [("oui", TODAY), ("x", TODAY), ("26/11/2026", "2026-11-26"), ("2026-11", "2026-11")]
    {
        let found = with("hopital-foch", "phone", |line| told.clone_into(&mut line.confirme));
        let before = contact("hopital-foch", "phone");
        let source = SourceRef("reponses-2026".to_owned());
        let after = Contact { source, date: date.to_owned(), ..before.clone() };
        let [change] = found.unwrap().try_into().unwrap();
        assert_eq!((change.before, change.after), (Some(before), Some(after)), "{told}");
    }
}

#[test]
fn the_answers_of_a_year_are_one_source_made_once() {
    let found = with("hopital-foch", "phone", |line| "oui".clone_into(&mut line.confirme)).unwrap();
    let all = sources(&DATA, &found);
    let new = &all.sources[DATA.sources.sources.len()..];
    let [new] = new else { panic!("{new:?}") };
    assert_eq!((new.id.as_str(), new.date.as_str()), ("reponses-2026", "2026"));
    assert_eq!(new.title, "Réponses des structures aux demandes de vérification, 2026");
    let mut now = DATA.clone();
    now.sources = all.clone();
    now.structures = apply(&DATA.structures, &found);
    assert_eq!(sources(&now, &found), all);
    assert_eq!(orientation_palliative::check::check_shape(&now), Vec::new());
    assert_eq!(sources(&DATA, &[]), DATA.sources);
}

#[test]
fn whoever_names_a_source_or_reads_an_undated_page_again_is_cited_so() {
    let named = with("hopital-foch", "phone", |line| {
        "oui".clone_into(&mut line.confirme);
        "dila-2026".clone_into(&mut line.source);
    });
    let undated = with("delta-7", "web", |line| "oui".clone_into(&mut line.confirme));
    for (found, source) in [(named, "dila-2026"), (undated, "delta-7")] {
        let [change] = found.unwrap().try_into().unwrap();
        let after: Contact = change.after.unwrap();
        assert_eq!((after.source.0.as_str(), after.date.as_str()), (source, TODAY));
    }
}

#[test]
fn a_structure_is_right_as_a_whole_but_for_what_is_corrected_or_newer() {
    let sheet = "id;champ;rang;valeur;source;date;confirme\n\
                 hopital-foch;;;;;;2026-11-20\n\
                 hopital-foch;phone;1;0155550123;dila-2026;2026-11-26;\n";
    let found = read(sheet).unwrap();
    let told: Vec<_> = found.iter().map(|c| c.after.clone().unwrap()).collect();
    let told: Vec<_> = told.iter().map(|c| (c.value.as_str(), c.date.as_str())).collect();
    let address = contact("hopital-foch", "address").value;
    assert_eq!(told, [("0155550123", "2026-11-26"), (address.as_str(), "2026-11-20")]);
    let older = "id;champ;rang;valeur;source;date;confirme\nhopital-foch;;;;;;2025\n";
    assert_eq!(read(older), Ok(Vec::new()), "FINESS of 2026 is newer");
}

#[test]
fn a_sheet_without_the_column_is_read_as_before() {
    let sheet = csv_text(&shipped_lines()).unwrap();
    assert!(sheet.lines().next().unwrap().contains(",confirme,"));
    let mut old = csv::Reader::from_reader(sheet.as_bytes());
    let at = old.headers().unwrap().iter().position(|head| head == "confirme").unwrap();
    let mut writer = csv::Writer::from_writer(Vec::new());
    let mut write = |record: &csv::StringRecord| {
        let kept = record.iter().enumerate().filter(|(i, _)| *i != at).map(|(_, cell)| cell);
        writer.write_record(kept).unwrap();
    };
    write(&old.headers().unwrap().clone());
    old.records().for_each(|record| write(&record.unwrap()));
    let old = String::from_utf8(writer.into_inner().unwrap()).unwrap();
    assert_eq!(read(&old), Ok(Vec::new()));
}

#[test]
fn what_contradicts_itself_is_refused_with_its_mend() {
    let head = "id;champ;rang;valeur;source;date;confirme\n";
    let twice = format!("{head}hopital-foch;;;;;;oui\nhopital-foch;;;;;;oui\n");
    for (sheet, told) in [
        (format!("{head}hopital-foch;phone;1;0146252000;;;non\n"), "dit non"),
        (format!("{head}hopital-foch;phone;1;0146252000;;;demain\n"), "demain"),
        (format!("{head}hopital-foch;phone;1;0146252000;;;2026-11-28\n"), "2026-11-28"),
        (format!("{head}hopital-foch;phone;1;;;;oui\n"), "sans valeur"),
        (format!("{head}hopital-foch;phone;1;0146252000;;2026-11-01;oui\n"), "même jour"),
        (format!("{head}hopital-foch;phone;1;0146252000;;;2020\n"), "plus ancien"),
        (format!("{head}hopital-foch;phone;1;0146252000;rumeur;;oui\n"), "rumeur"),
        (format!("{head}hopital-foch;;;;rumeur;;oui\n"), "rumeur"),
        (twice, "ligne 2"),
    ] {
        let refused = read(&sheet).expect_err(told);
        assert!(refused.len() == 1 && refused[0].what.contains(told), "{refused:?}");
        assert!(!refused[0].fix.is_empty());
    }
}
