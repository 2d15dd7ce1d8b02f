//! The workshop: a coordinator revises the pathway in a browser, and gets a new widget
//! out. It shows what `revision`, `check`, `comparison` and `packaging` say, and decides
//! nothing. A module of its own: none of it is in the widget.

// The props of a component are its own; handlers take what the browser gives them.
#![allow(clippy::needless_pass_by_value)]
// A component is a piece of markup: what it decides stands elsewhere.
#![allow(clippy::too_many_lines)]

mod app;
mod beside;
mod bridge;
mod changes;
mod desk;
mod either;
mod faults;
mod field;
mod filters;
mod flow;
mod form;
mod grid;
mod list;
mod publish;
mod raw;
mod register;
mod roles;
mod sentences;
mod structures;
mod verify;
mod view;
mod welcome;
mod words;
mod work;

use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

/// Shows the workshop in an element of its page.
#[wasm_bindgen]
pub fn show(root: HtmlElement) {
    root.set_text_content(None);
    leptos::mount::mount_to(root, app::App).forget();
}
