//! How large the texts of a poster are set.

use crate::drawing::picture::text::Font;

/// The sizes of a poster, from the largest that is tried to the smallest that can be
/// read at arm's length. In points.
pub const SIZES: [f64; 13] =
    [11.0, 10.5, 10.0, 9.75, 9.5, 9.25, 9.0, 8.75, 8.5, 8.25, 8.0, 7.75, 7.5];

/// The sizes of the texts of a poster: all follow from that of what is told most.
#[derive(Clone, Copy, Debug)]
pub struct Style {
    /// Of most texts, in points.
    pub body: f64,
}

impl Style {
    /// What is told most.
    pub fn body(self) -> Font {
        Font::regular(self.body)
    }

    /// A question, the title of a box.
    pub fn title(self) -> Font {
        Font::bold(self.body + 1.25)
    }
}
