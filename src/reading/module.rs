//! The optional second module: a dataset that a page carries, read in the browser.
//!
//! The widget reads bytes and has no JSON reader; a page that brings its own dataset
//! adds this module, which turns the JSON into these bytes or tells what is wrong.

use wasm_bindgen::prelude::*;

use super::from_inline;
use crate::model::bundle;

/// The bytes of a dataset, as the widget takes them, from its JSON.
///
/// # Errors
/// Every problem of the dataset, one a line, in French.
#[wasm_bindgen]
pub fn read(text: &str) -> Result<Vec<u8>, JsValue> {
    from_inline(text).map(|dataset| bundle::to_bytes(&dataset)).map_err(|problems| {
        let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
        JsValue::from_str(&lines.join("\n"))
    })
}
