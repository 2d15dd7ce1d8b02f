//! What the script around the widget does for it: `src/embed/keep.js`, `src/embed/trail.js`.

use wasm_bindgen::prelude::*;
use web_sys::{Event, HtmlElement};

#[wasm_bindgen]
extern "C" {
    /// Copies a text; `done` is told whether it could be.
    #[wasm_bindgen(js_name = keepCopied)]
    pub fn copied(text: &str, done: &JsValue);
    /// Whether the system has its own way of sharing.
    #[wasm_bindgen(js_name = keepShareable)]
    pub fn shareable() -> bool;
    /// Shares a text; `failed` is called when it could not be.
    #[wasm_bindgen(js_name = keepShared)]
    pub fn shared(title: &str, text: &str, failed: &JsValue);
    /// Hands a file to the browser's downloads; whether it could be.
    #[wasm_bindgen(js_name = keepFile)]
    pub fn file(name: &str, kind: &str, text: &str) -> bool;
    /// The page that stands alone, resuming at a link; its own links lead to the
    /// address, where there is one.
    #[wasm_bindgen(js_name = keepPage)]
    pub fn page(link: &str, address: &str) -> String;
    /// Where links lead to: the given address, or the page's own.
    #[wasm_bindgen(js_name = keepAddress)]
    pub fn address(given: &str) -> String;
    /// Prints the sheet of the widget in which an event happened; `done` is told whether
    /// the browser took it up.
    #[wasm_bindgen(js_name = keepPrinted)]
    pub fn printed(event: &Event, done: &JsValue);
    /// Selects what the field of an event holds.
    #[wasm_bindgen(js_name = keepSelected)]
    pub fn selected(event: &Event);
    /// Tells the history that the widget in `root` shows that step; `back`: one that it
    /// has shown before.
    #[wasm_bindgen(js_name = keepStep)]
    pub fn step(root: &HtmlElement, number: u32, back: bool);
    /// Tells the steps that the browser goes back or forth to, until the element
    /// leaves the page.
    #[wasm_bindgen(js_name = keepHistory)]
    pub fn history(root: &HtmlElement, stepped: &JsValue);
    /// Takes the answers out of the page's address.
    #[wasm_bindgen(js_name = keepForgotten)]
    pub fn forgotten();
}
