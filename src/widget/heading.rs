//! Headings, whose level the host page chooses.

use super::el::{El, classed};
use super::visit::Visit;

/// A heading, `below` the highest one of the widget.
pub fn heading(visit: &Visit, below: u8, class: &'static str, text: String) -> El {
    classed(element(visit.level(below)), class).text(text)
}

/// The heading of a screen: the focus goes there when the screen is a new one, so
/// that it is read out and the keyboard goes on from there.
pub fn screen_heading(visit: &Visit, text: String) -> El {
    let heading =
        heading(visit, 0, "op-heading", text).attr("tabindex", "-1").attr("data-heading", "");
    if visit.draws_focus() { heading.focused() } else { heading }
}

fn element(level: u8) -> &'static str {
    match level {
        1 => "h1",
        2 => "h2",
        3 => "h3",
        4 => "h4",
        5 => "h5",
        _ => "h6",
    }
}
