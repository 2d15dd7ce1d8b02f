//! What a browser shows. It decides nothing: it asks the pure modules and shows
//! their answers.

mod app;
pub mod host;
pub mod mount;
