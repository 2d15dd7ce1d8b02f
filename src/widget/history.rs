//! The browser's own way back, which walks through the questions and out of the views.
//! The history holds the numbers of the steps; what was answered stays in memory.

use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

use super::host::Host;
use super::live::Live;
use super::outside;
use super::tag::Tag;
use super::visit::Visit;
use crate::config::View;
use crate::orientation::Session;

/// What was shown at one step.
#[derive(Clone)]
struct Step {
    session: Session,
    view: View,
}

/// The steps of a visit, and where among them it stands.
struct Steps {
    root: HtmlElement,
    all: Vec<Step>,
    at: usize,
}

/// Follows the visit in the browser's history, and the history in the visit.
pub fn follow(root: Tag, visit: &Visit, host: &Host) -> Tag {
    let first =
        Step { session: visit.session.get_untracked(), view: visit.looking.view.get_untracked() };
    let steps = Live::new(Steps { root: host.root().clone(), all: vec![first], at: 0 });
    let shown = visit.clone();
    let record = move || {
        let step = Step { session: shown.session.get(), view: shown.looking.view.get() };
        steps.update(|steps| steps.record(step));
    };
    let visit = visit.clone();
    let stepped = Closure::<dyn FnMut(u32)>::new(move |number: u32| {
        steps.update(|steps| steps.go(number));
        let Step { session, view } = steps.with_untracked(|steps| steps.all[steps.at].clone());
        visit.looking.view.set(view);
        visit.show(session);
    });
    outside::history(host.root(), stepped.as_ref());
    // The closure ends with the view; the script forgets it before that.
    root.following(record).keeping(stepped)
}

impl Steps {
    /// Takes note of what the visitor came to by the widget itself.
    fn record(&mut self, step: Step) {
        if step.is(&self.all[self.at]) {
            self.all[self.at] = step;
        } else if self.at > 0 && step.is(&self.all[self.at - 1]) {
            // The widget's own way back: the browser goes along.
            self.at -= 1;
            self.all[self.at] = step;
            self.tell(true);
        } else if step.has_the_answers_of(&self.all[0])
            && !step.has_the_answers_of(&self.all[self.at])
        {
            // Begun afresh: nothing of what was answered can be gone back to.
            self.all = vec![step];
            self.at = 0;
            self.tell(true);
        } else {
            self.at += 1;
            self.all.truncate(self.at);
            self.all.push(step);
            self.tell(false);
        }
    }

    fn tell(&self, back: bool) {
        outside::step(&self.root, u32::try_from(self.at).unwrap_or_default(), back);
    }

    /// Goes to a step; to the first one, where the step is forgotten.
    fn go(&mut self, number: u32) {
        let number = usize::try_from(number).unwrap_or_default();
        self.at = if number < self.all.len() { number } else { 0 };
    }
}

impl Step {
    fn is(&self, other: &Self) -> bool {
        self.view == other.view && self.has_the_answers_of(other)
    }

    fn has_the_answers_of(&self, other: &Self) -> bool {
        let (own, known) = (&self.session, &other.session);
        own.answers() == known.answers() && own.revising() == known.revising()
    }
}
