//! The box of an end that goes by the levels of the gradation: wide, with the levels
//! side by side.

use super::piece::{Piece, frame, heading, section};
use super::plan::Setting;
use crate::drawing::explain::shared::Lettered;

/// How many sections stand beside each other above the levels.
const ABREAST: usize = 3;

/// Whether an end goes by the levels.
pub fn has_lanes(one: &Lettered) -> bool {
    one.panel.sections.iter().filter(|section| section.level.is_some()).count() > 1
}

/// Draws the box of such an end.
pub fn lanes(set: Setting, one: &Lettered, width: f64) -> Piece {
    let Piece { mut picture, mut height } =
        heading(set, &one.letter, &one.panel.title, one.shares, width);
    let (graded, others): (Vec<_>, Vec<_>) =
        one.panel.sections.iter().partition(|section| section.level.is_some());
    let wide = width / share(ABREAST);
    let pieces: Vec<Piece> = others.iter().map(|s| section(set, s, &[], wide, 0.0)).collect();
    let columns = split(&pieces.iter().map(|piece| piece.height).collect::<Vec<_>>());
    let mut lowest = height;
    let mut x = 0.0;
    let mut left = pieces.iter();
    for count in columns {
        let mut y = height;
        for piece in left.by_ref().take(count) {
            picture.place(&piece.picture, (x, y));
            y += piece.height;
        }
        lowest = f64::max(lowest, y);
        x += wide;
    }
    height = lowest + if others.is_empty() { 0.0 } else { 2.0 };
    let wide = width / share(graded.len().max(1));
    let drawn = |least: f64| graded.iter().map(move |s| section(set, s, &[], wide, least));
    let highest = drawn(0.0).map(|piece| piece.height).fold(0.0, f64::max);
    let mut x = 0.0;
    for piece in drawn(highest) {
        picture.place(&piece.picture, (x, height));
        x += wide;
    }
    height += highest;
    frame(&mut picture, (width, height));
    Piece { picture, height }
}

fn share(count: usize) -> f64 {
    u32::try_from(count).map_or(1.0, f64::from)
}

/// How many pieces stand in each of three columns, in their order, so that the highest
/// column is as low as can be.
fn split(heights: &[f64]) -> [usize; ABREAST] {
    let sum = |from: usize, to: usize| heights[from..to].iter().sum::<f64>();
    let count = heights.len();
    let pairs = (0..=count).flat_map(|a| (a..=count).map(move |b| (a, b)));
    let highest = |&(a, b): &(usize, usize)| sum(0, a).max(sum(a, b)).max(sum(b, count));
    // Of several that are as low, the one that fills the first columns.
    let best = pairs.rev().min_by(|one, other| highest(one).total_cmp(&highest(other)));
    let (a, b) = best.unwrap_or_default();
    [a, b - a, count - b]
}
