//! The two sides of an A3: what stands on a poster and where.

pub mod frame;
pub mod lanes;
pub mod legend;
pub mod listing;
pub mod marks;
pub mod pack;
pub mod paragraph;
pub mod piece;
pub mod plan;
pub mod poster;
pub mod question;
pub mod stacks;
pub mod style;
pub mod ways;
pub mod wholes;
