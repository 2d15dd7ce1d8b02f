//! What would cost too much is refused with a sentence, before it costs.

use std::time::{Duration, Instant};

use crate::common::DATA;
use orientation_palliative::check::{check, too_costly};
use orientation_palliative::model::{Answer, Dataset, Question, QuestionKind, Target};
use orientation_palliative::reading::{from_inline, limits};
use serde_json::{Value, json};

/// The shipped dataset, asking more yes/no questions before the first.
fn with_questions(count: usize) -> Dataset {
    let mut data = DATA.clone();
    let mut next = data.flow.start.clone();
    for at in 0..count {
        let id = format!("q{at}");
        let answer = |id: &str| Answer { id: id.to_owned(), when: None, to: None };
        data.flow.questions.push(Question {
            id: id.clone(),
            kind: QuestionKind::Choice,
            refines: None,
            alike: Vec::new(),
            to: Some(Target::Always(next)),
            answers: vec![answer("oui"), answer("non")],
        });
        next = id;
    }
    data.flow.start = next;
    data
}

#[test]
fn more_paths_than_can_be_walked_are_refused_at_once() {
    assert_eq!(too_costly(&DATA), None);
    for count in [12, 16, 40] {
        let start = Instant::now();
        let told = too_costly(&with_questions(count)).expect("too many paths").to_string();
        assert!(told.starts_with("flow.json: /questions: ") && told.contains("parcours"), "{told}");
        assert!(start.elapsed() < Duration::from_secs(1), "{:?}", start.elapsed());
    }
}

#[test]
fn a_list_without_end_is_told_instead_of_gone_through() {
    let mut data = DATA.clone();
    let one = data.structures.structures[0].clone();
    data.structures.structures.extend((0..20_000).map(|_| one.clone()));
    let start = Instant::now();
    let told = check(&data);
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].what.contains("trop longue"), "{told:?}");
    assert!(start.elapsed() < Duration::from_secs(1));
}

#[test]
fn questions_whose_link_would_not_reopen_are_refused() {
    let mut data = with_questions(0);
    for question in &mut data.flow.questions {
        question.id = format!("{}-{}", question.id, "x".repeat(20)).chars().take(40).collect();
        for answer in &mut question.answers {
            answer.id = format!("{}-{}", answer.id, "y".repeat(60)).chars().take(60).collect();
        }
    }
    assert!(check(&data).iter().any(|p| p.what.contains("un lien")));
}

/// What a page carries, with so many wrong contacts.
fn wrong_contacts(count: usize) -> String {
    let mut all = serde_json::to_value(&*DATA).unwrap();
    let wrong = json!({"field": "phone", "value": 3, "source": "finess-2021", "date": "2026"});
    all["structures"]["structures"][0]["contacts"] = Value::Array(vec![wrong; count]);
    all.to_string()
}

#[test]
fn ten_thousand_wrong_contacts_are_told_in_time_and_in_part() {
    let text = wrong_contacts(10_000);
    let start = Instant::now();
    let told = from_inline(&text).unwrap_err();
    assert!(start.elapsed() < Duration::from_secs(5), "{:?}", start.elapsed());
    assert_eq!(told.len(), limits::TOLD + 1);
    assert!(told.iter().any(|problem| problem.what.contains("ne sont pas dits")), "{told:?}");
}

#[test]
fn a_text_without_end_is_not_read() {
    let told = from_inline(&" ".repeat(limits::BYTES + 1)).unwrap_err();
    assert!(told[0].what.contains("trop long"), "{told:?}");
    let deep = format!("{}{}", "[".repeat(500_000), "]".repeat(500_000));
    assert_eq!(from_inline(&deep).unwrap_err().len(), 1);
}

#[test]
fn what_stands_twice_or_cannot_be_seen_is_told_at_its_place() {
    let mut all = serde_json::to_value(&*DATA).unwrap();
    all["structures"]["structures"][1]["name"] = "Hôpital\u{202e}".into();
    all["texts"]["ui"]["title"] = "Ã©tÃ©".into();
    all["filiere"]["name"] = "a\nb".into();
    let twice = all.to_string().replacen("\"filiere\":", "\"lexicon\": {}, \"filiere\":", 1);
    let told: Vec<String> =
        from_inline(&twice).unwrap_err().iter().map(ToString::to_string).collect();
    for place in [
        "filiere.json: /name: ",
        "structures.json: /structures/1/name: ",
        "texts/fr/ui.json: /title: ",
        "jeu de données: /lexicon: ce champ est écrit deux fois",
    ] {
        assert!(told.iter().any(|line| line.starts_with(place)), "{place}: {told:#?}");
    }
}
