//! The thin frame: next to nothing stands before what one came for.

use anyhow::{Context, ensure};
use serde_json::json;

use crate::{host::HostPage, pictures, visit::Visit, widget::Widget};

/// The widths of containers looked at, in CSS pixels.
const WIDTHS: [u32; 5] = [280, 320, 375, 768, 1280];
/// How far below the widget's top a heading may begin at [`PHONE`].
const HIGHEST: f64 = 120.0;
const PHONE: u32 = 375;
/// The side of a target at least.
const TARGET: f64 = 44.0;

/// Where the heading begins, how wide and high the smallest emergency number is, on how
/// many lines the emergency line stands, and how far the page reaches to the right.
const MEASURE: &str = "
    const host = document.querySelector('orientation-palliative');
    const root = host.shadowRoot;
    const box = (element) => element.getBoundingClientRect();
    const numbers = [...root.querySelectorAll('.op > [data-emergency] a')].map(box);
    const says = box(root.querySelector('.op-emergency-says'));
    const lines = says.bottom <= Math.min(...numbers.map((n) => n.top)) ? 2
      : new Set(numbers.map((number) => Math.round(number.top))).size;
    return {
      top: box(root.querySelector('[data-heading]')).top - box(host).top,
      side: Math.min(...numbers.flatMap((number) => [number.width, number.height])),
      count: numbers.length, lines, width: box(host).width,
    };";

/// On a question, a stop, an outcome and a view, at every width.
pub async fn the_frame_is_thin(visit: &Visit) -> anyhow::Result<()> {
    let widget = visit.open(&HostPage::default()).await?;
    look(widget, "a question").await?;
    widget.answer("profil", "proche").await?;
    widget.answer("besoin", "soins").await?;
    widget.answer("urgence", "oui").await?;
    look(widget, "a stop").await?;
    widget.back().await?;
    widget.back().await?;
    widget.answer("besoin", "aidants").await?;
    look(widget, "the commune").await?;
    widget.commune_by_typing("clam", "92023").await?;
    look(widget, "an outcome").await?;
    widget.look_at("annuaire").await?;
    look(widget, "a view").await?;
    widget.click("[data-view=orientation]").await?;
    widget.wait_for("[data-screen=outcome]").await?;
    pictures::restore(visit).await
}

async fn look(widget: Widget<'_>, name: &str) -> anyhow::Result<()> {
    let visit = widget.visit;
    for width in WIDTHS {
        // Wide enough for a scroll bar beside the column.
        pictures::resize(visit, width + 40, 812).await?;
        let column = "document.body.style.maxWidth = `${arguments[0]}px`; scrollTo(0, 0);";
        visit.run(column, vec![json!(width)]).await?;
        let seen = visit.run(MEASURE, vec![]).await?;
        let read = |what: &str| seen[what].as_f64().with_context(|| format!("no {what}: {seen}"));
        let (top, side, lines) = (read("top")?, read("side")?, read("lines")?);
        println!(
            "{name} at {width} px: heading at {top:.0} px, emergency on {lines} line(s), targets {side:.0} px"
        );
        ensure!(
            (read("width")? - f64::from(width)).abs() < 1.0,
            "it is not {width} px wide: {seen}"
        );
        ensure!(read("count")? >= 4.0 && side >= TARGET, "{name} at {width} px: {seen}");
        ensure!(lines <= if width < PHONE { 2.0 } else { 1.0 }, "{name} at {width} px: {seen}");
        ensure!(width != PHONE || top <= HIGHEST, "{name} at {width} px: the heading is at {top}");
        let spills = widget.spills().await?;
        ensure!(spills.is_empty(), "{name} at {width} px does not fit:\n{}", spills.join("\n"));
    }
    ensure!(
        visit.run("return document.documentElement.scrollWidth <= innerWidth", vec![]).await?
            == json!(true)
    );
    Ok(())
}
