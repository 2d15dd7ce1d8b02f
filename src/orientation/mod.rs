//! The engine: from answers to an outcome. Pure: no browser, no clock of its own.

mod around;
mod calendar;
mod cell;
mod end;
mod explore;
mod nearest;
mod outcome;
mod reach;
mod rules;
mod session;
mod situation;
mod walk;

pub use around::{Around, around, in_row};
pub use calendar::{LocalTime, is_on_call, is_public_holiday};
pub use cell::{is_offered_in, is_theirs};
pub use end::end_of;
pub use explore::{Communes, each_path, fold_paths, more_paths_than, paths};
pub use nearest::distance_km;
pub use outcome::{Absence, Card, Given, Group, Next, Outcome, Reserved};
pub use reach::{fits, has_phone, is_emergency, may_call, people};
pub use rules::{elsewhere_card, outcome, outcome_of};
pub use session::{AnswerError, Asking, Screen, Session};
pub use situation::{Answers, Situation};
pub use walk::{Walk, offered_at, possible_answers, refines, walk};
