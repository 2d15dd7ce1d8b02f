//! The single things that the checks need, where they lie and where they come from.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

/// The release of axe-core: a newer one may find more, so it changes on purpose.
pub(super) const AXE_CORE: &str = "axe-core@4.14.1";
/// The Debian package of a default theme of `WordPress`: its style sheets are read, and it
/// shows what the plugin's trials publish.
const THEME: &str = "wordpress-theme-twentytwentyone";
/// The theme's style sheet inside that package.
const THEME_SHEET: &str = "usr/share/wordpress/wp-content/themes/twentytwentyone/style.css";
/// The Debian package of `WordPress`: unpacked, not installed, which would bring a web server
/// along. It runs from a copy, with a database of its own.
const WORDPRESS: &str = "wordpress";
/// A script of its editor, which Debian keeps in a package apart.
const UNDERSCORE: &str = "libjs-underscore";

/// One thing that a check needs.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Component {
    /// The browser Chromium.
    Chromium,
    /// Its driver.
    Chromedriver,
    /// The browser Firefox.
    Firefox,
    /// Its driver.
    Geckodriver,
    /// The bare browser that comes with `WebKitGTK`.
    MiniBrowser,
    /// Its driver.
    WebKitWebDriver,
    /// The virtual display of what must be shown: `WebKitGTK` has no headless mode.
    Xvfb,
    /// What gives keys to a browser that is shown: its own commands are not a page's.
    Xdotool,
    /// What reads a printed page back.
    Pdftotext,
    /// The accessibility checker `axe.min.js`.
    AxeCore,
    /// `style.css` of a default theme of `WordPress`.
    Theme,
    /// `wp-load.php` of `WordPress`, in the folder of the others.
    Wordpress,
    /// The folder of a script that the editor of `WordPress` needs.
    Underscore,
    /// What runs `WordPress`.
    Php,
    /// PHP's way to the database.
    PhpMysql,
    /// The database of `WordPress`, without the service.
    Mariadb,
}

/// How a component is got.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Origin {
    /// A package of Debian.
    Debian(&'static str),
    /// A binary crate.
    Cargo(&'static str),
    /// A package of the npm registry, with its version.
    Npm(&'static str),
    /// A package of Debian whose files are taken without installing it.
    Unpacked(&'static str),
}

impl Component {
    /// The name under which people know it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Chromedriver => "chromedriver",
            Self::Firefox => "firefox",
            Self::Geckodriver => "geckodriver",
            Self::MiniBrowser => "MiniBrowser",
            Self::WebKitWebDriver => "WebKitWebDriver",
            Self::Xvfb => "Xvfb",
            Self::Xdotool => "xdotool",
            Self::Pdftotext => "pdftotext",
            Self::AxeCore => "axe-core",
            Self::Theme => "WordPress's theme",
            Self::Wordpress => "WordPress",
            Self::Underscore => "underscore.js",
            Self::Php => "php",
            Self::PhpMysql => "PHP's mysqli",
            Self::Mariadb => "mariadbd",
        }
    }

    /// How it is got.
    pub fn origin(self) -> Origin {
        match self {
            Self::Chromium => Origin::Debian("chromium"),
            Self::Chromedriver => Origin::Debian("chromium-driver"),
            Self::Firefox => Origin::Debian("firefox-esr"),
            Self::Geckodriver => Origin::Cargo("geckodriver"),
            // The library's package brings the bare browser along.
            Self::MiniBrowser | Self::WebKitWebDriver => Origin::Debian("webkit2gtk-driver"),
            Self::Xvfb => Origin::Debian("xvfb"),
            Self::Xdotool => Origin::Debian("xdotool"),
            Self::Pdftotext => Origin::Debian("poppler-utils"),
            Self::AxeCore => Origin::Npm(AXE_CORE),
            Self::Theme => Origin::Unpacked(THEME),
            Self::Wordpress => Origin::Unpacked(WORDPRESS),
            Self::Underscore => Origin::Unpacked(UNDERSCORE),
            Self::Php => Origin::Debian("php-cli"),
            Self::PhpMysql => Origin::Debian("php-mysql"),
            Self::Mariadb => Origin::Debian("mariadb-server-core"),
        }
    }

    /// Where it lies on this machine.
    pub fn find(self) -> Option<PathBuf> {
        match self {
            Self::Firefox => find_program("firefox-esr").or_else(|| find_program("firefox")),
            Self::MiniBrowser => find_mini_browser(Path::new("/usr/lib")),
            Self::AxeCore => {
                let script = folder(AXE_CORE).join("node_modules/axe-core/axe.min.js");
                script.is_file().then_some(script)
            }
            Self::Theme => Some(folder(THEME).join(THEME_SHEET)).filter(|sheet| sheet.is_file()),
            Self::Wordpress => Some(folder(WORDPRESS).join("usr/share/wordpress/wp-load.php"))
                .filter(|file| file.is_file()),
            Self::Underscore => Some(folder(UNDERSCORE).join("usr/share/javascript/underscore"))
                .filter(|folder| folder.is_dir()),
            // Debian keeps each version's modules in a folder named after it.
            Self::PhpMysql => {
                let modules = folders(Path::new("/usr/lib/php"));
                modules.into_iter().map(|one| one.join("mysqli.so")).find(|one| one.is_file())
            }
            // Outside the search path of whoever is not root.
            Self::Mariadb => find_program("mariadbd")
                .or_else(|| Some(PathBuf::from("/usr/sbin/mariadbd")).filter(|p| p.is_file())),
            _ => find_program(self.name()),
        }
    }
}

/// Where a fetched package is kept: one folder for each pinned version, so that
/// raising the version fetches the new one.
pub fn folder(package: &str) -> PathBuf {
    let target = env::var_os("CARGO_TARGET_DIR")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("target"), PathBuf::from);
    target.join("provision").join(package)
}

/// A program of the search path, or one that cargo installed.
pub(super) fn find_program(name: &str) -> Option<PathBuf> {
    let searched = env::var_os("PATH").unwrap_or_default();
    let cargo = env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| Some(PathBuf::from(env::var_os("HOME")?).join(".cargo")));
    env::split_paths(&searched)
        .chain(cargo.map(|home| home.join("bin")))
        .map(|folder| folder.join(name))
        .find(|program| program.is_file())
}

/// `WebKitGTK` keeps its bare browser outside the search path, under the
/// machine's architecture (`/usr/lib/<architecture>/webkit2gtk-4.1/`).
fn find_mini_browser(libraries: &Path) -> Option<PathBuf> {
    let mut found: Vec<PathBuf> = folders(libraries)
        .iter()
        .flat_map(|architecture| folders(architecture))
        .filter(|folder| {
            folder.file_name().is_some_and(|name| name.to_string_lossy().starts_with("webkit"))
        })
        .map(|folder| folder.join("MiniBrowser"))
        .filter(|program| program.is_file())
        .collect();
    found.sort();
    found.pop()
}

fn folders(parent: &Path) -> Vec<PathBuf> {
    fs::read_dir(parent)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.is_dir())
        .collect()
}
