//! `review`: the sheet of what a coordinator should verify, and the way back of what
//! they corrected.

mod finess;
mod import;
mod letters;
mod page;
mod write;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result};

use crate::review::{Remarks, csv_text, lines};
use crate::wording::date_in_words;

use super::check::load_or_report;
use super::{files, orient};

pub use letters::page as letters_page;
pub use page::html;

/// Arguments of `review`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Write the sheet for a spreadsheet.
    #[arg(long, value_name = "FILE")]
    csv: Option<PathBuf>,
    /// Write the sheet to print.
    #[arg(long, value_name = "FILE")]
    html: Option<PathBuf>,
    /// Write the letters to send, one a page, each with the link that opens it as a mail.
    #[arg(long, value_name = "FILE")]
    letters: Option<PathBuf>,
    /// Take a corrected sheet back: shows what changes, writes nothing without --yes.
    #[arg(long, value_name = "FILE", group = "taken", conflicts_with_all = ["csv", "html", "letters"])]
    import: Option<PathBuf>,
    /// Compare with an extract of the national register of establishments: each change is
    /// shown, and asked for on a terminal.
    #[arg(long, value_name = "FILE", group = "taken", conflicts_with_all = ["csv", "html", "letters"])]
    finess: Option<PathBuf>,
    /// The day of the extract, where neither its first line nor its name says it.
    #[arg(long, value_name = "AAAA-MM-JJ", requires = "finess")]
    date: Option<String>,
    /// Write what a corrected sheet or an extract changes into the dataset.
    #[arg(long, requires = "taken")]
    yes: bool,
    /// Folder of the dataset.
    #[arg(long, default_value = "data")]
    data: PathBuf,
}

/// Writes the sheet where asked, else prints it; or takes a corrected one back.
pub fn run(args: &Args) -> Result<ExitCode> {
    if let Some(path) = &args.import {
        return import::run(&args.data, path, args.yes);
    }
    if let Some(path) = &args.finess {
        let (date, yes, today) = (args.date.as_deref(), args.yes, &orient::today());
        return finess::run(&args.data, path, finess::Decision { date, yes, today });
    }
    let Some(data) = load_or_report(&args.data) else { return Ok(ExitCode::FAILURE) };
    let lines = lines(&data, &remarks(&args.data)?);
    let csv = csv_text(&lines)?;
    if let Some(path) = &args.html {
        let dated = date_in_words(&data.texts, &data.filiere.date);
        let page = html(&data.filiere.name, &dated, &lines);
        files::write(path, page)?;
        println!("{}", path.display());
    }
    if let Some(path) = &args.letters {
        files::write(path, letters_page(&data))?;
        println!("{}", path.display());
    }
    match &args.csv {
        Some(path) => {
            files::write(path, csv)?;
            println!("{}", path.display());
        }
        None if args.html.is_none() && args.letters.is_none() => print!("{csv}"),
        None => {}
    }
    Ok(ExitCode::SUCCESS)
}

/// What the comments of `structures.json` say of each structure: a doubt on a contact is
/// for whoever verifies it, never for a visitor.
pub fn remarks(dir: &Path) -> Result<Remarks> {
    let path = dir.join("structures.json");
    let text = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
    Ok(crate::review::remarks(&text)?)
}
