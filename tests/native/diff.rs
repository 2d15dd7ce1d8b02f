//! What an amendment changes is told, change by change.

use std::sync::LazyLock;

use crate::common::DATA;
use orientation_palliative::comparison::diff;
use orientation_palliative::model::{
    ContactField, Dataset, Placement, QUESTION_LEVEL, QUESTION_PROFILE, State, Text,
};

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
        ("flow.json rules formation", true),
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

/// The same for two kinds of visitors in two communes, two places and two levels: walked
/// some hundred times.
static TINY: LazyLock<Dataset> = LazyLock::new(|| {
    let mut data = SMALL.clone();
    data.communes.communes.retain(|commune| commune.code != "92063");
    for (question, kept) in [
        (QUESTION_PROFILE, ["malade", "professionnel"]),
        ("lieu", ["domicile", "hopital-reste"]),
        (QUESTION_LEVEL, ["1", "3"]),
    ] {
        let question = data.flow.questions.iter_mut().find(|q| q.id == question).unwrap();
        question.answers.retain(|answer| kept.contains(&answer.id.as_str()));
    }
    data
});

/// One change each, of every kind that a file can hold.
#[expect(clippy::too_many_lines, reason = "one list of changes")]
fn single_changes() -> Vec<(&'static str, Dataset)> {
    let change = |change: fn(&mut Dataset)| {
        let mut new = TINY.clone();
        change(&mut new);
        new
    };
    let mut all = vec![
        ("gradation.json", change(|data| data.gradation.levels.clear())),
        ("lexicon.json", change(|data| data.lexicon.terms.truncate(46))),
        ("sources.json", change(|data| data.sources.sources[3].title.push('x'))),
        ("voices.json", change(|data| data.voices.never.clear())),
        ("table.json guarantees", change(|data| data.table.guarantees.truncate(14))),
        ("flow.json ends", change(|data| data.flow.ends.clear())),
        ("flow.json child", change(|data| data.flow.child = None)),
        ("flow.json voices", change(|data| data.flow.voices.truncate(3))),
        ("flow.json rules, ordre", change(|data| data.flow.rules.reverse())),
        ("flow.json questions, ordre", change(|data| data.flow.questions.swap(2, 3))),
        ("flow.json questions", change(|data| drop(data.flow.questions[3].answers.remove(0)))),
        ("flow.json start", change(|data| "commune".clone_into(&mut data.flow.start))),
        ("table.json rows, ordre", change(|data| data.table.rows.reverse())),
        ("table.json rows", change(|data| drop(data.table.rows.remove(3)))),
        (
            "communes.json",
            change(|data| "nord".clone_into(&mut data.communes.communes[0].territory)),
        ),
        ("elsewhere.json", change(|data| data.elsewhere.departments[0].entries.clear())),
        (
            "texts/rows.json",
            change(|data| {
                let rows = data.texts.0.get_mut("rows").unwrap();
                rows.insert("usp".to_owned(), Text::Same("Unité".to_owned()));
            }),
        ),
        // Nobody to call in it: a group has other words.
        (
            "structures.json",
            change(|data| {
                let found = data.structures.structures.iter_mut();
                found.for_each(|s| {
                    if s.id == "hopital-foch" {
                        s.contacts.clear();
                    }
                });
            }),
        ),
        ("filiere.json", change(|data| data.filiere.emergency.truncate(1))),
    ];
    let cells = TINY.table.rows.iter().flat_map(|row| {
        let full = row.cells.iter().filter(|(_, cell)| !cell.placements.is_empty());
        full.map(|(territory, _)| (&row.id, territory))
    });
    all.extend(cells.step_by(13).map(|(row, territory)| {
        let mut new = TINY.clone();
        let row = new.table.rows.iter_mut().find(|known| known.id == *row).unwrap();
        row.cells.get_mut(territory).unwrap().placements.clear();
        ("table.json ", new)
    }));
    all
}

#[test]
fn a_change_of_any_file_is_told_and_explains_every_situation_that_it_changes() {
    let all = single_changes();
    let mut moving = 0;
    for (place, new) in &all {
        let found = diff(&TINY, new);
        assert!(!found.causes.is_empty(), "{place}: no cause");
        for cause in &found.causes {
            assert!(cause.what.starts_with(place), "{place}: told of {}", cause.what);
            assert!(!cause.title.is_empty(), "{place}");
        }
        // The cause is sought where the change may be seen, the whole everywhere: a place
        // left out would stay unexplained here.
        assert_eq!(found.together, 0, "{place}: {} situations changed", found.changed);
        moving += usize::from(found.changed > 0);
    }
    assert!(moving > all.len() / 2, "{moving} of {} orient somebody otherwise", all.len());
}
