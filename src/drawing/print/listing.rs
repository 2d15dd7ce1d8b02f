//! One kind of resource in the directory of a poster.

use super::paragraph::{Paragraph, Run};
use super::piece::{Piece, frame};
use super::plan::Setting;
use crate::drawing::explain::directory::Resource;
use crate::drawing::picture::svg::{ACCENT, Picture, TINT};

const PAD: f64 = 4.0;

/// Its name, who may turn to it, and what there is of it.
pub fn listing(set: Setting, one: &Resource, width: f64) -> Piece {
    let mut picture = Picture::default();
    let size = set.style.body;
    let dash = size * 0.95;
    let room = width - 2.0 * PAD;
    let head = [Run::bold(format!("{}.", one.name)).fill(ACCENT), Run::plain(one.access.as_str())];
    let head = Paragraph::of(&head, size, room);
    picture.rect((0.0, 0.0), (width, head.height() + 2.5), &format!("fill=\"{TINT}\""));
    let mut y = head.draw(&mut picture, (PAD, 1.0)) + 2.0;
    for line in &one.lines {
        let words = Paragraph::plain(&line.text, set.style.body(), room - dash);
        if line.absent {
            picture.dashed((PAD, y), (room, words.height() + 1.0));
        } else {
            Paragraph::plain("–", set.style.body(), dash).draw(&mut picture, (PAD, y));
        }
        y = words.draw(&mut picture, (PAD + dash, y));
    }
    let height = y + 2.0;
    frame(&mut picture, (width, height));
    Piece { picture, height }
}
