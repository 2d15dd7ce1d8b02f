//! The way in from the page: what the custom element calls.
//!
//! Nothing here panics: a failure goes back to the script as an error, and the
//! script shows the fallback contacts. Should Rust stop dead all the same, the script
//! sees the trap (`src/embed/engine.js`).

use leptos::prelude::*;
use std::any::Any;
use std::cell::{OnceCell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use leptos::mount::mount_to_renderer;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

use super::app::{app, begin};
use super::host::Host;
use super::visit::Visit;
use crate::config::surface;
use crate::keep::link_to;
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
/// `YYYY-MM-DDTHH:MM`; `own` is the dataset that the page carries, read and checked,
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
    let visit = Rc::new(OnceCell::new());
    let begun = Rc::clone(&visit);
    let view = mount_to_renderer(&root, move || {
        app(begun.get_or_init(|| begin(dataset, &attributes, &now)), host)
    });
    Ok(Mounted { visit, _view: Box::new(view) })
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
    visit: Rc<OnceCell<Visit>>,
    // Held only to be dropped: that is what takes the view down.
    _view: Box<dyn Any>,
}

#[wasm_bindgen]
impl Mounted {
    /// The answers given, as the link to them; empty where there are none. A page may
    /// take the element out and put it back.
    pub fn answers(&self) -> String {
        let link = self.visit.get().map(|visit| {
            visit.latest.with_untracked(|step| link_to(&visit.data, &step.session, &step.outcome))
        });
        link.filter(|link| !link.answers.is_empty()).map_or(String::new(), |link| link.encode())
    }

    /// Takes the widget off the page and frees what it held.
    pub fn unmount(self) {
        drop(self);
    }
}
