//! Programs that the checks start, and end together with all their children.

use std::{
    fs::{self, File},
    io::{BufRead, BufReader},
    os::unix::process::CommandExt,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::Mutex,
    thread,
    time::{Duration, Instant},
};

use anyhow::Context;
use rustix::process::{Pid, Signal, kill_process_group};
use tokio::signal::unix::{SignalKind, signal};

/// How long a program may take to end by itself.
const PATIENCE: Duration = Duration::from_secs(2);

/// The process groups that are running.
static RUNNING: Mutex<Vec<Pid>> = Mutex::new(Vec::new());

/// A program in a process group of its own: drivers start browsers, and those
/// start more; a group ends as one.
pub struct Process {
    child: Child,
    group: Pid,
    log: PathBuf,
}

impl Process {
    /// Starts a program; what it says goes to a file.
    pub fn start(command: &mut Command, log: &Path) -> anyhow::Result<Self> {
        let file = File::create(log).with_context(|| format!("creating {}", log.display()))?;
        command.stdout(file.try_clone()?).stderr(file);
        Self::spawn(command, log)
    }

    /// Starts a program and reads the first line it prints.
    pub fn start_for_line(command: &mut Command, log: &Path) -> anyhow::Result<(Self, String)> {
        let file = File::create(log).with_context(|| format!("creating {}", log.display()))?;
        command.stdout(Stdio::piped()).stderr(file);
        let mut process = Self::spawn(command, log)?;
        let output = process.child.stdout.take().context("no standard output")?;
        let mut line = String::new();
        BufReader::new(output).read_line(&mut line)?;
        Ok((process, line.trim().to_owned()))
    }

    fn spawn(command: &mut Command, log: &Path) -> anyhow::Result<Self> {
        let child = command
            .stdin(Stdio::null())
            .process_group(0)
            .spawn()
            .with_context(|| format!("starting {command:?}"))?;
        let group = Pid::from_child(&child);
        RUNNING.lock().expect("no panic while locked").push(group);
        Ok(Self { child, group, log: log.to_owned() })
    }

    /// Everything it has said so far.
    pub fn output(&self) -> String {
        fs::read(&self.log)
            .map_or_else(|_| String::new(), |bytes| String::from_utf8_lossy(&bytes).into_owned())
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = kill_process_group(self.group, Signal::TERM);
        let asked = Instant::now();
        while asked.elapsed() < PATIENCE && matches!(self.child.try_wait(), Ok(None)) {
            thread::sleep(Duration::from_millis(20));
        }
        // Also ends children that outlived their parent.
        let _ = kill_process_group(self.group, Signal::KILL);
        let _ = self.child.wait();
        RUNNING.lock().expect("no panic while locked").retain(|group| *group != self.group);
    }
}

/// Ends every program when the checks are interrupted: being in groups of their
/// own, they would not hear of it.
pub async fn end_all_when_interrupted() {
    let (Ok(mut interrupt), Ok(mut terminate)) =
        (signal(SignalKind::interrupt()), signal(SignalKind::terminate()))
    else {
        return;
    };
    tokio::select! {
        _ = interrupt.recv() => {}
        _ = terminate.recv() => {}
    }
    for group in RUNNING.lock().expect("no panic while locked").iter() {
        let _ = kill_process_group(*group, Signal::KILL);
    }
    std::process::exit(130);
}
