//! What a drawing says, before anything has a place: the questions and ends, in which
//! cases each rule speaks, and all of it in words. Pure.

pub mod audience;
pub mod cover;
pub mod directory;
pub mod entry;
pub mod graph;
pub mod label;
pub mod panel;
pub mod paths;
pub mod phrase;
pub mod shared;
pub mod words;
