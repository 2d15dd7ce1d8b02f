//! A dataset under revision: its files, what was changed in them and back, and how they
//! are opened and saved. Pure: the workshop shows it, the tool reads what it saves.

mod archive;
mod content;
mod draft;
mod edit;
mod opening;

pub use archive::{pack, unpack};
pub use content::{Folder, Revised, read};
pub use draft::Draft;
pub use edit::{Edit, Step};
pub use opening::{Opened, open};
