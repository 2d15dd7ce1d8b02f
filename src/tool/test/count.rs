//! How many checks passed and failed.

use std::time::{Duration, Instant};

use anyhow::Result;

use crate::tool::progress::elapsed;

/// What one runner of tests says of itself.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Tally {
    /// Tests that passed.
    pub passed: usize,
    /// Tests that failed.
    pub failed: usize,
}

/// The checks so far.
#[derive(Debug, Default)]
pub struct Count {
    total: Tally,
    failures: Vec<String>,
    /// What ran, and for how long.
    times: Vec<(String, Duration)>,
}

impl Count {
    /// Runs something that either holds or not: one check. Gives whether it holds.
    pub fn check(&mut self, name: &str, work: impl FnOnce() -> Result<()>) -> bool {
        let start = head(name);
        let result = work();
        match &result {
            Ok(()) => self.total.passed += 1,
            Err(error) => self.fail(name, &format!("{error:#}")),
        }
        self.foot(name, result.is_ok(), start);
        result.is_ok()
    }

    /// Runs a runner of tests: each of its tests counts.
    ///
    /// A runner that ran no test, or that ended badly without naming a failed test,
    /// is itself a failed check.
    pub fn tests(&mut self, name: &str, run: impl FnOnce() -> Result<(Tally, bool)>) {
        let start = head(name);
        let (tally, problem) = match run() {
            Ok((tally, _)) if tally.failed > 0 => (tally, Some("see the failed tests above")),
            Ok((tally, false)) => (tally, Some("the runner ended with an error, see above")),
            Ok((tally, true)) if tally.passed == 0 => (tally, Some("no test ran")),
            Ok((tally, true)) => (tally, None),
            Err(error) => {
                self.fail(name, &format!("{error:#}"));
                return self.foot(name, false, start);
            }
        };
        self.total.passed += tally.passed;
        self.total.failed += tally.failed;
        if let Some(problem) = problem {
            self.failures.push(format!("{name}: {problem}"));
            self.total.failed += usize::from(tally.failed == 0);
        }
        self.foot(name, problem.is_none(), start);
    }

    /// Counts what could not run, because of a failure already told, as failed.
    pub fn skipped(&mut self, name: &str) {
        self.fail(name, "could not run, for a reason told above");
    }

    /// Whether nothing failed.
    pub fn is_green(&self) -> bool {
        self.total.failed == 0
    }

    /// Prints where the time went, what failed and, as the last line, the count.
    pub fn tell(&self) {
        println!("\nwhere the time went:");
        let mut times: Vec<&(String, Duration)> = self.times.iter().collect();
        times.sort_by_key(|(_, time)| std::cmp::Reverse(*time));
        for (name, time) in times {
            println!("{:>8.1} s  {name}", time.as_secs_f64());
        }
        println!();
        self.failures.iter().for_each(|failure| println!("FAILED {failure}"));
        println!("{} passed, {} failed", self.total.passed, self.total.failed);
    }

    fn foot(&mut self, name: &str, passed: bool, start: Instant) {
        let word = if passed { "passed" } else { "FAILED" };
        println!("== {name}: {word} in {}", elapsed(start));
        self.times.push((name.to_owned(), start.elapsed()));
    }

    fn fail(&mut self, name: &str, why: &str) {
        self.total.failed += 1;
        self.failures.push(format!("{name}: {why}"));
    }
}

fn head(name: &str) -> Instant {
    println!("\n== {name}");
    Instant::now()
}

#[cfg(test)]
mod tests {
    use anyhow::bail;

    use super::*;

    fn counted(run: impl FnOnce() -> Result<(Tally, bool)>) -> (usize, usize) {
        let mut count = Count::default();
        count.tests("runner", run);
        (count.total.passed, count.total.failed)
    }

    #[test]
    fn each_test_of_a_runner_counts() {
        assert_eq!(counted(|| Ok((Tally { passed: 3, failed: 0 }, true))), (3, 0));
        assert_eq!(counted(|| Ok((Tally { passed: 3, failed: 2 }, false))), (3, 2));
    }

    #[test]
    fn a_runner_that_shows_nothing_is_a_failure() {
        assert_eq!(counted(|| Ok((Tally::default(), true))), (0, 1));
        assert_eq!(counted(|| Ok((Tally { passed: 3, failed: 0 }, false))), (3, 1));
        assert_eq!(counted(|| bail!("not found")), (0, 1));
    }

    #[test]
    fn a_check_counts_once() {
        let mut count = Count::default();
        assert!(count.check("good", || Ok(())));
        assert!(!count.check("bad", || bail!("no")));
        count.skipped("unreachable");
        assert_eq!(count.total, Tally { passed: 1, failed: 2 });
        assert!(!count.is_green());
        let timed: Vec<&str> = count.times.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(timed, ["good", "bad"], "what did not run took no time");
    }
}
