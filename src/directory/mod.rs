//! What one can look up: communes, departments and structures by what people type,
//! how a structure is reached, and what a term means.

mod communes;
mod contact;
mod coverage;
mod lexicon;
mod matching;
mod normalize;
mod roles;
mod search;
mod slips;
mod spreadsheet;
mod tiles;

pub use communes::{
    PlaceMatches, Resolved, find_communes, find_departments, find_places, in_list_order,
    resolve_place,
};
pub use contact::{VERIFIED_SINCE, emergency_link, needs_checking, phone_label, phone_link};
pub use coverage::{cell_in_words, columns, coverage_csv};
pub use lexicon::{Piece, find_terms};
pub use normalize::fold;
pub use roles::{ELSEWHERE, Role, roles};
pub use search::{Filters, Hit, Index, PAGE, by_role, search};
pub use spreadsheet::{active, inert};
pub use tiles::{neighbour, short, tile_rows};
