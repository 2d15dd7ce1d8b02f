//! The browser's own way back, which walks through the questions and out of the views.
//! The history holds the numbers of the steps; what was answered stays in memory.

use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

use super::el::El;
use super::host::Host;
use super::outside;
use super::visit::Visit;
use crate::config::View;
use crate::wording::Step;

/// What was shown at one place of the history.
#[derive(Clone)]
struct HistoryEntry {
    step: Arc<Step>,
    view: View,
}

/// The places that a visit has come through, and at which it stands.
struct Trail {
    root: HtmlElement,
    all: Vec<HistoryEntry>,
    at: usize,
}

/// Follows the visit in the browser's history, and the history in the visit.
pub fn follow(root: El, visit: &Visit, host: &Host) -> El {
    let first =
        HistoryEntry { step: Arc::clone(&visit.step), view: visit.browse.view.get_untracked() };
    let trail = Trail { root: host.root().clone(), all: vec![first], at: 0 };
    let trail = Rc::new(RefCell::new(trail));
    let own = Rc::clone(&trail);
    let shown = visit.clone();
    let record = move || {
        let place = HistoryEntry { step: shown.latest.get(), view: shown.browse.view.get() };
        own.borrow_mut().record(place);
    };
    let visit = visit.clone();
    let stepped = Closure::<dyn FnMut(u32)>::new(move |number: u32| {
        let HistoryEntry { step, view } = trail.borrow_mut().go(number);
        visit.browse.view.set(view);
        visit.show(step);
    });
    outside::history(host.root(), stepped.as_ref());
    // The closure ends with the view; the script forgets it before that.
    root.following(record).keeping(stepped)
}

impl Trail {
    /// Takes note of what the visitor came to by the widget itself.
    fn record(&mut self, place: HistoryEntry) {
        if place.is(&self.all[self.at]) {
            self.all[self.at] = place;
        } else if self.at > 0 && place.is(&self.all[self.at - 1]) {
            // The widget's own way back: the browser goes along.
            self.at -= 1;
            self.all[self.at] = place;
            self.tell(true);
        } else if place.has_the_answers_of(&self.all[0])
            && !place.has_the_answers_of(&self.all[self.at])
        {
            // Begun afresh: nothing of what was answered can be gone back to.
            self.all = vec![place];
            self.at = 0;
            self.tell(true);
        } else {
            self.at += 1;
            self.all.truncate(self.at);
            self.all.push(place);
            self.tell(false);
        }
    }

    fn tell(&self, back: bool) {
        outside::step(&self.root, u32::try_from(self.at).unwrap_or_default(), back);
    }

    /// Goes to a place; to the first one, where that place is forgotten.
    fn go(&mut self, number: u32) -> HistoryEntry {
        let number = usize::try_from(number).unwrap_or_default();
        self.at = if number < self.all.len() { number } else { 0 };
        self.all[self.at].clone()
    }
}

impl HistoryEntry {
    fn is(&self, other: &Self) -> bool {
        self.view == other.view && self.has_the_answers_of(other)
    }

    fn has_the_answers_of(&self, other: &Self) -> bool {
        let (own, known) = (&self.step.session, &other.step.session);
        own.answers() == known.answers() && own.revising() == known.revising()
    }
}
