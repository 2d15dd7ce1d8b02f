//! Going back, changing one's mind, being wrong, being in an emergency.

use anyhow::{Context, ensure};
use serde_json::json;

use super::paths;
use crate::{expected, host::HostPage, shown::Screen, visit::Visit, widget::Widget};

/// Going back shows the question before, with its answer still chosen.
pub async fn going_back_finds_the_answer_again(visit: &Visit) -> anyhow::Result<()> {
    let widget = visit.open(&HostPage::default()).await?;
    widget.answer("profil", "proche").await?;
    let third = widget.answer("besoin", "soins").await?;
    is(&third, "urgence")?;
    is(&widget.back().await?, "besoin")?;
    ensure!(widget.chosen().await? == "soins", "the answer is not chosen any more");
    is(&widget.back().await?, "profil")?;
    ensure!(widget.chosen().await? == "proche", "the first answer is not chosen any more");
    widget.go_on().await?;
    is(&widget.go_on().await?, "urgence")
}

/// A changed answer that makes others useless says so, and the outcome is that
/// of somebody who answered so from the beginning.
pub async fn a_changed_answer_tells_what_it_drops(visit: &Visit) -> anyhow::Result<()> {
    let widget = visit.open(&HostPage::default()).await?;
    let mut answers = paths::ill_person();
    widget.walk(&answers, async |_| Ok(())).await?;
    let changeable = widget.changeable().await?;
    for question in answers.keys() {
        ensure!(changeable.iter().any(|q| q == question), "{question} cannot be changed");
    }
    is(&widget.change("besoin").await?, "besoin")?;
    ensure!(widget.chosen().await? == "soins", "the answer to change is not chosen");
    // Somebody who wants to resolve_place is asked neither level nor doctor.
    let mut screen = widget.answer("besoin", "comprendre").await?;
    answers.insert("besoin", "comprendre");
    while let Some(question) = screen.question.clone().filter(|_| screen.kind == "question") {
        let answer = answers.get(question.as_str()).with_context(|| question.clone())?;
        screen = widget.answer(&question, answer).await?;
    }
    let told = widget.text("[data-dropped]").await?.context("what was dropped is not told")?;
    ensure!(!told.is_empty(), "what was dropped is told without a word");
    let left = widget.changeable().await?;
    ensure!(!left.iter().any(|q| q == "niveau"), "a dropped answer is still shown: {left:?}");
    answers.retain(|question, _| left.iter().any(|q| q == question));
    expected::agrees(widget, &answers).await
}

/// A commune that is not of the 92: the visitor reads why, keeps what was typed
/// and every answer, and can fix it.
pub async fn an_unknown_commune_is_explained_and_nothing_is_lost(
    visit: &Visit,
) -> anyhow::Result<()> {
    let widget = visit.open(&HostPage::default()).await?;
    reach_commune(widget).await?;
    widget.type_commune("Lyon").await?;
    widget.click("[data-action=continue]").await?;
    widget.wait_for("[role=alert], [data-error]").await?;
    let errors = widget.errors().await?.join(" ");
    ensure!(errors.chars().count() > 20, "the error does not help: {errors:?}");
    is(&widget.screen().await?, "commune")?;
    ensure!(widget.typed().await? == "Lyon", "what was typed is lost");
    let after = widget.commune_by_typing("clam", "92023").await?;
    ensure!(after.kind == "outcome", "{after:?} is not the outcome");
    expected::agrees(widget, &paths::relative()).await
}

/// The list offers what typing does.
pub async fn the_commune_can_be_taken_from_the_list(visit: &Visit) -> anyhow::Result<()> {
    let widget = visit.open(&HostPage::default()).await?;
    reach_commune(widget).await?;
    widget.commune_by_list("92023").await?;
    expected::agrees(widget, &paths::relative()).await
}

/// *Yes* to whether a life is in danger shows the numbers alone; the visitor can go on
/// all the same.
pub async fn an_emergency_stands_alone_and_can_be_left(visit: &Visit) -> anyhow::Result<()> {
    let widget = visit.open(&HostPage::default()).await?;
    widget.answer("profil", "proche").await?;
    widget.answer("besoin", "soins").await?;
    let stop = widget.answer("urgence", "oui").await?;
    ensure!(stop.kind == "stop", "{stop:?} is not the stop");
    let shown = widget.text("[data-screen=stop]").await?.unwrap_or_default();
    for number in ["15", "18", "112", "114"] {
        ensure!(shown.contains(number), "the {number} is not shown: {shown}");
    }
    ensure!(
        widget.text("[data-screen=stop] a[href='sms:114']").await?.is_some(),
        "the 114 is not written to"
    );
    for other in ["input", "[data-card]"] {
        ensure!(widget.text(other).await?.is_none(), "the stop shows {other} as well");
    }
    is(&widget.resume().await?, "age")
}

/// A new start has no answer chosen.
pub async fn restarting_forgets_every_answer(visit: &Visit) -> anyhow::Result<()> {
    let widget = visit.open(&HostPage::default()).await?;
    widget.walk(&paths::relative(), async |_| Ok(())).await?;
    is(&widget.restart().await?, "profil")?;
    ensure!(widget.chosen().await?.is_empty(), "an answer is still chosen");
    let address = visit.run("return location.hash + location.search", vec![]).await?;
    ensure!(address == json!(""), "the address holds {address}");
    Ok(())
}

async fn reach_commune(widget: Widget<'_>) -> anyhow::Result<()> {
    for (question, answer) in [("profil", "proche"), ("besoin", "aidants")] {
        widget.answer(question, answer).await?;
    }
    is(&widget.screen().await?, "commune")
}

fn is(screen: &Screen, question: &str) -> anyhow::Result<()> {
    ensure!(screen.question.as_deref() == Some(question), "{screen:?} is not {question}");
    Ok(())
}
