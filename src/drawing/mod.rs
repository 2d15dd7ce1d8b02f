//! The drawing of the flow: boxes, edges, what stands in each end, and the sheets they are
//! printed on. All of it follows from the dataset. `explain` knows of nothing placed,
//! `picture` of no paper.

mod explain;
mod paper;
mod picture;
mod print;

pub use explain::cover::{Asked, Case, cases};
pub use explain::directory::{Resource, directory};
pub use explain::entry::{Entry, Offered, cited};
pub use explain::graph::{Edge, Graph, variables};
pub use explain::label::label;
pub use explain::panel::{Panel, Section, panels};
pub use explain::paths::{Known, Node, Paths, Step};
pub use explain::phrase::condition_in_words;
pub use explain::words::{answers, end_title, legend};
pub use paper::{drawn_paper, paper, wide_paper};
pub use picture::diagram::diagram;
pub use print::poster::{Drawing, PAGE, draw, svg};
pub use print::style::SIZES;
