//! Writing files so that nothing is lost: a file is what it was or what it becomes,
//! never the half of it, and of several files all are written or none.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use tempfile::NamedTempFile;

/// How long one waits for another command that writes the same dataset.
const PATIENCE: Duration = Duration::from_secs(20);

/// Writes one file, and the folders it stands in.
pub fn write(path: &Path, content: impl AsRef<[u8]>) -> Result<()> {
    write_all(&[(path.to_owned(), content.as_ref())])
}

/// Writes several files, and the folders they stand in. Each is made whole beside its
/// place first; where one cannot be put in place, those before it become again what
/// they were.
pub fn write_all<C: AsRef<[u8]>>(files: &[(PathBuf, C)]) -> Result<()> {
    let mut made = Vec::new();
    for (path, content) in files {
        let message = || format!("{} ne peut pas être écrit", path.display());
        made.push((path, beside(path, content.as_ref()).with_context(message)?));
    }
    let mut before: Vec<(&Path, Option<Vec<u8>>)> = Vec::new();
    for (path, new) in made {
        let was = fs::read(path).ok();
        if let Err(error) = put(new, path) {
            restore(before);
            return Err(error)
                .with_context(|| format!("{} ne peut pas être écrit", path.display()));
        }
        before.push((path, was));
    }
    Ok(())
}

/// A whole file beside the place where it is to stand: on the same disk, so that it is
/// put in place at once.
fn beside(path: &Path, content: &[u8]) -> Result<NamedTempFile> {
    let folder = path.parent().filter(|folder| *folder != Path::new(""));
    let folder = folder.unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let mut new = tempfile::Builder::new().prefix(".ecriture-").tempfile_in(folder)?;
    new.write_all(content)?;
    new.as_file().sync_all()?;
    #[cfg(unix)]
    readable(&new, path)?;
    Ok(new)
}

/// A file made for oneself alone is given the rights of the one it replaces, or those
/// of any new file.
#[cfg(unix)]
fn readable(new: &NamedTempFile, path: &Path) -> Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let mode = fs::metadata(path).map_or(0o644, |about| about.permissions().mode());
    Ok(new.as_file().set_permissions(fs::Permissions::from_mode(mode))?)
}

fn put(new: NamedTempFile, path: &Path) -> Result<()> {
    // A pipe or a device is written to, as one asks; there is nothing of it to lose.
    if fs::metadata(path).is_ok_and(|about| !about.is_file() && !about.is_dir()) {
        return Ok(fs::write(path, fs::read(new.path())?)?);
    }
    new.persist(path)?;
    Ok(())
}

fn restore(before: Vec<(&Path, Option<Vec<u8>>)>) {
    for (path, was) in before.into_iter().rev() {
        // What cannot be restored either is told by the error that led here.
        let _ = match was {
            Some(was) => fs::write(path, was),
            None => fs::remove_file(path),
        };
    }
}

/// The right to write a dataset, for as long as this value lives.
#[derive(Debug)]
pub struct Lock(#[expect(dead_code, reason = "closing it gives the right back")] File);

/// Waits for the right to write the dataset of a folder.
pub fn lock(dir: &Path) -> Result<Lock> {
    let message = || format!("{} ne peut pas être verrouillé", dir.display());
    // Where a folder cannot be opened, a file in it is.
    let named = || File::create(dir.join(".verrou"));
    let file = File::open(dir).or_else(|_| named()).with_context(message)?;
    let start = Instant::now();
    loop {
        match file.try_lock() {
            Ok(()) => return Ok(Lock(file)),
            Err(fs::TryLockError::WouldBlock) if start.elapsed() < PATIENCE => {
                sleep(Duration::from_millis(20));
            }
            Err(fs::TryLockError::WouldBlock) => {
                bail!("{} est en cours d’écriture par une autre commande", dir.display())
            }
            Err(fs::TryLockError::Error(error)) => return Err(error).with_context(message),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_several_files_all_are_written_or_none() {
        let dir = tempfile::tempdir().unwrap();
        let at = |name: &str| dir.path().join(name);
        write_all(&[(at("a/b"), "1"), (at("c"), "2")]).unwrap();
        // A folder stands where the last one should: the others are as before.
        fs::create_dir_all(at("d/e")).unwrap();
        let files = [(at("a/b"), "3"), (at("new"), "4"), (at("d"), "5")];
        let message = write_all(&files).unwrap_err().to_string();
        assert!(message.contains("ne peut pas être écrit"), "{message}");
        assert_eq!(fs::read_to_string(at("a/b")).unwrap(), "1");
        assert!(!at("new").exists() && at("d/e").is_dir());
        let left = fs::read_dir(dir.path()).unwrap().count();
        assert_eq!(left, 3, "a, c and d: nothing unfinished is left");
    }

    #[test]
    fn one_writes_at_a_time() {
        let dir = tempfile::tempdir().unwrap();
        let mine = lock(dir.path()).unwrap();
        let other = File::open(dir.path()).unwrap();
        assert!(other.try_lock().is_err());
        drop(mine);
        assert!(other.try_lock().is_ok());
    }
}
