//! The pages of a build: the one that stands alone, the frame's, the integrators'.

use std::path::Path;

use anyhow::Result;

use super::edition::{Edition, Reader, WASM, script_names};
use super::package::read;
use super::sizes::kilobytes;
use super::{guide, new_filiere};
use crate::config::surface::{API, EVENTS, PROPERTIES};
use crate::markup::escape;
use crate::model::{Dataset, Voice, ui};
use crate::packaging::fill;
use crate::revision::Folder;
use crate::wording::date_in_words;

/// The page that another site shows in an `<iframe>`.
pub fn frame(root: &Path, dataset: &Dataset, fallback: &str) -> Result<String> {
    let template = read(&root.join("src/embed/frame.html"))?;
    let title = escape(dataset.texts.get(ui::TITLE, Voice::Anyone));
    fill(&template, &[("title", &title), ("fallback", fallback)])
}

/// The workshop: one page that opens from a site or a disk. `folder`: the files of the
/// dataset; `widget`: the script that is published; `engine`: the workshop's own.
pub fn workshop(root: &Path, folder: &Folder, widget: &str, engine: &str) -> Result<String> {
    let template = read(&root.join("src/workshop/page.html"))?;
    // In a script that is no JavaScript, only the sign that opens markup matters.
    let inert = |folder: &Folder| -> Result<String> {
        Ok(serde_json::to_string(folder)?.replace('<', "\\u003c"))
    };
    fill(
        &template,
        &[
            ("title", "Atelier : réviser une filière de soins palliatifs"),
            ("styles", &read(&root.join("src/workshop/style.css"))?),
            ("data", &inert(folder)?),
            ("model", &inert(&new_filiere::folder())?),
            ("widget", widget),
            ("engine", engine),
        ],
    )
}

/// The integrators' page. `plain`: the edition in plain JavaScript, if it was made.
pub fn index(
    root: &Path,
    dataset: &Dataset,
    fallback: &str,
    edition: &Edition,
    plain: Option<&Edition>,
    reader: &Reader,
    bookmark: &str,
) -> Result<String> {
    let template = read(&root.join("index.html"))?;
    let editions: Vec<&Edition> = [Some(edition), plain].into_iter().flatten().collect();
    let date = date_in_words(&dataset.texts, &dataset.filiere.date);
    fill(
        &template,
        &[
            ("version", env!("CARGO_PKG_VERSION")),
            ("filiere", &escape(&dataset.filiere.name)),
            ("data_date", &escape(&date)),
            ("integrity", &edition.integrity),
            ("script", &script_names(WASM)[2]),
            ("fallback", fallback),
            ("fallback_source", &escape(&fallback.replace('\n', "\n  "))),
            ("brotli", &kilobytes(edition.sizes.brotli, ',')),
            ("sizes", &guide::sizes(&editions)),
            ("plain", &guide::plain(plain)),
            ("attributes", &guide::attributes(dataset)),
            ("events", &guide::named(&EVENTS)),
            ("properties", &guide::named(&PROPERTIES)),
            ("api", &guide::named(&API)),
            ("territories", &guide::options(&guide::territory_names(dataset))),
            ("profiles", &guide::options(&guide::profile_names(dataset))),
            ("reader_brotli", &kilobytes(reader.sizes.brotli, ',')),
            ("reader_integrity", &reader.integrity),
            ("bookmark", &escape(bookmark)),
            ("page_says", &escape(dataset.texts.get(ui::FALLBACK_PAGE, Voice::Anyone))),
            ("views", &guide::views(dataset)),
            ("changelog", &guide::changelog(&read(&root.join("CHANGELOG.md"))?)),
        ],
    )
}
