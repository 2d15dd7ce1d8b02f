//! The drawing of the flow as the widget shows it: laid out beforehand, for a browser
//! would need a layout engine to do so.

/// Boxes and the ways between them. Lengths are in hundredths of the height of the
/// letters.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Diagram {
    /// Width of the whole.
    pub width: u16,
    /// Height of the whole.
    pub height: u16,
    /// The boxes: questions in reading order, then ends.
    pub boxes: Vec<DiagramBox>,
    /// The ways, in the order of the boxes they leave.
    pub ways: Vec<DiagramEdge>,
}

/// A question or an end.
#[derive(Clone, Debug, PartialEq)]
pub struct DiagramBox {
    /// Id of the question, or of the end.
    pub id: String,
    /// Whether it is an end.
    pub end: bool,
    /// Left edge.
    pub x: u16,
    /// Top edge.
    pub y: u16,
    /// Width.
    pub width: u16,
    /// Height.
    pub height: u16,
}

/// What leads from a question to another box.
#[derive(Clone, Debug, PartialEq)]
pub struct DiagramEdge {
    /// The question, by its place among the boxes.
    pub from: u8,
    /// Where it leads, by its place among the boxes.
    pub to: u8,
    /// The answers that lead there, or in which cases it is taken; in words made from
    /// the texts.
    pub label: String,
    /// The way as the `d` of an SVG path.
    pub line: String,
    /// Centre of the label.
    pub x: u16,
    /// Centre of the label, from the top.
    pub y: u16,
    /// Width of the label.
    pub width: u16,
}

impl Diagram {
    /// The box of a question or of an end.
    pub fn place(&self, id: &str, end: bool) -> Option<usize> {
        self.boxes.iter().position(|place| place.end == end && place.id == id)
    }
}
