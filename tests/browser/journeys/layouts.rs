//! Any width, any root font: what a host's layout does to the widget.

use anyhow::{Context, ensure};
use serde_json::Value;

use super::hosts::{DEFERRED, ELEMENT, FILES, PAGE, page};
use crate::{pictures, session::Session, visit::Visit, widget::Widget};

/// The narrowest it may be, in CSS pixels.
const NARROWEST: f64 = 260.0;
/// The hosts' layouts: name, what stands before the element, what stands after.
const LAYOUTS: [(&str, &str, &str); 20] = [
    ("block", "<div>", "</div>"),
    ("flex row", "<div style='display:flex'>", "</div>"),
    (
        "flex row beside a menu",
        "<div style='display:flex'><p style='flex:none;width:200px'>Menu</p>",
        "</div>",
    ),
    ("flex row, centred", "<div style='display:flex;justify-content:center'>", "</div>"),
    ("nested flex item", "<div style='display:flex'><div>", "</div></div>"),
    (
        "stack at the start",
        "<div style='display:flex;flex-direction:column;align-items:flex-start'>",
        "</div>",
    ),
    (
        "stack in the middle",
        "<div style='display:flex;flex-direction:column;align-items:center'>",
        "</div>",
    ),
    (
        "nested in a centred stack",
        "<div style='display:flex;flex-direction:column;align-items:center'><div>",
        "</div></div>",
    ),
    (
        "grid, auto columns",
        "<div style='display:grid;grid-template-columns:auto auto'><p>Menu</p>",
        "</div>",
    ),
    ("grid, centred", "<div style='display:grid;place-items:center'>", "</div>"),
    ("dialog", "<dialog open style='position:static'>", "</dialog>"),
    ("float", "<div style='float:left'>", "</div>"),
    ("inline-block", "<div style='display:inline-block'>", "</div>"),
    ("table cell", "<table><tr><td>", "</td></tr></table>"),
    ("css table", "<div style='display:table'>", "</div>"),
    ("fit-content", "<div style='width:fit-content'>", "</div>"),
    ("min-content", "<div style='width:min-content'>", "</div>"),
    ("max-content", "<div style='width:max-content'>", "</div>"),
    ("centred column", "<div style='max-width:60ch;margin:0 auto'>", "</div>"),
    ("absolute box", "<div style='position:absolute'>", "</div>"),
];
/// In addition, in the inline parents that editors make.
const INLINE: (&str, &str, &str) = ("inline span", "<p><span>", "</span></p>");
const ROOTS: [&str; 4] = ["100%", "62.5%", "10px", "6px"];

/// The width, the size of the smallest letters, and those of a radio and of the button.
const MEASURE: &str = "
    const host = document.querySelector('orientation-palliative');
    const root = host.shadowRoot;
    const box = (selector) => root.querySelector(selector).getBoundingClientRect();
    const size = (element) => parseFloat(getComputedStyle(element).fontSize);
    return {
      width: host.getBoundingClientRect().width,
      letters: Math.min(...[...root.querySelectorAll('.op p, .op label, .op button')].map(size)),
      text: size(root.querySelector('.op-choice')), heading: size(root.querySelector('[data-heading]')),
      radio: box('input').width, button: box('[data-action=continue]').height,
      choice: box('.op-choice').height,
    };";

/// In each layout, at a desk's width and at a phone's, it takes the room there is, and
/// never less than 260 px.
pub async fn every_layout_gives_it_room(visit: &Visit) -> anyhow::Result<()> {
    for (name, before, after) in LAYOUTS.into_iter().chain([INLINE]) {
        visit.site().beside(PAGE, &page(DEFERRED, &format!("{before}{ELEMENT}{after}")), "")?;
        let mut widths = Vec::new();
        for window in [800, 375] {
            visit.go(&FILES).await?;
            pictures::resize(visit, window, 812).await?;
            let widget = Widget::new(visit, 0);
            widget.ready().await?;
            let width = measure(visit).await?["width"].as_f64().context("no width")?;
            ensure!(width >= NARROWEST, "{name} at {window} px: it is {width} px wide");
            let room = f64::from(pictures::column(window));
            ensure!(width <= room + 1.0, "{name} at {window} px: it is {width} px wide");
            let spills = widget.spills().await?;
            ensure!(spills.is_empty(), "{name} at {window} px:\n{}", spills.join("\n"));
            widths.push(width.round());
        }
        println!("{name}: {widths:?} px wide");
    }
    pictures::restore(visit).await
}

/// Whatever the host's root says, in the layouts that shrink and in those that do not.
pub async fn letters_keep_their_size(visit: &Visit) -> anyhow::Result<()> {
    let mut usual: Option<Value> = None;
    for root in ROOTS {
        for (name, before, after) in LAYOUTS {
            let head = format!("<style>html {{ font-size: {root} }}</style>{DEFERRED}");
            visit.site().beside(PAGE, &page(&head, &format!("{before}{ELEMENT}{after}")), "")?;
            visit.go(&FILES).await?;
            Widget::new(visit, 0).ready().await?;
            let mut seen = measure(visit).await?;
            let width = seen["width"].take().as_f64().context("no width")?;
            ensure!(width >= NARROWEST, "{name}, {root}: it is {width} px wide");
            // A narrow one has longer choices; the letters are the same.
            seen["choice"].take();
            let usual = usual.get_or_insert_with(|| seen.clone());
            ensure!(*usual == seen, "{name}, root at {root}: {seen}, usually {usual}");
        }
    }
    println!("the same under {ROOTS:?}: {}", usual.unwrap_or_default());
    Ok(())
}

/// A visitor who has set larger letters in the browser has them, whatever the root says.
pub async fn letters_follow_the_visitor(visit: &Visit) -> anyhow::Result<()> {
    let head = format!("<style>html {{ font-size: 62.5% }}</style>{DEFERRED}");
    visit.site().beside(PAGE, &page(&head, ELEMENT), "")?;
    visit.go(&FILES).await?;
    Widget::new(visit, 0).ready().await?;
    let usual = measure(visit).await?;
    visit.leave().await?;
    let larger = visit.with(Session::with_letters(visit.session().engine, 24).await?);
    let seen = async {
        larger.go(&FILES).await?;
        Widget::new(&larger, 0).ready().await?;
        measure(&larger).await
    }
    .await;
    larger.close().await;
    let seen = seen?;
    for what in ["text", "heading", "radio"] {
        let read = |from: &Value| from[what].as_f64().context("no size");
        let grown = read(&seen)? / read(&usual)?;
        ensure!((grown - 1.5).abs() < 0.02, "{what} grows by {grown}: {usual}, {seen}");
    }
    Ok(())
}

async fn measure(visit: &Visit) -> anyhow::Result<Value> {
    visit.run(MEASURE, vec![]).await
}
