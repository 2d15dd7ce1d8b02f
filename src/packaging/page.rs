//! The pages around the script: templates with `{{placeholders}}`, and what a page
//! says before and without the widget.

use crate::markup::escape;
use anyhow::{Result, bail, ensure};
use serde::Serialize;

use crate::directory::emergency_link;
use crate::model::{ContactField, Dataset, EmergencyNumber, Filiere, Voice, ui};
use crate::wording::date_in_words;

const OFFLINE: &str = include_str!("../embed/offline.html");

/// The template with every `{{name}}` replaced by its value.
///
/// # Errors
/// A placeholder has no value, or a value has no placeholder.
pub fn fill(template: &str, values: &[(&str, &str)]) -> Result<String> {
    for (name, _) in values {
        ensure!(template.contains(&format!("{{{{{name}}}}}")), "no placeholder for `{name}`");
    }
    let mut out = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once("{{") {
        let Some((name, after)) = after.split_once("}}") else {
            bail!("a placeholder is not closed: {after:.40}");
        };
        let Some((_, value)) = values.iter().find(|(known, _)| *known == name) else {
            bail!("no value for the placeholder `{name}`");
        };
        out += before;
        out += value;
        rest = after;
    }
    Ok(out + rest)
}

/// What is said before, without or instead of the widget: the emergency numbers and
/// the regional directory.
#[derive(Debug, Serialize)]
pub struct Fallback<'a> {
    intro: &'a str,
    numbers: Vec<Emergency<'a>>,
    directory: Option<Directory<'a>>,
    page: Page<'a>,
}

/// The page where the widget is hosted alone: what leads there, and where it is, if that is
/// known.
#[derive(Debug, Serialize)]
struct Page<'a> {
    says: &'a str,
    href: Option<&'a str>,
}

#[derive(Debug, Serialize)]
struct Emergency<'a> {
    number: &'a str,
    href: String,
    label: &'a str,
}

#[derive(Debug, Serialize)]
struct Directory<'a> {
    intro: &'a str,
    name: &'a str,
    web: &'a str,
}

impl<'a> Fallback<'a> {
    /// In the words of a dataset.
    pub fn of(dataset: &'a Dataset) -> Self {
        let say = |key: &str| dataset.texts.find(key, Voice::Anyone).unwrap_or_default();
        let number = |entry: &'a EmergencyNumber| Emergency {
            number: &entry.number,
            href: emergency_link(entry),
            label: say(&format!("emergency.{}", entry.number)),
        };
        let directory = directory(dataset);
        Self {
            intro: say(ui::FALLBACK_INTRO),
            numbers: dataset.filiere.emergency.iter().map(number).collect(),
            directory: directory.map(|(name, web)| Directory {
                intro: say(ui::FALLBACK_DIRECTORY),
                name,
                web,
            }),
            page: Page { says: say(ui::FALLBACK_PAGE), href: None },
        }
    }

    /// The same, leading to the page where the widget is hosted alone as well.
    #[must_use]
    pub fn leading_to(mut self, address: Option<&'a str>) -> Self {
        self.page.href = address;
        self
    }

    /// As HTML, to stand in the element until the widget is ready.
    pub fn html(&self) -> String {
        let numbers = self.numbers.iter().map(|Emergency { number, href, label }| {
            let (number, href, label) = (escape(number), escape(href), escape(label));
            format!("\n  <li><a href=\"{href}\">{number}</a> {label}</li>")
        });
        let mut lines = vec![
            format!("<p>{}</p>", escape(self.intro)),
            format!("<ul>{}\n</ul>", numbers.collect::<String>()),
        ];
        if let Some(Directory { intro, name, web }) = &self.directory {
            let (intro, name, web) = (escape(intro), escape(name), escape(web));
            lines.push(format!("<p>{intro} <a href=\"{web}\">{name}</a></p>"));
        }
        if let Some(href) = self.page.href {
            let (href, says) = (escape(href), escape(self.page.says));
            lines.push(format!("<p><a href=\"{href}\">{says}</a></p>"));
        }
        lines.join("\n")
    }
}

/// The regional directory: its name and web address.
fn directory(dataset: &Dataset) -> Option<(&str, &str)> {
    let structure = dataset.structure(&dataset.filiere.directory)?;
    let web = structure.contacts.iter().find(|contact| contact.field == ContactField::Web)?;
    Some((&structure.name, &web.value))
}

/// The page that opens from disk, still without its script and without a place to
/// resume at: the widget makes its own copies from it.
pub fn alone(dataset: &Dataset, fallback: &str) -> Result<String> {
    let Filiere { date, review, .. } = &dataset.filiere;
    let in_words = |date: &str| date_in_words(&dataset.texts, date);
    let title = dataset.texts.get(ui::TITLE, Voice::Anyone);
    let (dated, reviewed) = (in_words(date), in_words(review));
    let title = dataset.texts.say(&ui::keep_copy_title(title, &dated, &reviewed), Voice::Anyone);
    fill(
        OFFLINE,
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

/// The page that opens from disk, whole: with its script, resuming nowhere.
pub fn offline(alone: &str, script: &str) -> Result<String> {
    fill(alone, &[("reprise", ""), ("script", script)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_without_the_widget_leads_to_where_it_is_hosted() {
        let plan = crate::tool::build::Plan::new(None, None);
        let dataset = crate::tool::dataset::load(&plan.data).unwrap();
        let html = |address| Fallback::of(&dataset).leading_to(address).html();
        let link = "<p><a href=\"https://soins.example/\">Ouvrir l’outil";
        assert!(html(Some("https://soins.example/")).contains(link));
        assert!(!html(None).contains("Ouvrir"));
    }

    #[test]
    fn placeholders_and_values_match_one_to_one() {
        assert_eq!(fill("a {{x}} {{x}}", &[("x", "{{y}}")]).unwrap(), "a {{y}} {{y}}");
        for (template, values) in [("{{x}}", &[][..]), ("a", &[("x", "1")][..]), ("{{x", &[][..])] {
            assert!(fill(template, values).is_err(), "{template}");
        }
    }
}
