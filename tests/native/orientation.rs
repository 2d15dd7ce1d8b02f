//! What the situations that the domain describes lead to.

use std::collections::BTreeSet;

use crate::common::DATA;
use orientation_palliative::model::{Join, Stage, State};
use orientation_palliative::orientation::{Given, Group, Outcome};
use orientation_palliative::tool::orient::orient;

const TUESDAY_MORNING: &str = "2026-11-24T10:00";
const FRIDAY_NIGHT: &str = "2026-11-27T21:00";

/// The outcome of answers written as `question=answer`, one space between.
fn outcome(answers: &str, at: &str) -> Outcome {
    let map: std::collections::BTreeMap<&str, &str> =
        answers.split(' ').filter_map(|pair| pair.split_once('=')).collect();
    let json = serde_json::to_string(&map).unwrap();
    let outcome = orient(&DATA, &json, Some(at)).unwrap_or_else(|e| panic!("{e:?}"));
    assert!(outcome.complete, "{answers} leaves {:?} open", outcome.next);
    outcome
}

fn group<'a>(outcome: &'a Outcome, id: &str) -> &'a Group {
    let ids: Vec<&str> = outcome.groups.iter().map(|g| g.id.as_str()).collect();
    outcome.groups.iter().find(|g| g.id == id).unwrap_or_else(|| panic!("no {id} in {ids:?}"))
}

fn cards(outcome: &Outcome, id: &str) -> Vec<String> {
    group(outcome, id).cards.iter().map(|card| card.id.clone()).collect()
}

fn kinds(outcome: &Outcome) -> BTreeSet<&str> {
    outcome.groups.iter().flat_map(|g| &g.cards).map(|card| card.kind.as_str()).collect()
}

fn absences(outcome: &Outcome) -> Vec<(&str, &str, State)> {
    let told = outcome.absences.iter();
    told.map(|a| (a.kind.as_str(), a.territory.as_str(), a.state)).collect()
}

#[test]
fn a_carer_in_clamart_finds_the_southern_platform_and_why() {
    let outcome = outcome("profil=proche besoin=aidants commune=92023", "2026-12-25T10:00");
    assert!(outcome.on_call, "Christmas is a public holiday");
    assert_eq!(cards(&outcome, "aidants"), ["plateforme-aidants-sud"]);
    assert_eq!(group(&outcome, "aidants").why, [Given::new("besoin", "aidants")]);
    assert!(absences(&outcome).is_empty());
}

#[test]
fn a_carer_in_rueil_is_told_that_no_platform_names_the_commune() {
    let outcome = outcome("profil=proche besoin=aidants commune=92063", TUESDAY_MORNING);
    assert_eq!(absences(&outcome), [("aidants", "centre", State::Empty)]);
    assert_eq!(cards(&outcome, "dac"), ["dac-centre-asdes"]);
    assert_eq!(cards(&outcome, "repli-aidants").len(), 1);
    assert_eq!(cards(&outcome, "repli-annuaire"), ["annuaire-corpalif"]);
}

#[test]
fn sevres_belongs_to_the_centre() {
    let outcome = outcome("profil=proche besoin=aidants commune=92072", TUESDAY_MORNING);
    assert_eq!(cards(&outcome, "aidants"), ["plateforme-les-abondances"]);
    assert_eq!(cards(&outcome, "dac"), ["dac-centre-asdes"]);
}

#[test]
fn a_doctor_in_rueil_at_night_is_told_who_answers_and_what_is_not_covered() {
    let outcome = outcome(
        "urgence=non profil=professionnel besoin=soins age=adulte commune=92063 lieu=ehpad niveau=3 moment=ne-sait-pas",
        FRIDAY_NIGHT,
    );
    assert!(outcome.on_call, "the clock decides when the visitor does not");
    assert_eq!(cards(&outcome, "urgence-palliative"), ["samu-92", "pallidom", "pompiers-bspp"]);
    let pallidom = &group(&outcome, "astreinte").cards[0];
    assert_eq!((pallidom.id.as_str(), pallidom.state), ("pallidom", State::Deploying));
    assert_eq!(absences(&outcome), [("appui-telephonique", "centre", State::NotCovered)]);
    let joins = ["equipe-experte", "had", "niveau-2-coordonne"].map(|id| group(&outcome, id).join);
    assert_eq!(joins, [Join::And, Join::And, Join::Or], "001:78");
    assert!(kinds(&outcome).contains("crt") && kinds(&outcome).contains("emg-eh"));
}

#[test]
fn in_the_south_the_territorial_team_helps_with_emergencies_if_it_can() {
    let answers = "urgence=non profil=professionnel besoin=soins age=adulte commune=92023 lieu=domicile niveau=3 moment=astreinte";
    let outcome = outcome(answers, TUESDAY_MORNING);
    let cards = &group(&outcome, "urgence-palliative").cards;
    let osmose = cards.iter().find(|card| card.id == "dac-sud-osmose").unwrap();
    assert_eq!(osmose.state, State::SubjectToAvailability);
    assert!(absences(&outcome).is_empty(), "phone support covers the south");
}

#[test]
fn at_night_a_family_is_sent_to_its_own_team_and_never_to_the_on_call_line() {
    let answers = "urgence=non profil=proche besoin=soins age=adulte commune=92063 lieu=domicile niveau=3 medecin=oui";
    let night = outcome(answers, FRIDAY_NIGHT);
    // Their own team at the number it left, else the 15: first, and the doctor tomorrow.
    let first: Vec<(&str, Stage)> = night.groups[..2].iter().map(|g| (&*g.id, g.at)).collect();
    assert_eq!(first, [("nuit", Stage::Now), ("premier-contact", Stage::Next)]);
    assert_eq!(cards(&night, "nuit"), ["samu-92"]);
    assert!(group(&night, "nuit").body.contains("qu’elle vous a laissé"));
    let day = outcome(answers, TUESDAY_MORNING);
    assert!(!day.groups.iter().any(|g| g.id == "nuit"));
    let first = &day.groups[0];
    assert_eq!((&*first.id, first.at), ("premier-contact", Stage::Now));
    assert!(first.cards.is_empty(), "nobody but they know the number of their own team");
    for outcome in [night, day] {
        assert!(
            !kinds(&outcome).contains("astreinte")
                && !kinds(&outcome).contains("appui-telephonique")
        );
        assert!(outcome.groups[0].contact);
    }
}

#[test]
fn a_child_in_antony_is_sent_to_paliped_and_the_dac_and_to_no_bed() {
    for profil in ["malade", "proche", "professionnel"] {
        let answers = format!("urgence=non profil={profil} besoin=soins age=enfant commune=92002");
        let outcome = outcome(&answers, TUESDAY_MORNING);
        assert_eq!(cards(&outcome, "paliped"), ["paliped"]);
        assert_eq!(cards(&outcome, "dac"), ["dac-sud-osmose"]);
        // Whoever answers outside the contract comes after, and is no bed either.
        let of_the_contract = |kind: &&str| DATA.row(kind).is_some_and(|row| row.outside.is_none());
        let kinds: BTreeSet<&str> = kinds(&outcome).into_iter().filter(of_the_contract).collect();
        assert_eq!(kinds, BTreeSet::from(["consultation-pediatrique", "dac"]));
    }
}

#[test]
fn an_ehpad_in_bois_colombes_gets_the_northern_teams() {
    let answers = "urgence=non profil=professionnel besoin=soins age=adulte commune=92009 lieu=ehpad niveau=2 moment=ouvrees";
    let outcome = outcome(answers, TUESDAY_MORNING);
    assert_eq!(cards(&outcome, "equipe-experte"), ["emtsp-octopus"]);
    assert_eq!(group(&outcome, "had").join, Join::Or, "001:77");
    assert_eq!(cards(&outcome, "had").len(), 4);
    assert_eq!((cards(&outcome, "crt").len(), cards(&outcome, "emg-eh").len()), (4, 3));
    assert_eq!(cards(&outcome, "dac"), ["dac-nord-semaphore"]);
    assert!(!kinds(&outcome).contains("usp") && !kinds(&outcome).contains("lisp"));
}

#[test]
fn a_bereaved_relative_in_vanves_gets_the_regional_offer_and_the_absence() {
    let outcome = outcome("profil=proche besoin=deuil commune=92075 suivi=autre", TUESDAY_MORNING);
    assert_eq!(absences(&outcome), [("deuil", "sud", State::Empty)]);
    assert_eq!(cards(&outcome, "deuil-regional"), ["empreintes", "apprivoiser-l-absence"]);
    let parents_only = &group(&outcome, "deuil-regional").cards[1];
    assert!(
        parents_only.note.is_some(),
        "its card says that it is for parents, brothers and sisters"
    );
}

#[test]
fn what_a_hospital_keeps_for_its_patients_follows_them_and_nobody_else() {
    let followed = outcome(
        "profil=proche besoin=deuil commune=92075 suivi=curie-saint-cloud",
        TUESDAY_MORNING,
    );
    assert_eq!(cards(&followed, "deuil"), ["curie-saint-cloud"]);
    let not = outcome("profil=proche besoin=deuil commune=92064 suivi=autre", TUESDAY_MORNING);
    assert!(not.groups.iter().all(|g| g.id != "deuil"));
    assert_eq!(not.reserved[0].id, "curie-saint-cloud");
}

#[test]
fn somebody_in_essonne_gets_the_regional_directory_the_contract_and_what_is_known() {
    let answers = "urgence=non profil=proche besoin=soins age=adulte commune=91";
    let outcome = outcome(answers, TUESDAY_MORNING);
    assert_eq!(cards(&outcome, "annuaire"), ["annuaire-corpalif"]);
    assert_eq!(cards(&outcome, "contrat"), ["contrat-91"]);
    assert_eq!(cards(&outcome, "hopital-proximite"), ["ch-bligny", "dourdan"]);
    assert_eq!(cards(&outcome, "sas"), ["sas"]);
    assert_eq!(cards(&outcome, "paliped"), ["paliped"]);
    assert!(kinds(&outcome).contains("usp"));
    let territories: BTreeSet<&str> =
        outcome.groups.iter().flat_map(|g| &g.cards).map(|c| c.territory.as_str()).collect();
    assert_eq!(
        territories,
        BTreeSet::from(["elsewhere", "pays", "region"]),
        "nothing of the 92 is offered"
    );
}

#[test]
fn the_south_has_no_palliative_unit_and_the_nearest_one_is_told_as_such() {
    let answers = "urgence=non profil=proche besoin=soins age=adulte commune=92023 lieu=hopital-reste niveau=3";
    let outcome = outcome(answers, TUESDAY_MORNING);
    assert_eq!(absences(&outcome), [("usp", "sud", State::Empty)]);
    let nearest = &group(&outcome, "repli-usp").cards[0];
    assert_eq!(
        (nearest.id.as_str(), nearest.territory.as_str()),
        ("ch-rives-de-seine-puteaux", "nord"),
        "9.2 km against 9.7"
    );
    assert!(outcome.groups.iter().any(|g| g.id == "emsp"));
}

#[test]
fn an_emergency_is_shown_alone_and_can_be_left() {
    let stopped = outcome("profil=proche besoin=soins urgence=oui", TUESDAY_MORNING);
    assert_eq!(stopped.groups.len(), 1);
    assert_eq!(cards(&stopped, "urgence-vitale"), ["samu-92", "pompiers-bspp"]);
    let unsure = outcome("profil=malade besoin=soins urgence=ne-sait-pas", TUESDAY_MORNING);
    assert_eq!(cards(&unsure, "urgence-vitale"), cards(&stopped, "urgence-vitale"));
    let resumed = outcome(
        "profil=proche besoin=soins urgence=oui alerte=continuer age=adulte commune=92023 lieu=domicile",
        TUESDAY_MORNING,
    );
    assert_eq!(resumed.groups[0].id, "urgence-vitale");
    assert!(resumed.groups.len() > 1);
}

#[test]
fn an_open_session_names_the_next_question_and_a_wrong_id_the_right_ones() {
    let open = orient(&DATA, r#"{"urgence":"non"}"#, Some(TUESDAY_MORNING)).unwrap();
    let next = open.next.unwrap();
    assert_eq!((next.id.as_str(), next.answers.len(), open.complete), ("profil", 3, false));
    let wrong = orient(&DATA, r#"{"urgence":"nan","profile":"proche"}"#, Some(TUESDAY_MORNING))
        .unwrap_err();
    assert_eq!(wrong.len(), 2, "every problem at once");
    assert!(
        wrong.iter().any(|e| e.contains("profil"))
            && wrong.iter().any(|e| e.contains("ne-sait-pas"))
    );
}

#[test]
fn an_answer_off_the_path_is_dropped_and_told() {
    let outcome = outcome("profil=proche besoin=aidants commune=92023 niveau=2", TUESDAY_MORNING);
    assert_eq!(outcome.dropped, [Given::new("niveau", "2")]);
}
