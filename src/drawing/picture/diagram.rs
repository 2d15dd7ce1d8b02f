//! The general drawing as the widget carries it.

use anyhow::Result;

use crate::model::{Dataset, Diagram, DiagramBox, DiagramEdge};

use super::layout::{Layout, Link, Point, Size};
use super::svg::smooth;
use super::text::Font;
use super::trunk::{arrange, trunk};
use crate::drawing::explain::graph::{Edge, Graph};
use crate::drawing::explain::label::label;
use crate::drawing::explain::paths::{Node, Paths};
use crate::drawing::explain::words::box_title;

/// The letters that the lengths of a [`Diagram`] are told in. A browser's own font is
/// wider than the one measured: the boxes leave it room.
const LETTERS: Font = Font::bold(10.0);
/// Labels are shown in letters of the same size, a little lighter.
const LABEL: Font = Font::regular(10.8);
/// How wide the text of a box and of a label may be, in points.
const ROOM: f64 = 104.0;
const LABEL_ROOM: f64 = 92.0;
const PAD: f64 = 9.0;

/// Lays the flow out for the widget. The dataset's own map is not looked at.
pub fn diagram(data: &Dataset) -> Result<Diagram> {
    let paths = Paths::of(data, None);
    let graph = Graph::of(data, &paths);
    let sizes: Vec<Size> = graph.places.iter().map(|place| size(data, *place)).collect();
    let labels: Vec<String> = graph.edges.iter().map(|edge| label(data, &graph, edge)).collect();
    let links: Vec<Link> = graph.edges.iter().zip(&labels).map(|(e, l)| link(e, l)).collect();
    let layout = arrange(&graph, &trunk(data, &graph), &sizes, &links)?;
    let (width, height) = layout.size;
    Ok(Diagram {
        width: units(width),
        height: units(height),
        boxes: boxes(&graph, &sizes, &layout),
        ways: ways(&graph, labels, &links, &layout),
    })
}

fn size(data: &Dataset, place: Node) -> Size {
    let lines = LETTERS.wrap(&box_title(data, place), ROOM);
    // A box on the visitor's path says so, in one line more.
    let height: f64 = lines.iter().map(|_| LETTERS.leading()).sum::<f64>() + LETTERS.leading();
    (ROOM + 2.0 * PAD, height + 2.0 * PAD)
}

fn link(edge: &Edge, label: &str) -> Link {
    let lines = LABEL.wrap(label, LABEL_ROOM);
    let height: f64 = lines.iter().map(|_| LABEL.leading()).sum();
    let room = if label.is_empty() { (0.0, 0.0) } else { (LABEL_ROOM + 2.0 * PAD, height + PAD) };
    Link { from: edge.from, to: edge.to, label: room }
}

fn boxes(graph: &Graph, sizes: &[Size], layout: &Layout) -> Vec<DiagramBox> {
    let placed = graph.places.iter().zip(sizes).zip(&layout.boxes);
    placed
        .map(|((place, (width, height)), (x, y))| {
            let (id, end) = match place {
                Node::Question(id) => (*id, false),
                Node::End(id) => (*id, true),
            };
            DiagramBox {
                id: id.to_owned(),
                end,
                x: units(x - width / 2.0),
                y: units(y - height / 2.0),
                width: units(*width),
                height: units(*height),
            }
        })
        .collect()
}

fn ways(graph: &Graph, labels: Vec<String>, links: &[Link], layout: &Layout) -> Vec<DiagramEdge> {
    let placed = graph.edges.iter().zip(labels).zip(links).zip(&layout.edges);
    placed
        .map(|(((edge, label), link), (points, (x, y)))| {
            let scaled: Vec<Point> =
                points.iter().map(|(x, y)| (f64::from(units(*x)), f64::from(units(*y)))).collect();
            DiagramEdge {
                // A flow has a few dozen boxes.
                from: u8::try_from(edge.from).unwrap_or(u8::MAX),
                to: u8::try_from(edge.to).unwrap_or(u8::MAX),
                label,
                line: smooth(&scaled, 0),
                x: units(*x),
                y: units(*y),
                width: units(link.label.0),
            }
        })
        .collect()
}

/// Points as hundredths of the height of the letters.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn units(points: f64) -> u16 {
    (points / LETTERS.size * 100.0).round().clamp(0.0, f64::from(u16::MAX)) as u16
}
