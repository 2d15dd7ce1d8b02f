//! The signs of a poster, and what they mean.

use crate::model::poster;

use super::marks::{band, letter_at, number_at};
use super::piece::cross;
use super::plan::Setting;
use crate::drawing::explain::words::{said, said_with};
use crate::drawing::picture::layout::Point;
use crate::drawing::picture::svg::{ACCENT, ALARM, INK, Picture};

/// One sign: how wide it is, how it is drawn from its left middle, the key of what it
/// means.
type Sign = (f64, fn(&mut Picture, Setting, Point), &'static str);

const SIGNS: [Sign; 5] = [
    (14.0, |p, set, (x, y)| number_at(p, set, 1, (x + 7.0, y)), poster::SIGN_QUESTION),
    (18.0, emergency, poster::SIGN_EMERGENCY),
    (15.0, |p, set, (x, y)| letter_at(p, set, "B", (x + 7.5, y), false), poster::SIGN_BOX),
    (10.0, |p, _, (x, y)| cross(p, (x + 5.0, y), ACCENT), poster::SIGN_SHARED),
    (7.0, |p, _, (x, y)| p.dot((x + 3.5, y)), poster::SIGN_CONTACT),
];
const LEVEL: f64 = 14.0;
const ABSENT: f64 = 18.0;

/// Draws the signs in one line, from a left top; the levels are those of the dataset.
pub fn legend(picture: &mut Picture, set: Setting, (x, y): Point) {
    let data = set.plan.data;
    let middle = y + set.style.body().size * 0.55;
    let mut at = x;
    for (width, draw, key) in SIGNS {
        draw(picture, set, (at, middle));
        at = means(picture, set, (at + width, y), &said(data, key));
    }
    for one in &data.gradation.levels {
        let name = one.level.to_string();
        level(picture, set, (at, middle), &name);
        let words = said_with(data, &poster::sign_level(&name));
        at = means(picture, set, (at + LEVEL, y), &words);
    }
    absent(picture, (at, middle));
    means(picture, set, (at + ABSENT, y), &said(data, poster::SIGN_ABSENT));
}

/// What a sign means, to the right of it; returns where the next one begins.
fn means(picture: &mut Picture, set: Setting, (x, y): Point, words: &str) -> f64 {
    let (font, left) = (set.style.body(), x + 4.0);
    picture.text((left, y), &[words.to_owned()], font, INK);
    left + font.width(words) + 11.0
}

fn level(picture: &mut Picture, set: Setting, (x, y): Point, level: &str) {
    let height = set.style.body + 3.0;
    band(picture, set, level, (x, y - height / 2.0), (LEVEL, height));
}

fn emergency(picture: &mut Picture, _: Setting, (x, y): Point) {
    let look = format!("fill=\"#fff\" stroke=\"{ALARM}\" stroke-width=\"2.5\"");
    picture.rect((x, y - 4.5), (18.0, 9.0), &look);
}

fn absent(picture: &mut Picture, (x, y): Point) {
    picture.dashed((x, y - 4.5), (ABSENT, 9.0));
}
