//! Installing what is missing, or saying how.

use std::{
    fmt::Write as _,
    fs,
    path::PathBuf,
    process::{Command, Stdio},
};

use anyhow::{Context, bail, ensure};

use serde_json::Value;

use super::component::{Component, Origin, find_program, folder};
use crate::tool::root;

/// Installs the components; an error when one may not or could not be installed.
pub(super) fn install(missing: &[Component]) -> anyhow::Result<()> {
    let packages = debian_packages(missing);
    if !packages.is_empty() {
        install_debian(&packages)?;
    }
    for origin in origins(missing) {
        match origin {
            Origin::Debian(_) => {}
            Origin::Cargo(krate) => {
                say(&format!("installing {krate} through cargo (some minutes)"));
                run(Command::new("cargo").args(["install", krate, "--locked"]))?;
            }
            Origin::Npm(package) => install_npm(package)?,
            Origin::Unpacked(package) => unpack(package)?,
        }
    }
    Ok(())
}

/// What is going to be installed, and where.
pub(super) fn plan(missing: &[Component]) -> String {
    let mut text = "going to be installed:\n".to_owned();
    let packages = debian_packages(missing);
    if !packages.is_empty() {
        let _ = writeln!(text, "  on this system, through apt-get: {}", packages.join(", "));
    }
    for origin in origins(missing) {
        let _ = match origin {
            Origin::Debian(_) => Ok(()),
            Origin::Cargo(krate) => writeln!(text, "  for this user, through cargo: {krate}"),
            Origin::Npm(package) | Origin::Unpacked(package) => {
                writeln!(text, "  below target/: {package}")
            }
        };
    }
    text
}

/// What is missing and the commands that bring it.
pub(super) fn instructions(missing: &[Component]) -> String {
    let names: Vec<_> = missing.iter().map(|component| component.name()).collect();
    let mut text = format!("the browser checks miss {}. To get it:", names.join(", "));
    let packages = debian_packages(missing);
    if !packages.is_empty() {
        let _ =
            write!(text, "\n  sudo apt-get update && sudo apt-get install {}", packages.join(" "));
    }
    for origin in origins(missing) {
        let _ = match origin {
            Origin::Debian(_) => Ok(()),
            Origin::Cargo(krate) => write!(text, "\n  cargo install {krate} --locked"),
            Origin::Npm(package) => {
                write!(text, "\n  npm install --prefix '{}' {package}", folder(package).display())
            }
            Origin::Unpacked(package) => {
                let into = folder(package);
                let into = into.display();
                write!(text, "\n  apt-get download {package} && dpkg -x {package}_*.deb '{into}'")
            }
        };
    }
    text
}

/// The origins of the components, each once.
fn origins(missing: &[Component]) -> Vec<Origin> {
    let mut origins = Vec::new();
    for origin in missing.iter().map(|component| component.origin()) {
        if !origins.contains(&origin) {
            origins.push(origin);
        }
    }
    origins
}

/// The Debian packages that bring the components, and npm where it is needed
/// and missing itself.
fn debian_packages(missing: &[Component]) -> Vec<&'static str> {
    let needs_npm = |origin: &Origin| matches!(origin, Origin::Npm(_));
    let origins = origins(missing);
    let npm = origins.iter().any(needs_npm) && find_program("npm").is_none();
    origins
        .iter()
        .filter_map(|origin| match origin {
            Origin::Debian(package) => Some(*package),
            Origin::Cargo(_) | Origin::Npm(_) | Origin::Unpacked(_) => None,
        })
        .chain(npm.then_some("npm"))
        .collect()
}

fn install_debian(packages: &[&str]) -> anyhow::Result<()> {
    refresh()?;
    say(&format!("installing {}", packages.join(", ")));
    let install = ["install", "--no-install-recommends"];
    apt(&[&install[..], packages].concat())
}

fn refresh() -> anyhow::Result<()> {
    say("refreshing the list of Debian packages");
    apt(&["update"])
}

fn apt(arguments: &[&str]) -> anyhow::Result<()> {
    ensure!(find_program("apt-get").is_some(), "apt-get is not there");
    let privilege = privilege()?;
    let mut command = Command::new(privilege[0]);
    command.args(&privilege[1..]).args(["apt-get", "--quiet", "--quiet", "--yes"]).args(arguments);
    run(&mut command)
}

/// Fetches a package and what it depends on, each in the version and with the hash that
/// its lock in `tools/locks/` gives.
pub(super) fn install_npm(package: &str) -> anyhow::Result<()> {
    let folder = folder(package);
    say(&format!("fetching {package} into {}", folder.display()));
    fs::create_dir_all(&folder).with_context(|| format!("creating {}", folder.display()))?;
    let lock = locked(package)?;
    let manifest = serde_json::to_string_pretty(&lock["packages"][""])?;
    fs::write(folder.join("package.json"), manifest)?;
    fs::write(folder.join("package-lock.json"), serde_json::to_string_pretty(&lock)?)?;
    run(Command::new("npm")
        .args(["ci", "--no-audit", "--no-fund", "--ignore-scripts", "--no-update-notifier"])
        .args(["--loglevel", "error", "--prefix"])
        .arg(&folder))
}

/// The lock of a package, `name@version`.
fn locked(package: &str) -> anyhow::Result<Value> {
    let (name, version) = package.rsplit_once('@').context("a package without a version")?;
    let file = format!("tools/locks/{}.json", name.replace('/', "-"));
    let text = fs::read_to_string(root().join(&file)).with_context(|| file.clone())?;
    let lock: Value = serde_json::from_str(&text).with_context(|| file.clone())?;
    let own = &lock["packages"][format!("node_modules/{name}")]["version"];
    ensure!(
        own == version,
        "{file} locks version {own}, not {version}: write it anew with `npm install \
         --package-lock-only {package}` in an empty folder"
    );
    Ok(lock)
}

/// Takes a Debian package's files without installing it, which needs no privilege.
fn unpack(package: &str) -> anyhow::Result<()> {
    let folder = folder(package);
    say(&format!("unpacking {package} into {}", folder.display()));
    fs::create_dir_all(&folder).with_context(|| format!("creating {}", folder.display()))?;
    let fetch =
        || run(Command::new("apt-get").current_dir(&folder).args(["-q", "download", package]));
    // On a fresh machine there is no list of packages yet.
    fetch().or_else(|_| refresh().and_then(|()| fetch()))?;
    let is_archive = |path: &PathBuf| path.extension().is_some_and(|e| e == "deb");
    let mut found = fs::read_dir(&folder)?.flatten().map(|entry| entry.path());
    let archive = found.find(is_archive).context("apt-get has brought no package")?;
    run(Command::new("dpkg").arg("-x").args([&archive, &folder]))
}

/// The words before a command that make it run as root, without a question
/// from the packages it installs.
fn privilege() -> anyhow::Result<&'static [&'static str]> {
    let id = Command::new("id").arg("-u").output().context("running id")?;
    if id.stdout.trim_ascii() == b"0" {
        return Ok(&["env", "DEBIAN_FRONTEND=noninteractive"]);
    }
    let sudo = Command::new("sudo").args(["-n", "true"]).stderr(Stdio::null()).status();
    if sudo.is_ok_and(|status| status.success()) {
        return Ok(&["sudo", "-n", "env", "DEBIAN_FRONTEND=noninteractive"]);
    }
    bail!("installing Debian packages needs root or a passwordless sudo")
}

/// Runs a command; its standard output goes to our standard error, which is
/// where progress is told.
fn run(command: &mut Command) -> anyhow::Result<()> {
    let status = command
        .stdin(Stdio::null())
        .stdout(std::io::stderr())
        .status()
        .with_context(|| format!("starting {command:?}"))?;
    ensure!(status.success(), "{command:?} ended with {status}");
    Ok(())
}

fn say(line: &str) {
    eprintln!("· {line}");
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A lock names the public registry by nothing but hashes.
    #[test]
    fn every_fetched_package_is_locked_with_its_dependencies() {
        for entry in fs::read_dir(root().join("tools/locks")).unwrap().flatten() {
            let lock: Value =
                serde_json::from_str(&fs::read_to_string(entry.path()).unwrap()).unwrap();
            for (place, one) in lock["packages"].as_object().unwrap() {
                let whole = place.is_empty() || one["integrity"].is_string();
                assert!(whole && one["resolved"].is_null(), "{}: {place}", entry.path().display());
            }
        }
        assert!(locked("terser@0.0.1").is_err() && locked("terser").is_err());
    }
}
