//! One question of the flow as a box: what is asked, and a row for each way out.

use crate::model::{QUESTION_LEVEL, QuestionKind, poster};

use super::marks::{band, letter_at, number_at};
use super::paragraph::{Paragraph, Run};
use super::piece::Piece;
use super::plan::Setting;
use crate::drawing::explain::entry::cited;
use crate::drawing::explain::graph::Edge;
use crate::drawing::explain::label::{label, takes_the_rest};
use crate::drawing::explain::paths::Node;
use crate::drawing::explain::shared::{Lettered, numbered};
use crate::drawing::explain::words::{BETWEEN, answers, box_title, said, said_with, value};
use crate::drawing::picture::layout::Point;
use crate::drawing::picture::svg::{ALARM, INK, Picture};

const PAD: f64 = 4.0;
/// Room for a number or a letter, and for the arrow before it.
const MARK: f64 = 18.0;
const ARROW: f64 = 12.0;

/// A box, and where its ways begin and end.
#[derive(Clone, Debug)]
pub struct Boxed {
    /// Its place among the boxes.
    pub at: usize,
    /// What it looks like.
    pub piece: Piece,
    /// How far down what reaches it arrives.
    pub door: f64,
    /// Its ways out: the box that each leads to, and how far down it leaves.
    pub rows: Vec<(usize, f64)>,
}

/// Draws the box of a question.
pub fn question(set: Setting, at: usize, width: f64) -> Boxed {
    let plan = set.plan;
    let stop = plan.is_stop(at);
    let mut inside = Picture::default();
    let title = Paragraph::of(
        &[Run::bold(box_title(plan.data, plan.graph.places[at])).fill(if stop {
            ALARM
        } else {
            INK
        })],
        set.style.title().size,
        width - MARK - 2.0 * PAD,
    );
    let mut y = title.draw(&mut inside, (MARK + PAD, PAD)).max(MARK + 2.0);
    let door = f64::midpoint(PAD, y);
    y = listed(set, at, &mut inside, y, width);
    if let Some(one) = plan.panel(at).filter(|_| stop) {
        y = rescue(set, one, &mut inside, (PAD + MARK, y), width - 2.0 * PAD - MARK);
    }
    y += 2.0;
    let mut rows = Vec::new();
    for edge in ways(set, at) {
        let middle;
        (y, middle) = row(set, edge, &mut inside, y, width);
        rows.push((edge.to, middle));
    }
    let mut picture = Picture::default();
    let look = if stop {
        format!("fill=\"#fff\" stroke=\"{ALARM}\" stroke-width=\"3.5\"")
    } else {
        format!("rx=\"3\" fill=\"#fff\" stroke=\"{INK}\" stroke-width=\"1.2\"")
    };
    picture.rect((0.0, 0.0), (width, y), &look);
    picture.elements += &inside.elements;
    mark(set, at, &mut picture, (PAD + MARK / 2.0 - 2.0, door));
    Boxed { at, piece: Piece { picture, height: y }, door, rows }
}

/// The ways out of a box: ends first, then the questions, the next one last; after
/// them what takes the rest.
fn ways<'p>(set: Setting<'p, '_>, at: usize) -> Vec<&'p Edge<'p>> {
    let mut ways: Vec<&Edge> = set.plan.graph.leaving(at).collect();
    let end = |edge: &Edge| matches!(set.plan.graph.places[edge.to], Node::End(_));
    ways.sort_by_key(|edge| {
        let rest = takes_the_rest(set.plan.data, &set.plan.graph, edge);
        (rest, !end(edge), if end(edge) { edge.to } else { usize::MAX - edge.to })
    });
    ways
}

/// Whom the emergency way gives, one under the other in large letters.
fn rescue(
    set: Setting,
    one: &Lettered,
    picture: &mut Picture,
    (x, mut y): Point,
    room: f64,
) -> f64 {
    for entry in one.panel.sections.iter().flat_map(|section| &section.entries) {
        for offered in &entry.offers {
            y = Paragraph::plain(&offered.text, set.style.title(), room).draw(picture, (x, y));
        }
        if set.plan.territory.is_none() {
            let words = format!("[{}]", cited(&entry.rule.sources));
            y = Paragraph::plain(&words, set.style.body(), room).draw(picture, (x, y));
        }
    }
    y
}

/// The answers, where no way out names them; the levels each with its pattern.
fn listed(set: Setting, at: usize, picture: &mut Picture, mut y: f64, width: f64) -> f64 {
    let (plan, size) = (set.plan, set.style.body);
    let Some(Node::Question(id)) = plan.graph.places.get(at) else { return y };
    if *id == QUESTION_LEVEL {
        for answer in plan.data.question(id).into_iter().flat_map(|q| &q.answers) {
            let words = Paragraph::plain(
                &value(plan.data, id, &answer.id),
                set.style.body(),
                width - MARK - 3.0 * PAD,
            );
            let height = words.height() + 2.0;
            band(picture, set, &answer.id, (PAD, y), (MARK, height));
            y = words.draw(picture, (MARK + 2.0 * PAD, y + 1.0)) + 1.0;
        }
        return y + 1.0;
    }
    if !plan.graph.lists_answers(plan.data, at) {
        return y;
    }
    let mut words = answers(plan.data, id, plan.territory).join(BETWEEN);
    let whole = plan.data.question(id).is_some_and(|q| q.kind == QuestionKind::Commune);
    if whole && plan.territory.is_some() {
        words = said_with(plan.data, &poster::places(&words));
    }
    Paragraph::of(&[Run::plain(words)], size, width - 2.0 * PAD).draw(picture, (PAD + 2.0, y))
}

/// A way out: what it says, and where it leads; returns where it ends and its middle.
fn row(set: Setting, edge: &Edge, picture: &mut Picture, y: f64, width: f64) -> (f64, f64) {
    let plan = set.plan;
    let alarm = plan.is_stop(edge.to);
    let ink = if alarm { ALARM } else { INK };
    let mut words = label(plan.data, &plan.graph, edge);
    if words.is_empty() {
        words = said(plan.data, poster::NEXT);
    }
    let words = numbered(plan.data, &plan.graph, &plan.numbers, &words);
    let run = if alarm { Run::bold(words).fill(ALARM) } else { Run::plain(words) };
    let room = width - MARK - ARROW - 3.0 * PAD;
    let words = Paragraph::of(&[run], set.style.body, room);
    let height = (words.height() + 3.0).max(MARK - 1.0);
    let middle = y + height / 2.0;
    picture.path(&format!("M0 {y:.1}H{width:.1}"), "stroke=\"#777\" stroke-width=\"0.5\"");
    words.draw(picture, (PAD + 2.0, middle - words.height() / 2.0));
    let right = width - PAD - MARK + 1.0;
    let tip = if alarm { "tip-alarm" } else { "tip" };
    picture.path(
        &format!("M{:.1} {middle:.1}H{:.1}", right - ARROW, right - 1.0),
        &format!("stroke=\"{ink}\" stroke-width=\"1\" marker-end=\"url(#{tip})\""),
    );
    mark(set, edge.to, picture, (right + MARK / 2.0 - 1.0, middle));
    (y + height, middle)
}

/// The number or the letter of a box.
fn mark(set: Setting, at: usize, picture: &mut Picture, centre: (f64, f64)) {
    if let Some(one) = set.plan.panel(at) {
        letter_at(picture, set, &one.letter, centre, set.plan.is_stop(at));
    } else if let Some(number) = set.plan.numbers.get(at).copied().flatten() {
        number_at(picture, set, number, centre);
    }
}
