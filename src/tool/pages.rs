//! The pages of a build: the one that stands alone, the frame's, the integrators'.

use std::path::Path;

use anyhow::Result;

use super::edition::{Edition, Reader, WASM, script_names};
use super::package::read;
use super::sizes::kilobytes;
use super::{guide, page};
use crate::config::surface::{API, EVENTS, PROPERTIES};
use crate::markup::escape;
use crate::model::{Dataset, Filiere, Voice, ui};
use crate::wording::date_in_words;

/// The page that opens from disk, still without its script and without a place to
/// resume at: the widget makes its own copies from it.
pub fn alone(root: &Path, dataset: &Dataset, fallback: &str) -> Result<String> {
    let template = read(&root.join("src/embed/offline.html"))?;
    let Filiere { date, review, .. } = &dataset.filiere;
    let in_words = |date: &str| date_in_words(&dataset.texts, date);
    let title = dataset.texts.get(ui::TITLE, Voice::Anyone);
    let (dated, reviewed) = (in_words(date), in_words(review));
    let title = dataset.texts.say(&ui::keep_copy_title(title, &dated, &reviewed), Voice::Anyone);
    page::fill(
        &template,
        &[
            ("title", &escape(&title)),
            ("data_date", &escape(date)),
            ("review_date", &escape(review)),
            ("fallback", fallback),
            ("reprise", "{{reprise}}"),
            ("script", "{{script}}"),
        ],
    )
}

/// The page that another site shows in an `<iframe>`.
pub fn frame(root: &Path, dataset: &Dataset, fallback: &str) -> Result<String> {
    let template = read(&root.join("src/embed/frame.html"))?;
    let title = escape(dataset.texts.get(ui::TITLE, Voice::Anyone));
    page::fill(&template, &[("title", &title), ("fallback", fallback)])
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
    page::fill(
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
