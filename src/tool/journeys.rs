//! `journeys`: the situations that a steering committee signs, as one document.

mod document;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result};

use crate::check::{Problem, journey::Journeys};
use crate::reading::without_comments;

use super::{check::load_or_report, schema};
pub use document::shown;

/// Arguments of `journeys`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Folder of the dataset.
    #[arg(long, default_value = "data")]
    data: PathBuf,
    /// The document to write.
    #[arg(long, default_value = "dist/situations.html")]
    out: PathBuf,
}

/// Plays every journey, tells those that do not hold, writes the document.
pub fn run(args: &Args) -> Result<ExitCode> {
    let Some(data) = load_or_report(&args.data) else { return Ok(ExitCode::FAILURE) };
    let files = match load(&args.data) {
        Ok(files) => files,
        Err(problems) => {
            super::check::report(&problems);
            return Ok(ExitCode::FAILURE);
        }
    };
    let mut wrong = 0;
    for journey in files.iter().flat_map(|(_, file)| &file.journeys) {
        for difference in journey.differences(&data) {
            wrong += 1;
            println!("{} : {difference}", journey.id);
        }
    }
    if wrong > 0 {
        eprintln!("{wrong} écart(s) : rien n’est écrit, les situations ne sont pas à signer");
        return Ok(ExitCode::FAILURE);
    }
    if let Some(folder) = args.out.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(&args.out, document::html(&data, &files))
        .with_context(|| format!("writing {}", args.out.display()))?;
    let count: usize = files.iter().map(|(_, file)| file.journeys.len()).sum();
    println!("{count} situations : {}", args.out.display());
    Ok(ExitCode::SUCCESS)
}

/// Every file of `journeys/` beside a dataset, in the order of their names; what
/// the schema refuses otherwise.
pub fn load(data: &Path) -> Result<Vec<(String, Journeys)>, Vec<Problem>> {
    let problem = |name: &str, what: String| {
        vec![Problem::new(name, "", what, "corriger ce fichier, ou le dossier journeys/")]
    };
    let folder = data.join("journeys");
    let entries = fs::read_dir(&folder).map_err(|e| problem("journeys", e.to_string()))?;
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|e| e == "json"));
    paths.sort();
    let mut files = Vec::new();
    for path in paths {
        let name = format!("journeys/{}", path.file_name().unwrap_or_default().to_string_lossy());
        let text = fs::read_to_string(&path).map_err(|e| problem(&name, e.to_string()))?;
        let value = serde_json::from_str(&text).map_err(|e| problem(&name, e.to_string()))?;
        let value = without_comments(value);
        let refused = schema::refusals("journeys", &name, &value);
        if !refused.is_empty() {
            return Err(refused);
        }
        let file = serde_json::from_value(value).map_err(|e| problem(&name, e.to_string()))?;
        files.push((name, file));
    }
    Ok(files)
}
