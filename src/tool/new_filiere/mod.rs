//! `new-filiere`: a commented starting point for another filière.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Result, bail, ensure};
use include_dir::{Dir, include_dir};

use super::{files, schema};
use crate::revision::Folder;

/// An invented filière, as it is written.
static TEMPLATE: Dir = include_dir!("$CARGO_MANIFEST_DIR/src/tool/new_filiere/template");

/// Arguments of `new-filiere`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The folder to write: a new one, or an empty one.
    #[arg(value_name = "DIR")]
    dir: PathBuf,
}

/// Writes the starting point and tells what to do next.
pub fn run(args: &Args) -> Result<ExitCode> {
    write(&args.dir)?;
    let dir = args.dir.display();
    println!(
        "{dir} : une filière inventée, complète, à changer fichier par fichier.\n\n\
         1. lire {dir}/LISEZMOI.md : quoi changer, dans quel ordre\n\
         2. cargo run -- check --data {dir}    ce qui ne va pas, après chaque changement\n\
         3. cargo run -- --data {dir}          le widget, dans le navigateur\n\
         4. cargo run -- build --data {dir} --out publier"
    );
    Ok(ExitCode::SUCCESS)
}

/// Writes the starting point into a folder that holds nothing yet.
pub fn write(dir: &Path) -> Result<()> {
    ensure_empty(dir)?;
    let schemas = schema::all().into_iter();
    let mut all: Vec<(PathBuf, Vec<u8>)> = schemas
        .map(|(stem, text)| (dir.join("schemas").join(schema::file_name(stem)), text.into_bytes()))
        .collect();
    templates(&TEMPLATE, dir, &mut all);
    files::write_all(&all)
}

/// The files of the starting point, by where they go.
fn templates(folder: &Dir, to: &Path, all: &mut Vec<(PathBuf, Vec<u8>)>) {
    all.extend(folder.files().map(|file| (to.join(file.path()), file.contents().to_vec())));
    folder.dirs().for_each(|folder| templates(folder, to, all));
}

/// The starting point as the workshop opens it: its JSON files, by name.
pub fn folder() -> Folder {
    let mut all = Vec::new();
    templates(&TEMPLATE, Path::new(""), &mut all);
    let json = all.into_iter().filter(|(path, _)| path.extension().is_some_and(|e| e == "json"));
    let named = |(path, bytes): (PathBuf, Vec<u8>)| {
        (
            path.display().to_string().replace('\\', "/"),
            String::from_utf8_lossy(&bytes).into_owned(),
        )
    };
    json.map(named).collect()
}

fn ensure_empty(dir: &Path) -> Result<()> {
    let mut entries = match fs::read_dir(dir) {
        Ok(entries) => entries,
        Err(_) if !dir.exists() => return Ok(()),
        Err(error) => bail!("{} cannot be used as a folder: {error}", dir.display()),
    };
    let full = entries.next().is_some();
    ensure!(!full, "{} is not empty: give a new folder, nothing was written", dir.display());
    Ok(())
}
