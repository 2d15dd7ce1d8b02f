//! What the integrators' page tells of the public surface, from its description.

use super::page::escape;
use crate::config::surface::{ATTRIBUTES, Named};
use crate::model::Dataset;

/// The rows of the table of attributes, as HTML.
pub fn attributes() -> String {
    let rows = ATTRIBUTES.iter().map(|attribute| {
        let cells = [attribute.about, attribute.values, attribute.default].map(cell).concat();
        row(attribute.name, &cells)
    });
    rows.collect::<Vec<_>>().join("\n")
}

/// The rows of a table of names, as HTML.
pub fn named(all: &[Named]) -> String {
    let rows = all.iter().map(|one| row(one.name, &cell(one.about)));
    rows.collect::<Vec<_>>().join("\n")
}

/// The territories of the filière, as the options of a list.
pub fn territories(dataset: &Dataset) -> String {
    let options = dataset.filiere.territories.iter().map(|territory| {
        format!("<option value=\"{}\">{}</option>", escape(&territory.id), escape(&territory.name))
    });
    options.collect()
}

fn row(name: &str, cells: &str) -> String {
    format!("<tr><th scope=\"row\"><code>{}</code></th>{cells}</tr>", escape(name))
}

fn cell(text: &str) -> String {
    format!("<td>{}</td>", escape(text))
}
