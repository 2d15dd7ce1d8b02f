//! The drawing of the flow: boxes, edges, what stands in each end, and the sheets
//! they are printed on. All of it follows from the dataset.

mod column;
mod cover;
mod figure;
mod graph;
mod layout;
mod map;
mod panel;
mod paths;
mod phrase;
mod sheet;
mod svg;
mod text;
mod trunk;
mod words;

pub use cover::{Asked, Case, cases};
pub use figure::label;
pub use graph::{Edge, Graph, variables};
pub use map::flow_map;
pub use panel::{Entry, Offered, Panel, Section, everywhere, panels};
pub use paths::{Known, Paths, Place, Step};
pub use sheet::{Drawing, PAGE, draw, svg};
pub use words::{answers, end_title, legend};
