//! Where things stand and how a picture is written down: the layout of a graph, text
//! measured, SVG, and the diagram that the widget carries.

pub mod diagram;
pub mod layout;
pub mod svg;
pub mod text;
pub mod trunk;
