//! What stands close together on a professional's page: every structure, and each
//! sentence about it once.

use super::{Block, Entry, Sheet};

/// Structures that stand in one run, with what is told of each of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Run<'a> {
    /// One structure with its numbers, or several that have none.
    pub entries: Vec<&'a Entry>,
    /// What is told of them.
    pub remarks: Vec<&'a str>,
}

impl Sheet {
    /// The structures of each block, in the order of [`Self::blocks`].
    pub fn runs(&self) -> Vec<Vec<Run<'_>>> {
        let mut said = Vec::new();
        self.blocks().map(|block| runs(block, &mut said)).collect::<Vec<_>>()
    }
}

/// What was said of which structure.
type Said<'a> = Vec<(&'a str, &'a str)>;

fn runs<'a>(block: &'a Block, said: &mut Said<'a>) -> Vec<Run<'a>> {
    let listed = || block.more.iter().flat_map(|more| &more.entries);
    // The first of a list may stand in it again with all its numbers.
    let again = |entry: &&Entry| !listed().any(|other| other.structure == entry.structure);
    let mut runs: Vec<Run> = Vec::new();
    for entry in block.entries.iter().filter(again).chain(listed()) {
        let remarks = remarks(entry, said);
        match runs.last_mut() {
            Some(run) if run.remarks == remarks && silent(run.entries[0]) && silent(entry) => {
                run.entries.push(entry);
            }
            _ => runs.push(Run { entries: vec![entry], remarks }),
        }
    }
    runs
}

fn silent(entry: &Entry) -> bool {
    entry.phones.is_empty()
}

/// What belongs to the place where it stands; of the rest, what was not said of it yet.
fn remarks<'a>(entry: &'a Entry, said: &mut Said<'a>) -> Vec<&'a str> {
    let state = entry.state.iter().map(|(_, label)| label);
    let mut remarks: Vec<&str> = entry.near.iter().chain(state).map(String::as_str).collect();
    // Beside a number, nothing else is needed to reach it.
    let places = entry.addresses.iter().chain(&entry.web).filter(|_| silent(entry));
    for rest in entry.does.iter().chain(&entry.ask).chain(&entry.remarks).chain(places) {
        let one = (entry.structure.as_str(), rest.as_str());
        if !said.contains(&one) {
            said.push(one);
            remarks.push(rest);
        }
    }
    remarks
}
