//! One step of a visit: everything that a view shows of the answers, made once a change.

use crate::model::{Dataset, QuestionId, VAR_TERRITORY, Voice, ui};
use crate::orientation::{Asking, Outcome, Screen, Session, Walk, end_of, outcome_of};

use super::{Asked, Sheet, answered};

/// What one state of the answers shows; a plain value, rendered by every view.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// The answers it was made of.
    pub session: Session,
    /// To whom it speaks.
    pub voice: Voice,
    /// What the visitor is shown.
    pub screen: StepScreen,
    /// « Question 3 »; empty where the heading of the screen says it.
    pub progress: String,
    /// Who helps, as ids.
    pub outcome: Outcome,
    /// The answers on the path, in words.
    pub answers: Vec<Asked>,
    /// The questions answered, in order, those that a stop stands for included.
    pub path: Vec<QuestionId>,
    /// The question that waits, else the end that the path has come to.
    pub reached: Reached,
    /// The visitor's commune, when it is one of the filière.
    pub commune: Option<String>,
    /// The value of [`VAR_TERRITORY`], once it is known.
    pub territory: Option<String>,
}

/// What is shown at a step.
#[derive(Clone, Debug, PartialEq)]
pub enum StepScreen {
    /// A question.
    Question(Asking),
    /// A stop: its question; what to do now is in the outcome.
    Stop(QuestionId),
    /// The outcome.
    Outcome(Box<Sheet>),
}

/// Where the answers have led.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Reached {
    /// To a question that waits for its answer.
    Question(QuestionId),
    /// To an end, as the dataset names it; none where it names none that holds.
    End(Option<String>),
}

impl Step {
    /// What a session shows.
    pub fn of(data: &Dataset, session: Session) -> Self {
        let walk = session.walk(data);
        let voice = walk.situation.voice();
        let mut outcome = outcome_of(&walk);
        outcome.dropped = session.dropped().to_vec();
        let screen = session.screen(&walk);
        let path = walk.situation.path.iter();
        Self {
            voice,
            progress: progress(&walk, &screen),
            screen: match screen {
                Screen::Question(asking) => StepScreen::Question(asking),
                Screen::Stop(question) => StepScreen::Stop(question),
                Screen::Outcome => StepScreen::Outcome(Box::new(Sheet::lay(&walk, &outcome))),
            },
            answers: answered(&walk),
            path: path.map(|(question, _)| (*question).to_owned()).collect(),
            reached: reached(&walk),
            commune: walk.situation.commune().map(|commune| commune.code.clone()),
            territory: walk.situation.value(VAR_TERRITORY).map(str::to_owned),
            outcome,
            session,
        }
    }
}

fn reached(walk: &Walk) -> Reached {
    match walk.next {
        Some(question) => Reached::Question(question.id.clone()),
        None => Reached::End(end_of(&walk.situation).map(|end| end.id.clone())),
    }
}

/// « Question 3 »: how many follow depends on the answers, and a count that jumps tells
/// nothing.
fn progress(walk: &Walk, screen: &Screen) -> String {
    let (texts, voice) = (&walk.situation.data.texts, walk.situation.voice());
    match screen {
        Screen::Question(asking) if asking.revising => {
            texts.get(ui::PROGRESS_CHANGE, voice).to_owned()
        }
        Screen::Question(_) => {
            let number = walk.situation.path.len() + 1;
            texts.say(&ui::progress(&number.to_string()), voice)
        }
        // The heading of the screen says it.
        Screen::Stop(_) | Screen::Outcome => String::new(),
    }
}
