//! The way in from the page: what the custom element calls.
//!
//! Nothing here panics: a failure goes back to the script as an error, and the
//! script shows the fallback contacts. Should Rust stop dead all the same, the script
//! sees the trap (`src/embed/engine.js`).

use std::any::Any;
use std::cell::RefCell;
use std::sync::Arc;

use leptos::mount::mount_to_renderer;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

use super::app::app;
use super::host::Host;
use crate::config::surface;
use crate::model::{Dataset, Map, bundle};

thread_local! {
    static DATASET: RefCell<Option<Arc<Dataset>>> = const { RefCell::new(None) };
}

/// Reads the embedded dataset; called once per page, before any [`mount`].
///
/// # Errors
/// The dataset is not of the expected shape.
#[wasm_bindgen]
pub fn start(bytes: &[u8]) -> Result<(), JsValue> {
    DATASET.set(Some(Arc::new(read(bytes)?)));
    Ok(())
}

/// Mounts the widget in `root`, a `div` inside the element's shadow root.
///
/// `attributes` holds the host's, name, value, name, value…, each followed by
/// U+0000, which no attribute contains; `now` is the local time in Paris,
/// `YYYY-MM-DDTHH:MM`; `own` is the dataset that the page carries, read and judged,
/// shown instead of the embedded one.
///
/// # Errors
/// [`start`] has not succeeded, or `own` was made by another version.
#[wasm_bindgen]
pub fn mount(
    root: HtmlElement,
    attributes: &str,
    now: &str,
    own: Option<Vec<u8>>,
) -> Result<Mounted, JsValue> {
    let (mut attributes, now) = (pairs(attributes), now.to_owned());
    let dataset = if let Some(bytes) = own {
        Arc::new(read(&bytes)?)
    } else {
        attributes.remove(surface::DATASET);
        let embedded = DATASET.with_borrow(Clone::clone);
        embedded.ok_or_else(|| JsError::new("mount() before start()"))?
    };
    let host = Host::new(root.clone());
    let view = mount_to_renderer(&root, move || app(dataset, &attributes, &now, host));
    Ok(Mounted { _view: Box::new(view) })
}

fn read(bytes: &[u8]) -> Result<Dataset, JsError> {
    bundle::from_bytes(bytes).map_err(|e| JsError::new(&e.to_string()))
}

/// Names and values.
fn pairs(attributes: &str) -> Map<String> {
    let mut pairs = Map::new();
    let mut texts = attributes.split_terminator('\0');
    while let (Some(name), Some(value)) = (texts.next(), texts.next()) {
        pairs.insert(name.to_owned(), value.to_owned());
    }
    pairs
}

/// A mounted widget, kept by the custom element.
#[wasm_bindgen]
pub struct Mounted {
    // Held only to be dropped: that is what takes the view down.
    _view: Box<dyn Any>,
}

#[wasm_bindgen]
impl Mounted {
    /// Takes the widget off the page and frees what it held.
    pub fn unmount(self) {
        drop(self);
    }
}
