//! What everybody is asked first stands above the rest: from the top down, while the
//! branches go from left to right. A lying sheet has more room beside than under.

use anyhow::Result;

use crate::model::Dataset;

use super::layout::{Layout, Link, Point, RankDir, Size, lay_out};
use crate::drawing::explain::graph::Graph;
use crate::drawing::explain::paths::Node;

/// How near the last edge of the trunk what branches off may stand.
const FOOT: f64 = 40.0;

/// The boxes that everybody goes through, stops among them, by their place; the last
/// one is where the ways part.
pub fn trunk(data: &Dataset, graph: &Graph) -> Vec<usize> {
    let start = Node::Question(data.flow.start.as_str());
    let mut trunk: Vec<usize> =
        graph.places.iter().position(|at| *at == start).into_iter().collect();
    while let Some(last) = trunk.last().copied() {
        let reached: Vec<usize> = graph.leaving(last).map(|edge| edge.to).collect();
        let (stops, onward): (Vec<usize>, Vec<usize>) =
            reached.into_iter().partition(|at| graph.is_stop(data, *at));
        let [next] = onward.as_slice() else { break };
        if matches!(graph.places[*next], Node::End(_)) {
            break;
        }
        trunk.extend(stops);
        trunk.push(*next);
    }
    trunk
}

/// Lays the trunk out from the top down and the rest from left to right, with the
/// box that both share in one place.
pub fn arrange(graph: &Graph, trunk: &[usize], sizes: &[Size], links: &[Link]) -> Result<Layout> {
    let hub = trunk.last().copied().unwrap_or_default();
    let rest: Vec<usize> =
        (0..graph.places.len()).filter(|at| *at == hub || !trunk.contains(at)).collect();
    let mut above = part(trunk, sizes, links, RankDir::TB)?;
    let mut beside = part(&rest, sizes, links, RankDir::LR)?;
    let place = |part: &Part| part.centre(hub).unwrap_or_default();
    // The trunk hangs over the side where the branches leave more room.
    if place(&beside).1 < beside.layout.size.1 / 2.0 {
        beside.layout.turn_over();
    }
    let (top, side) = (place(&above), place(&beside));
    // Whichever reaches further up or left begins at the edge; what branches off
    // stands clear of the trunk, which is lifted above it.
    let left = (top.0 - side.0).max(0.0);
    let right = above.layout.size.0 - top.0 + side.0;
    let foot = side.1 - sizes[hub].1 / 2.0 - FOOT;
    let lift = (foot - beside.top_within(right, sizes, links, hub)).max(0.0);
    above.lift(links, hub, lift);
    let down = (top.1 + lift - side.1).max(0.0);
    let move_beside = (left, down);
    let move_above = (side.0 + left - top.0, side.1 + down - top.1);
    Ok(join(graph, sizes, (&above, move_above), (&beside, move_beside)))
}

/// Some of the boxes, laid out.
struct Part {
    boxes: Vec<usize>,
    edges: Vec<usize>,
    layout: Layout,
}

impl Part {
    fn centre(&self, at: usize) -> Option<(f64, f64)> {
        let place = self.boxes.iter().position(|own| *own == at)?;
        self.layout.boxes.get(place).copied()
    }
}

impl Part {
    /// How far up anything but the hub reaches, left of a line.
    fn top_within(&self, right: f64, sizes: &[Size], links: &[Link], hub: usize) -> f64 {
        let corner = |(x, y): Point, (w, h): Size| (x - w / 2.0, y - h / 2.0);
        let boxes = self.boxes.iter().zip(&self.layout.boxes).filter(|(at, _)| **at != hub);
        let boxes = boxes.map(|(at, centre)| corner(*centre, sizes[*at]));
        let labels = self.edges.iter().zip(&self.layout.edges);
        let labels = labels.map(|(at, (_, centre))| corner(*centre, links[*at].label));
        let reaching = boxes.chain(labels).filter(|(x, _)| *x < right);
        reaching.map(|(_, y)| y).fold(f64::INFINITY, f64::min)
    }

    /// Lifts everything but the hub.
    fn lift(&mut self, links: &[Link], hub: usize, by: f64) {
        for (at, (_, y)) in self.boxes.iter().zip(&mut self.layout.boxes) {
            *y -= if *at == hub { 0.0 } else { by };
        }
        for (at, (points, label)) in self.edges.iter().zip(&mut self.layout.edges) {
            label.1 -= by;
            // What ends at the hub still does.
            let lifted = points.len() - usize::from(links[*at].to == hub);
            points.iter_mut().take(lifted).for_each(|(_, y)| *y -= by);
        }
    }
}

fn part(boxes: &[usize], sizes: &[Size], links: &[Link], direction: RankDir) -> Result<Part> {
    let place = |at: usize| boxes.iter().position(|own| *own == at);
    let inside = links.iter().enumerate().filter_map(|(at, link)| {
        Some((at, Link { from: place(link.from)?, to: place(link.to)?, ..*link }))
    });
    let (edges, own): (Vec<usize>, Vec<Link>) = inside.unzip();
    let own_sizes: Vec<Size> = boxes.iter().map(|at| sizes[*at]).collect();
    let layout = lay_out(&own_sizes, &own, direction)?;
    Ok(Part { boxes: boxes.to_vec(), edges, layout })
}

fn join(graph: &Graph, sizes: &[Size], above: (&Part, Size), beside: (&Part, Size)) -> Layout {
    let mut whole = Layout {
        boxes: vec![(0.0, 0.0); sizes.len()],
        edges: vec![(Vec::new(), (0.0, 0.0)); graph.edges.len()],
        size: (0.0, 0.0),
    };
    for (part, (right, down)) in [above, beside] {
        let moved = |(x, y): (f64, f64)| (x + right, y + down);
        for (at, centre) in part.boxes.iter().zip(&part.layout.boxes) {
            whole.boxes[*at] = moved(*centre);
        }
        for (at, (points, label)) in part.edges.iter().zip(&part.layout.edges) {
            whole.edges[*at] = (points.iter().copied().map(moved).collect(), moved(*label));
        }
        let (width, height) = part.layout.size;
        let corner = moved((width, height));
        whole.size = (whole.size.0.max(corner.0), whole.size.1.max(corner.1));
    }
    whole
}
