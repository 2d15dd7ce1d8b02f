//! Whatever a stranger sends: the fragment of a link, attributes, words to search, a
//! dataset that a page carries. The first byte says which.
//!
//! The dataset is read once, from the file that the variable `OP_WHOLE` names.

#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use orientation_palliative::config::read;
use orientation_palliative::directory::{Filters, find_places, search};
use orientation_palliative::keep::{Link, reopen, text_sheet};
use orientation_palliative::model::{Dataset, Map};
use orientation_palliative::orientation::{Session, outcome};
use orientation_palliative::reading::from_inline;
use orientation_palliative::wording::Sheet;

static WHOLE: LazyLock<Dataset> = LazyLock::new(|| {
    let path = std::env::var("OP_WHOLE").expect("OP_WHOLE names a file");
    let text = std::fs::read_to_string(&path).expect("a file of text");
    from_inline(&text).expect("a sound dataset")
});

fuzz_target!(init: { LazyLock::force(&WHOLE); }, |bytes: &[u8]| {
    let Some((kind, rest)) = bytes.split_first() else { return };
    let text = String::from_utf8_lossy(rest);
    match kind % 4 {
        0 => fragment(&text),
        1 => attributes(&text),
        2 => words(&text),
        _ => carried(&text),
    }
});

/// A link reopens, or is refused; what it reopens can be told.
fn fragment(text: &str) {
    let Ok(link) = Link::decode(text) else { return };
    let again = Link::decode(&link.encode()).expect("a link that was read");
    assert_eq!(again.answers, link.answers);
    let reopened = reopen(&WHOLE, true, &link);
    told(&reopened.session);
}

fn told(session: &Session) {
    let _ = outcome(&WHOLE, session);
    assert!(!text_sheet(&WHOLE, &Sheet::of(&WHOLE, session), None).is_empty());
}

/// Names and values, each on a line.
fn attributes(text: &str) {
    let mut lines = text.lines();
    let mut all = Map::new();
    while let (Some(name), Some(value)) = (lines.next(), lines.next()) {
        all.insert(name.to_owned(), value.to_owned());
    }
    let read = read(&WHOLE, &all);
    assert!(!read.config.offered(&WHOLE).is_empty());
    assert!((1..=4).contains(&read.config.heading_level));
}

fn words(text: &str) {
    let _ = search(&WHOLE, text, &Filters::default());
    let _ = find_places(&WHOLE, text);
}

/// What is read is sound; what is refused is told.
fn carried(text: &str) {
    match from_inline(text) {
        Ok(data) => assert!(!data.flow.questions.is_empty()),
        Err(problems) => assert!(!problems.is_empty()),
    }
}
