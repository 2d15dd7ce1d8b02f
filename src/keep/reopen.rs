//! From a session to its link, and back.

use super::Link;
use crate::model::{Dataset, Join};
use crate::orientation::{Answers, Outcome, Session, outcome};

/// What has changed since a link was made.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum ChangedSince {
    /// Nothing that the outcome shows.
    Nothing,
    /// Only the hour: on-call hours instead of working hours, or the reverse.
    Hours,
    /// The data: the same answers lead to another outcome.
    Outcome,
    /// The questions: some of the answers lead nowhere any more. Those that still
    /// count are kept.
    Path,
    /// Everything: the link speaks of another filière. No answer is kept.
    Filiere,
}

/// A session that a link leads to.
#[derive(Clone, Debug)]
pub struct Reopened {
    /// The session, by the clock of now.
    pub session: Session,
    /// What has changed.
    pub since: ChangedSince,
}

/// The link of a session: the answers on its path.
pub fn link_of(data: &Dataset, session: &Session) -> Link {
    link_to(data, session, &outcome(data, session))
}

/// The link of a session whose outcome is known.
pub fn link_to(data: &Dataset, session: &Session, outcome: &Outcome) -> Link {
    Link {
        filiere: plain(&data.filiere.id),
        version: plain(&data.filiere.version),
        on_call: session.on_call(),
        fingerprint: fingerprint(outcome),
        answers: on_path(data, session),
    }
}

/// The session that a link leads to, when it is opened on hours that are, or are
/// not, on call.
pub fn reopen(data: &Dataset, on_call: bool, link: &Link) -> Reopened {
    if link.filiere != plain(&data.filiere.id) {
        return Reopened { session: Session::new(on_call), since: ChangedSince::Filiere };
    }
    let replay = |on_call, answers: &Answers| Session::replay(data, on_call, answers.clone());
    let then = replay(link.on_call, &link.answers);
    let kept = on_path(data, &then);
    let outcome_then = outcome(data, &then);
    // From what is kept, so that an answer off the path is not told as dropped.
    let session = replay(on_call, &kept);
    let now = fingerprint(&outcome(data, &session));
    // A link may be made on the way; one that was cut is not of the outcome it tells.
    let cut = !outcome_then.complete && fingerprint(&outcome_then) != link.fingerprint;
    let since = if cut || kept != link.answers {
        ChangedSince::Path
    } else if fingerprint(&outcome_then) != link.fingerprint {
        ChangedSince::Outcome
    } else if now != link.fingerprint {
        ChangedSince::Hours
    } else {
        ChangedSince::Nothing
    };
    Reopened { session, since }
}

/// A number that changes with whatever an outcome offers, or tells to be absent.
/// Words do not count: a sentence told better is no other outcome.
pub fn fingerprint(outcome: &Outcome) -> u32 {
    let mut hash = Fnv(0x811c_9dc5);
    for group in &outcome.groups {
        hash.add("group").add(&group.id).add(joined(group.join));
        for card in &group.cards {
            hash.add(&card.id).add(&card.kind).add(&card.territory).add(card.state.id());
        }
    }
    for absence in &outcome.absences {
        hash.add("absence").add(&absence.kind).add(&absence.territory).add(absence.state.id());
    }
    for reserved in &outcome.reserved {
        hash.add("reserved").add(&reserved.id).add(&reserved.kind);
    }
    hash.0
}

/// A word of its own: the shipped module has no `Debug` to write one with.
fn joined(join: Join) -> &'static str {
    match join {
        Join::And => "And",
        Join::Or => "Or",
        Join::Optional => "Optional",
    }
}

/// A name that a dataset chose freely, of the characters that a link may hold.
fn plain(name: &str) -> String {
    let plain = name.replace(|c: char| !(c.is_ascii_alphanumeric() || c == '.'), "-");
    let plain = plain.trim_matches(['-', '.']);
    if plain.is_empty() { "0".to_owned() } else { plain.to_owned() }
}

fn on_path(data: &Dataset, session: &Session) -> Answers {
    let path = session.walk(data).situation.path.into_iter();
    path.map(|(question, answer)| (question.to_owned(), answer.to_owned())).collect()
}

/// FNV-1a on 32 bits: the standard library promises no hash that stays the same
/// from one version to the next.
struct Fnv(u32);

impl Fnv {
    /// Adds a word, and the end of a word.
    fn add(&mut self, word: &str) -> &mut Self {
        for byte in word.bytes().chain([0]) {
            self.0 = (self.0 ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        }
        self
    }
}
