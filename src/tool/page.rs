//! The pages around the script: templates with `{{placeholders}}`, and what a page
//! says before and without the widget.

use anyhow::{Result, bail, ensure};

use crate::model::{ContactField, Dataset, Voice, ui};

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

/// Text as HTML, fit for an attribute too.
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// What stands in the element until the widget is ready, and stays where it cannot
/// run: the emergency numbers and the regional directory, as HTML.
pub fn fallback(dataset: &Dataset) -> String {
    let say = |key: &str| escape(dataset.texts.find(key, Voice::Public).unwrap_or_default());
    let numbers = dataset.filiere.emergency.iter().map(|entry| {
        let number = escape(&entry.number);
        let label = say(&format!("emergency.{number}"));
        format!("\n  <li><a href=\"tel:{number}\">{number}</a> {label}</li>")
    });
    let mut lines = vec![
        format!("<p>{}</p>", say(ui::FALLBACK_INTRO)),
        format!("<ul>{}\n</ul>", numbers.collect::<String>()),
    ];
    if let Some((name, web)) = directory(dataset) {
        let (name, web) = (escape(name), escape(web));
        let words = say(ui::FALLBACK_DIRECTORY);
        lines.push(format!("<p>{words} <a href=\"{web}\">{name}</a></p>"));
    }
    lines.join("\n")
}

/// The regional directory: its name and web address.
fn directory(dataset: &Dataset) -> Option<(&str, &str)> {
    let structure = dataset.structure(&dataset.filiere.directory)?;
    let web = structure.contacts.iter().find(|contact| contact.field == ContactField::Web)?;
    Some((&structure.name, &web.value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_and_values_match_one_to_one() {
        assert_eq!(fill("a {{x}} {{x}}", &[("x", "{{y}}")]).unwrap(), "a {{y}} {{y}}");
        for (template, values) in [("{{x}}", &[][..]), ("a", &[("x", "1")][..]), ("{{x", &[][..])] {
            assert!(fill(template, values).is_err(), "{template}");
        }
    }
}
