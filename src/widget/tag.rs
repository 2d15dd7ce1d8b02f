//! One kind of element for every view.
//!
//! In Leptos each shape of view is a type of its own, with its own compiled code
//! to build, change and remove it. Here an element holds its attributes and its
//! children erased, so that a hundred shapes share one piece of code: the whole
//! widget is less than half as large that way.

use leptos::attr::any_attribute::{AnyAttribute, IntoAnyAttribute};
use leptos::attr::custom::custom_attribute;
use leptos::ev;
use leptos::html::{Custom, custom};
use leptos::prelude::*;
use leptos::tachys::html::event::on;
use leptos::tachys::html::node_ref::node_ref;
use leptos::tachys::html::property::prop;
use web_sys::Event;

/// A reference to an element once it is in the page.
pub type TagRef = NodeRef<Custom<&'static str>>;

/// An element with its attributes and children.
pub struct Tag {
    name: &'static str,
    attributes: Vec<AnyAttribute>,
    children: Vec<AnyView>,
}

/// An element without attributes or children.
pub fn tag(name: &'static str) -> Tag {
    Tag { name, attributes: Vec::new(), children: Vec::new() }
}

/// An element with a class.
pub fn classed(name: &'static str, class: &'static str) -> Tag {
    tag(name).attr("class", class)
}

/// A paragraph with a class and a text.
pub fn paragraph(class: &'static str, text: impl Into<String>) -> Tag {
    classed("p", class).text(text)
}

/// A button that does something.
pub fn button(class: &'static str, text: String, press: impl FnMut() + 'static) -> Tag {
    let mut press = press;
    classed("button", class).attr("type", "button").text(text).on("click", move |_| press())
}

impl Tag {
    /// With an attribute.
    pub fn attr(mut self, name: &'static str, value: impl Into<String>) -> Self {
        let value: String = value.into();
        self.attributes.push(custom_attribute(name, value).into_any_attr());
        self
    }

    /// With an attribute that follows signals.
    pub fn live_attr(
        mut self,
        name: &'static str,
        value: impl Fn() -> String + Send + 'static,
    ) -> Self {
        let value: Box<dyn FnMut() -> String + Send> = Box::new(value);
        self.attributes.push(custom_attribute(name, value).into_any_attr());
        self
    }

    /// With a property, true or false, that follows signals.
    pub fn live_flag(
        mut self,
        name: &'static str,
        value: impl Fn() -> bool + Send + 'static,
    ) -> Self {
        let value: Box<dyn FnMut() -> bool + Send> = Box::new(value);
        self.attributes.push(prop(name, value).into_any_attr());
        self
    }

    /// With a property that follows signals.
    pub fn live_value(
        mut self,
        name: &'static str,
        value: impl Fn() -> String + Send + 'static,
    ) -> Self {
        let value: Box<dyn FnMut() -> String + Send> = Box::new(value);
        self.attributes.push(prop(name, value).into_any_attr());
        self
    }

    /// With a listener.
    pub fn on(mut self, event: &'static str, listener: impl FnMut(Event) + 'static) -> Self {
        let listener: Box<dyn FnMut(Event)> = Box::new(listener);
        self.attributes.push(on(ev::Custom::<Event>::new(event), listener).into_any_attr());
        self
    }

    /// With a reference to be filled in once the element is in the page.
    pub fn node_ref(mut self, node: TagRef) -> Self {
        self.attributes.push(node_ref(node).into_any_attr());
        self
    }

    /// With a text.
    pub fn text(mut self, text: impl Into<String>) -> Self {
        let text: String = text.into();
        self.children.push(text.into_any());
        self
    }

    /// With a text that follows signals.
    pub fn live_text(mut self, text: impl Fn() -> String + Send + 'static) -> Self {
        let text: Box<dyn FnMut() -> String + Send> = Box::new(text);
        self.children.push(text.into_any());
        self
    }

    /// With a child.
    pub fn child(mut self, child: Self) -> Self {
        self.children.push(child.view());
        self
    }

    /// With children.
    pub fn children(mut self, children: impl IntoIterator<Item = Self>) -> Self {
        self.children.extend(children.into_iter().map(Self::view));
        self
    }

    /// With children that follow signals.
    pub fn live_children(mut self, children: impl Fn() -> Vec<Self> + Send + 'static) -> Self {
        let children = move || children().into_iter().map(Self::view).collect();
        let children: Box<dyn FnMut() -> Vec<AnyView> + Send> = Box::new(children);
        self.children.push(children.into_any());
        self
    }

    /// The element as a view.
    pub fn view(self) -> AnyView {
        let Self { name, attributes, children } = self;
        custom(name).child(children).add_any_attr(attributes).into_any()
    }
}

/// Draws the focus to an element as soon as it is in the page.
pub fn focus_on_arrival(node: TagRef) {
    Effect::new(move |_| {
        if let Some(element) = node.get() {
            // The focus is a help; without it the page still shows what is new.
            let _ = element.focus();
        }
    });
}
