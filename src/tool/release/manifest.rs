//! The manifest of a release: the hash of every file, and the script that compares them.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use sha2::{Digest, Sha256};

use super::files;

/// The hashes, as `sha256sum` writes them.
pub const FILE: &str = "SHA256SUMS";
/// The script that verifies them.
const SCRIPT: &str = "verifier.sh";
/// Reads the hashes, and wants no file beside those that they name.
const VERIFY: &str = "#!/bin/sh
# Vérifie une version : sh verifier.sh EMPREINTE
# EMPREINTE est celle du fichier SHA256SUMS, publiée avec la version, hors de ce dossier.
set -eu
cd \"$(dirname \"$0\")\"
if [ $# -ne 1 ]; then
  echo 'Donnez l’empreinte publiée avec la version : sh verifier.sh EMPREINTE' >&2
  exit 2
fi
if [ \"$(sha256sum SHA256SUMS | cut -d ' ' -f 1)\" != \"$1\" ]; then
  echo 'SHA256SUMS n’a pas cette empreinte : ce dossier n’est pas la version publiée.' >&2
  exit 1
fi
sha256sum --check --strict --quiet SHA256SUMS
named=$(cut -c 67- SHA256SUMS | LC_ALL=C sort)
found=$(find . -type f ! -name SHA256SUMS | cut -c 3- | LC_ALL=C sort)
if [ \"$named\" != \"$found\" ]; then
  echo 'Le dossier contient d’autres fichiers que ceux de la version.' >&2
  exit 1
fi
echo 'Chaque fichier est celui de la version.'
";

/// Writes the script and the hashes of the folder's files; gives the hash of the hashes,
/// which is published beside the release.
pub fn write(folder: &Path) -> Result<String> {
    fs::write(folder.join(SCRIPT), VERIFY)?;
    let mut sums = String::new();
    for path in files(folder)?.into_iter().filter(|path| !path.ends_with(FILE)) {
        let bytes = fs::read(&path).with_context(|| path.display().to_string())?;
        let inside: Vec<_> =
            path.strip_prefix(folder)?.iter().map(|part| part.to_string_lossy()).collect();
        sums += &format!("{}  {}\n", hash(&bytes), inside.join("/"));
    }
    fs::write(folder.join(FILE), &sums)?;
    Ok(hash(sums.as_bytes()))
}

fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The script takes the folder as it is, and refuses a changed file, a file more, and
/// another hash.
pub fn check(folder: &Path) -> Result<()> {
    let hash = write(folder)?;
    ensure!(verified(folder, &hash)?, "a release that nobody touched is refused");
    ensure!(!verified(folder, &"0".repeat(64))?, "any hash is taken");
    let more = folder.join("plus.js");
    fs::write(&more, "1")?;
    ensure!(!verified(folder, &hash)?, "a file more is taken");
    fs::remove_file(more)?;
    let script = folder.join("orientation-palliative.js");
    let bytes = fs::read(&script)?;
    fs::write(&script, [&bytes[..], b" "].concat())?;
    ensure!(!verified(folder, &hash)?, "a changed script is taken");
    fs::write(&script, bytes)?;
    ensure!(verified(folder, &hash)?, "a release put back is refused");
    Ok(())
}

fn verified(folder: &Path, hash: &str) -> Result<bool> {
    let run = Command::new("sh").arg(folder.join(SCRIPT)).arg(hash).output();
    Ok(run.context("sh could not be run")?.status.success())
}
