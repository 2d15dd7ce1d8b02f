//! What the native tool says to the same answers: the widget must show it.

use std::{
    collections::{BTreeMap, BTreeSet},
    process::Command,
};

use anyhow::{Context, ensure};
use serde::Deserialize;

use crate::{moves::Answers, shown::Outcome};

/// The parts of `orient --json` that a screen shows.
#[derive(Deserialize)]
struct Said {
    complete: bool,
    groups: Vec<SaidGroup>,
    absences: Vec<SaidAbsence>,
}

#[derive(Deserialize)]
struct SaidGroup {
    id: String,
    cards: Vec<SaidCard>,
}

#[derive(Deserialize)]
struct SaidCard {
    id: String,
    name: String,
}

#[derive(Deserialize)]
struct SaidAbsence {
    kind: String,
}

/// Fails when the outcome shown differs from what `orient` says: other groups or
/// another order of them, other structures in a group, other absences.
pub fn agrees(shown: &Outcome, answers: &Answers<'_>) -> anyhow::Result<()> {
    let said = orient(answers)?;
    ensure!(said.complete, "`orient` does not hold {answers:?} for complete");
    let shown_groups: Vec<(_, BTreeSet<_>)> = shown
        .groups
        .iter()
        .map(|group| (&group.id, group.cards.iter().map(|card| &card.id).collect()))
        .collect();
    let said_groups: Vec<(_, BTreeSet<_>)> = said
        .groups
        .iter()
        .map(|group| (&group.id, group.cards.iter().map(|card| &card.id).collect()))
        .collect();
    ensure!(shown_groups == said_groups, "shown {shown_groups:#?}, `orient` says {said_groups:#?}");
    let absent: BTreeSet<_> = shown.absences.iter().map(|a| a.row.as_str()).collect();
    let said_absent: BTreeSet<_> = said.absences.iter().map(|a| a.kind.as_str()).collect();
    ensure!(absent == said_absent, "shown absent {absent:?}, `orient` says {said_absent:?}");
    named(shown, &said)
}

/// Every card bears the structure's name.
fn named(shown: &Outcome, said: &Said) -> anyhow::Result<()> {
    let names: BTreeMap<_, _> =
        said.groups.iter().flat_map(|g| &g.cards).map(|c| (&c.id, &c.name)).collect();
    for card in shown.groups.iter().flat_map(|group| &group.cards) {
        let name = names.get(&card.id).context(card.id.clone())?;
        ensure!(
            card.text.contains(name.as_str()),
            "{} is not named {name}: {}",
            card.id,
            card.text
        );
    }
    Ok(())
}

fn orient(answers: &Answers<'_>) -> anyhow::Result<Said> {
    let output = Command::new(env!("CARGO_BIN_EXE_orientation-palliative"))
        .args(["orient", "--json", "--answers", &serde_json::to_string(answers)?])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .context("running `orient`")?;
    serde_json::from_slice(&output.stdout).with_context(|| {
        format!("`orient` gave no JSON; it said {}", String::from_utf8_lossy(&output.stderr))
    })
}
