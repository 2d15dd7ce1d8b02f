//! The signs of a poster, and what they mean.

use super::layout::Point;
use super::marks::{band, letter_at, number_at};
use super::piece::cross;
use super::plan::Setting;
use super::svg::{ACCENT, ALARM, INK, Picture};

/// One sign: how wide it is, how it is drawn from its left middle, what it means.
type Sign = (f64, fn(&mut Picture, Setting, Point), &'static str);

const SIGNS: [Sign; 9] = [
    (14.0, |p, set, (x, y)| number_at(p, set, 1, (x + 7.0, y)), "question"),
    (18.0, emergency, "urgence vitale"),
    (
        15.0,
        |p, set, (x, y)| letter_at(p, set, "B", (x + 7.5, y), false),
        "encadré : qui appeler, de haut en bas",
    ),
    (10.0, |p, _, (x, y)| cross(p, (x + 5.0, y), ACCENT), "lire aussi l’encadré +, même lettre"),
    (7.0, |p, _, (x, y)| p.dot((x + 3.5, y)), "quelqu’un à qui parler"),
    (14.0, |p, set, at| level(p, set, at, "1"), "niveau 1"),
    (14.0, |p, set, at| level(p, set, at, "2"), "niveau 2"),
    (14.0, |p, set, at| level(p, set, at, "3"), "niveau 3"),
    (18.0, absent, "rien n’est recensé : la coordination, puis l’annuaire régional"),
];

/// Draws the signs in one line, from a left top.
pub fn legend(picture: &mut Picture, set: Setting, (x, y): Point) {
    let font = set.style.body();
    let middle = y + font.size * 0.55;
    let mut at = x;
    for (width, draw, means) in SIGNS {
        draw(picture, set, (at, middle));
        at += width + 4.0;
        picture.text((at, y), &[means.to_owned()], font, INK);
        at += font.width(means) + 11.0;
    }
}

fn level(picture: &mut Picture, set: Setting, (x, y): Point, level: &str) {
    let height = set.style.body + 3.0;
    band(picture, set, level, (x, y - height / 2.0), (14.0, height));
}

fn emergency(picture: &mut Picture, _: Setting, (x, y): Point) {
    let look = format!("fill=\"#fff\" stroke=\"{ALARM}\" stroke-width=\"2.5\"");
    picture.rect((x, y - 4.5), (18.0, 9.0), &look);
}

fn absent(picture: &mut Picture, _: Setting, (x, y): Point) {
    let look = format!("fill=\"none\" stroke=\"{INK}\" stroke-dasharray=\"3 2\"");
    picture.rect((x, y - 4.5), (18.0, 9.0), &look);
}
