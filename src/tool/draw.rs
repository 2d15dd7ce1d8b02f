//! `draw`: the logigramme, as SVG and as a sheet to print on both sides.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;

use crate::drawing::{Drawing, draw, svg};
use crate::model::{Dataset, Message, Voice, poster};

use super::check::load_or_report;
use super::files;
use crate::drawing::drawn_paper;
use crate::markup::escape;

/// A side on a sheet; on a screen as wide as it may be, but never too small to read.
const STYLE: &str = "@page { size: A3 landscape; margin: 0; }\n\
    body { margin: 0; background: #fff; }\n\
    svg { display: block; width: 420mm; height: 296.9mm; break-after: page; }\n\
    svg:last-child { break-after: auto; }\n";

/// Arguments of `draw`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Folder of the dataset.
    #[arg(long, default_value = "data")]
    data: PathBuf,
    /// Where to write.
    #[arg(long, default_value = "dist/logigramme")]
    out: PathBuf,
}

/// Writes the general drawing and that of each territory.
pub fn run(args: &Args) -> Result<ExitCode> {
    let Some(data) = load_or_report(&args.data) else { return Ok(ExitCode::FAILURE) };
    let (mut all, mut lines) = (Vec::new(), Vec::new());
    let territories = data.filiere.territories.iter().map(|t| Some(t.id.as_str()));
    for territory in std::iter::once(None).chain(territories) {
        let drawing = draw(&data, territory)?;
        let name = territory.unwrap_or("general");
        for (kind, text) in [("svg", svg(&drawing)), ("html", page(&data, &drawing))] {
            all.push((args.out.join(format!("{name}.{kind}")), text));
        }
        lines.push(format!(
            "{} (une feuille A3, recto verso) : {}/{name}.html, .svg",
            drawing.title,
            args.out.display()
        ));
    }
    files::write_all(&all)?;
    println!("{}", lines.join("\n"));
    Ok(ExitCode::SUCCESS)
}

/// The two sides as a page to print on A3.
pub fn page(data: &Dataset, drawing: &Drawing) -> String {
    let side = |(label, content): (Message, &String)| {
        let label = escape(&data.texts.say(&label, Voice::Anyone));
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {} {}\" role=\"img\" \
             aria-label=\"{label}\" font-family=\"Arial, Helvetica, 'Liberation Sans', \
             sans-serif\">{content}</svg>\n",
            crate::drawing::PAGE.0,
            crate::drawing::PAGE.1,
        )
    };
    let sheets: String = [poster::front_label(&drawing.title), poster::back_label(&drawing.title)]
        .into_iter()
        .zip(&drawing.sides)
        .map(side)
        .collect();
    drawn_paper(&drawing.title, STYLE, &sheets)
}
