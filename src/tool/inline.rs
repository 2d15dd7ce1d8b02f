//! `inline`: a dataset as the block that a page carries (attribute `donnees`).

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Result;
use serde_json::{Map, Value};

use crate::check::Problem;
use crate::model::UNCARRIED;
use crate::reading::{Contents, SECTIONS};

use super::check::report;
use super::dataset;
use super::files;
use crate::markup::escape;

/// Arguments of `inline`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Folder of the dataset.
    #[arg(long, value_name = "DIR")]
    data: PathBuf,
    /// The file to write; without it the block is printed.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

/// Writes the block, when the dataset may ship.
pub fn run(args: &Args) -> Result<ExitCode> {
    let block = match block(&args.data) {
        Ok(block) => block,
        Err(problems) => {
            report(&problems);
            return Ok(ExitCode::FAILURE);
        }
    };
    match &args.out {
        None => print!("{block}"),
        Some(path) => {
            files::write(path, &block)?;
            println!("{} : {} octets à coller dans la page", path.display(), block.len());
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// The block of a dataset that may ship; its problems otherwise.
pub fn block(data: &Path) -> Result<String, Vec<Problem>> {
    let id = dataset::load_proven(data)?.filiere.id;
    Ok(block_of(&id, dataset::contents(data)?))
}

/// The block of what the files of a filière hold.
pub fn block_of(id: &str, (sections, mut texts): Contents) -> String {
    texts.retain(|file, _| !UNCARRIED.contains(&file.as_str()));
    let ordered = SECTIONS
        .iter()
        .filter_map(|name| Some(((*name).to_owned(), sections.get(*name).cloned()?)));
    let mut all: Map<String, Value> = ordered.collect();
    all.insert("texts".to_owned(), Value::Object(texts.into_iter().collect()));
    // In a script that is no JavaScript, only the sign that opens markup matters.
    let json = Value::Object(all).to_string().replace('<', "\\u003c");
    let id = escape(id);
    format!("<script type=\"application/json\" id=\"filiere-{id}\">\n{json}\n</script>\n")
}
