//! The browser's own way back, where the page lets it walk through the questions.
//! The history holds the numbers of the steps; what was answered stays in memory.

use wasm_bindgen::prelude::*;

use super::host::Host;
use super::live::Live;
use super::outside;
use super::tag::Tag;
use super::visit::Visit;
use crate::orientation::Session;

/// The steps of a visit, and where among them it stands.
struct Steps {
    sessions: Vec<Session>,
    at: usize,
}

/// Follows the visit in the browser's history, and the history in the visit.
pub fn follow(root: Tag, visit: &Visit, host: &Host) -> Tag {
    outside::step(0, true);
    let first = visit.session.get_untracked();
    let steps = Live::new(Steps { sessions: vec![first], at: 0 });
    let session = visit.session;
    let record = move || session.with(|session| steps.update(|s| s.record(session)));
    let visit = visit.clone();
    let stepped = Closure::<dyn FnMut(u32)>::new(move |number: u32| {
        let number = usize::try_from(number).unwrap_or_default();
        // A widget that has left the page hears nothing more.
        if steps.is_there() {
            visit.show(steps.update(|steps| steps.go(number)));
        }
    });
    outside::history(host.root(), &stepped.into_js_value());
    root.following(record)
}

impl Steps {
    /// Takes note of a session that the visitor came to by the widget itself.
    fn record(&mut self, session: &Session) {
        if self.is_at(self.at, session) {
            self.sessions[self.at] = session.clone();
        } else if self.at > 0 && self.is_at(self.at - 1, session) {
            // The widget's own way back: the browser goes along.
            self.sessions[self.at - 1] = session.clone();
            self.at -= 1;
            outside::back();
        } else if self.is_at(0, session) {
            // Begun afresh: nothing of what was answered can be gone back to.
            *self = Self { sessions: vec![session.clone()], at: 0 };
            outside::step(0, false);
        } else {
            self.at += 1;
            self.sessions.truncate(self.at);
            self.sessions.push(session.clone());
            outside::step(u32::try_from(self.at).unwrap_or_default(), false);
        }
    }

    /// The session of a step; of the first one, where the step is forgotten.
    fn go(&mut self, number: usize) -> Session {
        self.at = if number < self.sessions.len() { number } else { 0 };
        self.sessions[self.at].clone()
    }

    fn is_at(&self, step: usize, session: &Session) -> bool {
        let known = &self.sessions[step];
        known.answers() == session.answers() && known.revising() == session.revising()
    }
}
