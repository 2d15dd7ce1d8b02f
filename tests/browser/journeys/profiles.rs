//! A whole path for each of the three profiles.

use anyhow::{Context, ensure};

use super::paths;
use crate::{
    expected, host::HostPage, moves::Answers, shown::Outcome, visit::Visit, widget::Widget,
};

/// Carers in the Sud: 001:134, and the coordination service.
pub async fn a_relative_reaches_the_carers_platform(visit: &Visit) -> anyhow::Result<()> {
    let outcome = reach(visit, &paths::relative()).await?;
    offers(&outcome, &["plateforme-aidants-sud"])
}

/// Level 2 at a place of living in the Nord: the mobile team, the coordination
/// service, and the teams that come to an EHPAD.
pub async fn an_ill_person_in_an_ehpad_is_told_who_comes(visit: &Visit) -> anyhow::Result<()> {
    let outcome = reach(visit, &paths::ill_person()).await?;
    offers(&outcome, &["emtsp-octopus", "dac-nord-semaphore", "cite-des-fleurs", "ehpad-aulagnier"])
}

/// Level 3 in the Centre out of hours: PALLIDOM, and no telephone support.
pub async fn a_professional_at_night_is_told_what_is_not_covered(
    visit: &Visit,
) -> anyhow::Result<()> {
    let outcome = reach(visit, &paths::professional()).await?;
    offers(&outcome, &["pallidom", "dac-centre-asdes", "notre-dame-du-lac"])?;
    let absent = outcome.absences.iter().find(|absence| absence.row == "appui-telephonique");
    let absent = absent.context("the missing telephone support is not told")?;
    ensure!(!absent.text.is_empty(), "the absence is told without a word");
    Ok(())
}

/// Walks the path; every screen shows the emergency line, and the outcome is the
/// one that the native tool gives.
async fn reach(visit: &Visit, answers: &Answers<'_>) -> anyhow::Result<Outcome> {
    let widget = visit.open(&HostPage::default()).await?;
    let outcome = widget.walk(answers, async |_| tells_the_emergency(widget).await).await?;
    expected::agrees(widget, answers).await?;
    Ok(outcome)
}

async fn tells_the_emergency(widget: Widget<'_>) -> anyhow::Result<()> {
    let line = widget.text("[data-emergency]").await?.context("no emergency line")?;
    ensure!(line.contains("15"), "the emergency line does not name the 15: {line}");
    Ok(())
}

fn offers(outcome: &Outcome, ids: &[&str]) -> anyhow::Result<()> {
    let shown: Vec<_> =
        outcome.groups.iter().flat_map(|group| &group.cards).map(|card| card.id.as_str()).collect();
    for id in ids {
        ensure!(shown.contains(id), "{id} is not among {shown:?}");
    }
    ensure!(outcome.groups.iter().all(|group| !group.text.is_empty()), "a group without a word");
    Ok(())
}
