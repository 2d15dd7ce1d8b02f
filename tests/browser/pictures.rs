//! Pictures of what was seen, in `target/screenshots/<engine>/`.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, ensure};
use orientation_palliative::tool::provision::Engine;
use serde_json::json;
use thirtyfour::common::print::{PrintMargins, PrintPage, PrintParameters};

use crate::visit::Visit;

/// The window's usual size, in CSS pixels.
const USUAL: (u32, u32) = (1280, 900);

/// The parts of a window that are not the page, at most.
const FRAME: u32 = 160;

/// Lays the page out at that width (CSS pixels), whole, and takes its picture.
/// The page stays at that width.
pub async fn take(visit: &Visit, name: &str, width: u32) -> anyhow::Result<()> {
    resize(visit, width, USUAL.1).await?;
    let height = visit.run("return document.documentElement.scrollHeight", vec![]).await?;
    let height = u32::try_from(height.as_u64().context("no height")?)?;
    resize(visit, width, height.clamp(USUAL.1, 11_000)).await?;
    let picture = visit.session().web.screenshot_as_png().await?;
    fs::write(file(visit, &format!("{name}-{width}.png"))?, picture)?;
    Ok(())
}

/// What the body of a page leaves free at both sides together, in CSS pixels.
const MARGINS: u32 = 16;

/// The widest column in a window of that width.
pub fn column(width: u32) -> u32 {
    width - MARGINS
}

/// Makes the window that wide and high (CSS pixels), and the open page's column
/// to go with it.
///
/// Chromium emulates the screen. The windows of the others cannot be as narrow
/// as a phone: there the column alone is, which is what the widget goes by.
pub async fn resize(visit: &Visit, width: u32, height: u32) -> anyhow::Result<()> {
    let web = &visit.session().web;
    if visit.session().engine == Engine::Chromium {
        let screen =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        web.cdp().send_raw("Emulation.setDeviceMetricsOverride", screen).await?;
    } else {
        web.set_window_rect(0, 0, width, height + FRAME).await?;
    }
    let narrow = "document.body.style.maxWidth = `${arguments[0]}px`";
    visit.run(narrow, vec![json!(column(width))]).await?;
    Ok(())
}

/// The window's usual size again.
pub async fn restore(visit: &Visit) -> anyhow::Result<()> {
    let web = &visit.session().web;
    if visit.session().engine == Engine::Chromium {
        web.cdp().send_raw("Emulation.clearDeviceMetricsOverride", json!({})).await?;
    }
    web.set_window_rect(0, 0, USUAL.0, USUAL.1).await?;
    Ok(())
}

/// A sheet of A4, in centimetres.
const A4: PrintPage = PrintPage { width: 21.0, height: 29.7 };

/// Prints the page to a PDF of A4 sheets, and gives its place. Not in `WebKit`: its
/// driver cannot.
pub async fn print(visit: &Visit, name: &str) -> anyhow::Result<PathBuf> {
    on_sheets(visit, name, A4, PrintMargins::default()).await
}

/// Prints the page to a PDF of A3 sheets, lying, without the margins that a printer would
/// add to the page's own.
pub async fn print_as_made(visit: &Visit, name: &str) -> anyhow::Result<PathBuf> {
    let none = PrintMargins { top: 0.0, bottom: 0.0, left: 0.0, right: 0.0 };
    on_sheets(visit, name, PrintPage { width: 42.0, height: 29.7 }, none).await
}

async fn on_sheets(
    visit: &Visit,
    name: &str,
    page: PrintPage,
    margin: PrintMargins,
) -> anyhow::Result<PathBuf> {
    let sheets = PrintParameters { page, margin, ..PrintParameters::default() };
    let pdf = visit.session().web.print_page(sheets).await?;
    ensure!(pdf.starts_with(b"%PDF-"), "what was printed is no PDF");
    let path = file(visit, &format!("{name}.pdf"))?;
    fs::write(&path, pdf)?;
    Ok(path)
}

/// Keeps what a failed trial looked at. Its failure is told elsewhere: whatever
/// goes wrong here is not.
pub async fn keep_failure(visit: &Visit) {
    let web = &visit.session().web;
    if let (Ok(png), Ok(path)) = (web.screenshot_as_png().await, failure(visit, "png")) {
        let _ = fs::write(path, png);
    }
    let markup = "const host = document.querySelector('orientation-palliative');
        return host && host.shadowRoot ? host.shadowRoot.innerHTML : document.body.outerHTML;";
    if let (Ok(html), Ok(path)) = (visit.run(markup, vec![]).await, failure(visit, "html")) {
        let _ = fs::write(path, html.as_str().unwrap_or_default());
    }
}

/// Removes what an earlier failure of the trial left.
pub fn forget_failure(visit: &Visit) {
    for kind in ["png", "html"] {
        if let Ok(path) = failure(visit, kind) {
            let _ = fs::remove_file(path);
        }
    }
}

fn failure(visit: &Visit, kind: &str) -> anyhow::Result<PathBuf> {
    file(visit, &format!("failed-{}-{}.{kind}", visit.over, visit.name))
}

fn file(visit: &Visit, name: &str) -> anyhow::Result<PathBuf> {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().context("no target folder")?;
    let folder = target.join("screenshots").join(visit.session().engine.to_string());
    fs::create_dir_all(&folder)?;
    Ok(folder.join(name))
}
