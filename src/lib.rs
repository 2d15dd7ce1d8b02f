//! Orientation in a palliative-care pathway, embeddable in any page.
//!
//! The modules stand in reading order: what the data says, what follows from a
//! visitor's answers, what one can look up, and only then what a browser shows
//! and what the native tool does. Everything above `widget` is pure: it names no
//! browser type and is tested natively.

pub mod model;
pub mod orientation;
pub mod wording;

pub mod check;
pub mod config;
pub mod directory;
pub mod keep;
#[cfg(feature = "reading")]
pub mod reading;
#[cfg(feature = "revision")]
pub mod review;

#[cfg(feature = "revision")]
pub mod comparison;
#[cfg(feature = "revision")]
pub mod drawing;
#[cfg(feature = "revision")]
pub mod markup;
#[cfg(feature = "revision")]
pub mod packaging;
#[cfg(feature = "revision")]
pub mod revision;
#[cfg(all(feature = "tool", not(target_arch = "wasm32")))]
pub mod tool;
// Two modules, never one: each carries what it needs only.
#[cfg(all(feature = "widget", target_arch = "wasm32"))]
pub mod widget;
#[cfg(all(feature = "workshop", target_arch = "wasm32"))]
pub mod workshop;
