//! The questions, one under the other in columns, and the ways between them.

use super::plan::Setting;
use super::question::{Boxed, question};
use super::ways::{GUTTER, Way, draw_ways};
use crate::drawing::explain::paths::Node;
use crate::drawing::picture::layout::Point;
use crate::drawing::picture::svg::Picture;

/// From one box down to the next.
const DOWN: f64 = 12.0;

/// The flow drawn.
#[derive(Clone, Debug)]
pub struct Stacks {
    /// What it looks like, from the top left of its first column.
    pub picture: Picture,
    /// How far down each of its columns reaches.
    pub heights: Vec<f64>,
}

/// A box with its top left corner and its column.
struct Placed {
    boxed: Boxed,
    corner: Point,
    column: usize,
}

/// Draws the flow in some columns; `step` leads from one to the next.
pub fn stacks(set: Setting, count: usize, step: f64) -> Stacks {
    let width = set.width - GUTTER;
    let asks = |at: &usize| matches!(set.plan.graph.places[*at], Node::Question(_));
    let boxes: Vec<Boxed> =
        (0..set.plan.graph.places.len()).filter(asks).map(|at| question(set, at, width)).collect();
    let highest = lowest_height(&boxes, count);
    let mut placed: Vec<Placed> = Vec::new();
    let mut heights = vec![0.0];
    let mut x = GUTTER;
    for boxed in boxes {
        let mut y: f64 = heights.last().copied().unwrap_or_default();
        y += if y > 0.0 { DOWN } else { 0.0 };
        if y + boxed.piece.height > highest + 0.1 {
            heights.push(0.0);
            (x, y) = (x + step, 0.0);
        }
        if let Some(last) = heights.last_mut() {
            *last = y + boxed.piece.height;
        }
        placed.push(Placed { boxed, corner: (x, y), column: heights.len() - 1 });
    }
    let mut picture = Picture::default();
    let ways = ways(&placed, width);
    for way in &ways {
        // A way runs beside the column that it leads to, from as far down as it begins.
        if let Some(height) = way.column.and_then(|column| heights.get_mut(column)) {
            *height = height.max(way.from.1);
        }
    }
    draw_ways(&mut picture, set, &ways);
    for one in &placed {
        picture.place(&one.boxed.piece.picture, one.corner);
    }
    Stacks { picture, heights }
}

/// The least height in which the boxes stand in so many columns.
fn lowest_height(boxes: &[Boxed], count: usize) -> f64 {
    let heights: Vec<f64> = boxes.iter().map(|boxed| boxed.piece.height).collect();
    let stack =
        |from: usize, to: usize| heights[from..to].iter().map(|h| h + DOWN).sum::<f64>() - DOWN;
    let columns = |limit: f64| {
        let (mut columns, mut from) = (1, 0);
        for to in 1..=heights.len() {
            if stack(from, to) > limit + 0.1 {
                (columns, from) = (columns + 1, to - 1);
            }
        }
        columns
    };
    let spans = (0..heights.len()).flat_map(|a| (a + 1..=heights.len()).map(move |b| (a, b)));
    let tallest = heights.iter().copied().fold(0.0, f64::max);
    let limits = spans.map(|(a, b)| stack(a, b)).filter(|limit| *limit >= tallest);
    limits.filter(|limit| columns(*limit) <= count).fold(f64::INFINITY, f64::min)
}

/// The ways that are drawn: down to the next box, down beside the boxes, and over into
/// the next column. One that leads further is told by its number.
fn ways(placed: &[Placed], width: f64) -> Vec<Way> {
    let mut ways = Vec::new();
    for (index, from) in placed.iter().enumerate() {
        for (to, down) in &from.boxed.rows {
            let found = placed.iter().position(|one| one.boxed.at == *to);
            let Some((at, target)) = found.map(|at| (at, &placed[at])) else { continue };
            let (x, y) = from.corner;
            let door = (target.corner.0, target.corner.1 + target.boxed.door);
            let same = target.column == from.column;
            let start = if same && at == index + 1 {
                let middle = x + width / 2.0;
                let (from, end) =
                    ((middle, y + from.boxed.piece.height), (middle, target.corner.1));
                ways.push(Way { to: *to, from, end, column: None });
                continue;
            } else if same {
                (x, y + down)
            } else if target.column == from.column + 1 {
                (x + width, y + down)
            } else {
                continue;
            };
            ways.push(Way { to: *to, from: start, end: door, column: Some(target.column) });
        }
    }
    ways
}
