//! What a visitor looks at beside the questions.

use leptos::prelude::*;

use crate::config::View;

/// What a visitor is looking at. It is kept while they look elsewhere.
#[derive(Clone, Copy)]
pub struct BrowseState {
    /// The view on display.
    pub view: RwSignal<View>,
    /// What they typed in the directory.
    pub typed: RwSignal<String>,
    /// The commune they chose; empty: none.
    pub commune: RwSignal<String>,
}

impl BrowseState {
    /// Somebody who has just arrived at a view.
    pub fn at(view: View) -> Self {
        Self {
            view: RwSignal::new(view),
            typed: RwSignal::new(String::new()),
            commune: RwSignal::new(String::new()),
        }
    }

    /// Whether something was typed or chosen; follows both.
    pub fn holds_anything(self) -> bool {
        !(self.typed.with(String::is_empty) && self.commune.with(String::is_empty))
    }

    /// Forgets what was typed and chosen; the view stays.
    pub fn forget(self) {
        self.typed.set(String::new());
        self.commune.set(String::new());
    }
}
