//! What is said, decided once: the sheet that screen, paper, copied text, contact card,
//! command line and documents only render.

mod block;
mod cut;
mod entry;
mod height;
mod join;
mod lay;
mod paper;
mod reach;
mod sheet;

pub use block::cited;
pub use entry::{entry_of, listed_entry};
pub use lay::answered;
pub use paper::{Fridge, FridgePart, Step, Who};
pub use reach::{fits, has_phone, is_emergency, may_call, people};
pub use sheet::{Asked, Block, Cited, Entry, Folded, Part, Phone, Section, Sheet, Why};
