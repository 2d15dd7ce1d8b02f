//! An edition of the widget: the script, and the page that stands alone with it.
//!
//! There are two, of one source: with wasm, and in plain JavaScript for where wasm
//! may not run.

use std::fs;
use std::path::Path;

use super::package::Parts;
use super::sizes::{PartSizes, Sizes, kilobytes};
use super::wasm::Profile;
use crate::packaging::{integrity, offline};
use anyhow::{Context, Result};

/// The edition with wasm: the name of its files, without what follows the dot.
pub const WASM: &str = "orientation-palliative";
/// The edition in plain JavaScript.
pub const PLAIN: &str = "orientation-palliative.nowasm";

/// The names of an edition's script: the plain one; the one that optimisers of sites leave
/// alone, since it says that it is minified; and the same with the version, under which no
/// cache holds another content.
pub fn script_names(name: &str) -> [String; 3] {
    let versioned = name.replacen(WASM, &format!("{WASM}-{}", env!("CARGO_PKG_VERSION")), 1);
    [format!("{name}.js"), format!("{name}.min.js"), format!("{versioned}.min.js")]
}

/// One edition, in memory.
pub struct Edition {
    /// The name of its files, without what follows the dot.
    pub name: &'static str,
    /// The script.
    pub script: String,
    /// The page that stands alone.
    pub offline: String,
    /// What the script weighs.
    pub sizes: Sizes,
    /// What each part of the script weighs.
    pub parts: PartSizes,
    /// The value of an `integrity` attribute for the script.
    pub integrity: String,
}

impl Edition {
    /// Puts the parts together. `alone`: the page that stands alone, without its script.
    pub fn new(name: &'static str, parts: &Parts, alone: &str, profile: Profile) -> Result<Self> {
        let script = parts.script()?;
        Ok(Self {
            name,
            offline: offline(alone, &script)?,
            sizes: Sizes::of(script.as_bytes(), profile)?,
            parts: PartSizes::of(parts, profile)?,
            integrity: integrity(script.as_bytes()),
            script,
        })
    }

    /// Writes its files into a folder: the script under each of its names, and the page.
    pub fn write(&self, folder: &Path) -> Result<()> {
        let [plain, minified, versioned] = script_names(self.name);
        let page = format!("{}.html", self.name);
        let scripts = [plain, minified, versioned].map(|name| (name, &self.script));
        for (name, text) in scripts.into_iter().chain([(page, &self.offline)]) {
            let path = folder.join(name);
            fs::write(&path, text).with_context(|| path.display().to_string())?;
        }
        Ok(())
    }

    /// Prints where it is and what it weighs, beside what was last accepted.
    pub fn tell(&self, folder: &Path, recorded: Option<&PartSizes>) {
        println!("{}", folder.join(format!("{}.js", self.name)).display());
        print!("{}", self.parts.beside(recorded));
        print!("{}", self.sizes);
        if self.name == WASM {
            println!("{}", self.sizes.verdict());
        }
        println!("  integrity  {}", self.integrity);
    }
}

/// The name of the optional second script, which reads the data that a page carries.
pub const READER: &str = "orientation-palliative.donnees.js";

/// The optional second script, in memory.
pub struct Reader {
    /// The script.
    pub script: String,
    /// What it weighs.
    pub sizes: Sizes,
    /// The value of an `integrity` attribute.
    pub integrity: String,
}

impl Reader {
    /// With its weight and its integrity value.
    pub fn new(script: String, profile: Profile) -> Result<Self> {
        let (sizes, integrity) =
            (Sizes::of(script.as_bytes(), profile)?, integrity(script.as_bytes()));
        Ok(Self { script, sizes, integrity })
    }

    /// Writes it into a folder.
    pub fn write(&self, folder: &Path) -> Result<()> {
        let path = folder.join(READER);
        fs::write(&path, &self.script).with_context(|| path.display().to_string())
    }

    /// Prints where it is and what it weighs.
    pub fn tell(&self, folder: &Path) {
        let brotli = kilobytes(self.sizes.brotli, '.');
        println!("{}, optional: {brotli} KB in brotli", folder.join(READER).display());
        println!("  integrity  {}", self.integrity);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_name_says_what_it_is() {
        let version = env!("CARGO_PKG_VERSION");
        assert_eq!(
            script_names(PLAIN),
            [
                "orientation-palliative.nowasm.js".to_owned(),
                "orientation-palliative.nowasm.min.js".to_owned(),
                format!("orientation-palliative-{version}.nowasm.min.js"),
            ]
        );
    }
}
