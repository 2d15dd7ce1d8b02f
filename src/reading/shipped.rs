//! Sentences that are the project's, not a filière's: a dataset may say them its own
//! way, and need not say them at all. So a coordinator copies none of them, and an
//! older dataset has what a newer widget says.

#[cfg(feature = "revision")]
use crate::model::poster;
#[cfg(feature = "revision")]
use crate::model::review;
use crate::model::{TextFile, Texts, Voices, ui};

/// The files of texts that speak of no filière in particular.
const FILES: &[(&str, &str)] = &[
    ("ui", include_str!("../../data/texts/fr/ui.json")),
    ("states", include_str!("../../data/texts/fr/states.json")),
    ("absences", include_str!("../../data/texts/fr/absences.json")),
    ("emergency", include_str!("../../data/texts/fr/emergency.json")),
    // Nothing is drawn on paper in a browser.
    #[cfg(feature = "revision")]
    (poster::FILE, include_str!("../../data/texts/fr/poster.json")),
    // Nor does a visitor write to anybody.
    #[cfg(feature = "revision")]
    (review::FILE, include_str!("../../data/texts/fr/review.json")),
];

/// Adds to the texts of a dataset those of the project that it lacks: the interface,
/// the states, the absences, the national emergency numbers, the posters and what is
/// written to whoever verifies. What sums up an answer ([`ui::SUMMARY`]) belongs to the
/// questions of the dataset, and is not added.
pub fn complete(texts: &mut Texts) {
    for (stem, text) in FILES {
        let shipped: TextFile = serde_json::from_str(text).unwrap_or_default();
        let mine = texts.0.entry((*stem).to_owned()).or_default();
        for (key, text) in shipped.into_iter().filter(|(key, _)| !is_of_a_question(stem, key)) {
            if !mine.contains_key(&key) {
                mine.insert(key, text);
            }
        }
    }
}

/// What each voice never says, as the project holds it; nothing in a browser, where no
/// sentence is checked.
pub fn voices() -> Voices {
    #[cfg(feature = "revision")]
    let voices = serde_json::from_str(include_str!("../../data/voices.json")).unwrap_or_default();
    #[cfg(not(feature = "revision"))]
    let voices = Voices::default();
    voices
}

fn is_of_a_question(stem: &str, key: &str) -> bool {
    format!("{stem}.{key}").starts_with(ui::SUMMARY)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Map, Text, Voice};

    #[test]
    fn what_a_dataset_says_is_kept_and_what_it_lacks_is_added() {
        let own = Text::Same("Trouver de l’aide en Brume".to_owned());
        let own = Map::from([("title".to_owned(), own)]);
        let mut texts = Texts(Map::from([("ui".to_owned(), own)]));
        complete(&mut texts);
        assert_eq!(texts.get(ui::TITLE, Voice::Anyone), "Trouver de l’aide en Brume");
        for key in ui::ALL.iter().chain(poster::ALL).chain(review::ALL) {
            assert!(texts.find(key, Voice::Anyone).is_some(), "{key}");
        }
        assert!(texts.find("states.empty", Voice::Anyone).is_some());
        assert!(!texts.0["ui"].keys().any(|key| key.starts_with("summary.")));
    }
}
