//! A page that the browser itself saved, reopened without a network.

use std::fs;

use anyhow::{Context, ensure};
use serde_json::json;

use super::{keep_saved::COUNT, paths};
use crate::{expected, host::HostPage, printed::Printed, session::Session, visible, visit::Visit};

/// The steps of a relative's path.
const STEPS: [&str; 3] = ["profil", "besoin", "commune"];

/// At the first question, mid-way and at the outcome: reopened from the disk, with
/// no network, there is one widget, at its start, that goes through to the end.
pub async fn a_page_saved_by_the_browser_itself_works(visit: &Visit) -> anyhow::Result<()> {
    let folder = visit.site().folder("saved")?;
    let own = visit.with(Session::visible(&folder).await?);
    let mut result = Ok(());
    for step in [0, 2, 3] {
        result = result.and(saved_at(&own, step).await.with_context(|| format!("saved at {step}")));
    }
    own.close().await;
    result
}

async fn saved_at(visit: &Visit, step: usize) -> anyhow::Result<()> {
    let folder = visit.site().folder("saved")?;
    fs::remove_dir_all(&folder)?;
    fs::create_dir(&folder)?;
    offline(visit, false).await?;
    let widget = visit.open(&HostPage::default()).await?;
    let answers = paths::relative();
    for question in STEPS.into_iter().take(step) {
        match question {
            "commune" => widget.commune_by_typing("clam", "92023").await?,
            _ => widget.answer(question, answers[question]).await?,
        };
    }
    let page = visible::save(visit.session(), &folder).await?;
    offline(visit, true).await?;
    visit.session().web.goto(format!("file://{}", page.display())).await?;
    widget.ready().await?;
    let found = visit.run(COUNT, vec![]).await?;
    ensure!(found == json!([1, 1, 1]), "{found} are there");
    widget.walk(&answers, async |_| Ok(())).await?;
    expected::agrees(widget, &answers).await
}

async fn offline(visit: &Visit, offline: bool) -> anyhow::Result<()> {
    let cdp = visit.session().web.cdp();
    let network = json!({ "offline": offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
    cdp.send_raw("Network.enable", json!({})).await?;
    cdp.send_raw("Network.emulateNetworkConditions", network).await?;
    Ok(())
}

/// One file of the browser's own kind (MHTML), in which no script runs: what was on
/// the screen can be read, whom to call included.
pub async fn a_page_kept_as_one_file_can_be_read(visit: &Visit) -> anyhow::Result<()> {
    let widget = visit.open(&HostPage::default()).await?;
    widget.walk(&paths::relative(), async |_| Ok(())).await?;
    let said = "const root = document.querySelector('orientation-palliative').shadowRoot;
        return [...root.querySelectorAll('.op-call, .op-name, [data-summary], .op-number strong')]
            .filter((one) => one.getClientRects().length && one.checkVisibility())
            .map((one) => one.textContent);";
    let said: Vec<String> = serde_json::from_value(visit.run(said, vec![]).await?)?;
    ensure!(said.len() > 8, "the screen says {said:?}");
    visit.leave().await?;
    let cdp = visit.session().web.cdp();
    let kept = cdp.send_raw("Page.captureSnapshot", json!({ "format": "mhtml" })).await?;
    let kept = kept["data"].as_str().context("no snapshot")?;
    let folder = visit.site().folder("kept")?;
    fs::write(folder.join("page.mhtml"), kept)?;
    let web = &visit.session().web;
    web.goto(format!("file://{}", folder.join("page.mhtml").display())).await?;
    let printed = Printed::of(visit, "mhtml").await?;
    said.iter().try_for_each(|one| printed.says(one))?;
    // It leaves the next trial a page in which scripts run.
    web.goto("about:blank").await?;
    Ok(())
}
