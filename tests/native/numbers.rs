//! Whoever asks in the filière is given the number of somebody who answers them.

use std::collections::BTreeMap;

use crate::common::DATA;
use orientation_palliative::check::check_shape;
use orientation_palliative::model::{
    At, Contact, ContactField, Dataset, Offer, OpenTo, SourceRef, Stage, Structure,
    TERRITORY_ELSEWHERE, VAR_TERRITORY, Voice,
};
use orientation_palliative::orientation::{
    Card, Communes, Situation, each_path, in_row, outcome_of,
};

/// A number that is not that of the emergency services.
fn is_number(contact: &Contact) -> bool {
    let emergency = DATA.filiere.emergency.iter().any(|e| e.number == contact.value);
    contact.field == ContactField::Phone && !emergency
}

/// Whether this visitor may ring whoever the card names.
fn may_ring(card: &Card, situation: &Situation) -> bool {
    let row = DATA.row(&card.kind);
    let access = row.and_then(|row| row.access.as_ref()).map(|access| access.open_to);
    let open = situation.voice() == Voice::Professional || access != Some(OpenTo::Professionals);
    let outside = row.and_then(|row| row.outside.as_ref());
    let fits = outside.is_none_or(|outside| situation.holds(&outside.fits));
    let structure = DATA.structure(&card.id);
    open && fits && structure.is_some_and(|s| s.contacts.iter().any(is_number))
}

/// On how many paths nobody can be rung, by who asks and what for.
fn without_number(here: bool) -> BTreeMap<String, usize> {
    let mut found = BTreeMap::new();
    for on_call in [false, true] {
        each_path(&DATA, on_call, Communes::OneByOffer, &mut |walk| {
            let situation = &walk.situation;
            let value = |var: &str| situation.value(var).unwrap_or("-").to_owned();
            let elsewhere = value(VAR_TERRITORY) == TERRITORY_ELSEWHERE;
            // At the stop, the emergency services are the whole answer.
            if elsewhere == here || walk.next.is_some_and(|q| q.id == "alerte") {
                return;
            }
            let outcome = outcome_of(walk);
            let mut cards = outcome.groups.iter().flat_map(|group| &group.cards);
            if !cards.any(|card| may_ring(card, situation)) {
                let who = ["profil", "besoin", "age", "lieu", VAR_TERRITORY].map(value);
                *found.entry(who.join(" ")).or_default() += 1;
            }
        });
    }
    found
}

#[test]
fn every_path_gives_a_number_of_somebody_who_fits() {
    let none = BTreeMap::new();
    assert_eq!(without_number(true), none);
    assert_eq!(without_number(false), none);
}

/// What `check` tells of a copy of the dataset once it is changed.
fn told(change: impl FnOnce(&mut Dataset)) -> Vec<String> {
    let mut data = DATA.clone();
    change(&mut data);
    check_shape(&data).iter().map(ToString::to_string).collect()
}

fn structure<'a>(data: &'a mut Dataset, id: &str) -> &'a mut Structure {
    data.structures.structures.iter_mut().find(|s| s.id == id).expect("it is there")
}

#[test]
fn what_a_structure_says_of_itself_is_checked() {
    let finess = |number: &str| {
        let number = number.to_owned();
        told(|data| structure(data, "beaujon").finess = Some(number))
    };
    assert!(finess("92010003")[0].contains("« 92010003 » n’est pas un numéro FINESS"));
    assert!(finess("920100047")[0].contains("a déjà le numéro FINESS 920100047"));
    let through =
        |id: &str, row: &str| told(|data| structure(data, id).through = Some(row.to_owned()));
    assert!(through("pallidom", "dak")[0].contains("la ligne « dak » n’existe pas"));
    assert!(through("beaujon", "dac")[0].contains("« beaujon » a son numéro"));
    let website = told(|data| structure(data, "jalmalv").contacts.push(switchboard_of_a_site()));
    assert!(
        website[0].contains("seul le premier téléphone peut être dit un standard"),
        "{website:?}"
    );
}

fn switchboard_of_a_site() -> Contact {
    let (source, date) = (SourceRef("finess-2021".to_owned()), "2021".to_owned());
    let value = "https://exemple.fr".to_owned();
    Contact { field: ContactField::Web, value, switchboard: true, source, date }
}

#[test]
fn a_switchboard_needs_somebody_to_ask_for() {
    let told = told(|data| {
        let rows = data.texts.0.get_mut("rows").expect("the texts of the rows");
        assert!(rows.remove("emsp.ask").is_some());
    });
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].contains("il manque le texte « emsp.ask »"), "{told:?}");
}

#[test]
fn what_a_line_outside_the_contract_lacks_is_no_absence() {
    let desk = DATA.row("guichet-communal").expect("the row");
    // Bagneux has no desk that a source names.
    let (cards, absences) = in_row(&DATA, desk, Some("92007"));
    assert!(cards.is_empty() && absences.is_empty(), "{absences:?}");
    let (cards, _) = in_row(&DATA, desk, Some("92002"));
    assert_eq!(
        cards.iter().map(|card| card.id.as_str()).collect::<Vec<_>>(),
        ["point-info-antony"]
    );
    let platforms = DATA.row("aidants").expect("the row");
    let (_, absences) = in_row(&DATA, platforms, Some("92063"));
    assert_eq!(absences.len(), 1, "the contract's own absences are told");
}

#[test]
fn a_line_outside_the_contract_need_not_say_where_it_is_not() {
    let without_south = |id: &str| {
        told(|data| {
            let row = data.table.rows.iter_mut().find(|row| row.id == id).expect("the row");
            assert!(row.cells.remove("sud").is_some());
        })
    };
    assert!(without_south("guichet-communal").is_empty());
    assert!(without_south("lisp").iter().any(|told| told.contains("rien n’est dit du territoire")));
}

/// A general line stands behind whatever is made for the need.
#[test]
fn a_general_line_is_folded_and_last() {
    let rows = DATA.table.rows.iter().filter(|row| row.outside.as_ref().is_some_and(|o| o.general));
    let general: Vec<&str> = rows.map(|row| row.id.as_str()).collect();
    assert_eq!(general, ["departement-solidarites"]);
    let last = DATA.flow.rules.last().expect("some");
    assert_eq!(last.offer, [Offer::Row("departement-solidarites".to_owned())]);
    assert_eq!(last.at, At::Same(Stage::More));
}
