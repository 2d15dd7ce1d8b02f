//! Progress, as plain lines on the error stream.

use std::time::Instant;

use anyhow::Result;

/// Does one step, telling when it starts and how long it took.
pub fn step<T>(what: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    let start = Instant::now();
    eprintln!("-- {what}");
    let result = work();
    let ending = if result.is_ok() { "done" } else { "FAILED" };
    eprintln!("-- {what}: {ending} in {}", elapsed(start));
    result
}

/// The time since `start`, as one reads it (`1 min 05 s`, `3.2 s`).
pub fn elapsed(start: Instant) -> String {
    let seconds = start.elapsed().as_secs_f64();
    if seconds < 60.0 {
        return format!("{seconds:.1} s");
    }
    let whole = start.elapsed().as_secs();
    format!("{} min {:02} s", whole / 60, whole % 60)
}
