//! What sharpens an outcome is offered on it, and holds nobody up: left alone, it counts as
//! “I don’t know”.

use crate::common::DATA;
use orientation_palliative::model::{QUESTION_HOURS, UNKNOWN};
use orientation_palliative::orientation::{Answers, Outcome, Session, outcome, possible_answers};
use proptest::prelude::*;

/// What a session shows, without the answers that explain it.
fn shown(session: &Session) -> Outcome {
    let mut shown = outcome(&DATA, session);
    shown.groups.iter_mut().for_each(|group| group.why.clear());
    shown
}

/// A whole path, chosen by numbers; nothing that only sharpens it is answered.
fn asked(picks: &[usize], on_call: bool) -> Session {
    let mut session = Session::new(on_call);
    for pick in picks {
        let walk = session.walk(&DATA);
        let Some(question) = walk.next else { break };
        let offered = possible_answers(question, &walk.situation);
        let (id, answer) = (question.id.clone(), offered[pick % offered.len()].to_owned());
        session.answer(&DATA, &id, &answer).expect("an answer that is offered is taken");
    }
    session
}

/// What a question offers where it stands.
fn offered(session: &Session, question: &str) -> Vec<String> {
    let told = outcome(&DATA, session).refinements;
    let found = told.into_iter().find(|next| next.id == question);
    found.expect("it is offered").answers
}

fn refinements(session: &Session) -> Vec<String> {
    outcome(&DATA, session).refinements.into_iter().map(|next| next.id).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn to_say_that_one_does_not_know_is_to_say_nothing(picks in prop::collection::vec(any::<usize>(), 12), on_call: bool) {
        let session = asked(&picks, on_call);
        for question in refinements(&session) {
            let mut told = session.clone();
            told.revise(&DATA, &question);
            told.answer(&DATA, &question, UNKNOWN).expect("it is always offered");
            prop_assert_eq!(shown(&told), shown(&session), "{}", question);
        }
    }

    #[test]
    fn the_order_in_which_one_refines_and_going_back_change_nothing(
        picks in prop::collection::vec(any::<usize>(), 12),
        refined in prop::collection::vec((any::<usize>(), any::<usize>()), 1..5),
        on_call: bool,
    ) {
        let mut session = asked(&picks, on_call);
        for (which, pick) in refined {
            let questions = refinements(&session);
            if questions.is_empty() {
                break;
            }
            let question = &questions[which % questions.len()];
            let answers = offered(&session, question);
            // Looked at and left as it is, it changes nothing.
            let before = shown(&session);
            session.revise(&DATA, question);
            prop_assert!(session.back(&DATA));
            prop_assert_eq!(shown(&session), before);
            session.revise(&DATA, question);
            session.answer(&DATA, question, &answers[pick % answers.len()]).expect("offered");
        }
        let answers: Answers = session.answers().clone();
        prop_assert_eq!(shown(&Session::replay(&DATA, on_call, answers)), {
            let mut now = shown(&session);
            now.dropped.clear();
            now
        });
    }
}

#[test]
fn the_hour_that_one_names_wins_over_the_clock_and_can_be_taken_back() {
    let picks = [1, 0, 1, 0, 0, 0];
    let mut session = asked(&picks, false);
    let by_day = shown(&session);
    assert!(by_day.complete && !by_day.on_call, "{by_day:?}");
    assert!(refinements(&session).iter().any(|id| id == QUESTION_HOURS));
    session.answer(&DATA, QUESTION_HOURS, "astreinte").expect("offered on the outcome");
    assert!(shown(&session).on_call);
    session.answer(&DATA, QUESTION_HOURS, UNKNOWN).expect("offered on the outcome");
    assert_eq!(shown(&session), by_day);
}
