//! Browser sessions: started when first needed, used by several trials.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    time::{Duration, Instant},
};

use anyhow::{Context, bail};
use orientation_palliative::tool::provision::{self, Engine, Provisioned};
use thirtyfour::{Capabilities, WebDriver, extensions::query::ElementPollerNoWait};
use tokio::sync::Mutex;

use crate::{engine, process::Process};

/// How long a driver may take to listen.
const START: Duration = Duration::from_secs(30);

/// One running browser with its driver.
pub struct Session {
    /// The engine.
    pub engine: Engine,
    /// The client of its driver.
    pub web: WebDriver,
    /// The X display it is shown on, empty without one.
    pub display: String,
    driver: Process,
    /// Ended after the driver: fields drop in this order.
    _shown: Option<Process>,
    /// How much of the driver's output was read.
    read: std::sync::Mutex<usize>,
}

impl Session {
    /// Starts a driver and a browser. On a machine that is busy compiling, a first
    /// browser may take longer than the driver's client waits: it is asked again.
    async fn start(engine: Engine) -> anyhow::Result<Self> {
        const TRIES: usize = 3;
        for _ in 1..TRIES {
            if let Ok(session) = Self::start_once(engine).await {
                return Ok(session);
            }
        }
        Self::start_once(engine).await
    }

    /// Starts a driver on a free port, and a browser with it.
    async fn start_once(engine: Engine) -> anyhow::Result<Self> {
        let found = provision::locate(&[engine])
            .context("`cargo run -- test` installs what is missing, where it may")?;
        let capabilities = engine::capabilities(engine, &found)?;
        Self::start_as(engine, &found, capabilities, engine == Engine::Webkit).await
    }

    /// A Chromium on a virtual display, which keeps what it saves in `folder`.
    pub async fn visible(folder: &Path) -> anyhow::Result<Self> {
        let found = provision::locate(&[Engine::Chromium])?;
        let capabilities = engine::visible(&found, folder)?;
        Self::start_as(Engine::Chromium, &found, capabilities, true).await
    }

    /// A browser whose visitor has set letters of that size (CSS pixels).
    pub async fn with_letters(engine: Engine, size: u32) -> anyhow::Result<Self> {
        let found = provision::locate(&[engine])?;
        let capabilities = engine::with_letters(engine, &found, size)?;
        Self::start_as(engine, &found, capabilities, engine == Engine::Webkit).await
    }

    async fn start_as(
        engine: Engine,
        found: &Provisioned,
        capabilities: Capabilities,
        shown: bool,
    ) -> anyhow::Result<Self> {
        let port = engine::free_port()?;
        let log = log_folder(engine)?.join(format!("driver-{port}.log"));
        let (display, number) =
            if shown { start_display(&mut engine::display(found)?, &log)? } else { (None, None) };
        let mut command = engine::driver(engine, found, port, number.as_deref())?;
        let driver = Process::start(&mut command, &log)?;
        wait_for(port, &driver).await?;
        let web = WebDriver::builder(format!("http://127.0.0.1:{port}"), capabilities)
            .poller(std::sync::Arc::new(ElementPollerNoWait))
            .connect()
            .await
            .with_context(|| format!("the driver said:\n{}", driver.output()))?;
        let read = std::sync::Mutex::new(0);
        Ok(Self { engine, web, display: number.unwrap_or_default(), driver, _shown: display, read })
    }

    /// What the engine itself heard from pages since this was last asked.
    ///
    /// - Chromium: its whole log: console, exceptions, refused loads, policies.
    /// - Firefox: console calls, and exceptions of pages below `origin`; not
    ///   what policies refuse.
    /// - `WebKit`: nothing, since its driver tells nothing: there only the recorder
    ///   in the page hears.
    pub async fn heard(&self, origin: &str) -> anyhow::Result<Vec<String>> {
        match self.engine {
            Engine::Chromium => {
                let entries = self.web.browser_log().await?;
                Ok(entries.into_iter().map(|e| format!("{} {}", e.level, e.message)).collect())
            }
            Engine::Firefox => Ok(self.firefox_lines(origin)),
            Engine::Webkit => Ok(Vec::new()),
        }
    }

    fn firefox_lines(&self, origin: &str) -> Vec<String> {
        let output = self.driver.output();
        let mut read = self.read.lock().expect("no panic while locked");
        let fresh = output.get(*read..).unwrap_or_default().to_owned();
        *read = output.len();
        let exception = format!("JavaScript error: {origin}");
        fresh
            .lines()
            .filter(|line| line.starts_with("console.") || line.starts_with(&exception))
            .map(str::to_owned)
            .collect()
    }

    /// Ends the browser, then its driver.
    pub async fn close(self) {
        // A browser that does not answer any more is ended with its group.
        let _ = tokio::time::timeout(Duration::from_secs(10), self.web.quit()).await;
    }
}

/// The sessions that wait for a trial.
#[derive(Default)]
pub struct Pool {
    idle: Mutex<Vec<Session>>,
}

impl Pool {
    /// A session of that engine, for one trial alone. Sessions of other engines
    /// that wait are closed: trials come engine by engine, and memory is short.
    pub async fn take(&self, engine: Engine) -> anyhow::Result<Session> {
        let mut idle = self.idle.lock().await;
        if let Some(at) = idle.iter().position(|session| session.engine == engine) {
            return Ok(idle.swap_remove(at));
        }
        for other in idle.drain(..) {
            other.close().await;
        }
        drop(idle);
        Session::start(engine).await
    }

    /// Gives a session back for the next trial.
    pub async fn give_back(&self, session: Session) {
        self.idle.lock().await.push(session);
    }

    /// Closes every session that waits.
    pub async fn close(&self) {
        for session in self.idle.lock().await.drain(..) {
            session.close().await;
        }
    }
}

/// Where the drivers' output is kept, for whoever looks into a failure.
fn log_folder(engine: Engine) -> anyhow::Result<PathBuf> {
    let folder =
        Path::new(env!("CARGO_TARGET_TMPDIR")).join("browser-logs").join(engine.to_string());
    fs::create_dir_all(&folder).with_context(|| format!("creating {}", folder.display()))?;
    Ok(folder)
}

fn start_display(
    command: &mut Command,
    log: &Path,
) -> anyhow::Result<(Option<Process>, Option<String>)> {
    let (process, number) = Process::start_for_line(command, &log.with_extension("display.log"))?;
    if number.is_empty() {
        bail!("the virtual display did not start:\n{}", process.output());
    }
    Ok((Some(process), Some(format!(":{number}"))))
}

async fn wait_for(port: u16, driver: &Process) -> anyhow::Result<()> {
    let started = Instant::now();
    while tokio::net::TcpStream::connect(("127.0.0.1", port)).await.is_err() {
        if started.elapsed() > START {
            bail!("the driver does not listen on port {port}; it said:\n{}", driver.output());
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    Ok(())
}
