//! Headings that say how they join what stands before.

use crate::model::{Dataset, Join, Voice, ui};
use crate::wording::capital;

/// A title after its joining word, as one heading: « Et une équipe de soins
/// palliatifs ». People skip words that stand between two cards, and whoever goes from
/// heading to heading never hears them.
pub fn joined(data: &Dataset, voice: Voice, join: Option<Join>, title: &str) -> String {
    let Some(join) = join else { return capital(title) };
    let word = data.texts.get(join_key(join), voice);
    capital(&format!("{word} {title}"))
}

/// The key of a joining word.
pub fn join_key(join: Join) -> &'static str {
    match join {
        Join::And => ui::JOIN_AND,
        Join::Or => ui::JOIN_OR,
        Join::Optional => ui::JOIN_OPTIONAL,
    }
}
