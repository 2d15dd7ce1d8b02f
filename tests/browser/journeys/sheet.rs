//! What the screens look like, narrow, wide and on paper.

use anyhow::{Context, ensure};
use orientation_palliative::tool::provision::Engine;
use serde_json::json;

use super::paths;
use crate::{host::HostPage, pictures, visit::Visit};

/// The widths at which pictures are taken, in CSS pixels: a small phone, a desk.
const WIDTHS: [u32; 2] = [320, 1280];

/// A question and an outcome fit their width; their pictures are kept.
pub async fn nothing_scrolls_sideways_at_any_width(visit: &Visit) -> anyhow::Result<()> {
    let widget = visit.open(&HostPage::default()).await?;
    let look = async |name: &str| {
        for width in WIDTHS {
            pictures::take(visit, name, width).await?;
            let over = widget.overflow().await?;
            ensure!(over < 1.0, "{name} reaches {over} px beyond the widget at {width} px");
        }
        Ok(())
    };
    let outcome = widget
        .walk(&paths::professional(), async |screen| match screen.question.as_deref() {
            Some("niveau") => look("question").await,
            Some(_) => Ok(()),
            None => look("outcome").await,
        })
        .await?;
    ensure!(!outcome.groups.is_empty(), "an outcome without a group");
    pictures::restore(visit).await
}

/// On paper the emergency line and the cards stay. Chromium also shows the
/// printed layout on screen, which the PDF alone would not let one ask.
pub async fn the_printed_sheet_keeps_the_emergency_line(visit: &Visit) -> anyhow::Result<()> {
    let widget = visit.open(&HostPage::default()).await?;
    widget.walk(&paths::ill_person(), async |_| Ok(())).await?;
    pictures::print(visit, "outcome").await?;
    if visit.session().engine != Engine::Chromium {
        return Ok(());
    }
    let cdp = visit.session().web.cdp();
    cdp.send_raw("Emulation.setEmulatedMedia", json!({ "media": "print" })).await?;
    pictures::take(visit, "outcome-print", 794).await?;
    let line = widget.text("[data-emergency]").await?.context("no emergency line")?;
    ensure!(line.contains("15"), "the printed emergency line does not name the 15: {line}");
    widget.wait_for("[data-card]").await?;
    cdp.send_raw("Emulation.setEmulatedMedia", json!({ "media": "" })).await?;
    pictures::restore(visit).await
}
