//! The engine: from answers to an outcome. Pure: no browser, no clock of its own.

mod assemble;
mod calendar;
mod cell;
mod explore;
mod nearest;
mod outcome;
mod session;
mod situation;
mod walk;

pub use assemble::outcome;
pub use calendar::{LocalTime, is_on_call, is_public_holiday};
pub use explore::{Communes, paths, remaining};
pub use nearest::distance_km;
pub use outcome::{Absence, Card, Group, Next, Outcome, Reserved};
pub use session::{AnswerError, Screen, Session};
pub use situation::{Answers, Situation};
pub use walk::{Walk, possible_answers, walk};
