//! How the workshop looks, and to whom it can be read.

use anyhow::ensure;

use super::workshop::{press, quiet, start};
use crate::{axe, pictures, visit::Visit};

/// Every part of it breaks no rule, and nothing hangs over at a desk nor on a phone.
pub async fn every_part_of_the_workshop_fits_and_breaks_no_rule(
    visit: &Visit,
) -> anyhow::Result<()> {
    start(visit).await?;
    let names = visit.run("return lab.parts()", vec![]).await?;
    let names: Vec<String> = serde_json::from_value(names)?;
    ensure!(names.len() > 12, "{names:?}");
    for name in &names {
        press(visit, name).await?;
        axe::check(visit, name).await?;
        for width in [1024, 375] {
            pictures::take(visit, &format!("atelier-{}", slug(name)), width).await?;
            let wide =
                "const page = document.documentElement; return page.scrollWidth - page.clientWidth";
            let wide = visit.run(wide, vec![]).await?;
            ensure!(
                wide.as_i64().is_some_and(|wide| wide <= 1),
                "{name}: {wide} px too wide at {width}"
            );
        }
    }
    pictures::restore(visit).await?;
    quiet(visit).await
}

fn slug(name: &str) -> String {
    name.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect()
}
