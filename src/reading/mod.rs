//! From JSON, which people write, to a [`Dataset`]: shared by the native tool and by
//! the optional script that reads a dataset carried by a page.

mod characters;
mod fault;
#[cfg(feature = "revision")]
pub mod folder;
#[cfg(feature = "revision")]
mod format;
mod inline;
pub mod limits;
#[cfg(all(feature = "reader", target_arch = "wasm32"))]
mod module;
mod shipped;
mod strict;
mod typed;

#[cfg(feature = "revision")]
pub use folder::{Contents, Files};
#[cfg(feature = "revision")]
pub use format::{in_file, to_text_keeping_comments};
pub use inline::from_inline;
pub use shipped::complete;
pub use strict::{COMMENT, parse};
pub use typed::typed;

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::check::Problem;
use crate::model::{Dataset, Diagram, Map, TextFile, Texts};

/// The language whose texts are embedded.
pub const LANGUAGE: &str = "fr";

/// The files of a dataset beside its texts, without `.json`; each is a field of
/// [`Dataset`].
pub const SECTIONS: [&str; 9] = [
    "filiere",
    "sources",
    "flow",
    "table",
    "structures",
    "communes",
    "gradation",
    "lexicon",
    "elsewhere",
];

/// The file of what each voice never says, without `.json`: a dataset that has none
/// is held to the project's.
pub const VOICES: &str = "voices";

/// A dataset from the content of its files, by name without `.json`. What is missing
/// is not told here: whoever read the files knows why. Every value that has not the
/// expected form is.
pub fn assemble(
    mut sections: BTreeMap<String, Value>,
    texts: BTreeMap<String, Value>,
    problems: &mut Vec<Problem>,
) -> Option<Dataset> {
    for (name, value) in &sections {
        problems.extend(characters::problems(value, &file_name(name)));
    }
    for (stem, value) in &texts {
        problems.extend(characters::problems(value, &text_file_name(stem)));
    }
    let all = &mut sections;
    let filiere = section(all, "filiere", problems);
    let sources = section(all, "sources", problems);
    let flow = section(all, "flow", problems);
    let table = section(all, "table", problems);
    let structures = section(all, "structures", problems);
    let communes = section(all, "communes", problems);
    let gradation = section(all, "gradation", problems);
    let lexicon = section(all, "lexicon", problems);
    let elsewhere = section(all, "elsewhere", problems);
    let voices = if all.contains_key(VOICES) {
        section(all, VOICES, problems)
    } else {
        Some(shipped::voices())
    };
    let mut texts = text_files(texts, problems);
    complete(&mut texts);
    Some(Dataset {
        filiere: filiere?,
        sources: sources?,
        flow: flow?,
        table: table?,
        structures: structures?,
        communes: communes?,
        gradation: gradation?,
        lexicon: lexicon?,
        elsewhere: elsewhere?,
        texts,
        voices: voices?,
        diagram: Diagram::default(),
    })
}

/// The name of the file that holds a section.
pub fn file_name(section: &str) -> String {
    format!("{section}.json")
}

/// The name of the file that holds some of the texts.
pub fn text_file_name(stem: &str) -> String {
    format!("texts/{LANGUAGE}/{stem}.json")
}

fn section<T: DeserializeOwned>(
    all: &mut BTreeMap<String, Value>,
    name: &str,
    problems: &mut Vec<Problem>,
) -> Option<T> {
    typed(all.remove(name)?, &file_name(name), problems)
}

fn text_files(files: BTreeMap<String, Value>, problems: &mut Vec<Problem>) -> Texts {
    let mut all = Map::new();
    for (stem, value) in files {
        let file = typed::<TextFile>(value, &text_file_name(&stem), problems);
        all.extend(file.map(|texts| (stem, texts)));
    }
    Texts(all)
}
