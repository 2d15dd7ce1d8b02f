//! What one can look up: communes and departments by what people type, and how a
//! structure is reached.

mod communes;
mod contact;
mod date;
mod normalize;

pub use communes::{
    PlaceMatches, Understood, find_communes, find_departments, find_places, in_list_order,
    understand,
};
pub use contact::{needs_checking, phone_label, phone_link};
pub use date::date_in_words;
pub use normalize::fold;
