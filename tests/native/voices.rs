//! Who reads what: the texts as they ship, voice by voice.

use crate::common::DATA;
use orientation_palliative::check::voices::{Rules, check, foreign_words};
use orientation_palliative::model::{Dataset, Spoken, Text, Voice, bundle};
use orientation_palliative::packaging;

/// The dataset with one of its texts replaced.
fn with(file: &str, key: &str, text: Text) -> Dataset {
    let mut data = DATA.clone();
    let old = data.texts.0.entry(file.to_owned()).or_default().insert(key.to_owned(), text);
    assert!(old.is_some(), "{file}.{key} is no text");
    data
}

/// What is told of a dataset: the place of each text, and what is wrong there.
fn told(data: &Dataset) -> Vec<String> {
    check(data).iter().map(|p| format!("{}{} {}", p.file, p.pointer, p.what)).collect()
}

fn same(text: &str) -> Text {
    Text::Same(text.to_owned())
}

#[test]
fn nobody_reads_what_is_meant_for_another() {
    assert_eq!(told(&DATA), [""; 0]);
}

#[test]
fn a_text_is_judged_in_the_voices_that_can_read_it_only() {
    let told = |file, key, text: &str| {
        let problems = told(&with(file, key, same(text)));
        let voices = Voice::ALL.map(Voice::id);
        let read = voices.into_iter().filter(|voice| {
            problems.iter().any(|problem| problem.contains(&format!("la voix « {voice} »")))
        });
        read.collect::<Vec<_>>()
    };
    // A professional's question, and one that nobody bereaved is asked.
    assert_eq!(
        told("questions", "suivi.legend", "votre proche est suivi"),
        ["deuil", "professionnel"]
    );
    assert_eq!(told("questions", "besoin.rcp", "une RCP du territoire"), [""; 0]);
    assert_eq!(told("questions", "urgence.hint", "un danger"), [""; 0]);
    assert_eq!(told("questions", "lieu.legend", "votre proche"), ["malade", "professionnel"]);
    // A rule for families, and one for professionals.
    assert_eq!(told("rules", "nuit-famille", "le contrat"), ["malade", "proche"]);
    assert_eq!(told("groups", "astreinte.body", "le contrat"), [""; 0]);
    // What anybody may open.
    assert_eq!(told("rows", "had.does", "le contrat"), ["public", "malade", "proche", "deuil"]);
    // The values filled in are no words, and the coordinators' views stand apart.
    assert_eq!(told("ui", "title", "Soins palliatifs, {filiere}"), [""; 0]);
    assert_eq!(told("gradation", "1.title", "le territoire"), [""; 0]);
}

#[test]
fn a_voice_that_finds_nothing_to_read_is_told() {
    let only = |public: Option<&str>, professionnel: Option<&str>| {
        let own = |text: Option<&str>| text.map(str::to_owned);
        Text::Voices(Spoken {
            public: own(public),
            professionnel: own(professionnel),
            ..Spoken::default()
        })
    };
    let problems = told(&with("rows", "had.does", only(Some("chez eux"), None)));
    assert_eq!(
        problems,
        [
            "texts/fr/rows.json/had.does ce texte n’a rien pour la voix « professionnel », qui le lit"
        ]
    );
    let problems = told(&with("groups", "astreinte.title", only(None, Some("l’astreinte"))));
    assert_eq!(problems, [""; 0], "families are never told of it");
    let problems = told(&with("groups", "nuit.title", only(None, Some("l’équipe"))));
    assert_eq!(problems.len(), 2, "the ill person and the relative: {problems:?}");
}

#[test]
fn each_word_says_why_and_each_exception_serves() {
    let voices = &DATA.voices;
    assert!(voices.never.iter().all(|never| !never.reason.is_empty() && !never.words.is_empty()));
    let keys = DATA
        .texts
        .0
        .iter()
        .flat_map(|(file, texts)| texts.keys().map(move |key| format!("{file}.{key}")));
    let keys: Vec<String> = keys.collect();
    for start in voices.apart.iter().flat_map(|apart| &apart.keys) {
        assert!(keys.iter().any(|key| key.starts_with(start.as_str())), "no text is {start}");
        let mut without = DATA.clone();
        without.voices.apart.iter_mut().for_each(|apart| apart.keys.retain(|key| key != start));
        let needed = !check(&without).is_empty();
        assert!(needed, "{start} needs no exception");
    }
    let mut without = DATA.clone();
    without.voices.never.iter_mut().for_each(|never| never.except.clear());
    assert!(!check(&without).is_empty(), "no phrase needs its exception");
}

#[test]
fn a_sentence_is_judged_as_it_is_shown() {
    let rules = Rules::of(&DATA.voices);
    let found =
        |text, voice| foreign_words(text, voice, &rules).iter().map(|f| f.word).collect::<Vec<_>>();
    let ours = "Appelez l’équipe qui suit votre proche.";
    assert_eq!(found(ours, Voice::Relative), [""; 0]);
    assert_eq!(found(ours, Voice::Patient), ["votre proche"]);
    assert_eq!(found(ours, Voice::Bereaved), ["suit votre proche"]);
    assert_eq!(found("Le DAC du territoire", Voice::Professional), [""; 0]);
    assert_eq!(found("Le DAC du territoire", Voice::Relative), ["territoire"]);
}

#[test]
fn no_browser_carries_them() {
    assert!(!DATA.voices.never.is_empty());
    let carried = bundle::from_bytes(&packaging::carried(&DATA)).unwrap();
    assert!(carried.voices.never.is_empty() && carried.voices.apart.is_empty());
}
