//! The keys of what a poster says beside the dataset's own words, in `poster.json`.
//!
//! Only the tool draws posters: what runs in a browser carries none of these texts.

use super::keys::keys;

/// The file of these texts, without `.json`.
pub const FILE: &str = "poster";

keys! {
    // Around a poster.
    TITLE = "poster.title";
    TITLE_TERRITORY = "poster.title-territory";
    DATES = "poster.dates";
    TO_VERIFY = "poster.to-verify";
    NUMBERS = "poster.numbers";
    SOURCES = "poster.sources";
    FRONT_LABEL = "poster.front.label";
    FRONT_ALONE = "poster.front.alone";
    FRONT_ONE = "poster.front.one";
    FRONT_SEVERAL = "poster.front.several";
    BACK_LABEL = "poster.back.label";
    BACK_LEAD = "poster.back.lead";

    // The boxes.
    BOX_AGAIN = "poster.box.again";
    BOX_SHARED = "poster.box.shared";
    BOX_SHARED_AGAIN = "poster.box.shared-again";
    BOX_DIRECTORY = "poster.box.directory";
    BOX_DIRECTORY_TERRITORY = "poster.box.directory-territory";
    OVERLEAF = "poster.overleaf";

    // The questions.
    NEXT = "poster.next";
    PLACES = "poster.places";
    COMMUNES = "poster.communes";
    COMMUNES_ONE = "poster.communes-one";

    // In which cases.
    CASE_FOR = "poster.case.for";
    CASE_INSIDE = "poster.case.inside";
    CASE_OR = "poster.case.or";
    CASE_EITHER = "poster.case.either";
    CASE_EXCEPT = "poster.case.except";
    CASE_OTHERWISE = "poster.case.otherwise";
    CASE_QUESTION = "poster.case.question";
    CASE_QUESTION_NUMBER = "poster.case.question-number";
    CASE_LEVEL_UNKNOWN = "poster.case.level-unknown";

    // The signs.
    SIGN_QUESTION = "poster.sign.question";
    SIGN_EMERGENCY = "poster.sign.emergency";
    SIGN_BOX = "poster.sign.box";
    SIGN_SHARED = "poster.sign.shared";
    SIGN_CONTACT = "poster.sign.contact";
    SIGN_LEVEL = "poster.sign.level";
    SIGN_ABSENT = "poster.sign.absent";
}
