//! What is written to whoever verifies: what stands, what is asked, a link that opens it.

use std::fs;

use crate::common::{DATA, brume};
use orientation_palliative::directory::needs_checking;
use orientation_palliative::model::{Dataset, Text, review as texts};
use orientation_palliative::review::{LONGEST_LINK, Letter, letters};
use orientation_palliative::tool::{dataset, review::letters_page};
use scraper::{Html, Selector};

fn of(data: &Dataset, id: &str) -> Letter {
    letters(data).into_iter().find(|letter| letter.structure == id).expect(id)
}

/// What a mail program reads in a link.
fn read(link: &str) -> (String, Option<String>) {
    let decoded = |text: &str| {
        let mut parts = text.split('%');
        let mut bytes = parts.next().unwrap().as_bytes().to_vec();
        for part in parts {
            bytes.push(u8::from_str_radix(&part[..2], 16).unwrap());
            bytes.extend(part[2..].bytes());
        }
        String::from_utf8(bytes).unwrap()
    };
    let query = link.strip_prefix("mailto:?subject=").expect("a link to nobody yet");
    match query.split_once("&body=") {
        Some((subject, body)) => (decoded(subject), Some(decoded(body))),
        None => (decoded(query), None),
    }
}

#[test]
fn a_letter_says_what_stands_with_its_source_and_date() {
    let letter = of(&DATA, "ssiad-gennevilliers");
    assert_eq!(letter.subject, "SSIAD de Gennevilliers : vos coordonnées sont-elles à jour ?");
    for part in [
        "Téléphone : 01\u{a0}40\u{a0}85\u{a0}65\u{a0}75\nRelevé dans : Répertoire FINESS géolocalisé",
        "(donnée du 8 janvier 2021)",
        "Adresse : 10 rue de la Paix, 92230 Gennevilliers",
        "Est-ce encore juste ?",
        "Sinon, écrire : ___",
        "Pour répondre : ",
        "Hauts-de-Seine",
    ] {
        assert!(letter.body.contains(part), "{part}\n{}", letter.body);
    }
    let unknown = of(&DATA, "pallidom");
    assert!(unknown.body.contains("nous n’en connaissons aucun"), "{}", unknown.body);
    assert!(!unknown.body.contains("Voici ce que nous indiquons"));
    assert!(of(&DATA, "delta-7").body.contains("(sans date)"));
}

#[test]
fn whoever_has_something_to_verify_is_written_to_and_nobody_else() {
    let all = letters(&DATA);
    let written: Vec<&str> = all.iter().map(|letter| letter.structure.as_str()).collect();
    for structure in &DATA.structures.structures {
        let old = structure.contacts.iter().any(|contact| needs_checking(&contact.date));
        let asked = written.contains(&structure.id.as_str());
        assert!(asked || !old && !structure.contacts.is_empty(), "{}", structure.id);
    }
    assert!(!written.contains(&"beaujon"), "all of it is of 2026");
    assert!(written.iter().enumerate().all(|(i, id)| !written[..i].contains(id)));
}

#[test]
fn every_link_opens_the_letter_and_none_is_too_long() {
    let dir = brume("letters");
    let brume = dataset::load(&dir).unwrap();
    for data in [&*DATA, &brume] {
        for letter in letters(data) {
            let Letter { subject, body, mailto, .. } = &letter;
            assert!(mailto.len() <= LONGEST_LINK, "{}", mailto.len());
            let (said, text) = read(mailto);
            assert_eq!(said, *subject);
            let text = text.unwrap();
            assert!(letter.whole && !text.replace("\r\n", "").contains(['\n', '\r']));
            assert_eq!(text.replace("\r\n", "\n"), body.replace('\u{a0}', " "));
            let plain = |b: u8| b.is_ascii_alphanumeric() || b"-._~%:?=&".contains(&b);
            assert!(mailto.bytes().all(plain), "{mailto}");
        }
    }
}

#[test]
fn a_link_that_is_too_long_says_what_it_leaves_out() {
    let mut data = DATA.clone();
    let one =
        data.structures.structures.iter_mut().find(|s| s.id == "ssiad-gennevilliers").unwrap();
    let contacts = one.contacts.clone();
    one.contacts.extend(contacts.iter().cycle().take(10).cloned());
    let letter = of(&data, "ssiad-gennevilliers");
    let (_, text) = read(&letter.mailto);
    let text = text.unwrap();
    assert!(!letter.whole && letter.mailto.len() <= LONGEST_LINK);
    let kept = text.matches("Relevé dans").count();
    assert!(kept > 0 && text.contains(&format!("dans ce message : {}.", 12 - kept)), "{text}");
    assert_eq!(letter.body.matches("Relevé dans").count(), 12);
    // A name that fills the link leaves its subject.
    let one =
        data.structures.structures.iter_mut().find(|s| s.id == "ssiad-gennevilliers").unwrap();
    one.name = "Ééé ".repeat(100);
    let letter = of(&data, "ssiad-gennevilliers");
    assert!(!letter.whole && read(&letter.mailto).1.is_none());
}

#[test]
fn every_sentence_stands_in_the_texts() {
    let mut data = DATA.clone();
    let file = data.texts.0.get_mut(texts::FILE).unwrap();
    file.values_mut().for_each(|text| *text = Text::Same("XX".to_owned()));
    let letter = of(&data, "ssiad-gennevilliers");
    let words: Vec<&str> = letter.body.split_whitespace().collect();
    assert!(words.len() > 8 && words.iter().all(|word| *word == "XX"), "{}", letter.body);
    assert_eq!(letter.subject, "XX");
    let code = ["letters.rs", "confirmed.rs", "finess/take.rs"].map(|f| format!("src/review/{f}"));
    let code = code.into_iter().chain(["src/tool/review/letters.rs".to_owned()]);
    let code: String = code.map(|path| fs::read_to_string(path).unwrap()).collect();
    for key in texts::ALL {
        let name = key.replacen("review.", "", 1);
        let name = name.replacen("field.", "", 1).to_uppercase().replace(['.', '-'], "_");
        assert!(code.contains(&format!("texts::{name}")), "{key}");
    }
}

#[test]
fn the_page_holds_one_letter_a_sheet_each_with_its_link() {
    let page = Html::parse_document(&letters_page(&DATA));
    let select = |what: &str| Selector::parse(what).unwrap();
    let all = letters(&DATA);
    let links = select("article.letter a");
    let found: Vec<&str> = page.select(&links).map(|a| a.value().attr("href").unwrap()).collect();
    let expected: Vec<&str> = all.iter().map(|letter| letter.mailto.as_str()).collect();
    assert_eq!(found, expected);
    let headings = select("article.letter h2");
    assert_eq!(page.select(&headings).count(), all.len());
    assert!(page.html().contains("break-before: page"));
}
