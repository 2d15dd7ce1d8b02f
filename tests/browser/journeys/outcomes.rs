//! The screen against the sheet: nothing left out, nothing in another order.

use anyhow::ensure;

use crate::{cases::Case, clock, expected, opened, visit::Visit};

/// One in so many of the cases is looked at in each engine.
const EVERY: usize = 6;

/// By day and at night, for each profile: order, heading, fold, state, number, year and
/// every sentence.
pub async fn the_screen_says_what_the_sheet_says(visit: &Visit) -> anyhow::Result<()> {
    let cases = Case::all();
    let looked_at: Vec<&Case> = cases.iter().step_by(EVERY).collect();
    let nights = looked_at.iter().filter(|case| case.on_call).count();
    ensure!(
        looked_at.len() >= 12 && nights >= 4,
        "{} outcomes, {nights} at night",
        looked_at.len()
    );
    opened::each(visit, looked_at, async |widget, case| {
        let at = clock::paris(visit).await?;
        ensure!(clock::is_on_call(&at)? == case.on_call, "it is {at}");
        expected::agrees(widget, &case.borrowed()).await
    })
    .await
}
