//! The keys of what is written to whoever verifies a contact, in `review.json`.
//!
//! Only coordinators write: what runs in a visitor's browser carries none of these texts.

use super::keys::{keys, messages};

/// The file of these texts, without `.json`.
pub const FILE: &str = "review";

keys! {
    ADDRESS = "review.field.address";
    ANSWER = "review.answer";
    FROM = "review.from";
    HELLO = "review.hello";
    HOW = "review.how";
    NO_PHONE = "review.no-phone";
    PHONE = "review.field.phone";
    SIGNED = "review.signed";
    SWITCHBOARD = "review.field.switchboard";
    THANKS = "review.thanks";
    UNDATED = "review.undated";
    WEB = "review.field.web";
    WRITE = "review.write";
    WRITE_PART = "review.write-part";
}

messages! {
    contact(field, value) = "review.contact";
    dated(date) = "review.dated";
    left_out(count) = "review.left-out";
    origin(source, date) = "review.origin";
    sign(filiere) = "review.sign";
    source_answers(year) = "review.source.answers";
    source_finess(date) = "review.source.finess";
    stands(structure) = "review.stands";
    letters(filiere, date) = "review.letters";
    subject(structure) = "review.subject";
    to(structure) = "review.to";
    who(filiere) = "review.who";
}
