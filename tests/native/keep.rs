//! What is taken away leads back: links, texts, contact cards, QR codes.

use crate::common::DATA;
use orientation_palliative::keep::{
    ChangedSince, Link, LinkError, fingerprint, link_of, qr_path, reopen, text_sheet, vcard,
};
use orientation_palliative::model::{State, Voice};
use orientation_palliative::orientation::{Session, outcome, possible_answers};
use orientation_palliative::wording::{Sheet, date_in_words, listed_entry};
use proptest::prelude::*;

const CARER: &str = "profil=proche besoin=aidants commune=92023";
const NIGHT: &str = "profil=professionnel besoin=soins urgence=non age=adulte commune=92063 \
                     lieu=ehpad niveau=3 moment=astreinte";

fn session(answers: &str, on_call: bool) -> Session {
    let pairs = answers.split_whitespace().filter_map(|pair| pair.split_once('='));
    let answers = pairs.map(|(q, a)| (q.to_owned(), a.to_owned())).collect();
    Session::replay(&DATA, on_call, answers)
}

/// A whole path, chosen by numbers among what each question offers.
fn walked(picks: &[usize], on_call: bool) -> Session {
    let mut session = Session::new(on_call);
    for pick in picks {
        let walk = session.walk(&DATA);
        let Some(question) = walk.next else { break };
        let offered = possible_answers(question, &walk.situation);
        let answer = offered[pick % offered.len()].to_owned();
        let id = question.id.clone();
        session.answer(&DATA, &id, &answer).unwrap();
    }
    session
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn a_link_reopens_the_same_outcome(picks in prop::collection::vec(any::<usize>(), 20), on_call: bool) {
        let before = walked(&picks, on_call);
        let text = link_of(&DATA, &before).encode();
        prop_assert!(text.len() < 300, "{}", text);
        let link = Link::decode(&text).unwrap();
        prop_assert_eq!(&link, &link_of(&DATA, &before));
        let reopened = reopen(&DATA, on_call, &link);
        prop_assert_eq!(reopened.since, ChangedSince::Nothing);
        prop_assert_eq!(outcome(&DATA, &reopened.session), outcome(&DATA, &before));
    }

    #[test]
    fn any_text_is_read_or_refused(text in "\\PC{0,200}|(1~92~[a-z0-9.]{1,6}~[ao]~[0-9a-f]{8}(~[a-z]{1,9}\\.[a-z0-9-]{1,9}){0,8})") {
        if let Ok(link) = Link::decode(&text) {
            let reopened = reopen(&DATA, false, &link);
            // Whatever it held, what is left is a path that can be walked.
            let told = outcome(&DATA, &reopened.session);
            prop_assert!(told.dropped.is_empty());
            prop_assert_eq!(Link::decode(&link.encode()), Ok(link));
        }
    }

    #[test]
    fn a_damaged_link_is_refused_or_told(at in 0usize..200, to in any::<char>()) {
        let whole = link_of(&DATA, &session(CARER, false)).encode();
        let damaged: String =
            whole.chars().enumerate().map(|(i, c)| if i == at { to } else { c }).collect();
        if damaged != whole && let Ok(link) = Link::decode(&damaged) {
            // An upper-case digit of the fingerprint, or the version of the data,
            // changes nothing that is shown.
            let harmless = Link { version: String::new(), ..link.clone() }
                == Link { version: String::new(), ..link_of(&DATA, &session(CARER, false)) };
            // The clock counts for nothing in this outcome.
            let clock = link.on_call;
            let since = reopen(&DATA, false, &link).since;
            prop_assert!(harmless || clock || since != ChangedSince::Nothing, "{} {:?}", damaged, since);
        }
    }
}

#[test]
fn what_a_link_cannot_be_is_told_apart() {
    let whole = link_of(&DATA, &session(CARER, false)).encode();
    assert_eq!(Link::decode(&format!("2{}", &whole[1..])), Err(LinkError::UnknownFormat));
    let long = "~a.b".repeat(1_000);
    let cut = &whole[..whole.len() / 3];
    for text in ["", "1", "1~92", "1~92~x~o~zzzzzzzz~a.b", "1~92~x~o~+1234567~a.b", cut] {
        assert!(Link::decode(text).is_err(), "{text}");
    }
    assert_eq!(Link::decode(&format!("{whole}{long}")), Err(LinkError::Damaged));
}

#[test]
fn a_link_survives_what_messages_do_to_it() {
    let whole = link_of(&DATA, &session(NIGHT, true)).encode();
    let link = Link::decode(&whole);
    assert!(link.is_ok());
    for text in [whole.replace('~', "%7E"), whole.clone() + ".", whole.clone() + ")"] {
        assert_eq!(Link::decode(&text), link, "{text}");
    }
}

#[test]
fn a_link_tells_what_has_changed_since() {
    let before = session(CARER, false);
    let link = link_of(&DATA, &before);
    let mut emptied = DATA.clone();
    let row = emptied.table.rows.iter_mut().find(|row| row.id == "aidants").unwrap();
    for cell in row.cells.values_mut() {
        cell.placements.clear();
        cell.state = State::Empty;
    }
    assert_eq!(reopen(&emptied, false, &link).since, ChangedSince::Outcome);

    let mut renamed = DATA.clone();
    let need = renamed.flow.questions.iter_mut().find(|q| q.id == "besoin").unwrap();
    need.answers.retain(|answer| answer.id != "aidants");
    let reopened = reopen(&renamed, false, &link);
    assert_eq!(reopened.since, ChangedSince::Path);
    let kept: Vec<&str> = reopened.session.answers().keys().map(String::as_str).collect();
    assert_eq!(kept, ["profil"], "the answers before the lost one are kept");

    let other = Link { filiere: "91".to_owned(), ..link.clone() };
    let reopened = reopen(&DATA, false, &other);
    assert_eq!(reopened.since, ChangedSince::Filiere);
    assert!(reopened.session.answers().is_empty());
}

#[test]
fn a_link_made_at_another_hour_tells_it_where_it_matters() {
    let unsure = NIGHT.replace("moment=astreinte", "moment=ne-sait-pas");
    let link = link_of(&DATA, &session(&unsure, true));
    assert_eq!(reopen(&DATA, true, &link).since, ChangedSince::Nothing);
    assert_eq!(reopen(&DATA, false, &link).since, ChangedSince::Hours);
    let stated = link_of(&DATA, &session(NIGHT, true));
    assert_eq!(reopen(&DATA, false, &stated).since, ChangedSince::Nothing);
}

#[test]
fn outcomes_that_differ_have_other_fingerprints() {
    let print = |answers: &str| fingerprint(&outcome(&DATA, &session(answers, false)));
    assert_ne!(print(CARER), print(NIGHT));
    assert_ne!(print(CARER), print(&CARER.replace("92023", "92063")));
    assert_eq!(
        print(CARER),
        print(&CARER.replace("92023", "92007")),
        "Bagneux has what Clamart has"
    );
}

#[test]
fn the_text_speaks_to_whoever_answered() {
    let family = text_sheet(
        &DATA,
        &Sheet::of(&DATA, &session(CARER, false)),
        Some("https://exemple.fr/#op=x"),
    );
    let outcome = outcome(&DATA, &session(CARER, false));
    for card in outcome.groups.iter().flat_map(|group| &group.cards) {
        assert!(family.contains(&card.name), "{} is missing from\n{family}", card.name);
    }
    let now = DATA.texts.get("ui.outcome.now", Voice::Relative).to_uppercase();
    let review = date_in_words(&DATA.texts, &DATA.filiere.review);
    for expected in ["15, 18, 112, 114", &now, "https://exemple.fr/#op=x", &review] {
        assert!(family.contains(expected), "{expected} is missing from\n{family}");
    }
    assert!(!family.contains("ui.") && !family.contains('\u{a0}'), "{family}");
    let night = text_sheet(&DATA, &Sheet::of(&DATA, &session(NIGHT, true)), None);
    let title = DATA.texts.get("ui.outcome.missing", Voice::Professional).to_uppercase();
    assert!(night.contains(&title) && night.contains("Niveau 3"), "{night}");
}

#[test]
fn a_contact_card_holds_what_the_sources_give_and_where_from() {
    let hospital = DATA.structure("fondation-paul-parquet").unwrap();
    let listed = |structure| listed_entry(&DATA, Voice::Anyone, structure, "");
    let card = vcard(&listed(hospital)).expect("it has a phone number");
    let unfolded = card.replace("\r\n ", "");
    assert!(unfolded.contains("TEL;TYPE=WORK,VOICE:0146249728\r\n"), "{card}");
    assert!(unfolded.contains("ADR;TYPE=WORK:;;41 boulevard Paul-Émile Victor\\, 92200"), "{card}");
    let note = unfolded.lines().find(|line| line.starts_with("NOTE:")).expect("a note");
    assert!(note.contains("FINESS") && note.contains("extraction du 8 janvier 2021"), "{card}");
    for structure in &DATA.structures.structures {
        let card = vcard(&listed(structure));
        assert_eq!(card.is_some(), !structure.contacts.is_empty(), "{}", structure.id);
        for line in card.unwrap_or_default().split_terminator("\r\n") {
            assert!(line.len() <= 75 && !line.contains(['\r', '\n']), "{line}");
        }
    }
}

/// What a reader makes of the code, drawn four pixels a module.
fn read(side: usize, d: &str) -> String {
    const SCALE: usize = 4;
    let mut dark = vec![false; side * side];
    for run in d.split_terminator('z') {
        let numbers: Vec<usize> = run
            .split(|c: char| !c.is_ascii_digit())
            .filter_map(|number| number.parse().ok())
            .collect();
        let [left, top, width, ..] = numbers[..] else { panic!("{run}") };
        dark[top * side + left..][..width].fill(true);
    }
    let picture = |x, y| if dark[y / SCALE * side + x / SCALE] { 0 } else { 255 };
    let mut picture =
        rqrr::PreparedImage::prepare_from_greyscale(side * SCALE, side * SCALE, picture);
    let grids = picture.detect_grids();
    grids.first().expect("a code is found").decode().expect("it is read").1
}

#[test]
fn an_independent_reader_finds_the_same_outcome_in_the_code() {
    for (answers, on_call) in [(CARER, false), (NIGHT, true)] {
        let before = session(answers, on_call);
        let address =
            format!("https://cpts.exemple.fr/soins/#op={}", link_of(&DATA, &before).encode());
        let code = qr_path(&address).expect("it holds the address");
        let read = read(code.side.try_into().unwrap(), &code.d);
        assert_eq!(read, address);
        let link = Link::decode(read.split_once("#op=").unwrap().1).unwrap();
        let after = reopen(&DATA, on_call, &link);
        assert_eq!(outcome(&DATA, &after.session), outcome(&DATA, &before));
    }
    assert_eq!(qr_path(&"x".repeat(5_000)), None);
}
