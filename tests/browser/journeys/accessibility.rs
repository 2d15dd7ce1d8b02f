//! Every screen of the paths, and every way to move through them.

use anyhow::ensure;

use super::paths;
use crate::{axe, expected, host::HostPage, keyboard, moves::Answers, visit::Visit};

/// Tab, arrows, Space and Enter, from the first question to the outcome.
pub async fn the_keyboard_alone_reaches_the_outcome(visit: &Visit) -> anyhow::Result<()> {
    let widget = visit.open(&HostPage::default()).await?;
    let answers = paths::relative();
    keyboard::walk(widget, &answers).await?;
    expected::agrees(widget, &answers).await
}

/// A relative's path.
pub async fn a_relatives_screens_break_no_rule(visit: &Visit) -> anyhow::Result<()> {
    check_path(visit, &paths::relative()).await
}

/// An ill person's path.
pub async fn an_ill_persons_screens_break_no_rule(visit: &Visit) -> anyhow::Result<()> {
    check_path(visit, &paths::ill_person()).await
}

/// A professional's path.
pub async fn a_professionals_screens_break_no_rule(visit: &Visit) -> anyhow::Result<()> {
    check_path(visit, &paths::professional()).await
}

/// The screens off the path: the stop, an unanswered question, a wrong commune.
pub async fn an_emergency_and_an_error_break_no_rule(visit: &Visit) -> anyhow::Result<()> {
    let widget = visit.open(&HostPage::default()).await?;
    widget.click("[data-action=continue]").await?;
    widget.wait_for("[role=alert], [data-error]").await?;
    axe::check(visit, "an unanswered question").await?;
    widget.answer("profil", "proche").await?;
    widget.answer("besoin", "soins").await?;
    let stop = widget.answer("urgence", "oui").await?;
    ensure!(stop.kind == "stop", "{stop:?} is not the stop");
    axe::check(visit, "the stop").await?;
    widget.resume().await?;
    widget.answer("age", "adulte").await?;
    widget.type_commune("Lyon").await?;
    widget.click("[data-action=continue]").await?;
    widget.wait_for("[role=alert], [data-error]").await?;
    axe::check(visit, "a wrong commune").await
}

async fn check_path(visit: &Visit, answers: &Answers<'_>) -> anyhow::Result<()> {
    let widget = visit.open(&HostPage::default()).await?;
    let check = async |screen: &crate::shown::Screen| {
        axe::check(visit, screen.question.as_deref().unwrap_or(&screen.kind)).await
    };
    widget.walk(answers, check).await.map(drop)
}
