//! What the browser checks need, found or installed.
//!
//! Nothing is installed that is already there. Where nothing may be installed,
//! one error names everything that is missing and the commands to get it.

mod component;
mod install;

use std::{
    collections::BTreeMap,
    fmt,
    io::{IsTerminal, Write},
    path::{Path, PathBuf},
    str::FromStr,
};

use anyhow::{Context, bail};

pub use component::{Component, Origin, folder};

/// A browser engine in which the widget is checked.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Engine {
    /// Chromium, through chromedriver.
    Chromium,
    /// Firefox ESR, through geckodriver.
    Firefox,
    /// `WebKitGTK`, through `WebKitWebDriver` on a virtual display.
    Webkit,
}

impl Engine {
    /// Every engine, in the order in which they are checked.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::Webkit];

    /// What the checks in this engine cannot do without.
    pub fn needs(self) -> &'static [Component] {
        match self {
            Self::Chromium => &[
                Component::Chromium,
                Component::Chromedriver,
                Component::Xvfb,
                Component::Xdotool,
                Component::Pdftotext,
                Component::AxeCore,
                Component::Theme,
                Component::Wordpress,
                Component::Underscore,
                Component::Php,
                Component::PhpMysql,
                Component::Mariadb,
            ],
            Self::Firefox => &[
                Component::Firefox,
                Component::Geckodriver,
                Component::Pdftotext,
                Component::AxeCore,
                Component::Theme,
                Component::Wordpress,
                Component::Underscore,
                Component::Php,
                Component::PhpMysql,
                Component::Mariadb,
            ],
            Self::Webkit => &[
                Component::MiniBrowser,
                Component::WebKitWebDriver,
                Component::Xvfb,
                Component::AxeCore,
                Component::Theme,
                Component::Wordpress,
                Component::Underscore,
                Component::Php,
                Component::PhpMysql,
                Component::Mariadb,
            ],
        }
    }
}

impl fmt::Display for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::Webkit => "webkit",
        })
    }
}

impl FromStr for Engine {
    type Err = anyhow::Error;

    fn from_str(name: &str) -> anyhow::Result<Self> {
        Self::ALL
            .into_iter()
            .find(|engine| engine.to_string() == name)
            .with_context(|| format!("no engine is called {name:?}: chromium, firefox or webkit"))
    }
}

/// Where each component was found.
#[derive(Clone, Debug, Default)]
pub struct Provisioned {
    paths: BTreeMap<Component, PathBuf>,
}

impl Provisioned {
    /// The path of a component; an error when it was not asked for.
    pub fn path(&self, component: Component) -> anyhow::Result<&Path> {
        self.paths
            .get(&component)
            .map(PathBuf::as_path)
            .with_context(|| format!("{} was not provisioned", component.name()))
    }
}

/// Finds what the engines need and installs what is missing: Debian packages
/// through apt-get as root or with a passwordless sudo, geckodriver through
/// cargo, axe-core through npm into `target/`.
pub fn provision(engines: &[Engine]) -> anyhow::Result<Provisioned> {
    let (_, missing) = look(engines);
    if !missing.is_empty() {
        install::install(&missing).with_context(|| install::instructions(&missing))?;
    }
    locate(engines)
}

/// Tells all that is going to be installed for these engines, and asks whoever sits at a
/// terminal; elsewhere, and with `yes`, it goes ahead. Gives whether to go on.
pub fn agreed(engines: &[Engine], yes: bool) -> anyhow::Result<bool> {
    let (_, missing) = look(engines);
    if missing.is_empty() {
        return Ok(true);
    }
    print!("{}", install::plan(&missing));
    if yes || std::env::var_os("CI").is_some() || !std::io::stdin().is_terminal() {
        return Ok(true);
    }
    print!("Install all of this? [y/N] ");
    std::io::stdout().flush()?;
    let mut answer = String::new();
    std::io::stdin().read_line(&mut answer)?;
    Ok(["y", "yes", "o", "oui"].contains(&answer.trim().to_lowercase().as_str()))
}

/// Finds what the engines need and installs nothing.
pub fn locate(engines: &[Engine]) -> anyhow::Result<Provisioned> {
    let (found, missing) = look(engines);
    if !missing.is_empty() {
        bail!(install::instructions(&missing));
    }
    Ok(found)
}

/// The folder that holds a package of the npm registry, `name@version`, fetched when
/// it is missing: its own folder below `node_modules`.
pub fn npm_package(package: &str) -> anyhow::Result<PathBuf> {
    let name = package.rsplit_once('@').map_or(package, |(name, _)| name);
    let folder = component::folder(package).join("node_modules").join(name);
    if !folder.join("package.json").is_file() {
        let fix = "this step needs npm (Debian: `sudo apt-get install npm`) and its registry";
        install::install_npm(package).context(fix)?;
    }
    Ok(folder)
}

/// What is there and what is missing, each component once.
fn look(engines: &[Engine]) -> (Provisioned, Vec<Component>) {
    let mut found = Provisioned::default();
    let mut missing = Vec::new();
    for &component in engines.iter().flat_map(|engine| engine.needs()) {
        match component.find() {
            Some(path) => drop(found.paths.insert(component, path)),
            None if !missing.contains(&component) => missing.push(component),
            None => {}
        }
    }
    (found, missing)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_engine_is_read_as_it_is_written() {
        for engine in Engine::ALL {
            assert_eq!(engine.to_string().parse::<Engine>().unwrap(), engine);
        }
        assert!("opera".parse::<Engine>().is_err());
    }

    #[test]
    fn instructions_name_every_missing_component_and_each_command_once() {
        let needs: Vec<_> = Engine::ALL.iter().flat_map(|engine| engine.needs()).copied().collect();
        let text = install::instructions(&needs);
        for component in needs {
            assert!(text.contains(component.name()), "{text}");
        }
        assert_eq!(text.matches("apt-get install").count(), 1, "{text}");
        assert_eq!(text.matches("npm install").count(), 1, "{text}");
        assert!(text.contains("cargo install geckodriver"), "{text}");
    }
}
