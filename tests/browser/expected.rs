//! What the same answers say natively: the widget must show it.

use std::{collections::BTreeSet, path::Path, process::Command, sync::LazyLock};

use anyhow::{Context, ensure};
use orientation_palliative::{
    model::Dataset,
    orientation::Session,
    tool::dataset,
    wording::{self, Section, Sheet},
};
use serde::Deserialize;

use crate::{
    clock,
    moves::Answers,
    shown::{Block, Entry, Outcome, Part},
    widget::Widget,
};

/// The dataset that is built in.
pub static DATA: LazyLock<Dataset> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    dataset::load(&folder).expect("the dataset is read")
});

/// Fails when the outcome shown is not what these answers lead to at the hour of the
/// page's clock: other parts, groups or structures or another order of them, another
/// state, number or year, something folded that stands open, a sentence that is missing
/// or comes too soon; or when the tool's `orient` says otherwise.
pub async fn agrees(widget: Widget<'_>, answers: &Answers<'_>) -> anyhow::Result<()> {
    let at = clock::paris(widget.visit).await?;
    let session = session(answers, clock::is_on_call(&at)?);
    ensure!(session.walk(&DATA).is_complete(), "{answers:?} lead to no outcome");
    let sheet = Sheet::of(&DATA, &session);
    let shown = widget.outcome().await?;
    lies_as(&shown, &sheet)?;
    says_all(&shown.text, &sheet)?;
    as_orient_says(&shown, answers, &at)
}

/// The session of somebody who answered so, at such an hour.
pub fn session(answers: &Answers<'_>, on_call: bool) -> Session {
    let owned = answers.iter().map(|(q, a)| ((*q).to_owned(), (*a).to_owned()));
    Session::replay(&DATA, on_call, owned.collect())
}

/// Part after part, block after block, structure after structure.
fn lies_as(shown: &Outcome, sheet: &Sheet) -> anyhow::Result<()> {
    let expected: Vec<Part> = sheet.sections.iter().map(part).collect();
    for (shown, expected) in shown.parts.iter().zip(&expected) {
        ensure!(shown == expected, "shown {shown:#?}, natively {expected:#?}");
    }
    let (shown, expected) = (shown.parts.len(), expected.len());
    ensure!(shown == expected, "{shown} parts are shown, natively there are {expected}");
    Ok(())
}

fn part(section: &Section) -> Part {
    Part {
        id: section.part.id().to_owned(),
        title: plain(&section.title),
        folded: section.folded,
        blocks: section.blocks.iter().map(block).collect(),
    }
}

fn block(block: &wording::Block) -> Block {
    let behind = block.more.iter().flat_map(|more| &more.entries);
    let behind = behind.map(|told| entry(told, true));
    Block {
        id: block.id.clone(),
        absence: block.absence,
        title: plain(&block.title),
        folded: block.folded,
        cards: block.entries.iter().map(|told| entry(told, false)).chain(behind).collect(),
    }
}

fn entry(told: &wording::Entry, behind: bool) -> Entry {
    let phones = told.phones.iter();
    Entry {
        id: told.structure.clone(),
        kind: told.kind.clone(),
        name: plain(&told.name),
        behind,
        near: told.near.as_deref().map(plain),
        state: told.state.as_ref().map(|(state, told)| [state.id().to_owned(), plain(told)]),
        phones: phones.map(|p| [p.link.clone(), plain(&p.label), p.year.clone()]).collect(),
    }
}

/// Every sentence, in reading order.
fn says_all(text: &str, sheet: &Sheet) -> anyhow::Result<()> {
    let text = plain(text);
    let mut rest = text.as_str();
    for sentence in sheet.sentences() {
        let sentence = plain(sentence);
        let Some((_, after)) = rest.split_once(&sentence) else {
            let told = if text.contains(&sentence) { "comes too soon" } else { "is not shown" };
            anyhow::bail!("« {sentence} » {told}; what is left to read: {rest}");
        };
        rest = after;
    }
    Ok(())
}

/// A text with every run of white space made one space.
pub fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The parts of `orient --json` that a screen shows.
#[derive(Deserialize)]
struct Said {
    complete: bool,
    groups: Vec<SaidGroup>,
    absences: Vec<SaidKind>,
    reserved: Vec<SaidKind>,
}

#[derive(Deserialize)]
struct SaidGroup {
    id: String,
    cards: Vec<SaidCard>,
}

#[derive(Deserialize)]
struct SaidCard {
    id: String,
}

#[derive(Deserialize)]
struct SaidKind {
    kind: String,
}

/// The same groups with the same structures, the same absences. Whatever stands in for
/// something missing is shown with it.
fn as_orient_says(shown: &Outcome, answers: &Answers<'_>, at: &str) -> anyhow::Result<()> {
    let said = orient(answers, at)?;
    ensure!(said.complete, "`orient` does not hold {answers:?} for complete");
    let missing: BTreeSet<&str> =
        said.absences.iter().chain(&said.reserved).map(|missing| missing.kind.as_str()).collect();
    let told: BTreeSet<&str> = shown.absences.iter().map(|absence| absence.row.as_str()).collect();
    ensure!(told == missing, "shown as missing {told:?}, `orient` says {missing:?}");
    let stands_in =
        |group: &&SaidGroup| group.id.strip_prefix("repli-").is_some_and(|k| missing.contains(k));
    let groups: BTreeSet<(&str, BTreeSet<&str>)> = said
        .groups
        .iter()
        .filter(|group| !stands_in(group))
        .map(|group| (group.id.as_str(), group.cards.iter().map(|c| c.id.as_str()).collect()))
        .collect();
    let shown: BTreeSet<(&str, BTreeSet<&str>)> = shown
        .groups
        .iter()
        .map(|group| (group.id.as_str(), group.cards.iter().map(|c| c.id.as_str()).collect()))
        .collect();
    ensure!(shown == groups, "shown {shown:#?}, `orient` says {groups:#?}");
    Ok(())
}

fn orient(answers: &Answers<'_>, at: &str) -> anyhow::Result<Said> {
    let output = Command::new(env!("CARGO_BIN_EXE_orientation-palliative"))
        .args(["orient", "--json", "--at", at, "--answers", &serde_json::to_string(answers)?])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .context("running `orient`")?;
    serde_json::from_slice(&output.stdout).with_context(|| {
        format!("`orient` gave no JSON; it said {}", String::from_utf8_lossy(&output.stderr))
    })
}
