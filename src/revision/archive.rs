//! A dataset as one file: a ZIP of its folder. The same files give the same bytes.

use std::io::{Cursor, Read, Write};
use std::path::Path;

use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::content::Folder;
use crate::reading::limits;

/// The most files that are taken out of an archive: the Hauts-de-Seine's has about fifty.
const FILES: usize = 500;
/// A file that every dataset has: where it stands is where the folder is.
const MARK: &str = "filiere.json";

/// The archive of a folder.
///
/// # Errors
/// A sentence: a file has a name that an archive cannot hold.
pub fn pack(folder: &Folder) -> Result<Vec<u8>, String> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let told = |error: ZipError| format!("l’archive ne peut pas être faite ({error})");
    for (name, text) in folder {
        archive.start_file(name.as_str(), SimpleFileOptions::default()).map_err(told)?;
        archive.write_all(text.as_bytes()).map_err(|error| told(error.into()))?;
    }
    Ok(archive.finish().map_err(told)?.into_inner())
}

/// The folder that an archive holds, wherever in it the dataset stands.
///
/// # Errors
/// A sentence: it is no archive, holds no dataset, or more than a dataset.
pub fn unpack(bytes: &[u8]) -> Result<Folder, String> {
    let told = |error: ZipError| format!("ce n’est pas une archive ZIP lisible ({error})");
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(told)?;
    if archive.len() > FILES {
        return Err(format!("cette archive a {} fichiers, {FILES} au plus", archive.len()));
    }
    let mut all = Folder::new();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).map_err(told)?;
        // A path that leaves the archive is none of a dataset.
        let Some(path) = file.enclosed_name().filter(|_| file.is_file()) else { continue };
        let name = path.to_string_lossy().replace('\\', "/");
        if !is_json(&name) {
            continue;
        }
        let mut text = String::new();
        let most = limits::BYTES as u64 + 1;
        let read = file.by_ref().take(most).read_to_string(&mut text);
        read.map_err(|error| format!("{name} ne peut pas être lu ({error})"))?;
        if text.len() > limits::BYTES {
            return Err(format!("{name} dépasse {} octets", limits::BYTES));
        }
        all.insert(name, text);
    }
    below_mark(all)
}

/// Whether a name is that of a file of JSON.
pub(super) fn is_json(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|kind| kind == "json")
}

/// The files beside and below the mark, by their names from there.
pub(super) fn below_mark(all: Folder) -> Result<Folder, String> {
    let mut marks: Vec<&str> = all.keys().filter_map(|name| name.strip_suffix(MARK)).collect();
    marks.retain(|folder| folder.is_empty() || folder.ends_with('/'));
    marks.sort_by_key(|folder| folder.len());
    let missing = format!("il n’y a pas de {MARK} : ce n’est pas un jeu de données");
    let folder = (*marks.first().ok_or(missing)?).to_owned();
    let inside = all
        .into_iter()
        .filter_map(|(name, text)| Some((name.strip_prefix(&folder)?.to_owned(), text)));
    Ok(inside.collect())
}
