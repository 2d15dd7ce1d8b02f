//! What an amendment changes is told, change by change.

use std::sync::LazyLock;

use crate::common::DATA;
use orientation_palliative::model::{Dataset, Placement, State};
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
    let found = diff(&SMALL, &new);
    let counts: Vec<(&str, bool)> =
        found.causes.iter().map(|c| (c.what.as_str(), c.situations > 0)).collect();
    let expected = [
        ("flow.json règle formation", true),
        ("table.json usp/sud", true),
        ("filiere.json", false),
    ];
    assert_eq!(counts, expected);
    let sum: usize = found.causes.iter().map(|cause| cause.situations).sum();
    assert_eq!((found.changed, found.together), (sum, 0));
    let example = found.causes[1].example.clone().unwrap();
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
