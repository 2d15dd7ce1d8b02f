//! Headings, whose level the host page chooses.

use leptos::html::{Custom, custom};
use leptos::prelude::*;

use super::visit::Visit;

/// A heading, `below` the highest one of the widget.
pub fn heading(visit: &Visit, below: u8, class: &'static str, text: String) -> AnyView {
    custom(tag(visit.level(below))).class(class).child(text).into_any()
}

/// The heading of a screen: the focus goes there when the screen is a new one, so
/// that it is read out and the keyboard goes on from there.
pub fn screen_heading(visit: &Visit, text: String) -> AnyView {
    let node: NodeRef<Custom<&'static str>> = NodeRef::new();
    if visit.draws_focus() {
        Effect::new(move |_| {
            if let Some(heading) = node.get() {
                // The focus is a help; without it the screen still shows.
                let _ = heading.focus();
            }
        });
    }
    custom(tag(visit.level(0)))
        .class("op-heading")
        .attr("tabindex", "-1")
        .attr("data-heading", "")
        .node_ref(node)
        .child(text)
        .into_any()
}

fn tag(level: u8) -> &'static str {
    match level {
        1 => "h1",
        2 => "h2",
        3 => "h3",
        4 => "h4",
        5 => "h5",
        _ => "h6",
    }
}
