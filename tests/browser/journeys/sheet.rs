//! What the screens look like, narrow and wide.

use anyhow::ensure;

use super::paths;
use crate::{host::HostPage, pictures, shown::Screen, visit::Visit, widget::Widget};

/// The widths at which pictures are taken, in CSS pixels: a small phone, a desk.
const WIDTHS: [u32; 2] = [320, 1280];

/// Every screen of a path fits; a question's and the outcome's picture is kept.
pub async fn every_screen_fits_a_phone_and_a_desk(visit: &Visit) -> anyhow::Result<()> {
    for width in WIDTHS {
        // Before the page is opened: its first layout is the one looked at.
        pictures::resize(visit, width, 900).await?;
        let page = HostPage { column: pictures::column(width), ..HostPage::default() };
        let widget = visit.open(&page).await?;
        let look = async |screen: &Screen| {
            let name = screen.question.as_deref().unwrap_or(&screen.kind);
            if ["niveau", "outcome"].contains(&name) {
                pictures::take(visit, name, width).await?;
            }
            fits(widget, &format!("{name} at {width} px")).await
        };
        widget.walk(&paths::professional(), look).await?;
        visit.leave().await?;
    }
    pictures::restore(visit).await
}

/// A screen that is made narrower and wider again is laid out anew each time, as
/// when a phone is turned.
pub async fn a_screen_that_is_turned_fits_again(visit: &Visit) -> anyhow::Result<()> {
    let widget = visit.open(&HostPage::default()).await?;
    let turn = async |screen: &Screen| {
        let name = screen.question.as_deref().unwrap_or(&screen.kind);
        for width in [WIDTHS[1], WIDTHS[0], WIDTHS[1]] {
            pictures::resize(visit, width, 900).await?;
            fits(widget, &format!("{name} turned to {width} px")).await?;
        }
        Ok(())
    };
    widget.walk(&paths::professional(), turn).await?;
    pictures::restore(visit).await
}

async fn fits(widget: Widget<'_>, name: &str) -> anyhow::Result<()> {
    let spills = widget.spills().await?;
    ensure!(spills.is_empty(), "{name} does not fit:\n{}", spills.join("\n"));
    Ok(())
}
