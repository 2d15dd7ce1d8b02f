//! One kind of element for every view.
//!
//! In Leptos each shape of view is a type of its own, with its own compiled code
//! to build, change and remove it. The widget's screens are made afresh at each
//! step, and little in them follows signals: here an element is made at once, and
//! what follows signals is a render effect of one type. A [`El`] is a view of
//! Leptos like any other, but a hundred shapes share one piece of code.

mod dynamic;
mod value;

use std::any::Any;

use leptos::prelude::*;
use leptos::tachys::renderer::Rndr;
use leptos::tachys::renderer::types::{Element, Node};
use leptos::tachys::view::{Mountable, Render};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, HtmlElement};

use value::{Shown, TextValue};

const SVG: &str = "http://www.w3.org/2000/svg";

/// An element with its attributes and children.
pub struct El {
    element: Element,
    /// The listeners and effects of the element and of what it contains: they end
    /// when they are dropped.
    kept: Vec<Box<dyn Any>>,
}

/// An element without attributes or children.
pub fn el(name: &'static str) -> El {
    El { element: Rndr::create_element(name, None), kept: Vec::new() }
}

/// A radio button of the group of that name.
pub fn radio_button(group: &str) -> El {
    let radio = el("input").attr("type", "radio").attr("name", group);
    let leaving = Leaving(radio.element.clone());
    radio.keeping(leaving)
}

/// A radio button that leaves its group as it goes: Chromium keeps one that is taken out
/// of a shadow tree in the group, and its whole screen with it.
struct Leaving(Element);

impl Drop for Leaving {
    fn drop(&mut self) {
        let _ = self.0.remove_attribute("name");
    }
}

/// An element of a drawing.
pub fn svg(name: &'static str) -> El {
    El { element: Rndr::create_element(name, Some(SVG)), kept: Vec::new() }
}

/// An element with a class.
pub fn classed(name: &'static str, class: &'static str) -> El {
    el(name).attr("class", class)
}

/// A paragraph with a class and a text.
pub fn paragraph(class: &'static str, text: impl TextValue) -> El {
    classed("p", class).text(text)
}

/// A button that does something.
pub fn button(class: &'static str, text: String, press: impl FnMut() + 'static) -> El {
    pressed(class, text, Box::new(press))
}

fn pressed(class: &'static str, text: String, mut press: Box<dyn FnMut()>) -> El {
    classed("button", class).attr("type", "button").text(text).on("click", move |_| press())
}

impl El {
    /// With an attribute; one that is a closure follows signals.
    pub fn attr(self, name: &'static str, value: impl TextValue) -> Self {
        match value.into_shown() {
            Shown::Once(value) => {
                Rndr::set_attribute(&self.element, name, &value);
                self
            }
            Shown::Follows(value) => {
                let element = self.element.clone();
                let show = move |value: &str| Rndr::set_attribute(&element, name, value);
                self.follow_text(value, Box::new(show))
            }
        }
    }

    /// With a property, true or false, that follows signals.
    pub fn prop(self, name: &'static str, value: impl Fn() -> bool + 'static) -> Self {
        let element = self.element.clone();
        let set = move || Rndr::set_property(&element, name, &JsValue::from_bool(value()));
        self.follow(Box::new(set))
    }

    /// With the value of a field, which follows signals.
    pub fn value(self, value: impl Fn() -> String + 'static) -> Self {
        let element = self.element.clone();
        let show = move |value: &str| Rndr::set_property(&element, "value", &value.into());
        self.follow_text(Box::new(value), Box::new(show))
    }

    /// With a property of its style. Through the object model: a host may forbid
    /// style attributes.
    pub fn style(self, name: &str, value: &str) -> Self {
        Rndr::set_css_property(&Rndr::style(&self.element), name, value);
        self
    }

    /// With a listener.
    pub fn on(self, event: &'static str, listener: impl FnMut(Event) + 'static) -> Self {
        self.listen(event, Box::new(listener))
    }

    /// Doing something as soon as it is in the page.
    pub fn arriving(self, act: fn(&HtmlElement)) -> Self {
        let element: HtmlElement = self.element.clone().unchecked_into();
        queue_microtask(move || act(&element));
        self
    }

    /// Drawing the focus to itself as soon as it is in the page.
    pub fn focused(self) -> Self {
        self.arriving(|element| {
            // The focus is a help; without it the page still shows what is new.
            let _ = element.focus();
        })
    }

    /// With a text. One that is a closure follows signals, and is all that the element holds:
    /// what translates a page puts other nodes in the place of a text.
    pub fn text(self, text: impl TextValue) -> Self {
        match text.into_shown() {
            Shown::Once(text) => {
                Rndr::insert_node(&self.element, &Rndr::create_text_node(&text), None);
                self
            }
            Shown::Follows(text) => {
                let element = self.element.clone();
                self.follow_text(text, Box::new(move |text| element.set_text_content(Some(text))))
            }
        }
    }

    /// With a child.
    pub fn child(mut self, child: Self) -> Self {
        Rndr::insert_node(&self.element, &child.element, None);
        self.kept.extend(child.kept);
        self
    }

    /// With children.
    pub fn children(self, children: impl IntoIterator<Item = Self>) -> Self {
        let mut children = children.into_iter();
        self.adopt(&mut || children.next())
    }

    /// Running at once, and again whenever a signal that was read changes.
    pub fn following(self, update: impl FnMut() + 'static) -> Self {
        self.follow(Box::new(update))
    }

    /// Keeping a value for as long as it lives.
    pub fn keeping(mut self, value: impl Any) -> Self {
        self.kept.push(Box::new(value));
        self
    }

    fn adopt(self, next: &mut dyn FnMut() -> Option<Self>) -> Self {
        let mut tag = self;
        while let Some(child) = next() {
            tag = tag.child(child);
        }
        tag
    }

    fn listen(self, event: &str, listener: Box<dyn FnMut(Event)>) -> Self {
        let listener = Closure::wrap(listener);
        let function = listener.as_ref().unchecked_ref();
        // A page that overrode the event machinery has no widget to speak of.
        let _ = self.element.add_event_listener_with_callback(event, function);
        self.keeping(listener)
    }
}

impl Render for El {
    type State = Self;

    fn build(self) -> Self {
        self
    }

    fn rebuild(self, state: &mut Self) {
        state.element.replace_with_with_node_1(&self.element).unwrap_or_default();
        *state = self;
    }
}

impl Mountable for El {
    fn unmount(&mut self) {
        // What is kept ends while the element still stands.
        self.kept.clear();
        self.element.remove();
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        Rndr::insert_node(parent, &self.element, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        Rndr::get_parent(&self.element)
            .is_some_and(|parent| child.try_mount(parent.unchecked_ref(), Some(&self.element)))
    }

    fn elements(&self) -> Vec<Element> {
        vec![self.element.clone()]
    }
}
