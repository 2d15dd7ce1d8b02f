//! Writing a picture down as SVG.

use super::layout::Point;
use super::text::Font;
use crate::markup::escape;

/// The ink of everything that is not coloured.
pub const INK: &str = "#1a1a1a";
/// The accent, dark enough to be read in grey.
pub const ACCENT: &str = "#0b4f54";
/// The ground of what is less than a heading.
pub const TINT: &str = "#e4eeed";
/// What marks the emergency way, along with thick lines.
pub const ALARM: &str = "#9b1218";

/// A picture that grows. All lengths are points.
#[derive(Clone, Debug, Default)]
pub struct Picture {
    /// The elements so far.
    pub elements: String,
}

impl Picture {
    /// The frame of what is told absent.
    pub fn dashed(&mut self, corner: (f64, f64), size: (f64, f64)) {
        let look = format!("fill=\"none\" stroke=\"{INK}\" stroke-dasharray=\"3 2\"");
        self.rect(corner, size, &look);
    }

    /// Lines of text, one under the other, from the left; returns where the next
    /// line would stand. `y` is the top of the first.
    pub fn text(&mut self, (x, y): Point, lines: &[String], font: Font, fill: &str) -> f64 {
        self.anchored((x, y), lines, font, fill, "start")
    }

    /// Lines of text around a centre line.
    pub fn centred(&mut self, (x, y): Point, lines: &[String], font: Font, fill: &str) -> f64 {
        self.anchored((x, y), lines, font, fill, "middle")
    }

    fn anchored(
        &mut self,
        (x, y): Point,
        lines: &[String],
        font: Font,
        fill: &str,
        anchor: &str,
    ) -> f64 {
        let weight = if font.bold { " font-weight=\"bold\"" } else { "" };
        let mut top = y;
        for line in lines {
            self.elements += &format!(
                "<text x=\"{x:.1}\" y=\"{:.1}\" font-size=\"{}\" fill=\"{fill}\" \
                 text-anchor=\"{anchor}\"{weight}{}>{}</text>\n",
                top + font.size * 0.88,
                font.size,
                room(font.on_paper(line)),
                escape(line),
            );
            top += font.leading();
        }
        top
    }

    /// A rectangle with further attributes.
    pub fn rect(&mut self, (x, y): Point, (width, height): Point, more: &str) {
        self.elements += &format!(
            "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height:.1}\" {more}/>\n"
        );
    }

    /// A path with further attributes.
    pub fn path(&mut self, way: &str, more: &str) {
        self.elements += &format!("<path d=\"{way}\" {more}/>\n");
    }

    /// The sign of somebody to speak to.
    pub fn dot(&mut self, (x, y): Point) {
        self.elements +=
            &format!("<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"2.4\" fill=\"{INK}\"/>\n");
    }

    /// Another picture, moved.
    pub fn place(&mut self, other: &Self, (x, y): Point) {
        self.elements +=
            &format!("<g transform=\"translate({x:.1} {y:.1})\">\n{}</g>\n", other.elements);
    }
}

/// The room that a line takes, for whatever draws it: letters of another font than the one
/// it was measured with are made narrower or wider, and never lie on their neighbours.
pub fn room(width: f64) -> String {
    format!(" textLength=\"{width:.1}\" lengthAdjust=\"spacingAndGlyphs\"")
}

/// A way through points, without corners; its numbers with so many decimals.
pub fn smooth(points: &[Point], decimals: usize) -> String {
    let Some((first, rest)) = points.split_first() else { return String::new() };
    let coordinates = |(x, y): Point| format!("{x:.decimals$} {y:.decimals$}");
    let mut way = format!("M{}", coordinates(*first));
    for (at, point) in rest.iter().enumerate() {
        match rest.get(at + 1) {
            Some(next) => {
                let middle = (f64::midpoint(point.0, next.0), f64::midpoint(point.1, next.1));
                way += &format!("Q{} {}", coordinates(*point), coordinates(middle));
            }
            None => way += &format!("L{}", coordinates(*point)),
        }
    }
    way
}

/// The arrow heads, and the patterns of the levels: told apart without colour.
pub const DEFINITIONS: &str = "<defs>\
<marker id=\"tip\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"6\" markerHeight=\"6\" \
markerUnits=\"userSpaceOnUse\" orient=\"auto\"><path d=\"M0 0L8 4L0 8Z\" fill=\"#1a1a1a\"/></marker>\
<marker id=\"tip-alarm\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"11\" \
markerHeight=\"11\" markerUnits=\"userSpaceOnUse\" orient=\"auto\">\
<path d=\"M0 0L8 4L0 8Z\" fill=\"#9b1218\"/></marker>\
<pattern id=\"level-0\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\">\
<rect width=\"6\" height=\"6\" fill=\"#fff\"/><circle cx=\"3\" cy=\"3\" r=\"0.9\" fill=\"#0b4f54\"/>\
</pattern>\
<pattern id=\"level-1\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\">\
<rect width=\"5\" height=\"5\" fill=\"#fff\"/><path d=\"M0 5L5 0\" stroke=\"#0b4f54\" \
stroke-width=\"1\"/></pattern>\
<pattern id=\"level-2\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\">\
<rect width=\"5\" height=\"5\" fill=\"#cfe0df\"/><path d=\"M0 5L5 0M0 0L5 5\" stroke=\"#0b4f54\" \
stroke-width=\"1.3\"/></pattern></defs>\n";
