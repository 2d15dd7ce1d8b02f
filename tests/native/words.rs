//! Situations, answers, absences and sources, in words.

use crate::common::DATA;
use orientation_palliative::model::{SourceRef, State, Voice};
use orientation_palliative::orientation::{Absence, Session};
use orientation_palliative::wording::{
    Step, absence_in_words, answer_in_words, source_in_words, summary,
};

fn session(answers: &[(&str, &str)]) -> Session {
    let mut session = Session::new(false);
    for (question, answer) in answers {
        session.answer(&DATA, question, answer).expect("asked in turn");
    }
    session
}

/// The sentence of a situation, its no-break spaces made plain.
fn told(answers: &[(&str, &str)]) -> String {
    summary(&DATA, &session(answers)).unwrap_or_default().replace('\u{a0}', " ")
}

#[test]
fn a_situation_is_summed_up_in_one_sentence_of_whoever_reads_it() {
    let care = |who, place| {
        told(&[
            ("profil", who),
            ("besoin", "soins"),
            ("urgence", "non"),
            ("age", "adulte"),
            ("commune", "92044"),
            ("lieu", place),
        ])
    };
    assert_eq!(care("proche", "domicile"), "Pour votre proche, à la maison, à Levallois-Perret.");
    assert_eq!(care("malade", "ehpad"), "Pour vous, en maison de retraite, à Levallois-Perret.");
    let professional = [
        ("profil", "professionnel"),
        ("besoin", "soins"),
        ("urgence", "non"),
        ("age", "adulte"),
        ("commune", "92050"),
        ("lieu", "domicile"),
        ("niveau", "3"),
        ("moment", "astreinte"),
    ];
    assert_eq!(
        told(&professional),
        "Niveau 3, domicile, Nanterre (territoire Nord), nuit, week-end ou jour férié."
    );
    let bereaved = [("profil", "proche"), ("besoin", "deuil"), ("commune", "92023")];
    assert_eq!(told(&bereaved), "Après un décès, à Clamart.");
    assert_eq!(summary(&DATA, &session(&[("profil", "proche")])), None, "the voice says it");
}

#[test]
fn a_place_takes_the_preposition_that_its_name_asks_for() {
    for (code, said) in [
        ("92060", "au Plessis-Robinson."),
        ("92035", "à La Garenne-Colombes."),
        ("91", "département : Essonne (91)."),
        ("ne-sait-pas", "dans une commune à préciser."),
    ] {
        let told = told(&[("profil", "proche"), ("besoin", "aidants"), ("commune", code)]);
        assert!(told.ends_with(said), "{told}");
    }
    let professional = [("profil", "professionnel"), ("besoin", "rcp"), ("commune", "92060")];
    assert_eq!(
        told(&professional),
        "Réunion de concertation, Le Plessis-Robinson (territoire Sud)."
    );
}

#[test]
fn answers_are_told_as_the_visitor_gave_them() {
    for (question, answer, told) in [
        ("profil", "proche", "Je suis un proche"),
        ("commune", "92023", "Clamart"),
        ("commune", "75", "Paris (75)"),
        ("horaire", "astreinte", "Le soir, la nuit, le week-end ou un jour férié"),
        ("territoire", "ailleurs", "Hors du département"),
    ] {
        assert_eq!(answer_in_words(&DATA, Voice::Anyone, question, answer), told);
    }
    let territory = answer_in_words(&DATA, Voice::Professional, "commune", "92023");
    assert_eq!(territory, "Clamart (territoire Sud)");
}

#[test]
fn an_absence_is_told_by_what_the_sources_say() {
    let absence = |state, commune_only| Absence {
        kind: "usp".to_owned(),
        territory: "sud".to_owned(),
        state,
        commune_only,
        sources: vec![],
    };
    let told = |voice, absence| absence_in_words(&DATA, voice, &absence);
    let [empty, uncovered, elsewhere] = [
        told(Voice::Professional, absence(State::Empty, false)),
        told(Voice::Professional, absence(State::NotCovered, false)),
        told(Voice::Professional, absence(State::Empty, true)),
    ];
    assert!(empty.contains("USP") && empty.contains("dans le Sud") && empty.contains("aucune"));
    assert!(uncovered.contains("non couvert") && elsewhere.contains("d’autres communes"));
    assert_eq!(
        told(Voice::Relative, absence(State::Empty, false)),
        "Nous ne connaissons pas d’unité de soins palliatifs dans le Sud des Hauts-de-Seine."
    );
}

#[test]
fn a_source_is_told_with_its_line_and_its_date_once() {
    let told = |source: &str| {
        source_in_words(&DATA, Voice::Anyone, &SourceRef(source.to_owned())).replace('\u{a0}', " ")
    };
    assert!(told("001:134").contains(", ligne 134 (2025)"), "{}", told("001:134"));
    assert!(told("001:76-78").contains(", lignes 76-78"));
    assert_eq!(told("finess-2021").matches("2021").count(), 1);
}

#[test]
fn the_question_is_told_by_its_number() {
    let at = |answers: &[(&str, &str)]| Step::of(&DATA, session(answers)).progress;
    let texts = DATA.texts.get("ui.progress", Voice::Anyone);
    assert_eq!(at(&[]), texts.replace("{number}", "1"));
    assert_eq!(at(&[("profil", "proche"), ("besoin", "aidants")]), "Question 3");
}
