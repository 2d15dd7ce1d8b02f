//! Values that the grammars refuse, in every field that holds one.

use crate::common::DATA;
use orientation_palliative::check::check_shape;
use orientation_palliative::model::{Contact, ContactField, Dataset};

/// What no id may be.
pub const BAD_IDS: [&str; 9] =
    ["aide_aidants", "décès", "", "a b", "a\nb", "-a", "a-", "a.b", "a~b"];

/// A change of the data, and where `check` must tell it.
type Wrong = (fn(&mut Dataset, &str), &'static str, &'static [&'static str]);

fn contact(data: &mut Dataset, field: ContactField) -> &mut Contact {
    let all = data.structures.structures.iter_mut().flat_map(|s| &mut s.contacts);
    all.into_iter().find(|contact| contact.field == field).expect("one")
}

const WRONG: &[Wrong] = &[
    (|d, v| v.clone_into(&mut d.filiere.id), "filiere.json: /id:", &BAD_IDS),
    (
        |d, v| v.clone_into(&mut d.filiere.territories[0].id),
        "filiere.json: /territories/0/id:",
        &BAD_IDS,
    ),
    (|d, v| v.clone_into(&mut d.flow.questions[1].id), "flow.json: /questions/1/id:", &BAD_IDS),
    (
        |d, v| v.clone_into(&mut d.flow.questions[1].answers[0].id),
        "flow.json: /questions/1/answers/0/id:",
        &BAD_IDS,
    ),
    (|d, v| v.clone_into(&mut d.flow.rules[2].group), "flow.json: /rules/2/group:", &BAD_IDS),
    (|d, v| v.clone_into(&mut d.table.rows[3].id), "table.json: /rows/3/id:", &BAD_IDS),
    (
        |d, v| v.clone_into(&mut d.structures.structures[4].id),
        "structures.json: /structures/4/id:",
        &BAD_IDS,
    ),
    (|d, v| v.clone_into(&mut d.lexicon.terms[0].id), "lexicon.json: /terms/0/id:", &BAD_IDS),
    (
        |d, v| v.clone_into(&mut d.filiere.version),
        "filiere.json: /version:",
        &["", "2025~1", "1 2"],
    ),
    (
        |d, v| v.clone_into(&mut d.filiere.date),
        "filiere.json: /date:",
        &["2026", "2026-02-31", "hier"],
    ),
    (
        |d, v| d.filiere.report_to = Some(v.to_owned()),
        "filiere.json: /report_to:",
        &["javascript:alert(1)", "//x", "a@b.fr?bcc=c@d.fr"],
    ),
    (
        |d, v| v.clone_into(&mut d.filiere.emergency[0].number),
        "filiere.json: /emergency/0/number:",
        &["0899123456", "3114", "", "13"],
    ),
    (|d, _| d.filiere.emergency[0].sms = true, "filiere.json: /emergency/0/sms:", &[""]),
    (
        |d, _| (d.filiere.hours.open, d.filiere.hours.close) = (25, 3),
        "filiere.json: /hours:",
        &[""],
    ),
    (
        |d, v| d.sources.sources[0].url = Some(v.to_owned()),
        "sources.json: /sources/0/url:",
        &["javascript:alert(1)", "data:,x", "//exemple.fr", "https://a@b.fr"],
    ),
    (
        |d, v| v.clone_into(&mut d.sources.sources[0].date),
        "sources.json: /sources/0/date:",
        &["9999", "2026-02-31", "2090"],
    ),
    (
        |d, v| v.clone_into(&mut contact(d, ContactField::Phone).value),
        "structures.json: /structures/",
        &["0899123456", "01", "15\n18"],
    ),
    (
        |d, v| v.clone_into(&mut contact(d, ContactField::Web).value),
        "structures.json: /structures/",
        &["https://www.aphp.fr@evil.example/", "https://a.fr\r\nTEL:15"],
    ),
    (
        |d, v| v.clone_into(&mut contact(d, ContactField::Phone).date),
        "structures.json: /structures/",
        &["2026-02-31", "9999", "2090"],
    ),
    (
        |d, v| d.structures.structures[0].finess = Some(v.to_owned()),
        "structures.json: /structures/0/finess:",
        &["1", "92 000 001"],
    ),
    (
        |d, _| d.structures.structures[0].position = Some([148.0, 2.0]),
        "structures.json: /structures/0/position:",
        &[""],
    ),
    (
        |d, _| d.communes.communes[0].centroid = [f64::INFINITY, 2.0],
        "communes.json: /communes/0/centroid:",
        &[""],
    ),
    (
        |d, v| v.clone_into(&mut d.communes.communes[0].postal[0]),
        "communes.json: /communes/0/postal/0:",
        &["9200", "Paris"],
    ),
];

#[test]
fn every_wrong_value_is_told_at_its_place() {
    for (change, place, values) in WRONG {
        for value in *values {
            let mut data = DATA.clone();
            change(&mut data, value);
            let told: Vec<String> = check_shape(&data).iter().map(ToString::to_string).collect();
            assert!(
                told.iter().any(|line| line.starts_with(place)),
                "{place} {value:?}: {told:#?}"
            );
            assert!(told.iter().all(|line| !line.contains('\n')), "{told:#?}");
        }
    }
}
