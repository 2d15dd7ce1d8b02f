//! Host pages: what an integrator's page around the widget looks like.

use std::{
    env, fmt, fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, bail};

use crate::{clock, server::Server};

/// The packaged script, under the name that every page gives it.
pub const SCRIPT: &str = "orientation-palliative.js";
/// The packaged second script, which reads a dataset that the page carries.
pub const READER: &str = "orientation-palliative.donnees.js";
/// The packaged page that stands alone.
pub const STANDALONE: &str = "orientation-palliative.html";
/// The packaged files of the edition in plain JavaScript: each trial without wasm
/// finds them under the names above.
const PLAIN: [(&str, &str); 2] = [
    (SCRIPT, "orientation-palliative.nowasm.js"),
    (STANDALONE, "orientation-palliative.nowasm.html"),
];
/// What a host page offers before, and without, the widget.
pub const FALLBACK: &str = "Soins palliatifs : trouver de l’aide";

/// Hears whatever a page says, from before its first script.
const RECORDER: &str = include_str!("scripts/recorder.js");

/// How a page is reached.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Over {
    /// From the server.
    Http,
    /// From the disk.
    File,
    /// From the server, in plain JavaScript, where there is no `WebAssembly`.
    NoWasm,
}

impl Over {
    /// Every way.
    pub const ALL: [Self; 3] = [Self::Http, Self::File, Self::NoWasm];
}

impl fmt::Display for Over {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Http => "http",
            Self::File => "file",
            Self::NoWasm => "nowasm",
        })
    }
}

/// A host page: a heading, some text, and the widgets.
#[derive(Clone, Debug)]
pub struct HostPage {
    /// How many widgets stand on it.
    pub widgets: usize,
    /// The attributes of each.
    pub attributes: String,
    /// A script of the host that runs before the widget's.
    pub before: String,
    /// The width of its column at most, in CSS pixels.
    pub column: u32,
}

impl Default for HostPage {
    fn default() -> Self {
        Self { widgets: 1, attributes: String::new(), before: String::new(), column: 1280 }
    }
}

impl HostPage {
    fn html(&self, recorder: &str) -> String {
        let Self { widgets, attributes, before, column } = self;
        let widget = format!(
            "<orientation-palliative {attributes}>\n<a href=\"https://www.corpalif.org/filieres-idf.html\">\
             {FALLBACK}</a> — urgence vitale : 15\n</orientation-palliative>\n"
        )
        .repeat(*widgets);
        // The empty icon keeps browsers from asking for one.
        format!(
            "<!DOCTYPE html>\n<html lang=\"fr\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <title>Une maison de santé</title>\n<link rel=\"icon\" href=\"data:,\">\n\
             <script>{recorder}</script>\n<script>{before}</script>\n\
             <script src=\"{SCRIPT}\" defer></script>\n</head>\n<body style=\"max-width: {column}px\">\n\
             <main>\n<h1>Une maison de santé</h1>\n<p>Le texte de la page.</p>\n{widget}</main>\n\
             </body>\n</html>\n"
        )
    }
}

/// A folder with what one trial opens, reachable over http and from the disk.
#[derive(Clone)]
pub struct Site {
    /// Its name below the server's root.
    pub name: String,
    folder: PathBuf,
    over: Over,
}

impl Site {
    /// A new, empty folder below the server's root.
    pub fn create(root: &Path, name: &str, over: Over) -> anyhow::Result<Self> {
        let folder = root.join(name);
        fs::create_dir_all(&folder).with_context(|| format!("creating {}", folder.display()))?;
        Ok(Self { name: name.to_owned(), folder, over })
    }

    /// The text of a packaged file.
    pub fn packaged(&self, file: &str) -> anyhow::Result<String> {
        let path = self.packaged_path(file);
        fs::read_to_string(&path)
            .with_context(|| format!("{}: `cargo run -- build --nowasm` makes it", path.display()))
    }

    fn packaged_path(&self, file: &str) -> PathBuf {
        let plain = PLAIN.iter().find(|(name, _)| self.over == Over::NoWasm && *name == file);
        dist().join(plain.map_or(file, |(_, plain)| plain))
    }

    /// What hears the page, sets its clock to working hours, and takes `WebAssembly`
    /// away where there is to be none.
    pub fn recorder(&self) -> String {
        let without = if self.over == Over::NoWasm { "delete window.WebAssembly;\n" } else { "" };
        let clock = clock::set(clock::DAY);
        format!("{without}{clock}{RECORDER}")
    }

    /// Writes a host page beside a copy of the packaged script.
    pub fn host(&self, page: &HostPage) -> anyhow::Result<&'static str> {
        self.copy_packaged(SCRIPT)?;
        fs::write(self.folder.join("index.html"), page.html(&self.recorder()))?;
        Ok("index.html")
    }

    /// Writes any file beside a copy of the packaged script and of the recorder, and
    /// the headers it is served with, one a line.
    pub fn beside(&self, file: &str, text: &str, headers: &str) -> anyhow::Result<()> {
        self.copy_packaged(SCRIPT)?;
        fs::write(self.folder.join("recorder.js"), self.recorder())?;
        fs::write(self.folder.join(file), text)?;
        fs::write(self.folder.join(format!("{file}.headers")), headers)?;
        Ok(())
    }

    /// Copies the page that stands alone with nothing beside it, its widget open to the
    /// trial.
    pub fn standalone(&self) -> anyhow::Result<&'static str> {
        self.write(STANDALONE, &opened(&self.packaged(STANDALONE)?)?)
    }

    /// Copies the page that stands alone with the recorder as its first script, and its
    /// clock at that moment.
    pub fn standalone_recorded(&self, moment: &str) -> anyhow::Result<&'static str> {
        let first = format!("{}{}", self.recorder(), clock::set(moment));
        self.write(STANDALONE, &begun_with(&first, &self.packaged(STANDALONE)?)?)
    }

    /// A page of the package with the recorder as its first script.
    pub fn recorded(&self, html: &str) -> anyhow::Result<String> {
        begun_with(&self.recorder(), html)
    }

    /// Writes a page that a trial has made itself.
    pub fn write(&self, file: &'static str, text: &str) -> anyhow::Result<&'static str> {
        fs::write(self.folder.join(file), text)?;
        Ok(file)
    }

    /// A new folder of that name in this one.
    pub fn folder(&self, name: &str) -> anyhow::Result<PathBuf> {
        let folder = self.folder.join(name);
        fs::create_dir_all(&folder)?;
        Ok(folder)
    }

    /// The address of a file of this folder.
    pub fn url(&self, over: Over, server: &Server, file: &str) -> String {
        format!("{}{file}", self.base(over, server))
    }

    /// The beginning of the addresses of this folder's files.
    pub fn base(&self, over: Over, server: &Server) -> String {
        match over {
            Over::Http | Over::NoWasm => format!("{}/{}/", server.origin, self.name),
            Over::File => format!("file://{}/", self.folder.display()),
        }
    }

    fn copy_packaged(&self, file: &str) -> anyhow::Result<()> {
        Ok(fs::write(self.folder.join(file), self.packaged(file)?)?)
    }
}

/// A page whose widget is open to the trial, by the attribute made for that.
pub fn opened(html: &str) -> anyhow::Result<String> {
    let Some((before, after)) = html.split_once("<orientation-palliative") else {
        bail!("the page has no widget to open");
    };
    Ok(format!("{before}<orientation-palliative ouvert{after}"))
}

fn begun_with(script: &str, html: &str) -> anyhow::Result<String> {
    let Some((before, after)) = html.split_once("<title>") else {
        bail!("the page has no <title> to put a first script before");
    };
    Ok(format!("{before}<script>{script}</script>\n<title>{after}"))
}

/// The folder of the packaged files.
pub fn dist() -> PathBuf {
    env::var_os("OP_DIST")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("dist"), PathBuf::from)
}
