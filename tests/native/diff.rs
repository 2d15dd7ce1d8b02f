//! What an amendment changes is told, change by change.

use std::sync::LazyLock;

use crate::common::DATA;
use orientation_palliative::model::{ContactField, Dataset, Placement, State};
use orientation_palliative::tool::diff::diff;

/// The shipped dataset with a commune for each territory: enough to see, and soon
/// walked.
static SMALL: LazyLock<Dataset> = LazyLock::new(|| {
    let mut data = DATA.clone();
    data.communes.communes.retain(|c| ["92050", "92063", "92023"].contains(&c.code.as_str()));
    data.elsewhere.departments.truncate(1);
    data
});

#[test]
fn nothing_changed_changes_nothing() {
    let found = diff(&SMALL, &SMALL);
    assert_eq!((found.changed, found.causes.len(), found.together), (0, 0, 0));
    assert!(found.situations > 1000);
}

#[test]
fn each_change_of_an_amendment_is_told_with_its_situations() {
    let mut new = SMALL.clone();
    "2".clone_into(&mut new.filiere.version);
    let usp = new.table.rows.iter_mut().find(|row| row.id == "usp").unwrap();
    let nord = usp.cells["nord"].placements[0].clone();
    let sud = usp.cells.get_mut("sud").unwrap();
    sud.state = State::Listed;
    sud.placements.push(Placement { structure: "beclere".to_owned(), ..nord });
    new.flow.rules.retain(|rule| rule.id != "formation");
    // The texts of a rule go with it: that is no change of its own.
    new.texts.0.get_mut("groups").unwrap().remove("formation.title");
    new.texts.0.get_mut("rules").unwrap().remove("formation");
    let found = diff(&SMALL, &new);
    let counts: Vec<(&str, bool)> =
        found.causes.iter().map(|c| (c.what.as_str(), c.situations > 0)).collect();
    // What changes most comes first.
    let expected = [
        ("table.json usp/sud", true),
        ("flow.json règle formation", true),
        ("filiere.json", false),
    ];
    assert_eq!(counts, expected);
    let [usp, formation, filiere] = found.causes.as_slice() else { panic!("three causes") };
    assert!(usp.title.contains("Unité de soins palliatifs (USP), territoire Sud"), "{}", usp.title);
    assert!(usp.details[0].starts_with("ajouté : Hôpital Antoine-Béclère"), "{:?}", usp.details);
    assert_eq!(formation.title, "La règle « la formation aux soins palliatifs » est enlevée");
    assert_eq!(filiere.details, ["version : 2026.1 devient 2"]);
    let sum: usize = found.causes.iter().map(|cause| cause.situations).sum();
    assert_eq!((found.changed, found.together), (sum, 0));
    let example = usp.example.clone().unwrap();
    assert!(example.situation.starts_with("Pour vous, "), "{}", example.situation);
    let told = example.differences.iter().any(|line| line.starts_with("désormais proposé : "));
    assert!(told, "{:?}", example.differences);
    assert!(example.before.unwrap().absences.iter().any(|a| a == "usp/sud/empty"));
    let shown = example.after.unwrap();
    assert!(shown.absences.is_empty());
    assert!(
        shown
            .groups
            .iter()
            .any(|g| g.group == "usp" && g.structures.contains(&"beclere".to_owned()))
    );
}

#[test]
fn a_phone_number_orients_nobody_otherwise_but_is_told_with_where_it_is_shown() {
    let mut new = SMALL.clone();
    let found = new.structures.structures.iter_mut().find(|s| s.id == "louis-mourier").unwrap();
    let phone = found.contacts.iter_mut().find(|c| c.field == ContactField::Phone).unwrap();
    "0147000000".clone_into(&mut phone.value);
    let found = diff(&SMALL, &new);
    let [cause] = found.causes.as_slice() else { panic!("one cause") };
    assert_eq!((found.changed, cause.situations), (0, 0));
    assert!(cause.shown_in.unwrap() > 100);
    assert!(cause.details[0].contains("01\u{a0}47\u{a0}00\u{a0}00\u{a0}00"), "{:?}", cause.details);
}
