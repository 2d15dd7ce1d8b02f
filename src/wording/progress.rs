//! Where a visitor stands among the questions.

use crate::model::{Dataset, Voice, ui};

use crate::orientation::Session;

/// « Question 3 »: how many follow depends on the answers, and a count that jumps tells
/// nothing.
pub fn progress(data: &Dataset, session: &Session, voice: Voice) -> String {
    let number = session.walk(data).situation.path.len() + 1;
    data.texts.say(&ui::progress(&number.to_string()), voice)
}
