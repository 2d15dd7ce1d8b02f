//! Reading a dataset from its folder: every file against its schema, then as one
//! [`Dataset`].

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::check::{Problem, check, check_shape};
use crate::model::{Dataset, grammar};
use crate::reading::{self, LANGUAGE, SECTIONS, VOICES, file_name, limits, text_file_name};

/// Texts to be read instead of what some files hold, by their name in the folder: a
/// change is checked before any of it is written.
pub type Instead = BTreeMap<String, String>;

/// Reads the dataset of a folder. Every problem of every file is told at once: what
/// cannot be read, what a schema refuses, and what [`check_shape`] finds.
pub fn load(dir: &Path) -> Result<Dataset, Vec<Problem>> {
    checked(dir, &Instead::new(), check_shape)
}

/// Reads a dataset that is about to ship: its every path is walked as well.
pub fn load_proven(dir: &Path) -> Result<Dataset, Vec<Problem>> {
    load_with(dir, &Instead::new())
}

/// The dataset of a folder as it would be with other texts in some of its files, checked
/// as one that is about to ship.
pub fn load_with(dir: &Path, instead: &Instead) -> Result<Dataset, Vec<Problem>> {
    checked(dir, instead, check)
}

fn checked(
    dir: &Path,
    instead: &Instead,
    check: fn(&Dataset) -> Vec<Problem>,
) -> Result<Dataset, Vec<Problem>> {
    let mut problems = Vec::new();
    let dataset = Folder { dir, instead }.read(&mut problems);
    problems.extend(dataset.iter().flat_map(check));
    dataset.filter(|_| problems.is_empty()).ok_or(problems)
}

/// Reads a folder without judging what the files say together.
pub fn read(dir: &Path) -> (Option<Dataset>, Vec<Problem>) {
    let mut problems = Vec::new();
    let dataset = Folder { dir, instead: &Instead::new() }.read(&mut problems);
    (dataset, problems)
}

/// What the files of a folder hold, by name without `.json`: the data, then the texts.
pub type Contents = (BTreeMap<String, Value>, BTreeMap<String, Value>);

/// What the files of a folder hold, without their comments.
pub fn contents(dir: &Path) -> Result<Contents, Vec<Problem>> {
    let mut problems = Vec::new();
    let contents = Folder { dir, instead: &Instead::new() }.files(&mut problems);
    contents.filter(|_| problems.is_empty()).ok_or(problems)
}

/// A file of a folder as JSON without its comments, whatever its schema says.
pub fn json(dir: &Path, name: &str, problems: &mut Vec<Problem>) -> Option<Value> {
    Folder { dir, instead: &Instead::new() }.json(name, problems)
}

/// The names of the JSON files of a folder, in order; nothing when there is no folder.
pub fn json_files(dir: &Path) -> Option<Vec<String>> {
    let entries = fs::read_dir(dir).ok()?.flatten();
    let names = entries.map(|entry| PathBuf::from(entry.file_name()));
    let json = names.filter(|name| name.extension().is_some_and(|kind| kind == "json"));
    let mut names: Vec<String> = json.map(|name| name.to_string_lossy().into_owned()).collect();
    names.sort_unstable();
    Some(names)
}

/// A folder, and what is read instead of some of its files.
struct Folder<'a> {
    dir: &'a Path,
    instead: &'a Instead,
}

impl Folder<'_> {
    fn read(&self, problems: &mut Vec<Problem>) -> Option<Dataset> {
        let (sections, texts) = self.files(problems)?;
        reading::assemble(sections, texts, problems)
    }

    /// Every file is read before any is missed: one run tells all there is to fix.
    /// Without its folders there is nothing to tell of the files.
    fn files(&self, problems: &mut Vec<Problem>) -> Option<Contents> {
        let texts = format!("texts/{LANGUAGE}");
        let fix = "vérifier le chemin, ou créer ce dossier avec les fichiers du jeu de données";
        for (folder, path) in [("", self.dir), (&*texts, &self.dir.join(&texts))] {
            if !path.is_dir() {
                let path = path.display().to_string();
                problems.push(Problem::new(path, folder, "ce dossier n’existe pas", fix));
                return None;
            }
        }
        self.strays("", |stem| stem == VOICES || SECTIONS.contains(&stem), problems);
        self.strays(&format!("{texts}/"), grammar::is_id, problems);
        let mut sections = BTreeMap::new();
        for section in SECTIONS {
            let value = self.json(&file_name(section), problems);
            sections.extend(value.map(|value| (section.to_owned(), value)));
        }
        let voices = file_name(VOICES);
        if self.instead.contains_key(&voices) || self.dir.join(&voices).exists() {
            let value = self.json(&voices, problems);
            sections.extend(value.map(|value| (VOICES.to_owned(), value)));
        }
        Some((sections, self.texts(&texts, problems)))
    }

    /// Files that look like those of a dataset and are none: a copy that is corrected
    /// instead of the file would be lost without a word.
    fn strays(&self, folder: &str, known: fn(&str) -> bool, problems: &mut Vec<Problem>) {
        for name in json_files(&self.dir.join(folder)).unwrap_or_default() {
            if !known(name.trim_end_matches(".json")) {
                let what = "ce fichier n’est pas du jeu de données : il n’est pas lu";
                let fix = "reporter ce qu’il change dans le fichier d’origine, puis l’enlever";
                problems.push(Problem::new(format!("{folder}{name}"), "", what, fix));
            }
        }
    }

    fn texts(&self, folder: &str, problems: &mut Vec<Problem>) -> BTreeMap<String, Value> {
        let mut all = BTreeMap::new();
        for name in json_files(&self.dir.join(folder)).unwrap_or_default() {
            let stem = name.trim_end_matches(".json");
            if grammar::is_id(stem) {
                let value = self.json(&text_file_name(stem), problems);
                all.extend(value.map(|value| (stem.to_owned(), value)));
            }
        }
        all
    }

    /// The content of a file without its comments.
    fn json(&self, name: &str, problems: &mut Vec<Problem>) -> Option<Value> {
        if let Some(text) = self.instead.get(name) {
            return reading::parse(text, name, problems);
        }
        match text(&self.dir.join(name)) {
            Ok(text) => reading::parse(&text, name, problems),
            Err(why) => {
                let what = format!("ce fichier ne peut pas être lu ({why})");
                problems.push(Problem::new(name, "", what, "le remettre à sa place, en UTF-8"));
                None
            }
        }
    }
}

/// The text of a file, if it is one: a pipe would be waited for without end, and what
/// is too long for a dataset is not taken into memory.
fn text(path: &Path) -> Result<String, String> {
    let about = fs::metadata(path).map_err(|error| error.to_string())?;
    if !about.is_file() {
        return Err("ce n’est pas un fichier".to_owned());
    }
    if about.len() > limits::BYTES as u64 {
        return Err(format!("{} octets, {} au plus", about.len(), limits::BYTES));
    }
    fs::read_to_string(path).map_err(|error| error.to_string())
}
