//! What time it is in the pages: what is shown depends on the hour.

use orientation_palliative::orientation::LocalTime;

use crate::visit::Visit;

/// A Tuesday, 10:00 in Paris: working hours.
pub const DAY: &str = "2026-11-24T09:00:00Z";
/// The same Tuesday, 22:00 in Paris.
pub const NIGHT: &str = "2026-11-24T21:00:00Z";

/// What sets a page's clock.
const SET: &str = include_str!("scripts/clock.js");

/// The time in Paris, by the page's own clock: Firefox runs a trial's scripts beside it,
/// with a `Date` of theirs.
const PARIS: &str =
    "const told = new window.Date().toLocaleString('sv', { timeZone: 'Europe/Paris' });
    return told.slice(0, 16).replace(' ', 'T');";

/// A script after which the page's clock goes on from that moment.
pub fn set(moment: &str) -> String {
    SET.replace("{{moment}}", moment)
}

/// What a clock on a wall in Paris shows where the page is.
pub async fn paris(visit: &Visit) -> anyhow::Result<String> {
    let told = visit.run(PARIS, vec![]).await?;
    Ok(told.as_str().unwrap_or_default().to_owned())
}

/// Whether few answer at that time.
pub fn is_on_call(at: &str) -> anyhow::Result<bool> {
    let time: LocalTime = at.parse().map_err(|error| anyhow::anyhow!("{at:?}: {error}"))?;
    let hours = &crate::expected::DATA.filiere.hours;
    Ok(orientation_palliative::orientation::is_on_call(time, hours))
}
