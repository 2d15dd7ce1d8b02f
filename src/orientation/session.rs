//! A visitor's session: answering, going back, changing one's mind.

use std::fmt;

use crate::model::{Dataset, HOURS, QUESTION_HOURS, Question, QuestionId};

use super::{Answers, Given, Walk, offered_at, walk};

/// The answers of one visitor, and the question they are looking at again.
///
/// A session holds no reference to the dataset: each call is given it, so that a
/// session is a plain value that can be kept in one signal.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Session {
    /// What the clock says.
    on_call: bool,
    answers: Answers,
    /// Answers taken back: they pre-select a choice, and count for nothing else.
    remembered: Answers,
    revising: Option<QuestionId>,
    dropped: Vec<Given>,
}

/// What is to be shown.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Screen {
    /// A question.
    Question(Asking),
    /// A stop: its outcome, with a way to go on.
    Stop(QuestionId),
    /// The outcome.
    Outcome,
}

/// A question as it is put to a visitor.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Asking {
    /// The question.
    pub question: QuestionId,
    /// The answers it offers after those before it, in order.
    pub offered: Vec<String>,
    /// The answer to pre-select: the one given before, or what the clock says.
    pub remembered: Option<String>,
    /// Whether it was answered and is looked at again.
    pub revising: bool,
}

/// An answer that cannot be taken.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum AnswerError {
    /// No such question; the ids there are.
    UnknownQuestion {
        /// What was given.
        given: String,
        /// The ids there are.
        known: Vec<String>,
    },
    /// The question is not asked on this path.
    NotAsked(String),
    /// The question does not offer this answer; the ids it offers.
    UnknownAnswer {
        /// The question.
        question: String,
        /// What was given.
        given: String,
        /// The ids it offers.
        offered: Vec<String>,
    },
}

impl fmt::Display for AnswerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownQuestion { given, known } => {
                write!(f, "« {given} » n’est pas une question ; questions : {}", known.join(", "))
            }
            Self::NotAsked(question) => {
                write!(f, "la question « {question} » n’est pas posée sur ce parcours")
            }
            Self::UnknownAnswer { question, given, offered } => write!(
                f,
                "« {given} » n’est pas une réponse à « {question} » ; réponses : {}",
                offered.join(", ")
            ),
        }
    }
}

impl Session {
    /// A session that begins at a time which is, or is not, on call.
    pub fn new(on_call: bool) -> Self {
        Self { on_call, ..Self::default() }
    }

    /// The session of somebody who gave these answers. Answers off the path are
    /// dropped and told by [`Session::dropped`] once the path is complete.
    pub fn replay(data: &Dataset, on_call: bool, answers: Answers) -> Self {
        let mut session = Self { on_call, answers, ..Self::default() };
        session.settle(data);
        session
    }

    /// Where the answers lead.
    pub fn walk<'a>(&'a self, data: &'a Dataset) -> Walk<'a> {
        walk(data, self.on_call, &self.answers)
    }

    /// What is to be shown at the end of [`Session::walk`].
    pub fn screen(&self, walk: &Walk) -> Screen {
        let revised = self.revising.as_deref().and_then(|id| walk.situation.data.question(id));
        match (revised, walk.next) {
            (Some(question), _) => Screen::Question(self.asking(question, walk, true)),
            (None, None) => Screen::Outcome,
            (None, Some(question)) if walk.is_complete() => Screen::Stop(question.id.clone()),
            (None, Some(question)) => Screen::Question(self.asking(question, walk, false)),
        }
    }

    fn asking(&self, question: &Question, walk: &Walk, revising: bool) -> Asking {
        let before = if revising { &self.answers } else { &self.remembered };
        let remembered = before.get(&question.id).cloned();
        Asking {
            question: question.id.clone(),
            offered: owned(offered_at(question, &walk.situation)),
            remembered: remembered.or_else(|| self.by_the_clock(question)),
            revising,
        }
    }

    /// What the clock answers to a question: only the one about the hour.
    fn by_the_clock(&self, question: &Question) -> Option<String> {
        let hours = HOURS[usize::from(self.on_call)];
        (question.id == QUESTION_HOURS).then(|| hours.to_owned())
    }

    /// Takes an answer to the question on screen, or to an earlier one.
    pub fn answer(
        &mut self,
        data: &Dataset,
        question: &str,
        answer: &str,
    ) -> Result<(), AnswerError> {
        self.acceptable(data, question, answer)?;
        self.answers.insert(question.to_owned(), answer.to_owned());
        self.remembered.remove(question);
        self.revising = None;
        self.settle(data);
        Ok(())
    }

    /// Goes one question back; from the first one, or while revising, back to
    /// where the visitor came from. `false` when there is nothing to go back to.
    pub fn back(&mut self, data: &Dataset) -> bool {
        if self.revising.take().is_some() {
            return true;
        }
        let last = self.walk(data).situation.path.last().map(|(q, _)| (*q).to_owned());
        let Some((question, answer)) = last.and_then(|q| self.answers.remove_entry(&q)) else {
            return false;
        };
        self.remembered.insert(question, answer);
        self.dropped.clear();
        true
    }

    /// Shows an answered question again, or one that sharpens the outcome; the answers
    /// stay until a new one is given.
    pub fn revise(&mut self, data: &Dataset, question: &str) {
        if self.walk(data).situation.place_of(question).is_some() {
            self.revising = Some(question.to_owned());
        }
    }

    /// Forgets every answer.
    pub fn restart(&mut self) {
        *self = Self::new(self.on_call);
    }

    /// The answers on the path.
    pub fn answers(&self) -> &Answers {
        &self.answers
    }

    /// What the clock says.
    pub fn on_call(&self) -> bool {
        self.on_call
    }

    /// The question being looked at again.
    pub fn revising(&self) -> Option<&str> {
        self.revising.as_deref()
    }

    /// Answers that the last change made useless.
    pub fn dropped(&self) -> &[Given] {
        &self.dropped
    }

    /// Once a path is complete, what lies off it is dropped. Until then it is
    /// kept: the question may come up again further on.
    fn settle(&mut self, data: &Dataset) {
        let walk = self.walk(data);
        if !walk.is_complete() {
            return;
        }
        let path: Vec<String> = walk.situation.path.iter().map(|(q, _)| (*q).to_owned()).collect();
        let (kept, dropped): (Answers, Answers) =
            std::mem::take(&mut self.answers).into_iter().partition(|(q, _)| path.contains(q));
        self.answers = kept;
        let dropped = dropped.into_iter();
        self.dropped = dropped.map(|(question, answer)| Given { question, answer }).collect();
    }

    fn acceptable(&self, data: &Dataset, question: &str, answer: &str) -> Result<(), AnswerError> {
        let Some(asked) = data.question(question) else {
            let known = data.flow.questions.iter().map(|q| q.id.clone()).collect::<Vec<_>>();
            return Err(AnswerError::UnknownQuestion { given: question.to_owned(), known });
        };
        let walk = self.walk(data);
        let at = walk.situation.place_of(question);
        if at.is_none() && walk.next.is_none_or(|next| next.id != question) {
            return Err(AnswerError::NotAsked(question.to_owned()));
        }
        let offered = offered_at(asked, &walk.situation);
        if offered.contains(&answer) {
            return Ok(());
        }
        Err(AnswerError::UnknownAnswer {
            question: question.to_owned(),
            given: answer.to_owned(),
            offered: owned(offered),
        })
    }
}

fn owned(answers: Vec<&str>) -> Vec<String> {
    answers.into_iter().map(str::to_owned).collect()
}
