//! `draw`: the logigramme, as SVG and as sheets to print.

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result};

use crate::drawing::{Drawing, draw, svg};

use super::check::load_or_report;
use super::page::escape;

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
    fs::create_dir_all(&args.out)?;
    let territories = data.filiere.territories.iter().map(|t| Some(t.id.as_str()));
    for territory in std::iter::once(None).chain(territories) {
        let drawing = draw(&data, territory)?;
        let name = territory.unwrap_or("general");
        for (kind, text) in [("svg", svg(&drawing)), ("html", poster(&drawing))] {
            let path = args.out.join(format!("{name}.{kind}"));
            fs::write(&path, text).with_context(|| format!("writing {}", path.display()))?;
        }
        let sheets = drawing.sheets.len();
        println!(
            "{} ({sheets} feuille(s) A3) : {}/{name}.html, .svg",
            drawing.title,
            args.out.display()
        );
    }
    Ok(ExitCode::SUCCESS)
}

/// The sheets as a page to print, each on its own A3.
fn poster(drawing: &Drawing) -> String {
    let title = escape(&drawing.title);
    let sheet = |(at, sheet): (usize, &String)| {
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {} {}\" role=\"img\" \
             aria-label=\"{title}, feuille {}\" font-family=\"Arial, Helvetica, 'Liberation Sans', \
             sans-serif\">{sheet}</svg>\n",
            crate::drawing::PAGE.0,
            crate::drawing::PAGE.1,
            at + 1
        )
    };
    let sheets: String = drawing.sheets.iter().enumerate().map(sheet).collect();
    format!(
        "<!doctype html>\n<html lang=\"fr\">\n<meta charset=\"utf-8\">\n<title>{title}</title>\n\
         <style>@page{{size:A3 landscape;margin:0}}body{{margin:0;background:#fff}}\
         svg{{display:block;width:420mm;height:296.9mm;break-after:page}}svg:last-child{{break-after:auto}}</style>\n{sheets}</html>\n"
    )
}
