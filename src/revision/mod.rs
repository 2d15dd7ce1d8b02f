//! A dataset under revision: its files, what was changed in them and back, and how they
//! are opened and saved. Pure: the workshop shows it, the tool reads what it saves.

mod acts;
mod archive;
pub mod choices;
mod content;
mod draft;
mod edit;
mod found;
pub mod ledger;
mod opening;
mod plain;
mod shape;
pub mod situations;
mod taken;
mod writing;

pub use acts::{Place, add_structure, move_placement, place, remove_structure};
pub use archive::{pack, unpack};
pub use content::{Folder, Revised, read};
pub use draft::Draft;
pub use edit::{Edit, Step};
pub use found::{Spot, spot_of};
pub use opening::{Opened, open};
pub use plain::{placeholders, plainness};
pub use shape::{Field, Kind, Shape};
pub use taken::take_over;
