//! A page's attributes are read, and what is wrong in them is told and ignored.

use crate::common::DATA;
use orientation_palliative::config::{Config, View, read};
use orientation_palliative::orientation::{Screen, Session};

/// Reads attributes and checks how many are reported, each by what it must name.
fn check(attributes: &[(&str, &str)], reported: &[&str]) -> Config {
    let attributes = attributes.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect();
    let read = read(&DATA, &attributes);
    assert_eq!(read.problems.len(), reported.len(), "{:?}", read.problems);
    for (problem, part) in read.problems.iter().zip(reported) {
        assert!(problem.contains(part), "« {problem} » does not name « {part} »");
    }
    read.config
}

#[test]
fn every_attribute_is_read() {
    let config = check(
        &[
            ("titre", "Trouver une équipe"),
            ("niveau-titre", "3"),
            ("territoire", "Sud"),
            ("commune", "chatenay-malabry"),
            ("profil", "proche"),
            ("accent", "#0e5a63"),
        ],
        &[],
    );
    assert_eq!(config.title.as_deref(), Some("Trouver une équipe"));
    assert_eq!((config.heading_level, config.territory.as_deref()), (3, Some("sud")));
    let preset: Vec<(&str, &str)> =
        config.preset.iter().map(|(q, a)| (q.as_str(), a.as_str())).collect();
    assert_eq!(preset, [("commune", "92019"), ("profil", "proche")]);
}

#[test]
fn a_wrong_value_is_told_with_the_right_ones_and_changes_nothing() {
    let wrong = [
        ("accent", "rouge"),
        ("commune", "Lyon"),
        ("niveau-titre", "7"),
        ("profil", "voisin"),
        ("territoire", "ouest"),
    ];
    let told = ["#1a5f6b", "Lyon", "1 à 4", "malade, proche, professionnel", "nord, centre, sud"];
    assert_eq!(check(&wrong, &told), Config::default());
}

#[test]
fn an_unknown_attribute_is_told_and_those_of_any_page_are_not() {
    let config = check(
        &[("class", "x"), ("data-x", "1"), ("id", "op"), ("onclick", ""), ("teritoire", "sud")],
        &["« teritoire » n’existe pas"],
    );
    assert_eq!(config, Config::default());
    check(&[("langage", "simple")], &["« langage » n’a pas encore d’effet"]);
}

#[test]
fn the_page_chooses_its_views_and_a_wrong_one_is_told() {
    let config = check(&[("vues", "carte, annuaire")], &[]);
    assert_eq!(config.offered(&DATA), [View::Carte, View::Annuaire]);
    let mut no_map = DATA.clone();
    no_map.communes.communes.iter_mut().for_each(|commune| commune.tile = None);
    assert_eq!(config.offered(&no_map), [View::Annuaire]);
    assert_eq!(check(&[("vues", "carte")], &[]).offered(&no_map), [View::Orientation]);
    let told = "orientation, annuaire, carte, gradation, couverture, lexique, logigramme";
    assert_eq!(check(&[("vues", "plan")], &[told]), Config::default());
}

#[test]
fn what_the_page_knows_is_not_asked_and_can_be_changed() {
    let config = check(&[("profil", "proche"), ("commune", "Clamart")], &[]);
    let mut session = config.session(&DATA, false);
    let asked = |session: &Session| match session.screen(&session.walk(&DATA)) {
        Screen::Question(asking) => asking.question,
        other => panic!("{other:?}"),
    };
    assert_eq!(asked(&session), "besoin");
    session.answer(&DATA, "besoin", "soins").expect("asked first");
    session.answer(&DATA, "urgence", "non").expect("asked next");
    session.answer(&DATA, "age", "adulte").expect("asked next");
    assert_eq!(asked(&session), "lieu", "the commune is known");
    for before in ["commune", "age", "urgence", "besoin", "profil"] {
        assert!(session.back(&DATA));
        assert_eq!(asked(&session), before);
    }
    assert!(!session.back(&DATA), "the first question has nothing before it");
}

#[test]
fn the_visitor_is_not_told_of_dropped_answers_that_only_the_page_gave() {
    let config = check(&[("commune", "Clamart")], &[]);
    let mut session = config.session(&DATA, false);
    for (question, answer) in [("profil", "proche"), ("besoin", "comprendre")] {
        session.answer(&DATA, question, answer).expect("asked in turn");
    }
    assert_eq!(session.dropped().len(), 1);
    assert!(config.told_dropped(&session).is_empty());
}

#[test]
fn the_hosted_page_is_an_address_or_beside_the_page() {
    for good in ["https://exemple.fr/soins/", "http://intranet/soins/", "/soins/", "soins.html"] {
        check(&[("page", good)], &[]);
    }
    for wrong in ["", "javascript:alert(1)", "data:text/html,x"] {
        check(&[("page", wrong)], &["n’est pas une adresse"]);
    }
}
