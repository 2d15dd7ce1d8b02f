//! Where the boxes and the edges of a graph stand.

use anyhow::{Context, Result};
pub use dagre::RankDir;
use dagre::graph::{Graph, GraphOptions};
use dagre::layout::types::LabelPos;
use dagre::{EdgeLabel, LayoutOptions, NodeLabel};

/// Width and height, in points.
pub type Size = (f64, f64);
/// A point, in points from the top left.
pub type Point = (f64, f64);

/// An edge to lay out: from and to by their place among the boxes, and the room its
/// label needs.
#[derive(Clone, Copy, Debug)]
pub struct Link {
    /// Where it begins.
    pub from: usize,
    /// Where it ends.
    pub to: usize,
    /// The room of its label.
    pub label: Size,
}

/// A graph laid out.
#[derive(Clone, Debug)]
pub struct Layout {
    /// The centre of each box.
    pub boxes: Vec<Point>,
    /// The way of each edge, and the centre of its label.
    pub edges: Vec<(Vec<Point>, Point)>,
    /// The size of the whole.
    pub size: Size,
}

impl Layout {
    /// What is above comes under.
    pub fn turn_over(&mut self) {
        let height = self.size.1;
        let labels = self.edges.iter_mut().map(|(_, label)| label);
        let points = self.boxes.iter_mut().chain(labels);
        points.for_each(|(_, y)| *y = height - *y);
        let ways = self.edges.iter_mut().flat_map(|(points, _)| points);
        ways.for_each(|(_, y)| *y = height - *y);
    }
}

/// Lays a graph out in one direction, so that few edges cross.
pub fn lay_out(boxes: &[Size], links: &[Link], rankdir: RankDir) -> Result<Layout> {
    let mut graph = graph(boxes, links);
    let options = LayoutOptions {
        rankdir,
        nodesep: 5.0,
        edgesep: 5.0,
        ranksep: 9.5,
        marginx: 3.0,
        marginy: 3.0,
        ..LayoutOptions::default()
    };
    dagre::layout(&mut graph, Some(options));
    let centre = |at: usize| {
        let placed = graph.node(&at.to_string())?;
        Some((placed.x?, placed.y?))
    };
    let way = |link: &Link| {
        let placed = graph.edge(&link.from.to_string(), &link.to.to_string(), None)?;
        let points: Vec<Point> = placed.points.iter().map(|p| (p.x, p.y)).collect();
        let middle = points.get(points.len() / 2).copied()?;
        Some((points, (placed.x.unwrap_or(middle.0), placed.y.unwrap_or(middle.1))))
    };
    let placed: Option<Vec<Point>> = (0..boxes.len()).map(centre).collect();
    let edges: Option<Vec<_>> = links.iter().map(way).collect();
    let (placed, edges) = placed.zip(edges).context("a box or an edge was not laid out")?;
    let size = extent(boxes, &placed, links, &edges);
    Ok(Layout { boxes: placed, edges, size })
}

fn graph(boxes: &[Size], links: &[Link]) -> Graph<NodeLabel, EdgeLabel> {
    let options = GraphOptions { directed: true, multigraph: true, compound: true };
    let mut graph = Graph::with_options(options);
    for (at, (width, height)) in boxes.iter().enumerate() {
        let label = NodeLabel { width: *width, height: *height, ..NodeLabel::default() };
        graph.set_node(at.to_string(), Some(label));
    }
    for link in links {
        let (width, height) = link.label;
        let label = EdgeLabel { width, height, labelpos: LabelPos::Center, ..EdgeLabel::default() };
        graph.set_edge(link.from.to_string(), link.to.to_string(), Some(label), None);
    }
    graph
}

fn extent(boxes: &[Size], placed: &[Point], links: &[Link], edges: &[(Vec<Point>, Point)]) -> Size {
    let of_boxes = boxes.iter().zip(placed).map(|((w, h), (x, y))| (x + w / 2.0, y + h / 2.0));
    let labels = links.iter().zip(edges);
    let of_labels =
        labels.map(|(link, (_, (x, y)))| (x + link.label.0 / 2.0, y + link.label.1 / 2.0));
    let of_ways = edges.iter().flat_map(|(points, _)| points.iter().copied());
    let all = of_boxes.chain(of_labels).chain(of_ways);
    all.fold((0.0, 0.0), |(w, h): Size, (x, y)| (w.max(x), h.max(y)))
}
