//! Whatever a stranger sends is read or refused: no panic, and soon.

use std::sync::LazyLock;
use std::time::{Duration, Instant};

use crate::common::{DATA, brume};
use orientation_palliative::config::read;
use orientation_palliative::directory::{Filters, active, find_places, inert, search};
use orientation_palliative::keep::{Link, reopen};
use orientation_palliative::model::Map;
use orientation_palliative::reading::from_inline;
use orientation_palliative::review;
use orientation_palliative::tool::dataset;
use proptest::prelude::*;
use serde_json::Value;

const SOON: Duration = Duration::from_secs(1);

fn soon<T>(task: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let done = task();
    assert!(start.elapsed() < SOON, "{:?}", start.elapsed());
    done
}

fn attribute() -> impl Strategy<Value = (String, String)> {
    let names = "titre|niveau-titre|territoire|commune|profil|accent|vues|historique|lien|reprise|nommer|donnees|\\PC{0,20}";
    (names, "\\PC{0,60}|https://\\PC{0,40}|#[0-9a-f]{3,6}|\\x00{0,3}")
}

/// What takes the place of a value.
fn other() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        "\\PC{0,20}".prop_map(Value::from),
        Just(Value::Array(Vec::new())),
        Just(serde_json::json!({})),
    ]
}

/// Walks into a value by numbers, and puts another in the place it comes to.
fn replace(value: &mut Value, steps: &[usize], other: Value) {
    let inside = match (value, steps.split_first()) {
        (Value::Array(items), Some((at, rest))) if !items.is_empty() => {
            let at = at % items.len();
            Some((&mut items[at], rest))
        }
        (Value::Object(fields), Some((at, rest))) if !fields.is_empty() => {
            let at = at % fields.len();
            fields.values_mut().nth(at).map(|value| (value, rest))
        }
        (value, _) => {
            *value = other;
            return;
        }
    };
    if let Some((inside, rest)) = inside {
        replace(inside, rest, other);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_attributes_are_read_and_leave_a_widget(all in prop::collection::vec(attribute(), 0..8)) {
        let attributes: Map<String> = all.into_iter().collect();
        let read = soon(|| read(&DATA, &attributes));
        prop_assert!(!read.config.offered(&DATA).is_empty());
        prop_assert!((1..=4).contains(&read.config.heading_level));
    }

    #[test]
    fn any_fragment_is_refused_or_reopens(text in "\\PC{0,1200}|1~92~[A-Za-z0-9.~-]{0,300}") {
        soon(|| Link::decode(&text).map(|link| reopen(&DATA, true, &link))).ok();
    }

    #[test]
    fn any_words_are_searched(words in "\\PC{0,200}|[a-zé' -]{0,60}") {
        soon(|| search(&DATA, &words, &Filters::default()).len());
        soon(|| find_places(&DATA, &words));
    }

    #[test]
    fn any_bytes_are_a_sheet_or_are_refused(bytes in prop::collection::vec(any::<u8>(), 0..400), cells in "(beaujon|[a-z;,\"]{0,9});(phone|web);1;\\PC{0,20};finess-2021;[0-9/-]{0,10}") {
        let head = b"id;champ;rang;valeur;source;date\n".to_vec();
        for bytes in [bytes.clone(), [head.clone(), bytes].concat(), [head, cells.into_bytes()].concat()] {
            soon(|| review::read(&bytes).map(|sheet| review::changes(&DATA, &sheet, "2026-11-22").is_ok())).ok();
        }
    }

    #[test]
    fn any_text_comes_back_from_a_spreadsheet(text in "\\PC{0,20}|['=+@-]{0,4}[a-z]{0,3}") {
        let written = inert(&text);
        prop_assert_eq!(active(&written), text);
    }
}

/// The invented filière, small enough to be judged hundreds of times.
static SMALL: LazyLock<String> = LazyLock::new(|| {
    let data = dataset::load_proven(&brume("fuzz")).expect("sound");
    serde_json::to_string(&data).expect("a text")
});

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn any_dataset_is_read_or_refused(steps in prop::collection::vec(any::<usize>(), 1..8), other in other()) {
        let mut all: Value = serde_json::from_str(&SMALL).expect("JSON");
        replace(&mut all, &steps, other);
        let text = all.to_string();
        if let Err(told) = soon(|| from_inline(&text)) {
            prop_assert!(!told.is_empty());
        }
    }

    #[test]
    fn any_cut_of_a_dataset_is_refused(at in any::<usize>()) {
        let cut: String = SMALL.chars().take(at % (SMALL.chars().count() / 2)).collect();
        prop_assert!(soon(|| from_inline(&cut)).is_err());
    }
}
