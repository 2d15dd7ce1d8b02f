//! The keys of what a poster says beside the dataset's own words, in `poster.json`.
//!
//! Only the tool draws posters: what runs in a browser carries none of these texts.

use super::keys::{keys, messages};

/// The file of these texts, without `.json`.
pub const FILE: &str = "poster";

keys! {
    // Around a poster.
    FRONT_ALONE = "poster.front.alone";
    BACK_LEAD = "poster.back.lead";

    // The boxes.
    BOX_SHARED = "poster.box.shared";
    BOX_SHARED_AGAIN = "poster.box.shared-again";
    BOX_DIRECTORY = "poster.box.directory";
    BOX_DIRECTORY_TERRITORY = "poster.box.directory-territory";

    // The questions.
    NEXT = "poster.next";

    // In which cases.
    CASE_INSIDE = "poster.case.inside";
    CASE_OTHERWISE = "poster.case.otherwise";
    CASE_LEVEL_UNKNOWN = "poster.case.level-unknown";

    // The signs.
    SIGN_QUESTION = "poster.sign.question";
    SIGN_EMERGENCY = "poster.sign.emergency";
    SIGN_BOX = "poster.sign.box";
    SIGN_SHARED = "poster.sign.shared";
    SIGN_CONTACT = "poster.sign.contact";
    SIGN_ABSENT = "poster.sign.absent";
}

messages! {
    back_label(title) = "poster.back.label";
    front_label(title) = "poster.front.label";
    box_again(title) = "poster.box.again";
    case_either(first, second) = "poster.case.either";
    case_or(first, second) = "poster.case.or";
    case_except(values) = "poster.case.except";
    case_for(whom) = "poster.case.for";
    case_question(question) = "poster.case.question";
    case_question_number(number) = "poster.case.question-number";
    communes(territory, count) = "poster.communes";
    communes_one(territory) = "poster.communes-one";
    dates(version, date, review) = "poster.dates";
    front_one(letter) = "poster.front.one";
    front_several(first, last) = "poster.front.several";
    numbers(origins) = "poster.numbers";
    overleaf(name, count) = "poster.overleaf";
    places(places) = "poster.places";
    sign_level(level) = "poster.sign.level";
    sources(sources) = "poster.sources";
    title(filiere) = "poster.title";
    title_territory(filiere, territory) = "poster.title-territory";
    to_verify(mark, year) = "poster.to-verify";
}
