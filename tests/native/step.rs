//! What a step shows is all of one walk: screen, voice, answers and outcome agree.

use crate::common::DATA;
use orientation_palliative::model::Stage;
use orientation_palliative::orientation::{Given, Session};
use orientation_palliative::wording::{Reached, Sheet, Step, StepScreen};

const CARER: &[(&str, &str)] = &[("profil", "proche"), ("besoin", "aidants"), ("commune", "92023")];

fn session(answers: &[(&str, &str)]) -> Session {
    let answers = answers.iter().map(|(q, a)| ((*q).to_owned(), (*a).to_owned())).collect();
    Session::replay(&DATA, false, answers)
}

fn asked(step: &Step) -> &str {
    match &step.screen {
        StepScreen::Question(asking) => &asking.question,
        other => panic!("no question: {other:?}"),
    }
}

#[test]
fn the_first_step_has_nothing_behind_it() {
    let step = Step::of(&DATA, session(&[]));
    assert_eq!(asked(&step), DATA.flow.start);
    assert!(step.path.is_empty() && step.answers.is_empty() && !step.outcome.complete);
    assert_eq!((step.commune, step.territory), (None, None));
}

#[test]
fn a_step_at_the_end_shows_the_sheet_of_its_outcome() {
    let session = session(CARER);
    let step = Step::of(&DATA, session.clone());
    let StepScreen::Outcome(sheet) = &step.screen else { panic!("{:?}", step.screen) };
    assert_eq!(**sheet, Sheet::of(&DATA, &session));
    assert_eq!(step.path, CARER.iter().map(|(q, _)| (*q).to_owned()).collect::<Vec<_>>());
    assert_eq!(step.answers, sheet.answers);
    assert_eq!(step.commune.as_deref(), Some("92023"));
    assert_eq!(step.territory.as_deref(), Some("sud"));
    assert!(matches!(step.reached, Reached::End(Some(_))) && step.progress.is_empty());
}

#[test]
fn a_question_looked_at_again_offers_what_it_offered_and_keeps_the_answers() {
    let mut session = session(CARER);
    session.revise(&DATA, "besoin");
    let step = Step::of(&DATA, session);
    let StepScreen::Question(asking) = &step.screen else { panic!("{:?}", step.screen) };
    assert!(asking.revising && asking.remembered.as_deref() == Some("aidants"));
    assert!(asking.offered.contains(&"aidants".to_owned()), "{:?}", asking.offered);
    assert!(!asking.offered.contains(&"rcp".to_owned()), "a professional's: {:?}", asking.offered);
    assert_eq!(step.answers.len(), 3);
    assert_eq!(step.progress, DATA.texts.get("ui.progress.change", step.voice));
}

#[test]
fn what_a_change_drops_is_told_by_the_step() {
    let mut session = session(CARER);
    session.revise(&DATA, "besoin");
    session.answer(&DATA, "besoin", "comprendre").unwrap();
    let step = Step::of(&DATA, session);
    assert_eq!(step.outcome.dropped, [Given::new("commune", "92023")]);
}

#[test]
fn a_stop_says_what_to_do_now_alone() {
    let stop = [("profil", "proche"), ("besoin", "soins"), ("urgence", "oui")];
    let step = Step::of(&DATA, session(&stop));
    let StepScreen::Stop(question) = &step.screen else { panic!("{:?}", step.screen) };
    assert_eq!(step.reached, Reached::Question(question.clone()));
    assert!(!step.outcome.groups.is_empty());
    assert!(step.outcome.groups.iter().all(|group| group.at == Stage::Now));
}
