//! What needs no browser: `cargo test` alone runs it, and the unit tests beside the code.
//!
//! One program: the dataset is read once, and both cores are always at work.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod around;
mod command_line;
mod common;
mod communes;
mod config;
mod confirmed;
mod damaged;
mod dataset;
mod dataset_files;
mod diff;
mod drawing;
mod filiere;
mod finess;
mod former;
mod fuzz;
mod golden;
mod grammar;
mod import;
mod keep;
mod letters;
mod limits;
mod map;
mod mutation;
mod numbers;
mod orientation;
mod paper;
mod payloads;
mod poster;
mod references;
mod refinements;
mod review;
mod rooms;
mod search;
mod session;
mod sheet;
mod step;
mod surface;
mod table;
mod unnamed;
mod vignettes;
mod voices;
mod words;
mod wrong_values;
