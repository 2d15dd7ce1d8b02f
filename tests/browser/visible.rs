//! The browser's own commands, given by its keys: no page and no driver can.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    time::{Duration, Instant},
};

use anyhow::{Context, bail, ensure};
use orientation_palliative::tool::provision::{Component, locate};

use crate::session::Session;

/// How long the browser may take to save a page.
const PATIENCE: Duration = Duration::from_secs(30);

/// Saves the page that is open, whole, through the browser's command, into an empty
/// folder, which the session was started with. Gives the page's file.
pub async fn save(session: &Session, folder: &Path) -> anyhow::Result<PathBuf> {
    // Raised first: on this display nobody else says which window has the keys.
    keys(
        session,
        &["search", "--onlyvisible", "--name", "Chromium$", "windowfocus", "key", "ctrl+s"],
    )?;
    let started = Instant::now();
    while started.elapsed() < PATIENCE {
        tokio::time::sleep(Duration::from_millis(500)).await;
        // The dialog that asks for a name: its « Save » button by its key, again
        // should it have been too early.
        let _ = keys(
            session,
            &["search", "--onlyvisible", "--name", "^Save", "windowfocus", "key", "alt+s"],
        );
        if let Some(page) = saved(folder)? {
            return Ok(page);
        }
    }
    bail!("nothing was saved in {}", folder.display())
}

/// The page, once nothing in the folder is changing any more.
fn saved(folder: &Path) -> anyhow::Result<Option<PathBuf>> {
    let mut page = None;
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        match path.extension().and_then(|kind| kind.to_str()) {
            Some("html") => page = Some(path),
            Some("crdownload") => return Ok(None),
            _ => {}
        }
    }
    Ok(page)
}

fn keys(session: &Session, arguments: &[&str]) -> anyhow::Result<()> {
    let found = locate(&[session.engine])?;
    let output = Command::new(found.path(Component::Xdotool)?)
        .args(arguments)
        .env("DISPLAY", &session.display)
        .output()
        .context("running xdotool")?;
    ensure!(output.status.success(), "xdotool: {}", String::from_utf8_lossy(&output.stderr));
    Ok(())
}
