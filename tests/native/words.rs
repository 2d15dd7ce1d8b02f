//! Situations, answers, absences and sources, in words.

use crate::common::DATA;
use orientation_palliative::model::{SourceRef, State, Voice};
use orientation_palliative::orientation::{
    Absence, Session, absence_in_words, progress, reason_in_words, source_in_words, summary,
};

fn session(answers: &[(&str, &str)]) -> Session {
    let mut session = Session::new(false);
    for (question, answer) in answers {
        session.answer(&DATA, question, answer).expect("asked in turn");
    }
    session
}

#[test]
fn a_situation_is_summed_up_in_one_sentence() {
    let clamart = session(&[
        ("urgence", "non"),
        ("profil", "proche"),
        ("besoin", "soins"),
        ("age", "adulte"),
        ("commune", "92023"),
        ("lieu", "hopital-sort"),
    ]);
    assert_eq!(
        summary(&DATA, &clamart).as_deref(),
        Some(
            "Vous êtes un proche, vous cherchez des soins ou du soutien, pour un adulte, à \
             Clamart (territoire Sud), à l’hôpital, avant une sortie."
        )
    );
    assert_eq!(summary(&DATA, &session(&[("urgence", "non")])), None);
}

#[test]
fn a_place_takes_the_preposition_that_its_name_asks_for() {
    for (code, said) in [
        ("92060", "au Plessis-Robinson (territoire Sud)."),
        ("92035", "à La Garenne-Colombes (territoire Nord)."),
        ("91", "département : Essonne (91)."),
        ("ne-sait-pas", "dans une commune à préciser."),
    ] {
        let told = summary(
            &DATA,
            &session(&[
                ("urgence", "non"),
                ("profil", "proche"),
                ("besoin", "aidants"),
                ("commune", code),
            ]),
        );
        let told = told.unwrap_or_default().replace('\u{a0}', " ");
        assert!(told.ends_with(said), "{told}");
    }
}

#[test]
fn reasons_are_told_as_the_visitor_answered() {
    for (reason, told) in [
        ("profil=proche", "Je suis un proche"),
        ("commune=92023", "Clamart (territoire Sud)"),
        ("commune=75", "Paris (75)"),
        ("horaire=astreinte", "En dehors des heures ouvrées"),
        ("territoire=ailleurs", "Hors du département"),
    ] {
        assert_eq!(reason_in_words(&DATA, Voice::Anyone, reason), told);
    }
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
    let told = |absence| absence_in_words(&DATA, Voice::Professional, &absence);
    let [empty, uncovered, elsewhere] = [
        told(absence(State::Empty, false)),
        told(absence(State::NotCovered, false)),
        told(absence(State::Empty, true)),
    ];
    assert!(empty.contains("USP") && empty.contains("dans le Sud") && empty.contains("aucune"));
    assert!(uncovered.contains("non couvert") && elsewhere.contains("d’autres communes"));
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
fn progress_tells_the_number_of_the_question() {
    let at = |answers: &[(&str, &str)]| progress(&DATA, &session(answers), Voice::Anyone);
    let texts = DATA.texts.get("ui.progress", Voice::Anyone);
    assert_eq!(at(&[]), texts.replace("{number}", "1"));
    assert!(at(&[("profil", "proche")]).contains('2'));
}
