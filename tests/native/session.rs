//! Whatever a visitor does on the way, the outcome is that of answering afresh.

use crate::common::DATA;
use orientation_palliative::orientation::{Answers, Screen, Session, outcome, possible_answers};
use proptest::prelude::*;

/// What a visitor may do; numbers pick among what is possible at that moment.
#[derive(Clone, Debug)]
enum Act {
    Answer(usize),
    Back,
    Revise(usize),
    Restart,
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        12 => any::<usize>().prop_map(Act::Answer),
        3 => Just(Act::Back),
        3 => any::<usize>().prop_map(Act::Revise),
        1 => Just(Act::Restart),
    ]
}

fn perform(session: &mut Session, act: &Act) {
    match act {
        Act::Answer(pick) => {
            let Some((question, answers)) = on_screen(session) else { return };
            let answer = &answers[pick % answers.len()];
            session.answer(&DATA, &question, answer).expect("an answer that is offered is taken");
        }
        Act::Back => {
            session.back(&DATA);
        }
        Act::Revise(pick) => {
            let path: Vec<String> =
                session.walk(&DATA).situation.path.iter().map(|(q, _)| (*q).to_owned()).collect();
            if !path.is_empty() {
                session.revise(&DATA, &path[pick % path.len()]);
            }
        }
        Act::Restart => session.restart(),
    }
}

/// The question on screen and the answers it offers there.
fn on_screen(session: &Session) -> Option<(String, Vec<String>)> {
    let question = match session.screen(&DATA) {
        Screen::Question { question, .. } | Screen::Stop(question) => question,
        Screen::Outcome => return None,
    };
    let mut situation = session.walk(&DATA).situation;
    let at = situation.path.iter().position(|(q, _)| *q == question.id);
    situation.truncate(at.unwrap_or(usize::MAX));
    let answers = possible_answers(question, &situation).into_iter().map(str::to_owned).collect();
    Some((question.id.clone(), answers))
}

/// The answers on the path, given one by one to a new session.
fn afresh(session: &Session) -> Session {
    let mut fresh = Session::new(session.on_call());
    for (question, answer) in &session.walk(&DATA).situation.path {
        fresh.answer(&DATA, question, answer).expect("the path can be walked again");
    }
    fresh
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_detour_ends_where_answering_afresh_does(acts in prop::collection::vec(act(), 1..40), on_call: bool) {
        let mut session = Session::new(on_call);
        for act in &acts {
            perform(&mut session, act);
        }
        let mut detour = outcome(&DATA, &session);
        let direct = outcome(&DATA, &afresh(&session));
        detour.dropped.clear();
        prop_assert_eq!(detour, direct);
    }

    #[test]
    fn replaying_any_answers_never_panics_and_keeps_the_path_only(
        pairs in prop::collection::vec(("[a-z]{1,9}|urgence|profil|besoin|commune|lieu|niveau", "[a-z0-9]{1,9}|non|proche|soins|92023|domicile|2"), 0..12),
        on_call: bool,
    ) {
        let answers: Answers = pairs.into_iter().collect();
        let given = answers.len();
        let session = Session::replay(&DATA, on_call, answers);
        let told = outcome(&DATA, &session);
        if told.complete {
            prop_assert_eq!(session.answers().len() + told.dropped.len(), given);
        }
    }
}

#[test]
fn going_back_shows_the_answer_given_before_and_keeps_the_others_free() {
    let mut session = Session::new(false);
    for (question, answer) in [("profil", "proche"), ("besoin", "soins")] {
        session.answer(&DATA, question, answer).unwrap();
    }
    assert!(session.back(&DATA));
    let Screen::Question { question, remembered } = session.screen(&DATA) else {
        panic!("a question")
    };
    assert_eq!((question.id.as_str(), remembered.as_deref()), ("besoin", Some("soins")));
    assert!(
        session.back(&DATA) && !session.back(&DATA),
        "the first question has nothing before it"
    );
}

#[test]
fn an_answer_that_is_not_offered_is_refused_with_those_that_are() {
    let mut session = Session::new(false);
    session.answer(&DATA, "profil", "malade").unwrap();
    let error = session.answer(&DATA, "besoin", "avis").unwrap_err().to_string();
    assert!(error.contains("benevoles") && !error.contains("formation"), "{error}");
    assert!(session.answer(&DATA, "moment", "ouvrees").is_err(), "not asked yet");
}
