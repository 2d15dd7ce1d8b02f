//! Where a visitor stands among the questions.

use crate::model::{Dataset, Voice, ui};

use super::{Session, remaining};

/// Where a question stands: its number, and how many may follow it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Progress {
    /// The number of the question, from 1.
    pub number: usize,
    /// The fewest questions that may follow it.
    pub least: usize,
    /// The most questions that may follow it.
    pub most: usize,
}

impl Progress {
    /// Where the question that waits for an answer stands.
    pub fn of(data: &Dataset, session: &Session) -> Self {
        let done = session.walk(data).situation.path.len();
        // `remaining` counts the waiting question itself.
        let (least, most) = remaining(data, session.on_call(), session.answers());
        Self { number: done + 1, least: least.saturating_sub(1), most: most.saturating_sub(1) }
    }

    /// « Question 3, encore 2 ou 3 ».
    pub fn in_words(self, data: &Dataset, voice: Voice) -> String {
        let Self { number, least, most } = self;
        let key = match (least, most) {
            (_, 0) => ui::PROGRESS_LAST,
            (0, _) => ui::PROGRESS_AT_MOST,
            _ if least == most => ui::PROGRESS_EXACT,
            _ if least + 1 == most => ui::PROGRESS_OR,
            _ => ui::PROGRESS_RANGE,
        };
        let [number, least, most] = [number, least, most].map(|n| n.to_string());
        data.texts.fill(key, voice, &[("number", &number), ("least", &least), ("most", &most)])
    }
}
