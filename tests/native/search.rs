//! Every structure of the dataset is found by what people type.

use std::collections::BTreeSet;

use crate::common::DATA;
use orientation_palliative::directory::{Filters, Index, PAGE, by_role};
use orientation_palliative::model::{CareSetting, OpenTo};

/// The ids on the first page.
fn first_page<'a>(index: &Index<'a>, typed: &str) -> Vec<&'a str> {
    let hits = index.search(typed, &Filters::default());
    hits.into_iter().take(PAGE).map(|hit| hit.role.structure.id.as_str()).collect()
}

#[test]
fn every_structure_is_first_by_its_name() {
    let index = Index::new(&DATA);
    for structure in &DATA.structures.structures {
        let found = first_page(&index, &structure.name);
        assert_eq!(found.first(), Some(&structure.id.as_str()), "{}", structure.name);
    }
}

#[test]
fn every_structure_is_found_by_each_of_its_spellings() {
    let index = Index::new(&DATA);
    for structure in &DATA.structures.structures {
        for alias in &structure.aliases {
            assert!(first_page(&index, alias).contains(&structure.id.as_str()), "{alias}");
        }
    }
}

#[test]
fn every_structure_is_found_with_a_slip_in_its_longest_word() {
    let index = Index::new(&DATA);
    for structure in &DATA.structures.structures {
        let parts = structure.name.split(|c: char| !c.is_alphanumeric());
        let word = parts.max_by_key(|word| word.chars().count()).unwrap_or_default();
        // A letter left out in the middle.
        let middle = word.chars().count() / 2;
        let slip: String =
            word.chars().enumerate().filter(|(at, _)| *at != middle).map(|(_, c)| c).collect();
        let typed = structure.name.replacen(word, &slip, 1);
        let found =
            word.chars().count() < 6 || first_page(&index, &typed).contains(&structure.id.as_str());
        assert!(found, "{typed}");
    }
}

#[test]
fn every_structure_that_serves_a_commune_is_found_by_it() {
    let index = Index::new(&DATA);
    for commune in &DATA.communes.communes {
        let found = first_page(&index, &commune.name);
        let stands = DATA.structures.structures.iter();
        let stands = stands.filter(|s| s.commune.as_ref() == Some(&commune.code)).map(|s| &s.id);
        let cells = DATA.table.rows.iter().flat_map(|row| row.cells.values());
        let serves = cells.flat_map(|cell| &cell.placements);
        let serves = serves.filter(|p| p.communes.contains(&commune.code)).map(|p| &p.structure);
        for id in stands.chain(serves) {
            assert!(found.contains(&id.as_str()), "{id} by {}: {found:?}", commune.name);
        }
    }
}

#[test]
fn what_people_type_finds_what_they_mean() {
    let index = Index::new(&DATA);
    for (typed, expected) in [
        ("Béchère", "beclere"),
        ("bechere", "beclere"),
        ("Franco-Britannique", "institut-franco-britannique"),
        ("franco britanique", "institut-franco-britannique"),
        ("HAD sante service", "had-sante-service"),
        ("Corpallif", "annuaire-corpalif"),
        ("EMSP Foch", "hopital-foch"),
        ("semaphore", "dac-nord-semaphore"),
        ("louis mourrier", "louis-mourier"),
        ("ssiad clamart", "ssiad-croix-rouge-plessis-fontenay-clamart"),
        ("cpts vanves", "cpts-ccfmv"),
        ("4 villes sevres", "ch-quatre-villes-sevres"),
    ] {
        assert_eq!(first_page(&index, typed).first(), Some(&expected), "{typed}");
    }
    assert!(first_page(&index, "zzzzzz").is_empty());
}

#[test]
fn a_role_that_was_asked_for_is_the_one_told() {
    let index = Index::new(&DATA);
    for (typed, kind) in [("EMSP Foch", "emsp"), ("LISP Foch", "lisp")] {
        assert_eq!(index.search(typed, &Filters::default())[0].role.kind, kind);
    }
}

/// Only what a source opens to somebody is shown to whoever filters by it.
#[test]
fn who_may_turn_to_it_narrows_as_far_as_a_source_says_so() {
    let index = Index::new(&DATA);
    let kinds = |open_to| {
        let filters = Filters { open_to: Some(open_to), ..Filters::default() };
        let hits = index.search("", &filters);
        hits.iter().map(|hit| hit.role.kind.to_owned()).collect::<BTreeSet<String>>()
    };
    let (public, professionals) = (kinds(OpenTo::Public), kinds(OpenTo::Professionals));
    assert!(public.contains("aidants") && !public.contains("emsp"), "{public:?}");
    assert!(professionals.contains("emsp") && !professionals.contains("aidants"));
    assert!(public.contains("dac") && professionals.contains("dac"));
    assert!(!public.contains("had") && !professionals.contains("had"), "no source says so");
}

#[test]
fn the_filters_narrow_and_the_marks_show_what_answered() {
    let index = Index::new(&DATA);
    let filters = Filters {
        kind: Some("lisp".to_owned()),
        territory: Some("sud".to_owned()),
        place: Some(CareSetting::Hopital),
        level: Some(2),
        open_to: None,
    };
    let hits = index.search("", &filters);
    assert_eq!(hits.len(), 6);
    assert_eq!(by_role(&hits).len(), 1);
    let none = Filters { level: Some(3), ..filters };
    assert!(index.search("", &none).is_empty());
    let hit = &index.search("bechere hopital", &Filters::default())[0];
    let name = &hit.role.structure.name;
    let marked: Vec<&str> = hit.marks.iter().map(|range| &name[range.clone()]).collect();
    assert_eq!(marked, ["Hôpital", "Béclère"]);
}
