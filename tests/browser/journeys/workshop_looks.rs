//! How the workshop looks, and to whom it can be read.

use anyhow::ensure;
use serde_json::json;

use super::workshop::{foch, press, quiet, start};
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

/// On a machine four times slower: what is wrong is told long before every path is walked,
/// and the page answers meanwhile.
pub async fn what_is_wrong_is_told_at_once(visit: &Visit) -> anyhow::Result<()> {
    start(visit).await?;
    foch(visit).await?;
    let tools = visit.session().web.cdp();
    tools.send_raw("Emulation.setCPUThrottlingRate", json!({ "rate": 4 })).await?;
    let measured = visit.wait("the answers", TIMES, vec![]).await;
    tools.send_raw("Emulation.setCPUThrottlingRate", json!({ "rate": 1 })).await?;
    let [told, proven, stuck]: [f64; 3] = serde_json::from_value(measured?)?;
    println!("told after {told:.0} ms, proven after {proven:.0} ms, longest wait {stuck:.0} ms");
    ensure!(told < proven / 2.0, "told after {told:.0} ms, proven after {proven:.0} ms");
    ensure!(stuck < proven / 3.0, "the page does not answer for {stuck:.0} ms");
    quiet(visit).await
}

/// A wrong number, until its field says so; a right one, until every path is walked; and the
/// longest time that the page let nobody in.
const TIMES: &str = "return (async () => {
    const until = async (done) => {
      const begun = performance.now();
      while (!done()) await new Promise((resolve) => setTimeout(resolve, 5));
      return performance.now() - begun;
    };
    let stuck = 0, last = performance.now(), on = true;
    (function tick() {
      const now = performance.now();
      stuck = Math.max(stuck, now - last);
      last = now;
      if (on) setTimeout(tick, 5);
    })();
    lab.write('Valeur', '12 34');
    const told = await until(() => lab.field('Valeur').getAttribute('aria-invalid') === 'true');
    lab.write('Valeur', '0199001234');
    const proven = await until(() => document.getElementById('etat').textContent.startsWith('Aucune'));
    on = false;
    return [told, proven, stuck];
  })()";

fn slug(name: &str) -> String {
    name.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect()
}
