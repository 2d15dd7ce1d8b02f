//! What is said, decided once: the sheet that screen, paper, copied text, contact card,
//! command line and documents only render.

mod block;
mod cut;
mod date;
mod dense;
mod entry;
mod height;
mod join;
mod lay;
mod paper;
mod phrases;
mod sheet;
mod step;

pub use block::cited;
pub use date::date_in_words;
pub use dense::Run;
pub use entry::{entry_of, listed_entry};
pub use lay::answered;
pub use paper::{Fridge, FridgePart, FridgeStep, Who};
pub use phrases::{
    absence_in_words, answer_in_words, capital, contact_origins, reserved_in_words,
    source_in_words, summary, summary_of,
};
pub use sheet::{Asked, Block, Cited, Entry, Folded, Part, Phone, Section, Sheet, Why};
pub use step::{Reached, Step, StepScreen};
