//! What coordinators verify: the sheet of contacts, and the way back of what they corrected.
//!
//! Pure, as all below it: the command line and a browser give it texts and bytes, and the
//! day it is.

mod apply;
mod changes;
mod confirmed;
pub mod finess;
mod letters;
mod lines;
mod place;
mod spreadsheet;
mod values;

pub use apply::{Change, apply};
pub use changes::{Refused, changes};
pub use confirmed::sources;
pub use letters::{LONGEST_LINK, Letter, letters};
pub use lines::{Line, Remarks, csv_text, lines, remarks};
pub use spreadsheet::{Sheet, read};
