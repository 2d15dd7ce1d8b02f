//! The way in from the page: what the custom element calls.
//!
//! Nothing here panics: a failure goes back to the script as an error, and the
//! script shows the fallback contacts.

use std::any::Any;
use std::cell::RefCell;
use std::panic;
use std::sync::Arc;

use js_sys::Function;
use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

use super::app::App;
use super::host::Host;
use crate::model::Dataset;

thread_local! {
    static DATASET: RefCell<Option<Arc<Dataset>>> = const { RefCell::new(None) };
    static ON_PANIC: RefCell<Option<Function>> = const { RefCell::new(None) };
}

/// Reads the embedded dataset; called once per page, before any [`mount`].
///
/// `on_panic` is called with a message should the widget ever stop dead: nothing
/// may be called here after that.
///
/// # Errors
/// The dataset is not of the expected shape.
#[wasm_bindgen]
pub fn start(bundle_json: &str, on_panic: Function) -> Result<(), JsValue> {
    ON_PANIC.set(Some(on_panic));
    panic::set_hook(Box::new(|info| tell_panic(&info.to_string())));
    let dataset = serde_json::from_str(bundle_json).map_err(|e| JsError::new(&e.to_string()))?;
    DATASET.set(Some(Arc::new(dataset)));
    Ok(())
}

/// Mounts the widget in `root`, a `div` inside the element's shadow root.
///
/// `config_json` holds the host's attributes, values as strings; `now` is the
/// local time in Paris, `YYYY-MM-DDTHH:MM`.
///
/// # Errors
/// [`start`] has not succeeded.
#[wasm_bindgen]
pub fn mount(root: HtmlElement, config_json: String, now: String) -> Result<Mounted, JsValue> {
    let dataset = DATASET.with_borrow(Clone::clone);
    let dataset = dataset.ok_or_else(|| JsError::new("mount() before start()"))?;
    let host = Host::new(root.clone());
    let view = mount_to(root, move || view! { <App dataset config_json now host /> });
    Ok(Mounted { _view: Box::new(view) })
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

/// Calls the page's function for a panic, if it can still be reached.
fn tell_panic(message: &str) {
    let on_panic = ON_PANIC.try_with(|cell| cell.try_borrow().ok().and_then(|f| f.clone()));
    if let Ok(Some(on_panic)) = on_panic {
        // An error thrown by the page's function has nobody left to go to.
        let _ = on_panic.call1(&JsValue::NULL, &JsValue::from_str(message));
    }
}
