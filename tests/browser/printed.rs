//! Paper, read back by a program that has nothing to do with the browsers.

use std::{path::Path, process::Command};

use anyhow::{Context, ensure};
use orientation_palliative::tool::provision::{Component, locate};

use crate::{pictures, visit::Visit};

/// Letters that fonts join.
const LIGATURES: [(char, &str); 5] = [
    ('\u{fb00}', "ff"),
    ('\u{fb01}', "fi"),
    ('\u{fb02}', "fl"),
    ('\u{fb03}', "ffi"),
    ('\u{fb04}', "ffl"),
];

/// What stands on the sheets.
pub struct Printed {
    /// How many sheets there are.
    pub sheets: usize,
    /// All that can be read on them, each white space one space.
    pub text: String,
    /// The same in the order in which it was written: columns that stand side by side are
    /// read one after the other, lines at the edges of a sheet between others.
    pub written: String,
}

impl Printed {
    /// Prints the page that is open, and reads the sheets.
    pub async fn of(visit: &Visit, name: &str) -> anyhow::Result<Self> {
        let pdf = pictures::print(visit, name).await?;
        let text = read(visit, &pdf, &[])?;
        let written = plain(&read(visit, &pdf, &["-raw"])?);
        // It ends each sheet with a form feed.
        Ok(Self { sheets: text.matches('\u{c}').count(), text: plain(&text), written })
    }

    /// Fails unless that can be read on the sheets.
    pub fn says(&self, what: &str) -> anyhow::Result<()> {
        let what = plain(what);
        let is_there = [&self.text, &self.written].iter().any(|text| text.contains(&what));
        ensure!(is_there, "{what:?} is not on paper: {}", self.text);
        Ok(())
    }
}

fn read(visit: &Visit, pdf: &Path, options: &[&str]) -> anyhow::Result<String> {
    let found = locate(&[visit.session().engine])?;
    let output = Command::new(found.path(Component::Pdftotext)?)
        .args(options)
        .args([pdf.as_os_str(), "-".as_ref()])
        .output()
        .context("running pdftotext")?;
    ensure!(output.status.success(), "pdftotext: {}", String::from_utf8_lossy(&output.stderr));
    Ok(String::from_utf8(output.stdout)?)
}

/// A text with every run of white space made one space, and every ligature, which a
/// PDF may hold as one letter, taken apart.
pub fn plain(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    LIGATURES.iter().fold(text, |text, (one, letters)| text.replace(*one, letters))
}
