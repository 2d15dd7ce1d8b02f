//! The ways back, on every screen but the first.

use super::el::{El, button};
use super::visit::Visit;
use crate::model::ui;

/// One question back.
pub fn back_button(visit: &Visit, text: &str) -> El {
    let label = visit.text(text);
    let visit = visit.clone();
    button("op-quiet", label, move || visit.back()).attr("data-action", "back")
}

/// Everything forgotten.
pub fn restart_button(visit: &Visit) -> El {
    let label = visit.text(ui::RESTART);
    let visit = visit.clone();
    button("op-quiet", label, move || visit.restart()).attr("data-action", "restart")
}
