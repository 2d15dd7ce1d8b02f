//! What of an element follows signals.

use std::mem;

use leptos::prelude::*;
use leptos::tachys::renderer::Rndr;
use leptos::tachys::renderer::types::Node;
use leptos::tachys::view::Mountable;

use super::El;

impl El {
    /// With children that follow signals: all are made afresh at each change.
    pub fn dynamic(self, children: impl Fn() -> Vec<Self> + 'static) -> Self {
        self.follow_children(Box::new(children))
    }

    fn follow_children(self, children: Box<dyn Fn() -> Vec<Self>>) -> Self {
        let marker = Rndr::create_placeholder();
        Rndr::insert_node(&self.element, &marker, None);
        let parent = self.element.clone();
        let mut shown = Vec::new();
        self.follow(Box::new(move || {
            let fresh = children();
            for tag in &fresh {
                Rndr::insert_node(&parent, &tag.element, Some(&marker));
            }
            mem::replace(&mut shown, fresh).iter_mut().for_each(Mountable::unmount);
        }))
    }

    /// With children named by keys that follow signals: a child whose key stays is
    /// left in its place, with the focus it may have. `make` owns no signals.
    pub fn keyed(
        self,
        keys: impl Fn() -> Vec<String> + 'static,
        make: impl Fn(&str) -> Self + 'static,
    ) -> Self {
        let parent = self.element.clone();
        let mut shown: Vec<(String, Self)> = Vec::new();
        self.follow(Box::new(move || {
            let keys = keys();
            shown.iter_mut().filter(|(key, _)| !keys.contains(key)).for_each(|(_, t)| t.unmount());
            shown.retain(|(key, _)| keys.contains(key));
            let mut next: Option<Node> = Rndr::first_child(&parent);
            for key in keys {
                let at = shown.iter().position(|(own, _)| *own == key).unwrap_or_else(|| {
                    let tag = make(&key);
                    shown.push((key, tag));
                    shown.len() - 1
                });
                let node: &Node = &shown[at].1.element;
                if next.as_ref() == Some(node) {
                    next = Rndr::next_sibling(node);
                } else {
                    Rndr::insert_node(&parent, node, next.as_ref());
                }
            }
        }))
    }

    /// Shows a text, and shows it again each time it changes.
    pub(super) fn follow_text(
        self,
        text: Box<dyn Fn() -> String>,
        show: Box<dyn Fn(&str)>,
    ) -> Self {
        let mut shown = None;
        self.follow(Box::new(move || {
            let text = text();
            if shown.as_ref() != Some(&text) {
                show(&text);
                shown = Some(text);
            }
        }))
    }

    /// Runs at once, and again whenever a signal that was read changes.
    pub(super) fn follow(self, mut update: Box<dyn FnMut()>) -> Self {
        self.keeping(RenderEffect::new(move |_| update()))
    }
}
