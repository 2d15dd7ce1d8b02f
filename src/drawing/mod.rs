//! The drawing of the flow: boxes, edges, what stands in each end, and the sheets
//! they are printed on. All of it follows from the dataset.

mod audience;
mod cover;
mod diagram;
mod directory;
mod entry;
mod frame;
mod graph;
mod label;
mod lanes;
mod layout;
mod legend;
mod listing;
mod marks;
mod pack;
mod panel;
mod paragraph;
mod paths;
mod phrase;
mod piece;
mod plan;
mod poster;
mod question;
mod shared;
mod stacks;
mod style;
mod svg;
mod text;
mod trunk;
mod ways;
mod wholes;
mod words;

pub use cover::{Asked, Case, cases};
pub use diagram::diagram;
pub use directory::{Resource, directory};
pub use entry::{Entry, Offered, cited};
pub use graph::{Edge, Graph, variables};
pub use label::label;
pub use panel::{Panel, Section, panels};
pub use paths::{Known, Node, Paths, Step};
pub use poster::{Drawing, PAGE, draw, svg};
pub use style::SIZES;
pub use words::{answers, end_title, legend};
