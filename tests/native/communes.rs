//! A commune is found as people type it.

use crate::common::DATA;
use orientation_palliative::directory::{
    Resolved, find_communes, find_departments, fold, in_list_order, resolve_place,
};

fn found(typed: &str) -> Vec<&'static str> {
    find_communes(&DATA, typed).iter().map(|commune| commune.name.as_str()).collect()
}

#[test]
fn accents_hyphens_case_and_saint_do_not_count() {
    for (typed, name) in [
        ("clamart", "Clamart"),
        ("SEVRES", "Sèvres"),
        ("rueil malmaison", "Rueil-Malmaison"),
        ("st cloud", "Saint-Cloud"),
        ("  Chatenay   Malabry ", "Châtenay-Malabry"),
        ("plessis robinson", "Le Plessis-Robinson"),
        ("malmaison", "Rueil-Malmaison"),
        ("92140", "Clamart"),
        ("92 140", "Clamart"),
    ] {
        assert_eq!(found(typed).first(), Some(&name), "{typed}");
    }
}

#[test]
fn a_slip_is_forgiven_and_another_town_is_not_taken_for_one_of_ours() {
    for (typed, name) in
        [("clammart", "Clamart"), ("vanve", "Vanves"), ("chatenai malabri", "Châtenay-Malabry")]
    {
        assert_eq!(found(typed), [name], "{typed}");
    }
    for typed in ["Lyon", "69001", "Marseille", "9", "92", "-", "xyz"] {
        assert!(found(typed).is_empty(), "{typed} found {:?}", found(typed));
    }
}

#[test]
fn a_beginning_lists_every_commune_that_has_it_the_closest_first() {
    let bois = found("bo");
    assert_eq!(bois[..3], ["Bois-Colombes", "Boulogne-Billancourt", "Bourg-la-Reine"]);
    assert_eq!(found("colombes")[..1], ["Colombes"]);
    assert!(found("colombes").contains(&"Bois-Colombes"));
}

#[test]
fn every_commune_is_found_by_its_name_and_by_each_of_its_postal_codes() {
    for commune in &DATA.communes.communes {
        for name in [commune.name.clone(), fold(&commune.name), commune.name.to_uppercase()] {
            assert_eq!(found(&name).first(), Some(&commune.name.as_str()), "{name}");
        }
        for code in &commune.postal {
            assert!(found(code).contains(&commune.name.as_str()), "{code}");
        }
    }
}

#[test]
fn a_neighbouring_department_is_found_by_name_number_and_postal_code() {
    for (typed, code) in
        [("Paris", "75"), ("paris 14e", "75"), ("75014", "75"), ("91", "91"), ("essonne", "91")]
    {
        let codes: Vec<&str> =
            find_departments(&DATA, typed).iter().map(|d| d.code.as_str()).collect();
        assert_eq!(codes, [code], "{typed}");
    }
    assert!(find_departments(&DATA, "Lyon").is_empty());
    assert!(find_departments(&DATA, "69001").is_empty());
}

#[test]
fn what_is_typed_and_not_chosen_is_taken_only_when_it_is_plain() {
    for (typed, understood) in [
        ("Clamart", Resolved::Place("92023")),
        ("colombes", Resolved::Place("92025")),
        ("clam", Resolved::Place("92023")),
        ("Essonne", Resolved::Place("91")),
        ("bo", Resolved::Several),
        ("Lyon", Resolved::Unknown),
        (" - ", Resolved::Nothing),
    ] {
        assert_eq!(resolve_place(&DATA, typed), understood, "{typed}");
    }
}

#[test]
fn the_list_begins_with_the_territory_that_the_page_is_about() {
    let all = in_list_order(&DATA, Some("sud"));
    assert_eq!(all.len(), DATA.communes.communes.len());
    let others = all.iter().position(|commune| commune.territory != "sud").unwrap_or_default();
    assert!(others > 0 && all[others..].iter().all(|commune| commune.territory != "sud"));
    assert_eq!(in_list_order(&DATA, None).first().map(|c| c.name.as_str()), Some("Antony"));
}

/// Two neighbouring letters exchanged, anywhere in a name that is long enough to be told.
#[test]
fn a_commune_is_found_with_any_two_letters_exchanged() {
    let mut tried = 0;
    let mut lost = Vec::new();
    for commune in &DATA.communes.communes {
        let letters: Vec<char> = fold(&commune.name).chars().collect();
        let exchanges = (0..letters.len() - 1).filter(|at| {
            let pair = [letters[*at], letters[at + 1]];
            letters.len() >= 5 && pair[0] != pair[1] && !pair.contains(&' ')
        });
        for at in exchanges {
            let mut typed = letters.clone();
            typed.swap(at, at + 1);
            let typed: String = typed.into_iter().collect();
            tried += 1;
            if found(&typed).first() != Some(&commune.name.as_str()) {
                lost.push(typed);
            }
        }
    }
    assert!(tried > 250, "{tried}");
    assert!(lost.is_empty(), "{} of {tried} not found: {lost:?}", lost.len());
}
