//! What a coordinator may open: an archive, files of a folder, a published script or page.

use serde_json::Value;

use super::archive::{below_mark, is_json, unpack};
use super::content::Folder;
use crate::model::Dataset;
use crate::packaging::dataset_in;
use crate::reading::{LANGUAGE, in_file};

/// What was opened.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// Its files.
    pub folder: Folder,
    /// Whether it comes from something published, which carries neither remarks, nor
    /// the situations to sign, nor the texts of posters.
    pub published: bool,
}

/// Opens one file by what it holds, or several as a folder.
///
/// # Errors
/// A sentence for whoever dropped it: what it is not, and what can be opened.
pub fn open(files: Vec<(String, Vec<u8>)>) -> Result<Opened, String> {
    let folder = match files.as_slice() {
        [] => return Err("rien n’a été déposé".to_owned()),
        [(_, bytes)] if bytes.starts_with(b"PK") => unpack(bytes)?,
        [(name, bytes)] if !is_json(name) => return published(name, bytes),
        _ => below_mark(texts(files)?)?,
    };
    Ok(Opened { folder, published: false })
}

fn published(name: &str, bytes: &[u8]) -> Result<Opened, String> {
    let text = str::from_utf8(bytes).map_err(|_| {
        format!("« {name} » n’est ni une archive, ni un script, ni une page du widget")
    })?;
    let dataset = dataset_in(text).map_err(|why| format!("« {name} » : {why}"))?;
    let folder = files_of(&dataset).map_err(|error| error.to_string())?;
    Ok(Opened { folder, published: true })
}

fn texts(files: Vec<(String, Vec<u8>)>) -> Result<Folder, String> {
    let json = files.into_iter().filter(|(name, _)| is_json(name));
    json.map(|(name, bytes)| match String::from_utf8(bytes) {
        Ok(text) => Ok((name, text)),
        Err(_) => Err(format!("« {name} » n’est pas en UTF-8 : l’enregistrer ainsi")),
    })
    .collect()
}

/// A dataset as the files of its folder.
fn files_of(dataset: &Dataset) -> serde_json::Result<Folder> {
    let Value::Object(all) = serde_json::to_value(dataset)? else { return Ok(Folder::new()) };
    let mut folder = Folder::new();
    for (name, value) in all {
        match (name.as_str(), value) {
            ("texts", Value::Object(texts)) => {
                folder.extend(texts.into_iter().map(|(stem, texts)| {
                    (format!("texts/{LANGUAGE}/{stem}.json"), in_file(&texts))
                }));
            }
            // A script carries none: the project's are held.
            ("voices", _) => {}
            (name, value) => {
                let _ = folder.insert(format!("{name}.json"), in_file(&with_schema(name, value)));
            }
        }
    }
    Ok(folder)
}

/// A file as an editor likes it: it says where its schema is.
fn with_schema(name: &str, value: Value) -> Value {
    let Value::Object(mut fields) = value else { return value };
    fields.shift_insert(0, "$schema".to_owned(), format!("schemas/{name}.schema.json").into());
    Value::Object(fields)
}
