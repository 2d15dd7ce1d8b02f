//! What the workshop shows and does of a draft: forms, choices, the ledger, what is done in
//! one go, and where what is shown stands.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde_json::Value;

use crate::common::DATA;
use crate::revision::{FOLDER, places};
use orientation_palliative::directory::phone_label;
use orientation_palliative::model::{Voice, ui};
use orientation_palliative::orientation::has_phone;
use orientation_palliative::revision::choices::choices;
use orientation_palliative::revision::ledger::{Order, Wanted, lines};
use orientation_palliative::revision::situations::{accept, count, departures};
use orientation_palliative::revision::{
    Draft, Place, Shape, add_structure, move_placement, place, remove_structure, spot_of,
};

#[test]
fn every_value_of_every_file_is_what_its_form_shows() {
    let draft = Draft::of(FOLDER.clone());
    let mut seen = 0;
    for file in FOLDER.keys().filter(|name| !name.starts_with("schemas/")) {
        let shape = Shape::of_file(file).unwrap_or_else(|| panic!("{file} has no schema"));
        let root = draft.value(file, "").unwrap();
        let mut all = Vec::new();
        places(root, "", &mut all);
        for at in all.into_iter().filter(|at| !at.contains("$comment") && !at.contains("$schema")) {
            let found = shape.at(root, &at).unwrap_or_else(|| panic!("{file} {at}: no form"));
            assert!(found.fits(draft.value(file, &at).unwrap()), "{file} {at}");
            seen += 1;
        }
    }
    assert!(seen > 10_000, "{seen}");
}

/// Whatever a form offers, what stands in the data is among it.
#[test]
fn what_names_something_is_offered_by_its_form() {
    let draft = Draft::of(FOLDER.clone());
    let mut offered = BTreeMap::new();
    for file in FOLDER.keys().filter(|name| !name.contains('/')) {
        let mut all = Vec::new();
        places(draft.value(file, "").unwrap(), "", &mut all);
        for at in all {
            let Some(text) = draft.value(file, &at).and_then(Value::as_str) else { continue };
            let Some(choices) = choices(&draft, file, &at) else { continue };
            assert!(choices.iter().any(|(id, _)| id == text), "{file} {at}: {text} in {choices:?}");
            let field = at.split('/').rfind(|step| step.parse::<usize>().is_err()).unwrap();
            *offered.entry(field.to_owned()).or_insert(0) += 1;
        }
    }
    for field in ["structure", "commune", "territory", "guarantee", "to", "besoin", "territoire"] {
        assert!(offered.contains_key(field), "{field} in {offered:?}");
    }
}

#[test]
fn a_structure_is_found_filtered_and_sorted() {
    let draft = Draft::of(FOLDER.clone());
    let all = |wanted: Wanted, order| lines(&draft, &wanted, order);
    let everything = all(Wanted::default(), Order::Data);
    assert_eq!(everything.len(), DATA.structures.structures.len());
    let foch = all(Wanted { words: "foch suresnes".into(), ..Wanted::default() }, Order::Name);
    assert!(foch.iter().any(|line| line.id == "hopital-foch"), "{foch:?}");
    let silent = all(Wanted { no_phone: true, ..Wanted::default() }, Order::Name);
    let expected = DATA.structures.structures.iter().filter(|s| !has_phone(s)).count();
    assert_eq!(silent.len(), expected);
    let sud = Wanted { column: "sud".into(), row: "lisp".into(), ..Wanted::default() };
    let cell = &DATA.row("lisp").unwrap().cells["sud"].placements;
    assert!(all(sud.clone(), Order::Name).len() >= cell.len());
    assert!(all(sud, Order::Name).len() < everything.len() / 2);
    let old = all(Wanted { older_than: "2025".into(), ..Wanted::default() }, Order::Oldest);
    assert!(!old.is_empty() && old.is_sorted_by(|a, b| a.oldest <= b.oldest));
    let names = all(Wanted::default(), Order::Name);
    assert!(names[0].name < names[names.len() - 1].name);
}

#[test]
fn a_structure_moves_to_another_territory_and_back() {
    let mut draft = Draft::of(FOLDER.clone());
    let cell = |column: &str| Place { row: "usp".into(), column: column.into() };
    move_placement(&mut draft, "déplacer", &cell("centre"), 0, &cell("sud")).unwrap();
    let data = draft.read().dataset.unwrap();
    let usp = data.row("usp").unwrap();
    assert_eq!(usp.cells["sud"].placements[0].structure, "notre-dame-du-lac");
    assert_eq!(usp.cells["sud"].state.id(), "listed");
    assert!(usp.cells["centre"].placements.is_empty());
    assert_eq!(usp.cells["centre"].state.id(), "empty");
    assert_eq!(draft.done().len(), 1);
    draft.undo();
    assert!(draft.is_unchanged());
    assert!(move_placement(&mut draft, "", &cell("nord"), 9, &cell("sud")).is_err());
    assert!(
        place(&mut draft, "", &Place { row: "rien".into(), column: "sud".into() }, "x").is_err()
    );
    assert!(draft.is_unchanged());
}

#[test]
fn a_structure_is_added_placed_and_removed_whole() {
    let mut draft = Draft::of(FOLDER.clone());
    let at = add_structure(&mut draft, "ajouter", "Hôpital de l’Étang").unwrap();
    let id = draft.value("structures.json", &format!("/structures/{at}/id")).unwrap().clone();
    assert_eq!(id, "hopital-de-l-etang");
    let again = add_structure(&mut draft, "ajouter", "Hôpital de l’Étang").unwrap();
    let second = draft.value("structures.json", &format!("/structures/{again}/id")).unwrap();
    assert_eq!(second, "hopital-de-l-etang-2");
    let sud = Place { row: "usp".into(), column: "sud".into() };
    place(&mut draft, "placer", &sud, "hopital-de-l-etang").unwrap();
    assert_eq!(draft.read().dataset.unwrap().row("usp").unwrap().cells["sud"].placements.len(), 1);
    remove_structure(&mut draft, "retirer", at).unwrap();
    let data = draft.read().dataset.unwrap();
    assert!(data.structure("hopital-de-l-etang").is_none());
    assert!(data.row("usp").unwrap().cells["sud"].placements.is_empty());
    (0..4).for_each(|_| draft.undo());
    assert!(draft.is_unchanged());
}

#[test]
fn what_is_shown_leads_to_its_field() {
    let draft = Draft::of(FOLDER.clone());
    let spot =
        |shown: &str| spot_of(&draft, shown).map(|spot| format!("{} {}", spot.file, spot.at));
    let foch = FOLDER_PLACE.as_str();
    assert_eq!(
        spot("Hôpital Foch").as_deref(),
        Some(format!("structures.json {foch}/name").as_str())
    );
    let number = draft.value("structures.json", &format!("{foch}/contacts/0/value")).unwrap();
    let label = phone_label(number.as_str().unwrap());
    assert_eq!(spot(&label).unwrap(), format!("structures.json {foch}/contacts/0/value"));
    assert_eq!(spot("Qui êtes-vous ?").unwrap(), "texts/fr/questions.json /profil.legend");
    let relative = "Son médecin, l’infirmière qui vient, ou l’équipe de l’hôpital.";
    assert_eq!(spot(relative).unwrap(), "texts/fr/groups.json /contact-equipe.body/proche");
    // A sentence with a value in it.
    let badge = ui::badge_territory("le Nord");
    let said = DATA.texts.say(&badge, Voice::Anyone);
    assert!(
        spot(&said).unwrap().starts_with("texts/fr/ui.json /badge"),
        "{said}: {:?}",
        spot(&said)
    );
    assert_eq!(spot("rien de tel ne se lit ici"), None);
    assert_eq!(spot("  "), None);
}

static FOLDER_PLACE: LazyLock<String> = LazyLock::new(|| {
    let all = &DATA.structures.structures;
    format!("/structures/{}", all.iter().position(|s| s.id == "hopital-foch").unwrap())
});

/// A difference is accepted one situation at a time; what was not verified still is not.
#[test]
fn a_departure_is_accepted_by_itself() {
    let mut draft = Draft::of(FOLDER.clone());
    let data = draft.read().dataset.unwrap();
    assert!(count(&draft) > 50 && departures(&draft, &data).is_empty());
    let cell = |column: &str| Place { row: "usp".into(), column: column.into() };
    move_placement(&mut draft, "déplacer", &cell("centre"), 0, &cell("sud")).unwrap();
    let data = draft.read().dataset.unwrap();
    let all = departures(&draft, &data);
    assert!(!all.is_empty() && all.iter().all(|one| !one.differences.is_empty()));
    accept(&mut draft, "accepter", &data, &all[0]).unwrap();
    let left = departures(&draft, &data);
    assert_eq!(left.len(), all.len() - 1);
    assert!(left.iter().all(|one| one.id != all[0].id));
    (0..draft.done().len()).for_each(|_| draft.undo());
    assert!(draft.is_unchanged());
}

/// What is written letter by letter is one step; another field is another.
#[test]
fn what_is_written_in_one_go_is_undone_in_one_go() {
    let mut draft = Draft::of(FOLDER.clone());
    let (file, at) = ("structures.json", "/structures/0/name");
    draft.set("nom", file, at, Some(Value::from("H"))).unwrap();
    for text in ["Hô", "Hôp"] {
        draft.retype("nom", file, at, Value::from(text)).unwrap();
    }
    draft.retype("nom", file, "/structures/1/name", Value::from("A")).unwrap();
    assert_eq!(draft.done().len(), 2);
    draft.undo();
    assert_eq!(draft.value(file, at), Some(&Value::from("Hôp")));
    draft.undo();
    assert!(draft.is_unchanged());
}
