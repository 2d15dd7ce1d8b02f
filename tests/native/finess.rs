//! The national register against the dataset, from the bytes of an extract to the files.

mod command;
mod extract;
mod reading;
