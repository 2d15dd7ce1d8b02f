//! What a browser shows. It decides nothing: it asks the pure modules and shows
//! their answers.

// The props of a component are its own.
#![allow(clippy::needless_pass_by_value)]

mod actions;
mod answers;
mod app;
mod block;
mod browse;
mod card;
mod choice;
mod commune;
mod contact;
mod draft;
mod el;
mod emergency;
mod footer;
mod heading;
mod history;
pub mod host;
mod keep;
pub mod mount;
mod outcome;
mod outside;
mod paper;
mod question;
mod source;
mod stop;
mod views;
mod visit;
