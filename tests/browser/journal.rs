//! What a page said, asked for and stored: nothing, in the end.

use anyhow::Context;
use serde::Deserialize;

use crate::{host::Over, visit::Visit};

/// What a page left behind, as the page itself, the engine and the server tell it.
#[derive(Debug, Default)]
pub struct Traces {
    /// Console calls, exceptions, policy violations, heard by the page's recorder.
    pub said: Vec<String>,
    /// The same, heard by the engine, where it tells.
    pub heard: Vec<String>,
    /// Resources that the page loaded, as file names, as the page counts them.
    pub loaded: Vec<String>,
    /// Files that the server was asked for.
    pub asked: Vec<String>,
    /// Names of whatever is stored.
    pub stored: Vec<String>,
}

#[derive(Deserialize)]
struct InPage {
    journal: Option<Vec<String>>,
    resources: Vec<String>,
    stored: Vec<String>,
}

impl Traces {
    /// Reads the traces of the page that is open.
    pub async fn read(visit: &Visit) -> anyhow::Result<Self> {
        let script = include_str!("scripts/traces.js");
        let page: InPage = serde_json::from_value(visit.run(script, vec![]).await?)?;
        let base = visit.base();
        let name = |url: String| url.strip_prefix(&base).map(str::to_owned).unwrap_or(url);
        Ok(Self {
            said: page.journal.unwrap_or_default(),
            heard: visit.session().heard(&base).await.context("reading the browser's log")?,
            loaded: page.resources.into_iter().map(name).collect(),
            asked: visit.asked(),
            stored: page.stored,
        })
    }

    /// What is there that should not be, one line each. `files`: what the page
    /// is made of, itself first.
    pub fn faults(&self, over: Over, files: &[&str]) -> Vec<String> {
        let mut faults = Vec::new();
        let mut fault = |what: &str, lines: &[String]| {
            faults.extend(lines.iter().map(|line| format!("{what}: {line}")));
        };
        fault("the page said", &self.said);
        fault("the browser heard", &self.heard);
        fault("stored", &self.stored);
        let parts: Vec<String> = files.iter().skip(1).map(ToString::to_string).collect();
        // Some engines do not count what comes from the disk: none may count more.
        let strange: Vec<_> =
            self.loaded.iter().filter(|name| !parts.contains(name)).cloned().collect();
        fault("the page loaded", &strange);
        // Requests that leave together arrive in any order.
        let sorted = |mut names: Vec<String>| {
            names.sort();
            names
        };
        let expected = sorted(match over {
            Over::Http | Over::NoWasm => files.iter().map(ToString::to_string).collect(),
            Over::File => Vec::new(),
        });
        if sorted(self.asked.clone()) != expected {
            faults.push(format!("the server was asked for {:?}, not {expected:?}", self.asked));
        }
        faults
    }
}
