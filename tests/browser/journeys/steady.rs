//! No jump: what follows the widget in a page stays where it is when it starts.

use anyhow::{Context, ensure};
use serde_json::json;

use super::hosts::{DEFERRED, FILES, PAGE, page};
use crate::visit::Visit;

/// How far what follows may move between the element's definition and the widget's
/// first screen, in CSS pixels: two lines of text.
const MOVED: f64 = 60.0;
/// What a browser calls a good page: at most a tenth of it moves.
const SHIFT: f64 = 0.1;

/// The element in a column of that width, and something after it; notes where that
/// stands when the element is defined and when the widget is ready.
fn noted(width: u32) -> String {
    let body = format!(
        "<div style=\"max-width: {width}px\"><orientation-palliative>\
         <a href=\"tel:15\">15</a></orientation-palliative><p id=\"suite\">La suite.</p></div>\
         <script>\
         const top_ = () => document.getElementById('suite').getBoundingClientRect().top;\
         window.noted = {{}};\
         customElements.whenDefined('orientation-palliative').then(() => {{ noted.before = top_(); }});\
         addEventListener('orientation-palliative:ready', () => {{ noted.after = top_(); }});\
         </script>"
    );
    page(DEFERRED, &body)
}

/// On a phone and in a wide column.
pub async fn what_follows_stays_in_its_place(visit: &Visit) -> anyhow::Result<()> {
    for width in [304, 375, 440, 720] {
        visit.site().beside(PAGE, &noted(width), "")?;
        visit.go(&FILES).await?;
        let noted = visit
            .wait("a widget", "return window.noted && window.noted.after && window.noted", vec![])
            .await?;
        let (before, after) = (noted["before"].as_f64(), noted["after"].as_f64());
        let moved = after.context("no place")? - before.context("no place before")?;
        ensure!(moved.abs() <= MOVED, "at {width} px, what follows moves by {moved}: {noted}");
    }
    Ok(())
}

/// The script comes late; the page keeps the widget's place, as the integrators' page
/// proposes: the browser's own measure finds next to nothing that moved.
pub async fn the_browser_counts_no_shift(visit: &Visit) -> anyhow::Result<()> {
    let style = "<style>orientation-palliative { display: block; min-height: 45rem; }</style>";
    let body = "<div style=\"max-width: 720px\"><orientation-palliative><a href=\"tel:15\">15</a>\
        </orientation-palliative><p>La suite.</p></div><script>\
        window.shift = 0;\
        new PerformanceObserver((list) => list.getEntries().forEach((entry) => {\
          window.shift += entry.value; })).observe({ type: 'layout-shift', buffered: true });\
        addEventListener('orientation-palliative:ready', () => setTimeout(() => {\
          window.settled = true; }, 500));\
        setTimeout(() => { const script = document.createElement('script');\
          script.src = 'orientation-palliative.js'; document.head.append(script); }, 500);\
        </script>";
    visit.site().beside(PAGE, &page(style, body), "")?;
    visit.go(&FILES).await?;
    visit.wait("a widget at rest", "return window.settled === true", vec![]).await?;
    let shift = visit.run("return window.shift", vec![]).await?;
    ensure!(shift.as_f64().is_some_and(|shift| shift < SHIFT), "the page shifts by {shift}");
    ensure!(visit.run("return 'LayoutShift' in window", vec![]).await? == json!(true));
    Ok(())
}
