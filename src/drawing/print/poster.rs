//! The two sides of a poster. On the first: the questions, whom to call for care by the
//! level of the gradation, and as many of the other ends as there is room for. On its
//! back: the ends that are left, and the directory.

use anyhow::{Context, Result};

use crate::model::Dataset;

use super::frame::{Frame, title};
use super::lanes::{has_lanes, lanes};
use super::pack::{Filling, Room, Whole};
use super::plan::{Plan, Setting};
use super::stacks::stacks;
use super::style::{SIZES, Style};
use super::wholes::{common, directory, ends};
use crate::drawing::picture::layout::Size;
use crate::drawing::picture::svg::{DEFINITIONS, Picture};
use crate::markup::escape;

/// A3, lying: width and height in points.
pub const PAGE: Size = (1190.55, 841.89);
/// What a printer leaves white.
pub const MARGIN: f64 = 18.0;
const GAP: f64 = 8.0;
const COLUMNS: usize = 5;
/// The columns of the flow.
const FLOW: usize = 2;
/// Width of a column, and from one to the next.
const WIDTH: f64 = (PAGE.0 - 2.0 * MARGIN - 4.0 * GAP) / 5.0;
const STEP: f64 = WIDTH + GAP;

/// A poster: the two sides of one sheet.
#[derive(Clone, Debug)]
pub struct Drawing {
    /// What it is called.
    pub title: String,
    /// Front and back, each the content of an SVG of the size of [`PAGE`].
    pub sides: [String; 2],
}

/// Draws the whole pathway, or that of one territory with the names and numbers of
/// its structures, each side in the largest letters that it holds.
///
/// # Errors
/// A side does not hold what it should even in the smallest letters.
pub fn draw(data: &Dataset, territory: Option<&str>) -> Result<Drawing> {
    let plan = Plan::of(data, territory);
    let set = |body: &f64| Setting { plan: &plan, style: Style { body: *body }, width: WIDTH };
    let (front, shown) = SIZES
        .iter()
        .find_map(|size| front(set(size)))
        .context("les questions et les niveaux ne tiennent pas sur une feuille A3")?;
    let back = SIZES
        .iter()
        .find_map(|size| back(set(size), shown))
        .context("l’annuaire ne tient pas au dos de la feuille A3")?;
    Ok(Drawing { title: title(&plan), sides: [front, back] })
}

/// The first side, and how many of the ends without levels stand on it; none where
/// not even the questions, the levels and what the ends share have room.
fn front(set: Setting) -> Option<(String, usize)> {
    let frame = Frame::front(set);
    let (top, bottom) = frame.inside(set);
    let mut picture = Picture::default();
    let flow = stacks(set, FLOW, STEP);
    picture.place(&flow.picture, (MARGIN, top));
    let beside = levels(&mut picture, set, top);
    let mut tops: Vec<f64> = flow.heights.iter().map(|height| top + height + GAP).collect();
    tops.resize(FLOW, top);
    tops.resize(COLUMNS, beside);
    if tops.iter().any(|top| *top > bottom + GAP) {
        return None;
    }
    let mut rooms = rooms(&tops, bottom);
    // The room beside the questions is filled before that under them.
    rooms.rotate_left(FLOW);
    let mut filling = Filling::new(picture, &rooms);
    if let Some(whole) = common(set) {
        filling = filling.with(&whole)?;
    }
    let mut shown = 0;
    for (_, whole) in ends(set) {
        let Some(more) = filling.with(&whole) else { break };
        (filling, shown) = (more, shown + 1);
    }
    Some((framed(set, &frame.telling(set, shown), filling.picture()), shown))
}

/// The other side: the ends after the first `shown`, and the directory, in columns no
/// longer than they must be.
fn back(set: Setting, shown: usize) -> Option<String> {
    let frame = Frame::back(set);
    let (top, bottom) = frame.inside(set);
    let mut wholes: Vec<Whole> = ends(set).into_iter().skip(shown).map(|(_, end)| end).collect();
    wholes.push(directory(set));
    let heights = (1..=20).map(|part| (bottom - top) * f64::from(part) / 20.0);
    heights.into_iter().find_map(|height| {
        let rooms = rooms(&[top; COLUMNS], top + height);
        let mut filling = Filling::new(Picture::default(), &rooms);
        for whole in &wholes {
            filling = filling.with(whole)?;
        }
        Some(framed(set, &frame, filling.picture()))
    })
}

fn framed(set: Setting, frame: &Frame, mut picture: Picture) -> String {
    frame.draw(&mut picture, set);
    format!("{DEFINITIONS}{}", picture.elements)
}

/// The columns from these heights down to the bottom.
fn rooms(tops: &[f64], bottom: f64) -> Vec<Room> {
    let mut left = MARGIN;
    let mut rooms = Vec::new();
    for top in tops {
        rooms.push(Room { left, top: *top, bottom });
        left += STEP;
    }
    rooms
}

/// Draws the ends that go by the levels, over all columns beside the flow; returns
/// where the room under them begins.
fn levels(picture: &mut Picture, set: Setting, top: f64) -> f64 {
    let left = MARGIN + STEP + STEP;
    let mut y = top;
    for one in set.plan.panels.iter().filter(|one| has_lanes(one)) {
        let piece = lanes(set, one, PAGE.0 - MARGIN - left);
        picture.place(&piece.picture, (left, y));
        y += piece.height + GAP;
    }
    y
}

/// A drawing as one SVG file: its sides, one under the other.
pub fn svg(drawing: &Drawing) -> String {
    let (width, height) = PAGE;
    let [front, back] = &drawing.sides;
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"420mm\" height=\"594mm\" viewBox=\"0 0 \
         {width} {:.2}\" font-family=\"Arial, Helvetica, 'Liberation Sans', sans-serif\" role=\"img\" \
         aria-label=\"{title}\">\n<title>{title}</title>\n<rect width=\"100%\" height=\"100%\" \
         fill=\"#fff\"/>\n<svg width=\"{width}\" height=\"{height}\">{front}</svg>\n\
         <svg y=\"{height}\" width=\"{width}\" height=\"{height}\">{back}</svg>\n</svg>\n",
        height + height,
        title = escape(&drawing.title),
    )
}
