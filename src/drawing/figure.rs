//! The flow as a picture: boxes, edges and what they say.

use anyhow::Result;

use crate::model::{Dataset, QUESTION_LEVEL, QuestionKind};

use super::graph::{Edge, Graph};
use super::layout::{Layout, Link, Point, Size};
use super::paths::Place;
use super::phrase::{cases_in_words, otherwise};
use super::svg::{ACCENT, ALARM, INK, Picture, smooth};
use super::text::Font;
use super::trunk::{arrange, trunk};
use super::words::{BETWEEN, answers, end_title, legend, value};

const TITLE: Font = Font::bold(9.0);
const SMALL: Font = Font::regular(8.0);
const PAD: f64 = 5.0;
/// How wide a box's text may be: a question, one that lists its answers, an end.
const ROOM: [f64; 3] = [78.0, 92.0, 66.0];
/// How wide an edge's label may be, and one of the trunk.
const LABEL_ROOM: [f64; 2] = [57.0, 64.0];
/// Beyond this length, the words of an edge that takes what the others leave say so.
const LONG: usize = 100;

/// How far from the flow anything else stands, and the least room worth filling.
const AWAY: f64 = 8.0;
const ENOUGH: f64 = 110.0;

/// The flow drawn.
#[derive(Clone, Debug)]
pub struct Figure {
    picture: Picture,
    size: Size,
    /// What it takes, as corners: boxes, labels, and pieces of the ways.
    taken: Vec<(Point, Point)>,
}

impl Figure {
    /// Puts it at a place of a sheet; smaller where there is less room than it takes.
    pub fn put(&self, sheet: &mut Picture, at: Point, (width, height): Size) {
        let scale = (width / self.size.0).min(height / self.size.1);
        if scale >= 1.0 {
            return sheet.place(&self.picture, at);
        }
        let elements =
            format!("<g transform=\"scale({scale:.3})\">\n{}</g>\n", self.picture.elements);
        sheet.place(&Picture { elements }, at);
    }

    /// The heights that are free between two verticals, from the top down to a
    /// height, where there is room for something to read.
    pub fn free(&self, (left, right): (f64, f64), height: f64) -> Vec<(f64, f64)> {
        if self.size.1 > height {
            return Vec::new();
        }
        let across = self.taken.iter().filter(|(from, to)| from.0 < right && to.0 > left);
        let mut taken: Vec<(f64, f64)> = across.map(|(from, to)| (from.1, to.1)).collect();
        taken.push((height, height));
        taken.sort_by(|a, b| a.0.total_cmp(&b.0));
        let (mut free, mut from) = (Vec::new(), 0.0_f64);
        for (top, bottom) in taken {
            let to = if top < height { top - AWAY } else { height };
            if to - from > ENOUGH {
                free.push((from, to));
            }
            from = from.max(bottom + AWAY);
        }
        free
    }
}

/// One box before it is placed.
struct Boxed {
    title: Vec<String>,
    answers: Vec<String>,
    size: Size,
}

/// Draws a flow. `letters` names the ends, by their place among the boxes.
pub fn figure(
    data: &Dataset,
    graph: &Graph,
    letters: &[(usize, String)],
    territory: Option<&str>,
) -> Result<Figure> {
    let trunk = trunk(data, graph);
    let mut boxes: Vec<Boxed> =
        (0..graph.places.len()).map(|at| boxed(data, graph, at, territory)).collect();
    // The questions of the trunk are equally wide: what branches off stands clear.
    let widest = trunk.iter().map(|at| boxes[*at].size.0).fold(0.0, f64::max);
    for at in &trunk {
        boxes[*at].size.0 = widest;
    }
    let room = |to: &usize| LABEL_ROOM[usize::from(trunk.contains(to))];
    let edges = graph.edges.iter();
    let labels: Vec<Vec<String>> =
        edges.map(|edge| SMALL.wrap(&label(data, graph, edge), room(&edge.to))).collect();
    let links: Vec<Link> = graph.edges.iter().zip(&labels).map(|(e, l)| link(e, l)).collect();
    let sizes: Vec<Size> = boxes.iter().map(|b| b.size).collect();
    let layout = arrange(graph, &trunk, &sizes, &links)?;
    let mut picture = Picture::default();
    for (edge, (points, _)) in graph.edges.iter().zip(&layout.edges) {
        draw_way(&mut picture, data, graph, edge, points);
    }
    for ((label, link), (_, centre)) in labels.iter().zip(&links).zip(&layout.edges) {
        draw_label(&mut picture, label, link.label, *centre);
    }
    draw_boxes(&mut picture, data, graph, &boxes, &layout, letters);
    Ok(Figure { picture, size: layout.size, taken: taken(&sizes, &links, &layout) })
}

fn taken(sizes: &[Size], links: &[Link], layout: &Layout) -> Vec<(Point, Point)> {
    let around = |(x, y): Point, (width, height): Size| {
        ((x - width / 2.0, y - height / 2.0), (x + width / 2.0, y + height / 2.0))
    };
    let boxes = layout.boxes.iter().zip(sizes).map(|(centre, size)| around(*centre, *size));
    let labels = layout.edges.iter().zip(links).map(|((_, at), link)| around(*at, link.label));
    let ways = layout.edges.iter().flat_map(|(points, _)| points.windows(2)).flat_map(|pair| {
        let along = |part: f64| {
            let at = |from: f64, to: f64| from + (to - from) * part;
            around((at(pair[0].0, pair[1].0), at(pair[0].1, pair[1].1)), (12.0, 12.0))
        };
        (0..=16_u8).map(move |step| along(f64::from(step) / 16.0)).collect::<Vec<_>>()
    });
    boxes.chain(labels).chain(ways).collect()
}

/// What an edge says: the answers that lead there, or in which cases it is taken.
pub fn label(data: &Dataset, graph: &Graph, edge: &Edge) -> String {
    let Some(Place::Question(question)) = graph.places.get(edge.from) else {
        return String::new();
    };
    if edge.by_answer {
        if graph.lists_answers(data, edge.from) {
            return String::new();
        }
        let words: Vec<String> = edge.answers.iter().map(|a| value(data, question, a)).collect();
        return words.join(BETWEEN);
    }
    let words = cases_in_words(data, &edge.when);
    let length = |edge: &Edge| cases_in_words(data, &edge.when).chars().count();
    let longest = graph.leaving(edge.from).map(length).max().unwrap_or_default();
    if words.chars().count() == longest && longest > LONG {
        return otherwise(data, &edge.when);
    }
    words
}

fn boxed(data: &Dataset, graph: &Graph, at: usize, territory: Option<&str>) -> Boxed {
    let lists = graph.lists_answers(data, at);
    let (text, room) = match graph.places[at] {
        Place::Question(id) => (legend(data, id), ROOM[usize::from(lists)]),
        Place::End(id) => (end_title(data, id), ROOM[2]),
    };
    let title = TITLE.wrap(&text, room);
    let listed = match graph.places[at] {
        Place::Question(id) if lists => answers(data, id, territory).join(BETWEEN),
        _ => String::new(),
    };
    let answers = SMALL.wrap(&listed, room);
    let widest = title.iter().map(|line| TITLE.width(line));
    let widest = widest.chain(answers.iter().map(|line| SMALL.width(line))).fold(0.0, f64::max);
    let lines = |lines: &[String], font: Font| lines.iter().map(|_| font.leading()).sum::<f64>();
    let letter = if matches!(graph.places[at], Place::End(_)) { 22.0 } else { 0.0 };
    let height = lines(&title, TITLE) + lines(&answers, SMALL) + 2.0 * PAD;
    let size = (widest + 2.0 * PAD + letter + 4.0, height.max(letter));
    Boxed { title, answers, size }
}

fn link(edge: &Edge, label: &[String]) -> Link {
    let width = label.iter().map(|line| SMALL.width(line)).fold(0.0, f64::max);
    let height: f64 = label.iter().map(|_| SMALL.leading()).sum();
    let size = if label.is_empty() { (0.0, 0.0) } else { (width + 4.0, height + 2.0) };
    Link { from: edge.from, to: edge.to, label: size }
}

fn is_stop(data: &Dataset, place: Place) -> bool {
    matches!(place, Place::Question(id)
        if data.question(id).is_some_and(|q| q.kind == QuestionKind::Stop))
}

fn draw_way(picture: &mut Picture, data: &Dataset, graph: &Graph, edge: &Edge, points: &[Point]) {
    let alarm = is_stop(data, graph.places[edge.to]);
    let look = if alarm {
        format!("stroke=\"{ALARM}\" stroke-width=\"3.5\" marker-end=\"url(#tip-alarm)\"")
    } else {
        format!("stroke=\"{INK}\" stroke-width=\"1\" marker-end=\"url(#tip)\"")
    };
    picture.path(&smooth(points, 1), &format!("fill=\"none\" {look}"));
}

fn draw_label(picture: &mut Picture, label: &[String], (width, height): Size, centre: Point) {
    if label.is_empty() {
        return;
    }
    let corner = (centre.0 - width / 2.0, centre.1 - height / 2.0);
    picture.rect(corner, (width, height), "fill=\"#fff\"");
    picture.centred((centre.0, corner.1 + 1.0), label, SMALL, INK);
}

fn draw_boxes(
    picture: &mut Picture,
    data: &Dataset,
    graph: &Graph,
    boxes: &[Boxed],
    layout: &Layout,
    letters: &[(usize, String)],
) {
    for (at, (boxed, centre)) in boxes.iter().zip(&layout.boxes).enumerate() {
        let letter = letters.iter().find(|(place, _)| *place == at).map(|(_, letter)| letter);
        let (width, height) = boxed.size;
        let corner = (centre.0 - width / 2.0, centre.1 - height / 2.0);
        let place = graph.places[at];
        let (look, ink) = look(data, place, height);
        picture.rect(corner, boxed.size, &look);
        let end = matches!(place, Place::End(_));
        let left = corner.0 + PAD + 2.0 + if end { 20.0 } else { 0.0 };
        let text: f64 = boxed.title.iter().map(|_| TITLE.leading()).sum();
        let top = if end { centre.1 - text / 2.0 } else { corner.1 + PAD };
        let next = picture.text((left, top), &boxed.title, TITLE, ink);
        picture.text((left, next), &boxed.answers, SMALL, INK);
        if let Some(letter) = letter {
            let disc = if end { (corner.0 + 13.0, centre.1) } else { (corner.0, corner.1 + 2.0) };
            picture.letter(disc, letter, if end { ACCENT } else { ALARM });
        }
        if place == Place::Question(QUESTION_LEVEL) {
            level_marks(picture, data, (corner.0 + width, corner.1), height);
        }
    }
}

/// The shape of a box says what it is: a question, a stop, an end.
fn look(data: &Dataset, place: Place, height: f64) -> (String, &'static str) {
    match place {
        Place::End(_) => (
            format!(
                "rx=\"{:.1}\" fill=\"#e4eeed\" stroke=\"{ACCENT}\" stroke-width=\"1.5\"",
                height / 2.0
            ),
            INK,
        ),
        _ if is_stop(data, place) => {
            (format!("fill=\"#fff\" stroke=\"{ALARM}\" stroke-width=\"4\""), ALARM)
        }
        Place::Question(_) => {
            (format!("rx=\"3\" fill=\"#fff\" stroke=\"{INK}\" stroke-width=\"1.2\""), INK)
        }
    }
}

/// The patterns of the levels, beside the question that asks for them.
fn level_marks(picture: &mut Picture, data: &Dataset, (x, y): Point, height: f64) {
    let levels = data.gradation.levels.len().max(1);
    let mut top = y;
    let step = height / levels.to_string().parse::<f64>().unwrap_or(1.0);
    for (at, level) in data.gradation.levels.iter().enumerate() {
        picture.rect(
            (x, top),
            (16.0, step),
            &format!("fill=\"url(#level-{})\" stroke=\"{ACCENT}\"", at.min(2)),
        );
        picture.rect((x + 3.0, top + step / 2.0 - 5.0), (10.0, 10.0), "fill=\"#fff\"");
        picture.centred((x + 8.0, top + step / 2.0 - 4.5), &[level.level.to_string()], TITLE, INK);
        top += step;
    }
}
