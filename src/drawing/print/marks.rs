//! The signs of a poster: numbers, letters, the patterns of the levels.

use crate::model::UNKNOWN;

use super::plan::Setting;
use crate::drawing::picture::layout::{Point, Size};
use crate::drawing::picture::svg::{ACCENT, ALARM, INK, Picture};
use crate::drawing::picture::text::Font;

/// The number of a question, in a square around a point.
pub fn number_at(picture: &mut Picture, set: Setting, number: usize, (x, y): Point) {
    let side = set.style.body + 4.5;
    let corner = (x - side / 2.0, y - side / 2.0);
    picture.rect(corner, (side, side), &format!("rx=\"2\" fill=\"{INK}\""));
    inside(picture, set, &number.to_string(), (x, y), "#fff");
}

/// The letter of an end, or of the emergency way, in a disc around a point.
pub fn letter_at(picture: &mut Picture, set: Setting, letter: &str, (x, y): Point, alarm: bool) {
    let fill = if alarm { ALARM } else { ACCENT };
    disc(picture, set, (x, y), fill);
    inside(picture, set, letter, (x, y), "#fff");
}

/// The letter of an end on a coloured ground.
pub fn letter_on(picture: &mut Picture, set: Setting, letter: &str, centre: Point, ground: &str) {
    disc(picture, set, centre, "#fff");
    inside(picture, set, letter, centre, ground);
}

fn disc(picture: &mut Picture, set: Setting, (x, y): Point, fill: &str) {
    let radius = f64::midpoint(set.style.body, 6.0);
    picture.elements +=
        &format!("<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{radius:.1}\" fill=\"{fill}\"/>\n");
}

fn inside(picture: &mut Picture, set: Setting, text: &str, (x, y): Point, fill: &str) {
    let font = Font::bold(set.style.body + 0.5);
    picture.centred((x, y - font.size * 0.53), &[text.to_owned()], font, fill);
}

/// The pattern of a level and its number, along something.
pub fn band(picture: &mut Picture, set: Setting, level: &str, (x, y): Point, (w, h): Size) {
    let place = level.parse::<usize>().ok().and_then(|level| level.checked_sub(1));
    let fill = place.map_or("#fff".to_owned(), |at| format!("url(#level-{})", at.min(2)));
    picture.rect(
        (x, y),
        (w, h),
        &format!("fill=\"{fill}\" stroke=\"{ACCENT}\" stroke-width=\"0.8\""),
    );
    let mark = if level == UNKNOWN { "?" } else { level };
    let font = Font::bold(set.style.body + 0.5);
    let top = y + (h / 2.0 - font.size * 0.6).min(3.0);
    let chip = font.size * 0.8;
    picture.rect((x + w / 2.0 - chip / 2.0, top), (chip, font.size * 1.1), "fill=\"#fff\"");
    picture.centred((x + w / 2.0, top + font.size * 0.06), &[mark.to_owned()], font, INK);
}
