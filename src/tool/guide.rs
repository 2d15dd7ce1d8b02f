//! What the integrators' page tells of the public surface, from its description.

use super::page::escape;
use crate::config::surface::{ATTRIBUTES, Named, Values};
use crate::model::{Dataset, QUESTION_PROFILE, Voice};

/// The rows of the table of attributes, as HTML.
pub fn attributes(dataset: &Dataset) -> String {
    let rows = ATTRIBUTES.iter().map(|attribute| {
        let values = match attribute.values {
            Values::Fixed(french, _) => french.to_owned(),
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

/// The territories of the filière, as the options of a list.
pub fn territories(dataset: &Dataset) -> String {
    let options = dataset.filiere.territories.iter().map(|territory| {
        format!("<option value=\"{}\">{}</option>", escape(&territory.id), escape(&territory.name))
    });
    options.collect()
}

/// The answers to the profile question, as the options of a list.
pub fn profiles(dataset: &Dataset) -> String {
    let option = |id: &str| {
        let text = dataset.texts.find(&format!("questions.{QUESTION_PROFILE}.{id}"), Voice::Public);
        let text = text.unwrap_or(id);
        format!("<option value=\"{}\">{}</option>", escape(id), escape(text))
    };
    ids(Values::Profiles, dataset).into_iter().map(option).collect()
}

fn row(name: &str, cells: &str) -> String {
    format!("<tr><th scope=\"row\"><code>{}</code></th>{cells}</tr>", escape(name))
}

fn cell(text: &str) -> String {
    format!("<td>{}</td>", escape(text))
}

#[cfg(test)]
mod tests {
    use super::any_of;

    #[test]
    fn values_are_told_as_one_says_them() {
        for (ids, told) in [
            (&[][..], "sans effet avec ces données"),
            (&["amont"][..], "amont"),
            (&["nord", "centre", "sud"][..], "nord, centre ou sud"),
        ] {
            assert_eq!(any_of(ids), told);
        }
    }
}
