//! What leaves the widget: tables, contact cards, texts, links.

use super::*;

#[test]
fn sheets_compute_nothing_and_keep_their_columns() {
    for (payload, data) in &*FULL {
        let sheet = review::csv_text(&to_verify(payload, data)).unwrap();
        let coverage = coverage_csv(data, "a;b;c;d;e;f;g");
        for (text, delimiter) in [(&*sheet, b','), (coverage.trim_start_matches('\u{feff}'), b';')]
        {
            let mut reader =
                csv::ReaderBuilder::new().delimiter(delimiter).from_reader(text.as_bytes());
            for record in reader.records() {
                for cell in &record.expect("as many columns") {
                    assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell:?}");
                }
            }
        }
        let mut reader = csv::Reader::from_reader(sheet.as_bytes());
        let back: Vec<String> =
            reader.records().map(|r| active(&r.unwrap()[1]).to_owned()).collect();
        let lines = to_verify(payload, data);
        let names: Vec<String> = lines.into_iter().map(|line| line.nom).collect();
        assert_eq!(back, names);
    }
}

#[test]
fn a_contact_card_gains_no_line() {
    let known = ["BEGIN", "VERSION", "N", "FN", "ORG", "TEL", "ADR", "URL", "NOTE", "END"];
    let asked = DATA
        .table
        .rows
        .iter()
        .find(|row| DATA.texts.find(&format!("rows.{}.ask", row.id), Voice::Anyone).is_some());
    let row = &asked.expect("one says whom to ask for").id;
    for (payload, data) in &*FULL {
        for structure in &data.structures.structures {
            let mut structure = structure.clone();
            structure.contacts.iter_mut().for_each(|c| c.value.insert_str(0, payload));
            let Some(card) = vcard(&listed_entry(data, Voice::Anyone, &structure, row)) else {
                continue;
            };
            let card = card.replace("\r\n ", "");
            let lines: Vec<&str> = card.split_terminator("\r\n").collect();
            assert_eq!(lines.len(), 7 + structure.contacts.len(), "{card}");
            for line in lines {
                let name = line.split([':', ';']).next().unwrap();
                assert!(known.contains(&name) && !line.contains(char::is_control), "{line:?}");
            }
        }
    }
}

#[test]
fn a_text_to_send_gains_no_line() {
    let lines = |data: &Dataset| {
        text_sheet(data, &Sheet::of(data, &carer(false)), Some("https://exemple.fr/"))
            .lines()
            .count()
    };
    let known = lines(&PLAIN);
    // The others cannot be in a dataset that was read.
    for (payload, data) in FULL.iter().filter(|(payload, _)| unseen(payload).is_none()) {
        assert_eq!(lines(data), known, "{payload}");
    }
}

#[test]
fn a_link_and_its_code_are_of_letters_that_need_no_escape() {
    for payload in PAYLOADS {
        let mut data = DATA.clone();
        payload.clone_into(&mut data.filiere.id);
        payload.clone_into(&mut data.filiere.version);
        let link = link_of(&data, &carer(true)).encode();
        assert!(link.bytes().all(|b| b.is_ascii_alphanumeric() || b"~.-".contains(&b)), "{link}");
        assert!(qr_path(&link).is_some());
    }
}

/// What is dialled, opened or cited is no text: no payload is one.
#[test]
fn no_payload_is_an_id_a_number_or_an_address() {
    for payload in PAYLOADS.into_iter().filter(|payload| *payload != HARMLESS) {
        assert!(!is_id(payload) && !is_version(payload) && !is_citation(payload), "{payload}");
        assert!(!is_web(payload) && !is_mail(payload) && phone(payload).is_err(), "{payload}");
        assert!(!is_web(&format!("https://{payload}.fr/")), "{payload}");
        let path = format!("https://exemple.fr/{payload}");
        assert!(
            !is_web(&path) || path.bytes().all(|b| b.is_ascii_graphic() && b != b'"'),
            "{path}"
        );
    }
}
