//! What is known of a visitor at one point of the flow.

use super::Given;
use crate::model::{
    Commune, Dataset, HOURS, Map, QUESTION_HOURS, Question, QuestionKind, TERRITORY_ELSEWHERE,
    TERRITORY_UNKNOWN, UNKNOWN, VAR_HOURS, VAR_TERRITORY, Voice, When,
};

/// Answers by question: ids on both sides.
pub type Answers = Map<String>;

/// The answers given so far on a path, and what follows from them.
#[derive(Clone, Debug)]
pub struct Situation<'a> {
    /// The dataset the ids belong to.
    pub data: &'a Dataset,
    /// What the clock says: whether it is on-call time.
    pub on_call: bool,
    /// Questions and answers, in the order of the path.
    pub path: Vec<(&'a str, &'a str)>,
    /// Refinements not answered, which count as answered by [`UNKNOWN`]: how many
    /// answers were given before, and the question.
    assumed: Vec<(usize, &'a str)>,
    /// What was answered to the commune question: looked up once, asked by almost
    /// every condition and every structure.
    place: Option<Locality<'a>>,
}

/// An answer to the commune question.
#[derive(Clone, Copy, Debug)]
struct Locality<'a> {
    answer: &'a str,
    /// The value of [`VAR_TERRITORY`].
    territory: &'a str,
    /// The commune, when it is one of the filière.
    commune: Option<&'a Commune>,
}

impl<'a> Situation<'a> {
    /// The situation of somebody who has not answered yet.
    pub fn start(data: &'a Dataset, on_call: bool) -> Self {
        Self { data, on_call, path: Vec::new(), assumed: Vec::new(), place: None }
    }

    /// Adds an answer at the end of the path.
    pub fn push(&mut self, question: &'a Question, answer: &'a str) {
        self.path.push((&question.id, answer));
        if question.kind == QuestionKind::Commune {
            self.place = Some(place(self.data, answer));
        }
    }

    /// Takes a refinement as answered by [`UNKNOWN`].
    pub fn assume(&mut self, question: &'a Question) {
        self.assumed.push((self.path.len(), &question.id));
    }

    /// How many answers were given before a question that was asked or offered.
    pub fn place_of(&self, question: &str) -> Option<usize> {
        let asked = self.path.iter().position(|(asked, _)| *asked == question);
        let offered = || self.assumed.iter().find(|(_, offered)| *offered == question);
        asked.or_else(|| offered().map(|(before, _)| *before))
    }

    /// Keeps the first answers of the path only.
    pub fn truncate(&mut self, length: usize) {
        self.assumed.retain(|(before, _)| *before <= length);
        let dropped = self.path.split_off(length.min(self.path.len()));
        // By the question: another one may have an answer of the same name.
        let placed = self.commune_question();
        if dropped.iter().any(|(question, _)| Some(*question) == placed) {
            self.place = None;
        }
    }

    /// The value of a variable: an answer, or one of the derived variables.
    pub fn value(&self, var: &str) -> Option<&'a str> {
        match var {
            VAR_TERRITORY => self.place.map(|place| place.territory),
            VAR_HOURS => Some(self.hours()),
            question => self.answer(question).or_else(|| self.assumption(question)),
        }
    }

    fn assumption(&self, question: &str) -> Option<&'a str> {
        self.assumed.iter().any(|(_, assumed)| *assumed == question).then_some(UNKNOWN)
    }

    /// The answer to a question, if it was given.
    pub fn answer(&self, question: &str) -> Option<&'a str> {
        self.path.iter().find(|(q, _)| *q == question).map(|(_, a)| *a)
    }

    /// Whether a condition holds.
    pub fn holds(&self, when: &When) -> bool {
        when.holds(|var| self.value(var))
    }

    /// The answers that make a condition hold, each once, in the order in which they
    /// were given; what only the clock says comes last.
    pub fn reason(&self, when: &When) -> Option<Vec<Given>> {
        let vars = when.reason(|var| self.value(var))?;
        // What nobody said is no reason.
        let said = vars.into_iter().filter(|var| self.assumption(var).is_none());
        let mut why: Vec<Given> = said.map(|var| self.said(var)).collect();
        why.sort_by_key(|given| {
            let asked = |(question, _): &(&str, &str)| *question == given.question;
            self.path.iter().position(asked).unwrap_or(usize::MAX)
        });
        why.dedup();
        Some(why)
    }

    /// The commune of the visitor, when it is one of the filière.
    pub fn commune(&self) -> Option<&'a Commune> {
        self.place?.commune
    }

    /// What was answered to the commune question.
    pub fn commune_answer(&self) -> Option<&'a str> {
        self.place.map(|place| place.answer)
    }

    /// The voice in which this visitor is spoken to.
    pub fn voice(&self) -> Voice {
        let spoken = self.data.flow.voices.iter().find(|spoken| self.holds(&spoken.when));
        spoken.map_or(Voice::Anyone, |spoken| spoken.voice)
    }

    /// Whether the hours that count, chosen or read from the clock, are on call.
    pub fn is_on_call(&self) -> bool {
        self.hours() == HOURS[1]
    }

    /// The visitor's word on the hour wins over the clock.
    fn hours(&self) -> &'a str {
        let clock = HOURS[usize::from(self.on_call)];
        self.answer(QUESTION_HOURS).filter(|a| HOURS.contains(a)).unwrap_or(clock)
    }

    fn commune_question(&self) -> Option<&'a str> {
        let questions = &self.data.flow.questions;
        let question = questions.iter().find(|q| q.kind == QuestionKind::Commune)?;
        Some(&question.id)
    }

    /// A variable as the visitor said it: a derived one is told by the answer it
    /// comes from, where there is one.
    fn said(&self, var: &str) -> Given {
        let given = |question: &str| self.answer(question).map(|a| Given::new(question, a));
        let from_answer = match var {
            VAR_TERRITORY => self.commune_question().and_then(given),
            VAR_HOURS => given(QUESTION_HOURS).filter(|given| given.answer != UNKNOWN),
            question => given(question),
        };
        from_answer.unwrap_or_else(|| Given::new(var, self.value(var).unwrap_or_default()))
    }
}

/// Where an answer to the commune question lies.
fn place<'a>(data: &'a Dataset, answer: &'a str) -> Locality<'a> {
    let commune = data.commune(answer);
    let territory = match commune {
        Some(commune) => &commune.territory,
        None if answer == UNKNOWN => TERRITORY_UNKNOWN,
        None => TERRITORY_ELSEWHERE,
    };
    Locality { answer, territory, commune }
}
