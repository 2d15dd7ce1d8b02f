//! What the integrators' page tells of the public surface, from its description.

use super::edition::{Edition, script_names};
use super::sizes::kilobytes;
use crate::config::View;
use crate::config::surface::{ATTRIBUTES, Named, Values};
use crate::markup::escape;
use crate::model::{Dataset, QUESTION_PROFILE, Voice};

/// The rows of the table of attributes, as HTML.
pub fn attributes(dataset: &Dataset) -> String {
    let rows = ATTRIBUTES.iter().map(|attribute| {
        let values = match attribute.values {
            Values::Fixed(french) => french.to_owned(),
            of_dataset => any_of(&ids(of_dataset, dataset)),
        };
        let cells = [attribute.about, &values, attribute.default].map(cell).concat();
        row(attribute.name, &cells)
    });
    rows.collect::<Vec<_>>().join("\n")
}

/// The ids that an attribute takes with this dataset; none for the fixed ones.
pub fn ids(values: Values, dataset: &Dataset) -> Vec<&str> {
    match values {
        Values::Fixed(..) => Vec::new(),
        Values::Territories => dataset.filiere.territories.iter().map(|t| t.id.as_str()).collect(),
        Values::Profiles => {
            let answers = dataset.question(QUESTION_PROFILE).map(|q| q.answers.as_slice());
            answers.unwrap_or_default().iter().map(|answer| answer.id.as_str()).collect()
        }
    }
}

/// « nord, centre ou sud »
fn any_of(ids: &[&str]) -> String {
    match ids {
        [] => "sans effet avec ces données".to_owned(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} ou {last}", first.join(", ")),
    }
}

/// The rows of a table of names, as HTML.
pub fn named(all: &[Named]) -> String {
    let rows = all.iter().map(|one| row(one.name, &cell(one.about)));
    rows.collect::<Vec<_>>().join("\n")
}

/// The territories of the filière and their names.
pub fn territory_names(dataset: &Dataset) -> Vec<(&str, &str)> {
    dataset.filiere.territories.iter().map(|one| (one.id.as_str(), one.name.as_str())).collect()
}

/// The answers to the profile question and their words.
pub fn profile_names(dataset: &Dataset) -> Vec<(&str, &str)> {
    let named = |id| {
        let key = format!("questions.{QUESTION_PROFILE}.{id}");
        (id, dataset.texts.find(&key, Voice::Anyone).unwrap_or(id))
    };
    ids(Values::Profiles, dataset).into_iter().map(named).collect()
}

/// The views, in the words of the widget.
pub fn view_names(dataset: &Dataset) -> Vec<(&str, &str)> {
    let named = |view: View| {
        let id = view.id();
        (id, dataset.texts.find(&format!("ui.view.{id}"), Voice::Anyone).unwrap_or(id))
    };
    View::ALL.map(named).to_vec()
}

/// Ids and names as the options of a list.
pub fn options(named: &[(&str, &str)]) -> String {
    let option = |(id, name): &(&str, &str)| {
        format!("<option value=\"{}\">{}</option>", escape(id), escape(name))
    };
    named.iter().map(option).collect()
}

/// The views, as boxes to tick.
pub fn views(dataset: &Dataset) -> String {
    let one = |(id, name): (&str, &str)| {
        format!("<label><input type=\"checkbox\" value=\"{id}\" checked> {}</label>", escape(name))
    };
    view_names(dataset).into_iter().map(one).collect::<Vec<_>>().join("\n")
}

/// Where to get the edition in plain JavaScript, and its integrity value.
pub fn plain(edition: Option<&Edition>) -> String {
    let Some(Edition { name, integrity, .. }) = edition else {
        return "<p>Ce fichier fait partie de chaque version publiée.</p>".to_owned();
    };
    let [.., script] = script_names(name);
    format!(
        "<p class=\"actions\"><a class=\"button\" href=\"{script}\" download>Télécharger {script}</a>\n\
         <a href=\"{name}.html\" download>La page hors ligne sans WebAssembly</a></p>\n\
         <p>Sa valeur d’intégrité : <code class=\"long\">{integrity}</code></p>"
    )
}

/// A row of the table of sizes for each edition.
pub fn sizes(editions: &[&Edition]) -> String {
    let rows = editions.iter().map(|Edition { name, sizes, .. }| {
        let cell = |size| format!("<td>{} ko</td>", kilobytes(size, ','));
        let cells = [sizes.raw, sizes.gzip, sizes.brotli].map(cell).concat();
        row(&format!("{name}.min.js"), &cells)
    });
    rows.collect::<Vec<_>>().join("\n")
}

/// The CHANGELOG, which is a little Markdown, as HTML under the headings of the page.
pub fn changelog(markdown: &str) -> String {
    let mut out = String::new();
    let mut listed = false;
    for line in markdown.lines().filter(|line| !line.starts_with("# ")) {
        let item = line.strip_prefix("- ");
        if listed && item.is_none() && !line.starts_with(' ') {
            out += "</li></ul>\n";
            listed = false;
        }
        out += &match (item, line.strip_prefix("### "), line.strip_prefix("## ")) {
            (Some(item), ..) => {
                let before = if listed { "</li>\n<li>" } else { "<ul><li>" };
                listed = true;
                before.to_owned() + &inline(item)
            }
            (_, Some(title), _) => format!("<h4>{}</h4>\n", inline(title)),
            (_, _, Some(title)) => format!("<h3>{}</h3>\n", inline(title)),
            _ if line.trim().is_empty() => String::new(),
            _ if listed => format!(" {}", inline(line.trim())),
            _ => format!("<p>{}</p>\n", inline(line)),
        };
    }
    out + if listed { "</li></ul>\n" } else { "" }
}

/// A line of Markdown: its code between backquotes, all else as it is.
fn inline(line: &str) -> String {
    let parts = line.split('`').enumerate().map(|(at, part)| match at % 2 {
        0 => escape(part),
        _ => format!("<code>{}</code>", escape(part)),
    });
    parts.collect()
}

fn row(name: &str, cells: &str) -> String {
    format!("<tr><th scope=\"row\"><code>{}</code></th>{cells}</tr>", escape(name))
}

fn cell(text: &str) -> String {
    format!("<td>{}</td>", escape(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_told_as_one_says_them() {
        for (ids, expected) in [
            (&[][..], "sans effet avec ces données"),
            (&["amont"][..], "amont"),
            (&["nord", "centre", "sud"][..], "nord, centre ou sud"),
        ] {
            assert_eq!(any_of(ids), expected);
        }
    }

    #[test]
    fn a_changelog_becomes_headings_and_lists() {
        let markdown = "# Journal\n\n## 0.1.0\n\n### Données\n\n- Une `ligne` <b>,\n  deux.\n- Autre.\n\nFin.\n";
        let html = "<h3>0.1.0</h3>\n<h4>Données</h4>\n<ul><li>Une <code>ligne</code> &lt;b&gt;, deux.\
                    </li>\n<li>Autre.</li></ul>\n<p>Fin.</p>\n";
        assert_eq!(changelog(markdown), html);
    }
}
