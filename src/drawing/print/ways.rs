//! The lines between the boxes of the flow: each that leads to one box shares its
//! track beside a column with the others that do.

use super::plan::Setting;
use crate::drawing::picture::layout::Point;
use crate::drawing::picture::svg::{ALARM, INK, Picture};

/// Room for the tracks, left of a column of boxes.
pub const GUTTER: f64 = 32.0;
/// How round a corner is.
const ROUND: f64 = 4.0;
/// The first track, and from one to the next, leftwards from the boxes.
const FIRST: f64 = 11.0;
const APART: f64 = 6.5;

/// A line from a box to another.
#[derive(Clone, Copy, Debug)]
pub struct Way {
    /// The box that it leads to.
    pub to: usize,
    /// Where it begins.
    pub from: Point,
    /// Where it ends.
    pub end: Point,
    /// The column beside which it runs; none: straight down.
    pub column: Option<usize>,
}

/// What runs beside a column to one box.
struct Track {
    to: usize,
    column: usize,
    top: f64,
    bottom: f64,
    place: usize,
}

/// Draws the lines, the emergency way thick.
pub fn draw_ways(picture: &mut Picture, set: Setting, ways: &[Way]) {
    let tracks = tracks(ways);
    for way in ways {
        let alarm = set.plan.is_stop(way.to);
        let look = if alarm {
            format!("stroke=\"{ALARM}\" stroke-width=\"3\" marker-end=\"url(#tip-alarm)\"")
        } else {
            format!("stroke=\"{INK}\" stroke-width=\"1.1\" marker-end=\"url(#tip)\"")
        };
        let track = tracks.iter().find(|t| way.column == Some(t.column) && t.to == way.to);
        let line = match track {
            None => format!("M{:.1} {:.1}V{:.1}", way.from.0, way.from.1, way.end.1 - 0.6),
            Some(track) => {
                let places = (0..track.place).fold(FIRST, |x, _| x + APART);
                around(way.from, way.end, way.end.0 - places)
            }
        };
        picture.path(&line, &format!("fill=\"none\" {look}"));
    }
}

fn tracks(ways: &[Way]) -> Vec<Track> {
    let mut tracks: Vec<Track> = Vec::new();
    for way in ways {
        let Some(column) = way.column else { continue };
        let (top, bottom) = (way.from.1.min(way.end.1), way.from.1.max(way.end.1));
        match tracks.iter_mut().find(|t| t.column == column && t.to == way.to) {
            Some(track) => {
                track.top = track.top.min(top);
                track.bottom = track.bottom.max(bottom);
            }
            None => tracks.push(Track { to: way.to, column, top, bottom, place: 0 }),
        }
    }
    // The shortest runs nearest to the boxes.
    tracks.sort_by(|a, b| (a.bottom - a.top).total_cmp(&(b.bottom - b.top)));
    for at in 0..tracks.len() {
        let (before, rest) = tracks.split_at_mut(at);
        let Some(track) = rest.first_mut() else { break };
        let beside = |t: &&Track| {
            t.column == track.column && t.top < track.bottom + ROUND && track.top < t.bottom + ROUND
        };
        let taken: Vec<usize> = before.iter().filter(beside).map(|t| t.place).collect();
        track.place = (0..=taken.len()).find(|place| !taken.contains(place)).unwrap_or_default();
    }
    tracks
}

/// From a point to another by way of a vertical left of the second.
fn around(from: Point, end: Point, x: f64) -> String {
    let tip = end.0 - 0.6;
    let way = end.1 - from.1;
    if way.abs() < 2.0 * ROUND {
        return format!("M{:.1} {:.1}H{x:.1}V{:.1}H{tip:.1}", from.0, from.1, end.1);
    }
    let (turn, side) = (ROUND * way.signum(), ROUND * (from.0 - x).signum());
    format!(
        "M{:.1} {y:.1}H{:.1}Q{x:.1} {y:.1} {x:.1} {:.1}V{:.1}Q{x:.1} {end_y:.1} {:.1} \
         {end_y:.1}H{tip:.1}",
        from.0,
        x + side,
        from.1 + turn,
        end.1 - turn,
        x + ROUND,
        y = from.1,
        end_y = end.1,
    )
}
