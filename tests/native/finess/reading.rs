//! What is read of an extract, and what is told of one that cannot be.

use super::extract::{DAY, in_slices, lines, of, published, read};
use crate::common::DATA;
use encoding_rs::WINDOWS_1252;
use orientation_palliative::review::finess::{Field, Layout, Proposal, Reader, Refresh};
use proptest::prelude::*;

#[test]
fn what_the_register_says_again_is_no_change_but_a_date() {
    let text = published(&lines(&DATA));
    let refresh = read(&DATA, text.as_bytes()).unwrap();
    assert_eq!(refresh.proposals, Vec::new());
    assert_eq!((refresh.date.as_str(), refresh.layout.clone()), (DAY, Layout::Published));
    assert_eq!((refresh.closed.len(), refresh.unread.len(), refresh.refused.len()), (0, 0, 0));
    assert!(refresh.confirmed.len() > 150, "{}", refresh.confirmed.len());
    for one in &refresh.confirmed {
        let before = one.before.as_ref().unwrap();
        assert_eq!(before.value, one.after.value, "today's wording stays");
        assert!(*before.date < *DAY && one.after.date == DAY);
        assert_eq!(one.after.source.0, "finess-2026-11");
    }
    // The same in the alphabet of Windows, and whatever the size of the slices.
    let windows = WINDOWS_1252.encode(&text).0;
    assert_ne!(&*windows, text.as_bytes());
    for (bytes, size) in [(&*windows, 1), (text.as_bytes(), 7), (&*windows, 1 << 20)] {
        assert_eq!(in_slices(&DATA, bytes, size).as_ref(), Ok(&refresh));
    }
}

/// Each proposal as the structure, the field, what stands, what it would become, and
/// whether that is elsewhere.
fn told(refresh: &Refresh) -> Vec<(String, Field, String, String, bool)> {
    let told = |p: &Proposal| {
        let before = p.before.as_ref().map(|before| before.value.clone());
        (p.structure.clone(), p.field, before.unwrap_or_default(), p.after.value.clone(), p.moved)
    };
    refresh.proposals.iter().map(told).collect()
}

#[test]
fn what_it_says_otherwise_is_proposed_against_what_stands() {
    let mut all = lines(&DATA);
    let foch = of(&mut all, &DATA, "hopital-foch");
    foch[16] = "01 46 25 99 99".into();
    let puteaux = of(&mut all, &DATA, "ch-rives-de-seine-puteaux");
    (puteaux[7], puteaux[8], puteaux[9]) = ("12".into(), "BD".into(), "DE LA REPUBLIQUE".into());
    let lambert = of(&mut all, &DATA, "clinique-lambert");
    (lambert[3], lambert[4]) = ("CLINIQUE DES ROSES".into(), String::new());
    of(&mut all, &DATA, "beaujon")[15] = "92600 ASNIERES SUR SEINE".into();
    let refresh = read(&DATA, published(&all).as_bytes()).unwrap();
    let told = told(&refresh);
    let told: Vec<_> = told.iter().map(|(a, b, c, d, e)| (&**a, *b, &**c, &**d, *e)).collect();
    let beaujon = "100 boulevard du Général Leclerc, ";
    assert_eq!(
        told,
        [
            (
                "ch-rives-de-seine-puteaux",
                Field::Address,
                "1 boulevard Richard Wallace, 92800 Puteaux",
                "12 boulevard de la République, 92800 Puteaux",
                false,
            ),
            (
                "beaujon",
                Field::Address,
                &*format!("{beaujon}92118 Clichy Cedex"),
                &*format!("{beaujon}92600 Asnières-sur-Seine"),
                true,
            ),
            ("clinique-lambert", Field::Name, "Clinique Lambert", "Clinique des Roses", false),
            ("hopital-foch", Field::Phone, "0146252000", "0146259999", false),
        ]
    );
    let foch = &refresh.proposals[3];
    let before = foch.before.as_ref().unwrap();
    assert_eq!((before.source.0.as_str(), before.date.as_str()), ("finess-2026", "2026-05-12"));
    assert!(
        foch.to_string()
            .contains("+ 01\u{a0}46\u{a0}25\u{a0}99\u{a0}99 (finess-2026-11, 2026-11-12)")
    );
}

#[test]
fn what_is_newer_than_the_extract_stays() {
    let mut all = lines(&DATA);
    of(&mut all, &DATA, "hopital-foch")[16] = "0146259999".into();
    let old = published(&all).replace(DAY, "2021-06-01");
    let refresh = read(&DATA, old.as_bytes()).unwrap();
    assert_eq!((refresh.newer, refresh.proposals.len()), (1, 0));
    assert!(refresh.confirmed.iter().all(|one| *one.before.as_ref().unwrap().date < *"2021-06-01"));
    // The extract that stands among the sources already is cited as it is there.
    let same = published(&all).replace(DAY, "2026-05-12");
    let refresh = read(&DATA, same.as_bytes()).unwrap();
    assert_eq!(refresh.proposals[0].after.source.0, "finess-2026");
}

#[test]
fn the_closed_the_unread_and_those_without_a_number_are_told() {
    let mut all = lines(&DATA);
    let foch = of(&mut all, &DATA, "hopital-foch")[1].clone();
    all.retain(|fields| fields[1] != foch && !fields[1].starts_with("75"));
    of(&mut all, &DATA, "beaujon").pop();
    of(&mut all, &DATA, "beaujon").pop();
    let mut likely = super::extract::line(DATA.structure("ssiad-bagneux").unwrap());
    likely[1] = "929999999".into();
    likely[4] = "SSIAD DOMUSVI CHATILLON".into();
    (likely[12], likely[15]) = ("020".into(), "92320 CHATILLON".into());
    all.push(likely);
    let refresh = read(&DATA, published(&all).as_bytes()).unwrap();
    assert_eq!(refresh.closed, ["hopital-foch"]);
    assert!(refresh.unread.contains(&"beaujon".to_owned()), "its line could not be read");
    assert!(refresh.unread.contains(&"had-croix-saint-simon".to_owned()), "another department");
    assert_eq!(refresh.refused.len(), 1);
    let without: Vec<_> =
        DATA.structures.structures.iter().filter(|s| s.finess.is_none()).collect();
    assert_eq!(refresh.without_number.len(), without.len());
    let one = refresh.without_number.iter().find(|s| s.structure == "ssiad-domusvi-chatillon");
    assert_eq!(one.unwrap().candidates[0].number, "929999999");
    let same = |p: &Proposal| p.structure == "ssiad-domusvi-chatillon";
    assert!(!refresh.proposals.iter().chain(&refresh.confirmed).any(same), "never by guess");
}

#[test]
fn a_table_with_a_head_is_read_by_its_names() {
    let all = lines(&DATA);
    let expected = read(&DATA, published(&all).as_bytes()).unwrap();
    let head = "nofinesset,rs,rslongue,numvoie,typvoie,voie,lieuditbp,departement,ligneacheminement,telephone";
    let row = |f: &Vec<String>| {
        let phone: Vec<&str> = (0..5).filter_map(|i| f[16].get(2 * i..2 * i + 2)).collect();
        let cells = [&f[1], &f[3], &f[4], &f[7], &f[8], &f[9], &f[11], &f[13], &f[15]];
        let cells = cells.map(|cell| format!("\"{cell}\""));
        format!("{},{}\n", cells.join(","), phone.join("."))
    };
    let table = format!("\u{feff}{head}\n{}", all.iter().map(row).collect::<String>());
    let mut reader = Reader::new(&DATA).named("finess-et-20261112.csv");
    reader.push(table.as_bytes());
    let refresh = reader.finish().unwrap();
    assert_eq!(refresh.confirmed, expected.confirmed);
    assert!(
        refresh.layout.to_string().contains("en-tête (virgules), colonnes lues : nofinesset, rs")
    );
    // Without a date in its name, it is to be given.
    let refused = read(&DATA, table.as_bytes()).unwrap_err();
    assert!(refused[0].what.contains("la date de cet extrait"), "{refused:?}");
    let mut reader = Reader::new(&DATA).dated(DAY);
    reader.push(table.as_bytes());
    assert_eq!(reader.finish().unwrap().date, DAY);
}

#[test]
fn what_is_no_extract_is_told_in_one_sentence() {
    for (bytes, told) in [
        (&b""[..], "vide"),
        (b"\r\n \n", "vide"),
        (b"PK\x03\x04\x14\0\0\0", "archive ZIP"),
        (b"\x1f\x8b\x08\0\0", "archive compressée"),
        (b"<!doctype html><title>502</title>", "page HTML"),
        (b"{\"schemaVersion\": 1}", "JSON"),
        (b"%PDF-1.4", "PDF"),
        (b"\xff\xfef\0i\0n\0", "UTF-16"),
        (b"id;nom;champ\n1;2;3\n", "ce n’est pas un extrait de FINESS"),
        (b"finess;etalab;111;2026-11-12\nstructureej;1;2\n", "une autre extraction"),
        (b"finess;etalab;111;2026-11-12\nstructureet;920000650;920000651\n", "aucun établissement"),
        (b"finess;etalab;111;2026-11-12\n", "aucun établissement"),
    ] {
        let refused = read(&DATA, bytes).expect_err(told);
        assert!(refused[0].what.contains(told) && !refused[0].fix.is_empty(), "{refused:?}");
    }
}

#[test]
fn broken_lines_are_all_told_up_to_a_limit_and_the_others_read() {
    let mut all = lines(&DATA);
    let whole = read(&DATA, published(&all).as_bytes()).unwrap();
    let broken = |what: &str| what.split(';').map(str::to_owned).collect::<Vec<_>>();
    all.insert(3, broken("structureet;\"929999991;sans fin"));
    all.insert(9, broken("autre;chose"));
    let mut wrong = all[0].clone();
    wrong[1] = "12".repeat(9);
    all.push(wrong);
    let refresh = read(&DATA, published(&all).as_bytes()).unwrap();
    assert_eq!(refresh.confirmed, whole.confirmed);
    let told: Vec<String> = refresh.refused.iter().map(ToString::to_string).collect();
    for (line, part) in [(5, "guillemet"), (11, "structureet"), (90, "numéro FINESS")] {
        let start = format!("ligne {line} : ");
        assert!(told.iter().any(|t| t.starts_with(&start) && t.contains(part)), "{told:#?}");
    }
    assert_eq!(told.len(), 3);
    // The same number twice, said otherwise: the first stands.
    let mut again = lines(&DATA)[0].clone();
    again[16] = "0155550199".into();
    let mut twice = lines(&DATA);
    twice.push(again);
    let refresh = read(&DATA, published(&twice).as_bytes()).unwrap();
    assert_eq!((refresh.confirmed.len(), refresh.proposals.len()), (whole.confirmed.len(), 0));
    assert!(refresh.refused[0].what.contains("déjà à la ligne 2"), "{:?}", refresh.refused);
    all.extend(std::iter::repeat_n(broken("autre;chose"), 500));
    let refresh = read(&DATA, published(&all).as_bytes()).unwrap();
    assert_eq!(refresh.refused.len(), 101);
    assert!(refresh.refused[100].what.contains("403 autres"), "{:?}", refresh.refused[100]);
}

#[test]
fn of_a_file_that_was_cut_nobody_is_told_to_be_closed() {
    let text = published(&lines(&DATA));
    let cut: String = text.chars().take(text.len() / 3).collect();
    let refresh = read(&DATA, cut.as_bytes()).unwrap();
    assert!(refresh.closed.is_empty() && refresh.unread.len() > 40);
    assert!(refresh.refused.iter().any(|one| one.what.contains("téléchargement incomplet")));
}

#[test]
fn a_number_that_costs_or_is_none_is_told_and_not_proposed() {
    let mut all = lines(&DATA);
    of(&mut all, &DATA, "hopital-foch")[16] = "0899123456".into();
    of(&mut all, &DATA, "beaujon")[16] = "voir site".into();
    let refresh = read(&DATA, published(&all).as_bytes()).unwrap();
    assert_eq!(refresh.proposals, Vec::new());
    let told: Vec<&str> = refresh.refused.iter().map(|one| one.what.as_str()).collect();
    assert!(told.iter().any(|what| what.contains("hopital-foch") && what.contains("surtaxé")));
    assert!(told.iter().any(|what| what.contains("beaujon") && what.contains("voirsite")));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Whatever the bytes, they are read or told, and the slices they come in do not count.
    #[test]
    fn slices_do_not_count_whatever_is_damaged(
        at in 0_usize..12_000,
        damage in prop::collection::vec(any::<u8>(), 0..40),
        size in 1_usize..400,
        cut in 0_usize..14_000,
    ) {
        let mut bytes = published(&lines(&DATA)).into_bytes();
        let at = at.min(bytes.len());
        bytes.splice(at..at, damage);
        bytes.truncate(bytes.len().saturating_sub(cut));
        let whole = in_slices(&DATA, &bytes, bytes.len());
        prop_assert_eq!(&in_slices(&DATA, &bytes, size), &whole);
        if let Err(refused) = whole {
            prop_assert!(!refused.is_empty());
        }
    }
}
