//! The sheets: the flow, the boxes of its ends in columns beside and under it, and
//! around them what one must know to read them.

use anyhow::Result;

use crate::directory::date_in_words;
use crate::model::{ContactField, Dataset, SourceRef, Voice, ui};
use crate::orientation::{contact_origins, source_in_words, territory_name};

use super::column::{Labelled, Piece, heading, sections};
use super::figure::{Figure, figure};
use super::graph::Graph;
use super::layout::Size;
use super::panel::{Panel, TO_VERIFY, cited, panels};
use super::paths::Paths;
use super::svg::{ACCENT, ALARM, DEFINITIONS, INK, Picture};
use super::text::Font;
use crate::tool::page::escape;

/// A3, lying: width and height in points.
pub const PAGE: Size = (1190.55, 841.89);
const MARGIN: f64 = 18.0;
const GAP: f64 = 8.0;
const COLUMNS: usize = 5;
/// Width of a column.
const WIDTH: f64 = (PAGE.0 - 2.0 * MARGIN - 4.0 * GAP) / 5.0;
const SMALL: Font = Font::regular(8.0);

/// A drawing: one or more sheets.
#[derive(Clone, Debug)]
pub struct Drawing {
    /// What it is called.
    pub title: String,
    /// The sheets, each the content of an SVG of the size of [`PAGE`].
    pub sheets: Vec<String>,
}

/// Draws the whole pathway, or that of one territory with the names and numbers of
/// its structures.
pub fn draw(data: &Dataset, territory: Option<&str>) -> Result<Drawing> {
    let paths = Paths::of(data, territory);
    let graph = Graph::of(data, &paths);
    let panels = panels(data, &paths, &graph, territory);
    let letters: Vec<String> = ('A'..='Z').map(String::from).collect();
    let named: Vec<(usize, String)> = panels
        .iter()
        .zip(&letters)
        .filter_map(|(panel, letter)| {
            let at = graph.places.iter().position(|place| *place == panel.place)?;
            Some((at, letter.clone()))
        })
        .collect();
    let figure = figure(data, &graph, &named, territory)?;
    let title = title(data, territory);
    let frame = Frame::of(data, &title, &panels, territory);
    let sheets = flow(data, &figure, &panels, &letters, &frame, territory.is_none());
    Ok(Drawing { title, sheets })
}

fn title(data: &Dataset, territory: Option<&str>) -> String {
    let name = &data.filiere.name;
    match territory {
        None => format!("Soins palliatifs dans les {name} : qui appeler, dans quel ordre"),
        Some(id) => format!(
            "Soins palliatifs, {name}, territoire {} : qui appeler, dans quel ordre",
            territory_name(data, id)
        ),
    }
}

/// What stands around the drawing on each sheet.
struct Frame {
    title: String,
    dates: String,
    emergency: String,
    foot: Vec<String>,
}

impl Frame {
    fn of(data: &Dataset, title: &str, panels: &[Panel], territory: Option<&str>) -> Self {
        let filiere = &data.filiere;
        let date = |date: &str| date_in_words(&data.texts, date);
        let dates = format!(
            "Logigramme de la filière, version {}, données du {}. À revoir avant le {}.",
            filiere.version,
            date(&filiere.date),
            date(&filiere.review)
        );
        let numbers: Vec<&str> = filiere.emergency.iter().map(|e| e.number.as_str()).collect();
        let emergency =
            format!("{} {}", data.texts.get(ui::EMERGENCY, Voice::Public), numbers.join(" · "));
        let width = PAGE.0 - 2.0 * MARGIN;
        let mut foot = vec![sources(data, panels)];
        if territory.is_some() {
            foot.push(phones(data));
        }
        let foot = foot.iter().flat_map(|text| SMALL.wrap(text, width)).collect();
        Self { title: title.to_owned(), dates, emergency, foot }
    }

    /// Where the content begins and ends on a sheet.
    fn inside(&self) -> (f64, f64) {
        let foot: f64 = self.foot.iter().map(|_| SMALL.leading()).sum();
        (MARGIN + 36.0, PAGE.1 - MARGIN - foot - 20.0)
    }

    fn draw(&self, picture: &mut Picture, page: usize, pages: usize) {
        picture.text(
            (MARGIN, MARGIN - 4.0),
            std::slice::from_ref(&self.title),
            Font::bold(18.0),
            ACCENT,
        );
        let mut dates = self.dates.clone();
        if pages > 1 {
            dates += &format!(" Feuille {page} sur {pages}.");
        }
        picture.text((MARGIN, MARGIN + 20.0), &[dates], Font::regular(9.0), INK);
        let font = Font::bold(12.0);
        let width = font.width(&self.emergency) + 20.0;
        let corner = (PAGE.0 - MARGIN - width, MARGIN - 4.0);
        picture.rect(
            corner,
            (width, 24.0),
            &format!("fill=\"#fff\" stroke=\"{ALARM}\" stroke-width=\"3\""),
        );
        picture.text(
            (corner.0 + 10.0, corner.1 + 6.0),
            std::slice::from_ref(&self.emergency),
            font,
            ALARM,
        );
        let (_, bottom) = self.inside();
        legend(picture, (MARGIN, bottom + 6.0));
        picture.text((MARGIN, bottom + 20.0), &self.foot, SMALL, INK);
    }
}

/// The shapes and signs, and what they mean.
fn legend(picture: &mut Picture, (x, y): Size) {
    picture.rect((x, y), (18.0, 9.0), &format!("rx=\"2\" fill=\"#fff\" stroke=\"{INK}\""));
    let mut at = says(picture, x + 22.0, y, "question");
    picture.rect(
        (at, y),
        (18.0, 9.0),
        &format!("fill=\"#fff\" stroke=\"{ALARM}\" stroke-width=\"2.5\""),
    );
    at = says(picture, at + 23.0, y, "urgence, trait épais");
    picture.rect(
        (at, y),
        (18.0, 9.0),
        &format!("rx=\"4.5\" fill=\"#e4eeed\" stroke=\"{ACCENT}\" stroke-width=\"1.5\""),
    );
    at = says(
        picture,
        at + 22.0,
        y,
        "fin : sa lettre renvoie à l’encadré qui dit qui appeler, de haut en bas",
    );
    picture.dot((at + 3.0, y + 4.6));
    at = says(picture, at + 9.0, y, "quelqu’un à qui parler");
    for level in ["1", "2", "3"].iter().enumerate() {
        picture.rect(
            (at, y),
            (14.0, 9.0),
            &format!("fill=\"url(#level-{})\" stroke=\"{ACCENT}\"", level.0),
        );
        at = says(picture, at + 17.0, y, &format!("niveau {}", level.1));
    }
    picture.rect(
        (at, y),
        (18.0, 9.0),
        &format!("fill=\"none\" stroke=\"{INK}\" stroke-dasharray=\"3 2\""),
    );
    says(picture, at + 22.0, y, "rien n’est recensé : le DAC, puis l’annuaire régional");
}

fn says(picture: &mut Picture, x: f64, y: f64, text: &str) -> f64 {
    picture.text((x, y), &[text.to_owned()], SMALL, INK);
    x + SMALL.width(text) + 14.0
}

fn sources(data: &Dataset, panels: &[Panel]) -> String {
    let mut ids: Vec<&str> = cited(panels).into_iter().map(SourceRef::source).collect();
    ids.dedup();
    let told = ids.iter().map(|id| {
        let whole = SourceRef((*id).to_owned());
        format!("[{id}] {}", source_in_words(data, Voice::Public, &whole))
    });
    format!("Sources (document:ligne) : {}.", told.collect::<Vec<_>>().join(" ; "))
}

fn phones(data: &Dataset) -> String {
    let all: Vec<_> = data
        .structures
        .structures
        .iter()
        .flat_map(|s| s.contacts.clone())
        .filter(|c| c.field == ContactField::Phone)
        .collect();
    format!(
        "{TO_VERIFY} Numéro relevé avant 2024 : à vérifier avant d’appeler. Numéros : {}.",
        contact_origins(data, Voice::Public, &all)
    )
}

/// Puts the flow on the first sheet, beside it the panels that fit whole into the room
/// it leaves, and the others into the columns of further sheets.
fn flow(
    data: &Dataset,
    figure: &Figure,
    panels: &[Panel],
    letters: &[String],
    frame: &Frame,
    cites: bool,
) -> Vec<String> {
    let (top, bottom) = frame.inside();
    let mut first = Picture::default();
    figure.put(&mut first, (MARGIN, top), (PAGE.0 - 2.0 * MARGIN, bottom - top));
    let labelled = panels.iter().zip(letters);
    let mut left: Vec<Whole> = labelled
        .map(|(panel, letter)| Whole::of(data, &Labelled { panel, letter, cites }))
        .collect();
    for (column, from, to) in holes(figure, (top, bottom)) {
        let mut y = from;
        while let Some(at) = left.iter().position(|whole| y + whole.height() <= to) {
            let whole = left.remove(at);
            for piece in [&whole.head].into_iter().chain(&whole.sections) {
                y = put(&mut first, column, y, piece);
            }
            y += GAP;
        }
    }
    let pages = [vec![first], columns(&left, (top, bottom))].concat();
    let count = pages.len();
    let framed = pages.into_iter().enumerate().map(|(at, mut picture)| {
        frame.draw(&mut picture, at + 1, count);
        format!("{DEFINITIONS}{}", picture.elements)
    });
    framed.collect()
}

/// A panel in pieces.
struct Whole {
    head: Piece,
    again: Piece,
    sections: Vec<Piece>,
}

impl Whole {
    fn of(data: &Dataset, labelled: &Labelled) -> Self {
        Self {
            head: heading(labelled, WIDTH, false),
            again: heading(labelled, WIDTH, true),
            sections: sections(data, labelled, WIDTH),
        }
    }

    fn height(&self) -> f64 {
        self.head.height + self.sections.iter().map(|piece| piece.height).sum::<f64>()
    }
}

/// What the flow leaves of the columns: column, from, to; the top of the sheet first.
fn holes(figure: &Figure, (top, bottom): (f64, f64)) -> Vec<(usize, f64, f64)> {
    let in_column = |column: usize| {
        let from = column_left(column) - MARGIN - GAP;
        let free = figure.free((from, from + WIDTH + 2.0 * GAP), bottom - top);
        free.into_iter().map(move |(from, to)| (column, from + top, to + top))
    };
    let mut holes: Vec<(usize, f64, f64)> = (0..COLUMNS).flat_map(in_column).collect();
    holes.sort_by(|a, b| a.1.total_cmp(&b.1));
    holes
}

/// Panels in whole columns, sheet after sheet; one that goes on in the next column
/// says so.
fn columns(panels: &[Whole], (top, bottom): (f64, f64)) -> Vec<Picture> {
    let mut pages: Vec<Picture> = Vec::new();
    let (mut column, mut y) = (COLUMNS, bottom);
    for whole in panels {
        let mut head = Some(&whole.head);
        for piece in &whole.sections {
            if y + piece.height + head.map_or(0.0, |head| head.height) > bottom {
                column += 1;
                if column >= COLUMNS {
                    pages.push(Picture::default());
                    column = 0;
                }
                y = top;
                head = head.or(Some(&whole.again));
            }
            if let Some(page) = pages.last_mut() {
                y = head.take().map_or(y, |head| put(page, column, y, head));
                y = put(page, column, y, piece);
            }
        }
        y += GAP;
    }
    pages
}

fn put(page: &mut Picture, column: usize, y: f64, piece: &Piece) -> f64 {
    page.place(&piece.picture, (column_left(column), y));
    y + piece.height
}

fn column_left(column: usize) -> f64 {
    (0..column).fold(MARGIN, |left, _| left + WIDTH + GAP)
}

/// A drawing as one SVG file: its sheets, one under the other.
pub fn svg(drawing: &Drawing) -> String {
    let count: f64 = drawing.sheets.iter().map(|_| 1.0).sum();
    let (width, height) = PAGE;
    let mut top = 0.0;
    let mut sheets = String::new();
    for sheet in &drawing.sheets {
        sheets +=
            &format!("<svg y=\"{top:.2}\" width=\"{width}\" height=\"{height}\">{sheet}</svg>\n");
        top += height;
    }
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"420mm\" height=\"{:.0}mm\" viewBox=\"0 0 \
         {width} {:.2}\" font-family=\"Arial, Helvetica, 'Liberation Sans', sans-serif\" role=\"img\" \
         aria-label=\"{title}\">\n<title>{title}</title>\n<rect width=\"100%\" height=\"100%\" \
         fill=\"#fff\"/>\n{sheets}</svg>\n",
        297.0 * count,
        height * count,
        title = escape(&drawing.title),
    )
}
