//! Builds again when a file changes, and only what the change calls for.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};
use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use super::build::{Plan, finish};
use super::wasm::{Modules, Profile, compile_all};

/// An editor's save is several events: what comes within this time is one change.
const QUIET: Duration = Duration::from_millis(200);

/// A build that remembers its wasm.
pub struct Builder {
    plan: Plan,
    profile: Profile,
    compiled: Option<Modules>,
}

impl Builder {
    /// Nothing is built yet.
    pub fn new(plan: Plan, profile: Profile) -> Self {
        Self { plan, profile, compiled: None }
    }

    /// Writes the package, compiling only what is not compiled.
    pub fn build(&mut self) -> Result<()> {
        let compiled = match self.compiled.take() {
            Some(compiled) => compiled,
            None => compile_all(&self.plan.root, self.profile)?,
        };
        let compiled = self.compiled.insert(compiled);
        finish(&self.plan, compiled, self.profile)
    }

    /// Watches in a thread of its own for as long as the program runs. A build that
    /// fails is told and leaves the last good one in place.
    pub fn watch(mut self) -> Result<()> {
        let (watcher, changes) = watch(&self.plan)?;
        thread::spawn(move || {
            let _alive = watcher;
            while let Some(paths) = next_change(&changes) {
                if paths.iter().any(|path| is_code(&self.plan.root, path)) {
                    self.compiled = None;
                }
                if let Err(error) = self.build() {
                    eprintln!("error: {error:#}\n-- the last good build is still served");
                }
            }
        });
        Ok(())
    }
}

/// Watches everything a build reads; gives the paths that change.
fn watch(plan: &Plan) -> Result<(RecommendedWatcher, Receiver<PathBuf>)> {
    let (send, changes) = channel();
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        let Ok(event) = event else { return };
        if !matches!(event.kind, EventKind::Access(_)) {
            // The receiver is gone only when the program ends.
            event.paths.into_iter().for_each(|path| drop(send.send(path)));
        }
    })?;
    let own = ["src", "public", "index.html", "Cargo.toml"].map(|name| plan.root.join(name));
    for path in own.iter().chain([&plan.data]).filter(|path| path.exists()) {
        let started = watcher.watch(path, RecursiveMode::Recursive);
        started.with_context(|| format!("{} cannot be watched", path.display()))?;
    }
    Ok((watcher, changes))
}

/// Waits for a change, and for the end of it.
fn next_change(changes: &Receiver<PathBuf>) -> Option<Vec<PathBuf>> {
    let mut paths = vec![changes.recv().ok()?];
    while let Ok(path) = changes.recv_timeout(QUIET) {
        paths.push(path);
    }
    Some(paths)
}

/// Whether the wasm depends on that file.
fn is_code(root: &Path, path: &Path) -> bool {
    let extension = path.extension().and_then(|e| e.to_str());
    path.starts_with(root) && matches!(extension, Some("rs" | "toml"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_code_is_compiled_again() {
        let root = Path::new("/p");
        let cases = [
            ("/p/src/widget/app.rs", true),
            ("/p/Cargo.toml", true),
            ("/p/src/embed/main.js", false),
            ("/p/src/widget/style/base.css", false),
            ("/p/data/flow.json", false),
            ("/p/index.html", false),
        ];
        for (path, expected) in cases {
            assert_eq!(is_code(root, Path::new(path)), expected, "{path}");
        }
    }
}
