//! What stays in one place of a column: headings, and whom to call in some cases.

use crate::model::Join;

use super::marks::{band, letter_at, letter_on};
use super::paragraph::{Paragraph, Run};
use super::plan::Setting;
use crate::drawing::explain::entry::{Entry, cited, join_word};
use crate::drawing::explain::panel::Section;
use crate::drawing::explain::shared::numbered;
use crate::drawing::picture::layout::Point;
use crate::drawing::picture::svg::{ACCENT, Picture, TINT};

const PAD: f64 = 4.0;
/// Room for the pattern of a level.
const BAND: f64 = 14.0;
/// How many letters stand beside each other.
const ABREAST: usize = 3;

/// A piece of a poster that is not parted.
#[derive(Clone, Debug)]
pub struct Piece {
    /// What is drawn.
    pub picture: Picture,
    /// How high it is.
    pub height: f64,
}

/// The heading of a box: its letter, its title, and whether the common box tells more.
pub fn heading(set: Setting, letter: &str, title: &str, shares: bool, width: f64) -> Piece {
    let left = if letter.is_empty() { 2.0 * PAD } else { 24.0 };
    let room = width - left - PAD - if shares { 16.0 } else { 0.0 };
    let lines = Paragraph::of(&[Run::bold(title).fill("#fff")], set.style.title().size, room);
    let height = (lines.height() + 4.0).max(set.style.body + 8.0);
    let mut picture = Picture::default();
    picture.rect((0.0, 0.0), (width, height), &format!("fill=\"{ACCENT}\""));
    lines.draw(&mut picture, (left, (height - lines.height()) / 2.0));
    if letter == SHARED {
        cross(&mut picture, (11.0, height / 2.0), "#fff");
    } else if !letter.is_empty() {
        letter_on(&mut picture, set, letter, (11.0, height / 2.0), ACCENT);
    }
    if shares {
        cross(&mut picture, (width - 11.0, height / 2.0), "#fff");
    }
    Piece { picture, height }
}

/// What stands for a letter at the box of what several ends share.
pub const SHARED: &str = "+";

/// The sign of what several ends share.
pub fn cross(picture: &mut Picture, (x, y): Point, fill: &str) {
    picture.path(
        &format!("M{:.1} {y:.1}h9M{x:.1} {:.1}v9", x - 4.5, y - 4.5),
        &format!("stroke=\"{fill}\" stroke-width=\"2.4\""),
    );
}

/// Whom to call in some cases, at least so high; `letters` names the ends it holds
/// for, where they are several.
pub fn section(
    set: Setting,
    section: &Section,
    letters: &[String],
    width: f64,
    least: f64,
) -> Piece {
    let mut picture = Picture::default();
    let left = if section.level.is_some() { BAND + PAD } else { PAD };
    let room = width - left - PAD;
    let mut y = 2.0;
    if !section.when.is_empty() {
        let plan = set.plan;
        let when = numbered(plan.data, &plan.graph, &plan.numbers, &section.when);
        let run = if section.level.is_some() { Run::bold(when) } else { Run::plain(when) };
        // The letters stand before the cases, three abreast.
        let step = set.style.body + 7.0;
        let before = letters.iter().take(ABREAST).fold(0.0, |x, _| x + step);
        let before = if before > 0.0 { before + 3.0 } else { before };
        let lines = Paragraph::of(&[run.fill(ACCENT)], set.style.body, room - before);
        let rows = letters.chunks(ABREAST).fold(0.0, |y, _| y + step);
        let ground = (width - left + PAD, (lines.height() + 2.5).max(rows + 1.0));
        picture.rect((left - PAD, y - 2.0), ground, &format!("fill=\"{TINT}\""));
        discs(&mut picture, set, letters, (left - 2.0, y - 1.5));
        lines.draw(&mut picture, (left + before, y - 1.0));
        y += ground.1;
    }
    y = entries(&mut picture, set, section, (left, y), room);
    let height = (y + 1.0).max(least);
    if let Some(level) = section.level {
        band(&mut picture, set, level, (0.0, 0.0), (BAND, height));
    }
    frame(&mut picture, (width, height));
    Piece { picture, height }
}

/// The frame of a piece.
pub fn frame(picture: &mut Picture, size: (f64, f64)) {
    picture.rect(
        (0.0, 0.0),
        size,
        &format!("fill=\"none\" stroke=\"{ACCENT}\" stroke-width=\"0.7\""),
    );
}

fn discs(picture: &mut Picture, set: Setting, letters: &[String], (x, y): Point) {
    let step = set.style.body + 7.0;
    let mut down = y + step / 2.0;
    for row in letters.chunks(ABREAST) {
        let mut at = x + step / 2.0;
        for letter in row {
            letter_at(picture, set, letter, (at, down), false);
            at += step;
        }
        down += step;
    }
}

/// The entries of a section, one under the other; returns where they end.
pub fn entries(
    picture: &mut Picture,
    set: Setting,
    section: &Section,
    (x, mut y): Point,
    room: f64,
) -> f64 {
    for (at, entry) in section.entries.iter().enumerate() {
        let words = Paragraph::of(&runs(set, entry, at == 0), set.style.body, room);
        if entry.offers.iter().any(|offered| offered.absent) {
            picture.dashed((x - 2.0, y), (room + 3.0, words.height() + 1.5));
            y += 0.5;
        }
        y = words.draw(picture, (x, y)) + 1.5;
    }
    y
}

/// How it joins what stands before, what it is for, what it offers, what says so.
fn runs(set: Setting, entry: &Entry, first: bool) -> Vec<Run> {
    let mut runs = Vec::new();
    if !(first && entry.rule.join == Join::And) {
        runs.push(Run::plain(join_word(set.plan.data, entry.rule.join)));
    }
    if entry.rule.contact {
        runs.push(Run::plain("●"));
    }
    let colon = if entry.offers.is_empty() { "" } else { "\u{a0}:" };
    runs.push(Run::bold(format!("{}{colon}", entry.title)));
    let offers: Vec<&str> = entry.offers.iter().map(|offered| offered.text.as_str()).collect();
    runs.push(Run::plain(offers.join("\u{a0}; ")));
    if set.plan.territory.is_none() {
        runs.push(Run::plain(format!("[{}]", cited(&entry.rule.sources))));
    }
    runs
}
