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
    Refine(usize),
    Restart,
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        12 => any::<usize>().prop_map(Act::Answer),
        3 => Just(Act::Back),
        3 => any::<usize>().prop_map(Act::Revise),
        3 => any::<usize>().prop_map(Act::Refine),
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
            let walk = session.walk(&DATA);
            let answered = walk.situation.path.iter().map(|(q, _)| (*q).to_owned());
            pick_one(session, &answered.collect::<Vec<_>>(), *pick);
        }
        Act::Refine(pick) => {
            let walk = session.walk(&DATA);
            let offered: Vec<String> = walk.refinements.iter().map(|q| q.id.clone()).collect();
            pick_one(session, &offered, *pick);
        }
        Act::Restart => session.restart(),
    }
}

/// Shows one of some questions again, or one that the outcome offers.
fn pick_one(session: &mut Session, questions: &[String], pick: usize) {
    if !questions.is_empty() {
        session.revise(&DATA, &questions[pick % questions.len()]);
    }
}

/// The question on screen and the answers it offers there.
fn on_screen(session: &Session) -> Option<(String, Vec<String>)> {
    let walk = session.walk(&DATA);
    match session.screen(&walk) {
        Screen::Question(asking) => Some((asking.question, asking.offered)),
        Screen::Stop(question) => {
            let answers = possible_answers(DATA.question(&question)?, &walk.situation);
            let answers = answers.into_iter().map(str::to_owned).collect();
            Some((question, answers))
        }
        Screen::Outcome => None,
    }
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
    fn replaying_a_path_keeps_it_and_tells_every_answer_beside_it(
        picks in prop::collection::vec(any::<usize>(), 24),
        beside in prop::collection::vec(("[a-z]{1,9}|urgence|besoin|lieu|niveau|suivi", "[a-z0-9]{1,9}|non|soins|2"), 0..6),
        on_call: bool,
    ) {
        let mut session = Session::new(on_call);
        for pick in picks {
            perform(&mut session, &Act::Answer(pick));
        }
        let path = session.answers().clone();
        let mut answers: Answers = path.iter().map(|(q, a)| (q.clone(), a.clone())).collect();
        for (question, answer) in beside {
            if !answers.contains_key(&question) {
                answers.insert(question, answer);
            }
        }
        let given = answers.len();
        let replayed = Session::replay(&DATA, on_call, answers);
        let told = outcome(&DATA, &replayed);
        prop_assert!(told.complete);
        prop_assert_eq!(replayed.answers().len() + told.dropped.len(), given);
        // What refines is taken with the path; nothing on the path is lost.
        for (question, answer) in &path {
            prop_assert_eq!(replayed.answers().get(question), Some(answer));
        }
    }

    #[test]
    fn replaying_anything_never_panics(
        pairs in prop::collection::vec(("[a-z]{1,9}|urgence|profil|besoin|commune|lieu|niveau", "[a-z0-9]{1,9}|non|proche|soins|92023|domicile|2"), 0..12),
        on_call: bool,
    ) {
        let session = Session::replay(&DATA, on_call, pairs.into_iter().collect());
        let told = outcome(&DATA, &session);
        prop_assert_eq!(told.complete, told.next.is_none());
    }
}

#[test]
fn going_back_shows_the_answer_given_before_and_keeps_the_others_free() {
    let mut session = Session::new(false);
    for (question, answer) in [("profil", "proche"), ("besoin", "soins")] {
        session.answer(&DATA, question, answer).unwrap();
    }
    assert!(session.back(&DATA));
    let Screen::Question(asking) = session.screen(&session.walk(&DATA)) else {
        panic!("a question")
    };
    assert_eq!((asking.question.as_str(), asking.remembered.as_deref()), ("besoin", Some("soins")));
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
