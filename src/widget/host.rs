//! The page around the widget: what it is told.

use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit, HtmlElement};

/// What a page is told about. No event carries an answer.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Event {
    /// Another screen is shown.
    Step,
    /// An outcome is shown.
    Done,
}

impl Event {
    /// The name that a page listens to.
    pub fn name(self) -> &'static str {
        match self {
            Self::Step => "orientation-palliative:step",
            Self::Done => "orientation-palliative:done",
        }
    }
}

/// The page's side of one widget.
#[derive(Clone, Debug)]
pub struct Host {
    root: HtmlElement,
}

impl Host {
    /// The page's side of the widget that is mounted in `root`.
    pub fn new(root: HtmlElement) -> Self {
        Self { root }
    }

    /// The `div` that the widget fills.
    pub fn root(&self) -> &HtmlElement {
        &self.root
    }

    /// Tells the page, which sees the event come from the custom element.
    pub fn emit(&self, event: Event) {
        let init = CustomEventInit::new();
        init.set_bubbles(true);
        init.set_composed(true);
        let sent = CustomEvent::new_with_event_init_dict(event.name(), &init)
            .and_then(|event| self.root.dispatch_event(&event));
        // A page that overrode the event machinery gets none; the visitor goes on.
        let _: Result<bool, JsValue> = sent;
    }
}
