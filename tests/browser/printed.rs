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

/// The words of one sheet, each with its box: left, top, right, bottom in points.
#[derive(Debug)]
pub struct Sheet {
    /// Its width and height.
    size: [f64; 2],
    /// What stands on it.
    pub words: Vec<(String, [f64; 4])>,
}

/// The sheets of a PDF, word by word.
pub fn words(visit: &Visit, pdf: &Path) -> anyhow::Result<Vec<Sheet>> {
    let told = read(visit, pdf, &["-bbox"])?;
    let mut sheets: Vec<Sheet> = Vec::new();
    for line in told.lines().map(str::trim) {
        let number = |name: &str| -> Option<f64> {
            line.split(&format!("{name}=\"")).nth(1)?.split('"').next()?.parse().ok()
        };
        if line.starts_with("<page ") {
            let size = number("width").zip(number("height")).context("a sheet has no size")?;
            sheets.push(Sheet { size: [size.0, size.1], words: Vec::new() });
        } else if line.starts_with("<word ") {
            let edges =
                ["xMin", "yMin", "xMax", "yMax"].map(|name| number(name).unwrap_or(f64::NAN));
            let word = line.split(['<', '>']).nth(2).unwrap_or_default().to_owned();
            sheets.last_mut().context("a word on no sheet")?.words.push((word, edges));
        }
    }
    Ok(sheets)
}

impl Sheet {
    /// Words that lie on others, and words that the edge cuts.
    pub fn faults(&self) -> Vec<String> {
        let mut told = Vec::new();
        for (at, (word, edges)) in self.words.iter().enumerate() {
            let [left, top, right, bottom] = letters(*edges);
            let [width, height] = self.size;
            if !(left >= 0.0 && top >= 0.0 && right <= width && bottom <= height) {
                told.push(format!("« {word} » is cut: {edges:?}"));
            }
            let lies = |other: [f64; 4]| {
                let [l, t, r, b] = letters(other);
                right.min(r) - left.max(l) > 0.75 && bottom.min(b) - top.max(t) > 0.75
            };
            let on = self.words[at + 1..].iter().filter(|(_, other)| lies(*other));
            told.extend(on.map(|(other, _)| format!("« {word} » lies on « {other} »")));
        }
        told
    }
}

/// Where the letters of a word stand in its box, which holds the room above and below a
/// line as well.
fn letters([left, top, right, bottom]: [f64; 4]) -> [f64; 4] {
    let height = bottom - top;
    [left, top + height * 0.3, right, bottom - height * 0.25]
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
