//! The boxes of the ends, one under the other.

use crate::model::{Dataset, Join, UNKNOWN};

use super::layout::Point;
use super::panel::{Entry, Offered, Panel, Section, join_word};
use super::paths::Place;
use super::svg::{ACCENT, ALARM, INK, Picture};
use super::text::Font;

const TITLE: Font = Font::bold(10.5);
const HEAD: Font = Font::bold(8.0);
const NAME: Font = Font::bold(8.0);
const SMALL: Font = Font::regular(8.0);
const PAD: f64 = 5.0;
/// Room for the dash before what is offered.
const DASH: f64 = 7.0;
/// Room for the pattern of a level.
const BAND: f64 = 14.0;

/// A piece of a panel that stays in one column.
#[derive(Clone, Debug)]
pub struct Piece {
    /// What is drawn.
    pub picture: Picture,
    /// How high it is.
    pub height: f64,
}

/// How a panel is told from another.
pub struct Labelled<'p, 'a> {
    /// The panel.
    pub panel: &'p Panel<'a>,
    /// Its letter.
    pub letter: &'p str,
    /// Whether the sources of each rule are told.
    pub cites: bool,
}

/// The heading of a panel; `again` when it goes on in another column.
pub fn heading(labelled: &Labelled, width: f64, again: bool) -> Piece {
    let stop = matches!(labelled.panel.place, Place::Question(_));
    let fill = if stop { ALARM } else { ACCENT };
    let mut title = labelled.panel.title.clone();
    if again {
        title += " (suite)";
    }
    let lines = TITLE.wrap(&title, width - 30.0);
    let height = lines.iter().map(|_| TITLE.leading()).sum::<f64>().max(14.0) + 6.0;
    let mut picture = Picture::default();
    picture.rect((0.0, 0.0), (width, height), &format!("fill=\"{fill}\""));
    picture.elements +=
        &format!("<circle cx=\"13\" cy=\"{:.1}\" r=\"8\" fill=\"#fff\"/>\n", height / 2.0);
    picture.centred(
        (13.0, height / 2.0 - 5.0),
        &[labelled.letter.to_owned()],
        Font::bold(10.0),
        fill,
    );
    picture.text((26.0, 3.0), &lines, TITLE, "#fff");
    Piece { picture, height }
}

/// The sections of a panel, each a piece.
pub fn sections(data: &Dataset, labelled: &Labelled, width: f64) -> Vec<Piece> {
    labelled.panel.sections.iter().map(|s| section(data, labelled, s, width)).collect()
}

fn section(data: &Dataset, labelled: &Labelled, section: &Section, width: f64) -> Piece {
    let mut picture = Picture::default();
    let left = if section.level.is_some() { BAND + PAD } else { PAD };
    let room = width - left - PAD;
    let mut y = 3.0;
    if !section.when.is_empty() {
        let lines = HEAD.wrap(&section.when, room);
        let height: f64 = lines.iter().map(|_| HEAD.leading()).sum();
        picture.rect((left - PAD, y - 2.0), (width - left + PAD, height + 3.0), "fill=\"#e4eeed\"");
        y = picture.text((left, y), &lines, HEAD, ACCENT) + 2.0;
    }
    for (at, entry) in section.entries.iter().enumerate() {
        let first = at == 0;
        y = draw_entry(&mut picture, data, labelled, entry, first, (left, y), room);
    }
    let height = y + 2.0;
    if let Some(level) = section.level {
        band(&mut picture, level, height);
    }
    picture.rect(
        (0.0, 0.0),
        (width, height),
        &format!("fill=\"none\" stroke=\"{ACCENT}\" stroke-width=\"0.8\""),
    );
    Piece { picture, height }
}

/// The pattern of a level and its number, along its section.
fn band(picture: &mut Picture, level: &str, height: f64) {
    let place = level.parse::<usize>().ok().and_then(|level| level.checked_sub(1));
    let fill = place.map_or("#fff".to_owned(), |at| format!("url(#level-{})", at.min(2)));
    picture.rect(
        (0.0, 0.0),
        (BAND, height),
        &format!("fill=\"{fill}\" stroke=\"{ACCENT}\" stroke-width=\"0.8\""),
    );
    let mark = if level == UNKNOWN { "?" } else { level };
    picture.rect((2.0, 3.0), (10.0, 11.0), "fill=\"#fff\"");
    picture.centred((7.0, 4.0), &[mark.to_owned()], Font::bold(9.0), INK);
}

fn draw_entry(
    picture: &mut Picture,
    data: &Dataset,
    labelled: &Labelled,
    entry: &Entry,
    first: bool,
    (left, mut y): Point,
    room: f64,
) -> f64 {
    let mut from = left;
    if !(first && entry.rule.join == Join::And) {
        let word = join_word(data, entry.rule.join).to_owned();
        from += SMALL.width(&word) + 4.0;
        picture.text((left, y), &[word], SMALL, INK);
    }
    if entry.rule.contact {
        picture.dot((from + 3.0, y + 4.8));
        from += 9.0;
    }
    y = picture.text((from, y), &NAME.wrap(&entry.title, room - (from - left)), NAME, INK);
    let mut offers = entry.offers.clone();
    if labelled.cites {
        let cited: Vec<&str> = entry.rule.sources.iter().map(|s| s.0.as_str()).collect();
        let cited = format!("[{}]", cited.join(", "));
        match offers.last_mut() {
            Some(offered) => offered.cited = cited,
            None => y = picture.text((left + DASH, y), &[cited], SMALL, INK),
        }
    }
    for offered in &offers {
        y = draw_offered(picture, offered, (left, y), room);
    }
    y + 2.0
}

/// A structure with its number, or that there is none.
fn draw_offered(picture: &mut Picture, offered: &Offered, (x, y): Point, room: f64) -> f64 {
    let phones = if offered.phones.is_empty() {
        String::new()
    } else {
        format!("\u{a0}: {}", offered.phones)
    };
    let text = format!("{}{phones} {}", offered.name, offered.cited);
    let lines = SMALL.wrap(&text, room - DASH);
    if !offered.absent {
        picture.text((x, y), &["–".to_owned()], SMALL, INK);
        return picture.text((x + DASH, y), &lines, SMALL, INK);
    }
    let height: f64 = lines.iter().map(|_| SMALL.leading()).sum();
    let look =
        format!("fill=\"none\" stroke=\"{INK}\" stroke-width=\"0.8\" stroke-dasharray=\"3 2\"");
    picture.rect((x, y + 1.0), (room, height + 3.0), &look);
    picture.text((x + DASH, y + 2.5), &lines, SMALL, INK) + 3.0
}
