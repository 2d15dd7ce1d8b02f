//! One trial's visit: a browser, a folder of its own, and what is true of every
//! page once it is over.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

use anyhow::{Context, bail, ensure};
use orientation_palliative::tool::provision::Engine;
use serde_json::Value;
use tokio::sync::OnceCell;

use crate::{
    host::{HostPage, Over, SCRIPT, Site},
    journal::Traces,
    pictures,
    server::Server,
    session::{Pool, Session},
    widget::Widget,
};

/// How long a page may take to do what is waited for.
const PATIENCE: Duration = Duration::from_secs(10);

/// What all trials share.
#[derive(Default)]
pub struct Workshop {
    pool: Pool,
    server: OnceCell<Server>,
    sites: AtomicUsize,
}

impl Workshop {
    /// Closes the browsers and removes the folders.
    pub async fn close(&self) {
        self.pool.close().await;
        let _ = fs::remove_dir_all(root());
    }
}

/// One trial's visit.
pub struct Visit {
    /// How its pages are reached.
    pub over: Over,
    /// The journey's name.
    pub name: &'static str,
    session: Session,
    site: Site,
    base: String,
    server: Server,
    /// The files of the page that is open, the page first; none: its traces were
    /// looked at already.
    open: Mutex<Vec<&'static str>>,
    /// How many requests there had been when that page was opened.
    asked_before: AtomicUsize,
}

impl Visit {
    /// A browser and an empty folder.
    pub async fn begin(
        workshop: &Workshop,
        engine: Engine,
        over: Over,
        name: &'static str,
    ) -> anyhow::Result<Self> {
        fs::create_dir_all(root())?;
        let server =
            workshop.server.get_or_try_init(async || Server::start(&root()).await).await?.clone();
        let number = workshop.sites.fetch_add(1, Ordering::Relaxed);
        let site = Site::create(&root(), &format!("site-{number}"), over)?;
        let session = workshop.pool.take(engine).await?;
        let base = site.base(over, &server);
        Ok(Self {
            over,
            name,
            session,
            site,
            base,
            server,
            open: Mutex::default(),
            asked_before: AtomicUsize::default(),
        })
    }

    /// Ends the visit: whatever the journey was, the page it leaves has said
    /// nothing, asked for nothing after it was loaded and stored nothing. A
    /// failure leaves a picture and the page's text behind.
    pub async fn end(self, workshop: &Workshop, result: anyhow::Result<()>) -> anyhow::Result<()> {
        let result = match result {
            Ok(()) => self.leave().await,
            Err(error) => Err(error),
        };
        if result.is_ok() {
            pictures::forget_failure(&self);
            workshop.pool.give_back(self.session).await;
        } else {
            pictures::keep_failure(&self).await;
            self.session.close().await;
        }
        result
    }

    /// The same folder, visited with another browser.
    pub fn with(&self, session: Session) -> Self {
        Self {
            over: self.over,
            name: self.name,
            session,
            site: self.site.clone(),
            base: self.base.clone(),
            server: self.server.clone(),
            open: Mutex::default(),
            asked_before: AtomicUsize::default(),
        }
    }

    /// Ends a visit of one's own browser.
    pub async fn close(self) {
        self.session.close().await;
    }

    /// Opens a host page and waits until its widgets are ready.
    pub async fn open(&self, page: &HostPage) -> anyhow::Result<Widget<'_>> {
        self.go(&[self.site.host(page)?, SCRIPT]).await?;
        for index in 0..page.widgets {
            Widget::new(self, index).ready().await?;
        }
        Ok(Widget::new(self, 0))
    }

    /// Goes to a page made of these files of the visit's folder, the page first.
    pub async fn go(&self, files: &[&'static str]) -> anyhow::Result<()> {
        let page = files.first().context("no page")?;
        // What a former page said is not this one's.
        self.session.heard(&self.base).await?;
        self.asked_before.fetch_add(self.asked().len(), Ordering::Relaxed);
        *self.open.lock().expect("no panic while locked") = files.to_vec();
        let url = self.site.url(self.over, &self.server, page);
        // A page that is already gone, or that takes no script, cannot be marked.
        let _: Result<_, _> = self.run("window.opLeft = true", vec![]).await;
        self.session.web.goto(&url).await.with_context(|| format!("opening {url}"))?;
        self.arrived().await;
        Ok(())
    }

    /// Waits until the page before is gone: a driver may answer for it a moment longer. A
    /// page that takes no script is taken at the driver's word.
    async fn arrived(&self) {
        let stays = "return window.opLeft === true || document.readyState === 'loading'";
        for _ in 0..100 {
            match self.run(stays, vec![]).await {
                Ok(Value::Bool(true)) => tokio::time::sleep(Duration::from_millis(20)).await,
                _ => return,
            }
        }
    }

    /// Looks at what the page that is open left behind: nothing.
    pub async fn leave(&self) -> anyhow::Result<()> {
        let files = std::mem::take(&mut *self.open.lock().expect("no panic while locked"));
        if files.is_empty() {
            return Ok(());
        }
        let faults = Traces::read(self).await?.faults(self.over, &files);
        ensure!(faults.is_empty(), "the page left something behind:\n{}", faults.join("\n"));
        Ok(())
    }

    /// The traces of a page that is meant to leave some: they are not looked at
    /// again when the visit ends.
    pub async fn take_traces(&self) -> anyhow::Result<Traces> {
        self.open.lock().expect("no panic while locked").clear();
        Traces::read(self).await
    }

    /// The browser.
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// The visit's folder.
    pub fn site(&self) -> &Site {
        &self.site
    }

    /// The beginning of the addresses of the visit's pages.
    pub fn base(&self) -> String {
        self.base.clone()
    }

    /// What the server was asked for since the page was opened.
    pub fn asked(&self) -> Vec<String> {
        self.server.asked(&self.site.name).split_off(self.asked_before.load(Ordering::Relaxed))
    }

    /// Runs a script in the page and gives back what it returns.
    pub async fn run(&self, script: &str, arguments: Vec<Value>) -> anyhow::Result<Value> {
        let returned = self.session.web.execute(script, arguments).await?;
        Ok(returned.json().clone())
    }

    /// Runs a script until what it returns is neither `null` nor `false`.
    /// `what` names what is waited for.
    pub async fn wait(
        &self,
        what: &str,
        script: &str,
        arguments: Vec<Value>,
    ) -> anyhow::Result<Value> {
        let started = Instant::now();
        loop {
            let value = self.run(script, arguments.clone()).await?;
            if !matches!(value, Value::Null | Value::Bool(false)) {
                return Ok(value);
            }
            if started.elapsed() > PATIENCE {
                bail!("waited in vain for {what}");
            }
            tokio::time::sleep(Duration::from_millis(15)).await;
        }
    }
}

/// The folder of this run, which the server serves.
fn root() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("browser-sites-{}", std::process::id()))
}
