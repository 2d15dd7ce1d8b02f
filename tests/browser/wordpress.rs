//! A real `WordPress`, with a database of its own, for one trial.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    time::{Duration, Instant},
};

use anyhow::{Context, bail, ensure};
use orientation_palliative::tool::{
    build::Plan,
    provision::{self, Component, Provisioned},
    release::wordpress,
};
use tempfile::TempDir;

use crate::{engine::free_port, host::dist, process::Process, visit::Visit};

/// The password of everybody here.
pub const PASSWORD: &str = "un-mot-de-passe-2026";
/// Who installs plugins.
pub const ADMINISTRATOR: &str = "administratrice";
/// Who writes posts, and may hold neither a script nor a frame in them.
pub const AUTHOR: &str = "autrice";
/// How long a server may take to answer.
const START: Duration = Duration::from_secs(30);

/// A site; its servers end, and its folder goes, with it.
pub struct WordPress {
    /// The beginning of its addresses, without a final slash.
    pub origin: String,
    /// The plugin's ZIP.
    pub zip: PathBuf,
    // Fields drop in this order: the servers end before their folder goes.
    _php: Process,
    _database: Process,
    folder: TempDir,
}

impl WordPress {
    /// Lays out, starts and installs a site. What is missing on this machine is named.
    pub async fn start(visit: &Visit) -> anyhow::Result<Self> {
        let found = provision::locate(&[visit.session().engine])
            .context("`cargo run -- test` installs what is missing, where it may")?;
        // A socket's path may have some hundred letters: not below target/.
        let folder = tempfile::Builder::new().prefix("op-wordpress-").tempdir()?;
        let root = folder.path();
        let (site, socket) = (root.join("site"), root.join("database.sock"));
        let port = free_port()?;
        let origin = format!("http://127.0.0.1:{port}");
        furnish(&found, &site, &origin, &socket)?;
        fs::write(site.join("wp-content/mu-plugins/recorder.js"), visit.site().recorder())?;
        let zip = root.join(wordpress::archive());
        wordpress::write(&Plan::new(None, Some(dist())), &dist(), &zip)?;
        let database = database(&found, root, &socket).await?;
        install(&found, &site, &socket)?;
        let php = serve(&found, root, port).await?;
        Ok(Self { origin, zip, _php: php, _database: database, folder })
    }

    /// What PHP said of the plugin: nothing, in the end.
    pub fn complaints(&self) -> Vec<String> {
        let log = fs::read_to_string(self.folder.path().join("site/debug.log"));
        let of_plugin = |line: &&str| line.contains("plugins/orientation-palliative");
        log.unwrap_or_default().lines().filter(of_plugin).map(str::to_owned).collect()
    }
}

/// The files of the site.
fn furnish(found: &Provisioned, site: &Path, origin: &str, socket: &Path) -> anyhow::Result<()> {
    let wordpress = found.path(Component::Wordpress)?.parent().context("no folder")?;
    copy(wordpress, site, found.path(Component::Underscore)?)?;
    let theme = found.path(Component::Theme)?.parent().context("no folder")?;
    copy(theme, &site.join("wp-content/themes/twentytwentyone"), theme)?;
    for folder in ["mu-plugins", "uploads"] {
        fs::create_dir_all(site.join("wp-content").join(folder))?;
    }
    let config = include_str!("wordpress/config.php")
        .replace("{{origin}}", origin)
        .replace("{{socket}}", &socket.to_string_lossy());
    fs::write(site.join("wp-config.php"), config)?;
    fs::write(site.join("install.php"), include_str!("wordpress/install.php"))?;
    fs::write(site.join("../router.php"), include_str!("wordpress/router.php"))?;
    fs::write(site.join("wp-content/mu-plugins/trial.php"), include_str!("wordpress/trial.php"))?;
    Ok(())
}

/// Copies a folder of an unpacked package. Some of its files are links into other packages:
/// those of `beside` are taken there, the others, of media and of images, are done without.
fn copy(from: &Path, to: &Path, beside: &Path) -> anyhow::Result<()> {
    fs::create_dir_all(to).with_context(|| to.display().to_string())?;
    for entry in fs::read_dir(from)? {
        let (source, name) = entry.map(|entry| (entry.path(), entry.file_name()))?;
        let target = to.join(&name);
        if source.is_dir() {
            copy(&source, &target, beside)?;
        } else if source.is_file() {
            fs::copy(&source, target)?;
        } else if beside.join(&name).is_file() {
            fs::copy(beside.join(&name), target)?;
        }
    }
    Ok(())
}

/// A database that asks nobody who they are, reached through a socket only.
async fn database(found: &Provisioned, root: &Path, socket: &Path) -> anyhow::Result<Process> {
    let data = root.join("database");
    fs::create_dir(&data)?;
    let mut command = Command::new(found.path(Component::Mariadb)?);
    command.args(["--no-defaults", "--skip-grant-tables", "--skip-networking"]);
    for (option, value) in [("datadir", data.as_path()), ("socket", socket)] {
        command.arg(format!("--{option}={}", value.display()));
    }
    if rustix::process::geteuid().is_root() {
        command.arg("--user=root");
    }
    let process = Process::start(&mut command, &root.join("database.log"))?;
    wait("the database", &process, async || tokio::net::UnixStream::connect(socket).await.is_ok())
        .await?;
    Ok(process)
}

/// Makes the site, its administrator and its author.
fn install(found: &Provisioned, site: &Path, socket: &Path) -> anyhow::Result<()> {
    let mut command = Command::new(found.path(Component::Php)?);
    let output = command
        .current_dir(site)
        .args(["-d", "sendmail_path=/bin/true", "install.php"])
        .arg(socket)
        .arg(PASSWORD)
        .output()
        .context("running PHP")?;
    let said = String::from_utf8_lossy(&output.stdout);
    ensure!(
        output.status.success() && said.ends_with("installed"),
        "WordPress was not installed: {said}\n{}",
        String::from_utf8_lossy(&output.stderr)
    );
    Ok(())
}

/// PHP's own server: several at a time, since a page may ask for another.
async fn serve(found: &Provisioned, root: &Path, port: u16) -> anyhow::Result<Process> {
    let mut command = Command::new(found.path(Component::Php)?);
    command.env("PHP_CLI_SERVER_WORKERS", "4").current_dir(root.join("site"));
    command.args(["-d", "upload_max_filesize=16M", "-d", "post_max_size=16M"]);
    command.args(["-S", &format!("127.0.0.1:{port}"), "../router.php"]);
    let process = Process::start(&mut command, &root.join("php.log"))?;
    let address = ("127.0.0.1", port);
    wait("PHP", &process, async || tokio::net::TcpStream::connect(address).await.is_ok()).await?;
    Ok(process)
}

/// Waits until a server answers.
async fn wait(
    name: &str,
    process: &Process,
    answers: impl AsyncFn() -> bool,
) -> anyhow::Result<()> {
    let started = Instant::now();
    while !answers().await {
        if started.elapsed() > START {
            bail!("{name} does not answer; it said:\n{}", process.output());
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    Ok(())
}
