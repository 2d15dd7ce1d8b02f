//! An answer that is being given.

use leptos::prelude::*;

/// What a visitor is doing on the screen of a question. The answer itself is taken
/// when they go on.
#[derive(Clone, Copy)]
pub struct Draft {
    /// The answer chosen.
    pub chosen: RwSignal<Option<String>>,
    /// The commune typed.
    pub typed: RwSignal<String>,
    /// What keeps them from going on.
    pub problem: RwSignal<Option<String>>,
}

impl Draft {
    /// Nothing typed yet, the answer given before already chosen.
    pub fn new(remembered: Option<String>) -> Self {
        Self {
            chosen: RwSignal::new(remembered),
            typed: RwSignal::new(String::new()),
            problem: RwSignal::new(None),
        }
    }
}
