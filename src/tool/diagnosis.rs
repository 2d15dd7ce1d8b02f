//! The diagnosis: one set of rules, as the guide's form (`verifier.js`), as a script of a page
//! (`diagnostic.js`) and as a bookmark.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::json;

use super::edition::{Edition, WASM};
use super::guide::ids;
use super::minify::minify_script;
use super::package::read;
use crate::config::View;
use crate::config::surface::{ATTRIBUTES, NAMES, PROFILE};
use crate::directory::fold;
use crate::model::Dataset;
use crate::packaging::constant;

/// The guide's form.
pub const FORM: &str = "verifier.js";
/// The same rules on the page where the problem is.
pub const SCRIPT: &str = "diagnostic.js";

/// What both begin with: the rules, and the facts of a page's code.
const RULES: [&str; 10] = [
    "embed/near.js",
    "diagnosis/policy.js",
    "diagnosis/holders.js",
    "diagnosis/attributes.js",
    "diagnosis/served.js",
    "diagnosis/sentences.js",
    "diagnosis/sentences_more.js",
    "diagnosis/rules.js",
    "diagnosis/verdict.js",
    "diagnosis/panel.js",
];
/// What reads the page that is open.
const LIVE: [&str; 3] = ["diagnosis/live.js", "diagnosis/file.js", "diagnosis/bookmark.js"];
const PASTED: [&str; 1] = ["diagnosis/pasted.js"];

/// Both scripts, in memory.
pub struct Diagnosis {
    form: String,
    script: String,
}

impl Diagnosis {
    /// Knows the files of these editions by their hashes, and the values that the dataset allows.
    pub fn new(root: &Path, dataset: &Dataset, editions: &[&Edition]) -> Result<Self> {
        let names = names(dataset, editions);
        let made = |parts: &[&str]| -> Result<String> {
            let files = RULES.iter().chain(parts).map(|part| read(&root.join("src").join(part)));
            let body = minify_script(&files.collect::<Result<String>>()?);
            Ok(format!("(function () {{\n\"use strict\";\n{names}{body}}})();\n"))
        };
        Ok(Self { form: made(&PASTED)?, script: made(&LIVE)? })
    }

    /// The bookmark's address: the script itself.
    pub fn bookmark(&self) -> String {
        format!("javascript:{}", percent(&self.script))
    }

    /// Writes both into a folder.
    pub fn write(&self, folder: &Path) -> Result<()> {
        for (name, text) in [(FORM, &self.form), (SCRIPT, &self.script)] {
            fs::write(folder.join(name), text).with_context(|| name.to_owned())?;
        }
        Ok(())
    }
}

/// What the rules speak of in capitals.
fn names(dataset: &Dataset, editions: &[&Edition]) -> String {
    let known: serde_json::Map<_, _> =
        editions.iter().map(|one| (one.integrity.clone(), json!(one.name))).collect();
    let values = ATTRIBUTES.iter().filter_map(|attribute| {
        let values = match attribute.name {
            "vues" => View::ALL.map(View::id).map(str::to_owned).to_vec(),
            "territoire" => dataset
                .filiere
                .territories
                .iter()
                .flat_map(|one| [one.id.clone(), fold(&one.name)])
                .collect(),
            PROFILE => ids(attribute.values, dataset).into_iter().map(str::to_owned).collect(),
            _ => return None,
        };
        Some((attribute.name.to_owned(), json!(distinct(values))))
    });
    let values: serde_json::Map<_, _> = values.collect();
    [
        ("NAME", json!(WASM)),
        ("VERSION", json!(env!("CARGO_PKG_VERSION"))),
        ("ATTRIBUTES", json!(NAMES)),
        ("VALUES", json!(values)),
        ("KNOWN", json!(known)),
    ]
    .map(|(name, value)| constant(name, &value.to_string()))
    .concat()
}

fn distinct(values: Vec<String>) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for value in values {
        if !all.contains(&value) {
            all.push(value);
        }
    }
    all
}

/// A text as an address of its own: what an address, or the attribute that it stands in, would
/// read otherwise is escaped, and nothing more, since browsers keep no bookmark that is too long.
fn percent(text: &str) -> String {
    let one = |byte: u8| match byte {
        b'%' | b'"' | b'<' | b'>' | b'#' | b'`' => format!("%{byte:02X}"),
        b' '..=b'~' => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    };
    text.trim_end().bytes().map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tool::build::Plan;

    fn diagnosis() -> Diagnosis {
        let plan = Plan::new(None, None);
        let dataset = crate::tool::dataset::load(&plan.data).unwrap();
        Diagnosis::new(&plan.root, &dataset, &[]).unwrap()
    }

    /// A page may hold the script between tags, and a bookmark's address has a length.
    #[test]
    fn the_script_can_stand_in_a_page_and_in_a_bookmark() {
        let made = diagnosis();
        let lower = made.script.to_ascii_lowercase();
        assert!(!lower.contains("</script") && !lower.contains("<!--"));
        let length = made.bookmark().len();
        assert!(length < 65_536, "Firefox keeps no bookmark of {length} bytes");
        assert!(made.bookmark().is_ascii() && !made.bookmark().contains(['"', '<', '\n']));
    }

    /// The rules and the sentences know the same keys.
    #[test]
    fn every_finding_has_its_sentence() {
        let root = Plan::new(None, None).root.join("src/diagnosis");
        let text = |file: &str| fs::read_to_string(root.join(file)).unwrap();
        let rules = ["rules.js", "attributes.js"].map(text).concat();
        let keys = |text: &str, before: &str| -> Vec<String> {
            let parts = text.split(before).skip(1);
            parts.filter_map(|part| Some(part.split_once('"')?.0.to_owned())).collect()
        };
        let sentences = ["sentences.js", "sentences_more.js"].map(text).concat();
        let missing: Vec<_> = keys(&rules, "key: \"")
            .into_iter()
            .filter(|key| !key.ends_with('-'))
            .filter(|key| {
                ["\"", ""].iter().all(|q| !sentences.contains(&format!("  {q}{key}{q}: ")))
            })
            .collect();
        assert!(missing.is_empty() && keys(&rules, "key: \"").len() > 30, "{missing:?}");
    }
}
