//! Endurance: whatever is done, and however often, the widget stands there and the page
//! holds no more than before.

use std::collections::BTreeSet;

use anyhow::{Context, ensure};
use orientation_palliative::tool::provision::Engine;
use serde::Deserialize;
use serde_json::{Value, json};

use super::{
    hosts::{DEFERRED, ELEMENT, FILES, PAGE, page},
    keep_saved::DOWNLOADS,
};
use crate::{pictures, visit::Visit, widget::Widget};

/// How many widgets stand on the page, how often something is done, and how often in one
/// go: a driver's patience ends after half a minute.
const WIDGETS: usize = 10;
const ACTIONS: u32 = 5000;
const AT_ONCE: u32 = 250;
/// How many widgets come and go.
const MOUNTS: u32 = 2000;
/// How much more a page may hold afterwards. One widget alone holds more bytes of
/// JavaScript; wasm grows by blocks of 65,536.
const BYTES: f64 = 500_000.0;
const MEMORY: f64 = 2.0 * 65_536.0;
const FEW: f64 = 100.0;

/// What a page holds.
#[derive(Clone, Copy, Debug, Deserialize)]
struct Held {
    /// Bytes of every engine's memory.
    memory: f64,
    /// Listeners on what outlives a widget.
    listeners: f64,
    /// Elements, those of the shadow trees too.
    nodes: f64,
    /// Bytes of JavaScript, where the browser tells.
    #[serde(default)]
    bytes: f64,
}

#[derive(Deserialize)]
struct Found {
    states: Vec<String>,
    faults: Vec<String>,
}

/// Random clicks, keys, words, choices, removals and translations.
pub async fn whatever_is_done_the_widget_stands(visit: &Visit) -> anyhow::Result<()> {
    let element = ELEMENT.replacen('>', " historique=\"non\">", 1);
    open(visit, &element.repeat(WIDGETS)).await?;
    let script = format!(
        "{}\n{}",
        include_str!("../scripts/visitor.js"),
        include_str!("../scripts/monkey.js")
    );
    let mut states = BTreeSet::new();
    let mut before = None;
    // WebKit paints without help here and takes seven times as long as the others.
    let slower = if visit.session().engine == Engine::Webkit { 4 } else { 1 };
    let actions = ACTIONS / slower;
    for seed in 0..actions / AT_ONCE {
        let found = visit.run(&script, vec![json!(seed), json!(AT_ONCE)]).await?;
        let found: Found = serde_json::from_value(found)?;
        ensure!(found.faults.is_empty(), "seed {seed}: {:#?}", found.faults);
        states.extend(found.states);
        restart_all(visit).await?;
        // What is made once is made in the first rounds.
        if seed == 1 {
            before = Some(held(visit).await?);
        }
    }
    let after = held(visit).await?;
    println!("endurance: {actions} actions, {} kinds of screen, {after:?}", states.len());
    ensure!(states.len() >= 12, "only {states:?} were seen");
    flat(before.context("no round")?, after)?;
    super::hosts::silent(visit).await
}

/// Widgets come and go; the page holds what it held.
pub async fn two_thousand_widgets_leave_nothing(visit: &Visit) -> anyhow::Result<()> {
    open(visit, ELEMENT).await?;
    come_and_go(visit, AT_ONCE).await?; // what is made once is made now
    let before = held(visit).await?;
    come_and_go(visit, MOUNTS).await?;
    let after = held(visit).await?;
    println!("endurance: {MOUNTS} widgets came and went, {before:?}, then {after:?}");
    flat(before, after)?;
    super::hosts::silent(visit).await
}

/// A page that counts what it holds, and keeps what is handed out.
async fn open(visit: &Visit, body: &str) -> anyhow::Result<()> {
    let scripts =
        [include_str!("../scripts/held.js"), include_str!("../scripts/printer.js"), DOWNLOADS];
    let scripts = scripts.map(|script| format!("<script>{script}</script>")).concat();
    // What is not seen is not laid out: it takes no time.
    let style = "<style>orientation-palliative { content-visibility: auto; }</style>";
    visit.site().beside(PAGE, &page(&format!("{style}{scripts}{DEFERRED}"), body), "")?;
    visit.go(&FILES).await?;
    pictures::resize(visit, 420, 300).await?;
    for index in 0..body.matches("</orientation-palliative>").count() {
        Widget::new(visit, index).ready().await?;
    }
    Ok(())
}

/// Every widget at its first question again.
async fn restart_all(visit: &Visit) -> anyhow::Result<()> {
    let restart = "for (const host of document.querySelectorAll('orientation-palliative')) {
          const again = [...host.shadowRoot.querySelectorAll('[data-view=orientation], [data-action=restart]')];
          again.forEach((button) => button.isConnected && button.click());
        }";
    for _ in 0..2 {
        visit.run(restart, vec![]).await?;
    }
    Ok(())
}

/// Shows and ends that many widgets, one after the other.
async fn come_and_go(visit: &Visit, count: u32) -> anyhow::Result<()> {
    // WebKit's driver runs no microtask before the first turn.
    let script = "return (async () => {
        await turn();
        for (let left = arguments[0]; left > 0; left -= 1) {
          const element = OrientationPalliative.mount(document.body, {});
          await new Promise((done) =>
            element.addEventListener('orientation-palliative:ready', done, { once: true }));
          element.remove();
          await turn();
        } })();";
    let script = format!("{}\n{script}", include_str!("../scripts/visitor.js"));
    for _ in 0..count / AT_ONCE {
        visit.run(&script, vec![json!(AT_ONCE)]).await?;
    }
    Ok(())
}

/// What the page holds; in the engine that tells, with its garbage taken out.
async fn held(visit: &Visit) -> anyhow::Result<Held> {
    let mut held: Held = serde_json::from_value(visit.run("return held()", vec![]).await?)?;
    if visit.session().engine == Engine::Chromium {
        let tools = visit.session().web.cdp();
        // What ends a listener of Rust is itself collected, a little later.
        for _ in 0..4 {
            tools.send_raw("HeapProfiler.collectGarbage", json!({})).await?;
            tokio::time::sleep(std::time::Duration::from_millis(150)).await;
        }
        tools.send_raw("Performance.enable", json!({})).await?;
        let metrics: Value = tools.send_raw("Performance.getMetrics", json!({})).await?;
        let find = |name: &str| {
            let all = metrics["metrics"].as_array()?;
            all.iter().find(|metric| metric["name"] == name)?["value"].as_f64()
        };
        held.bytes = find("JSHeapUsedSize").context("no size of the heap")?;
        held.nodes = find("Nodes").context("no count of nodes")?;
        held.listeners = find("JSEventListeners").context("no count of listeners")?;
    }
    Ok(held)
}

fn flat(before: Held, after: Held) -> anyhow::Result<()> {
    let grown = [
        after.memory - before.memory,
        after.bytes - before.bytes,
        after.nodes - before.nodes,
        after.listeners - before.listeners,
    ];
    let most = [MEMORY, BYTES, FEW, FEW];
    let within = grown.iter().zip(most).all(|(grown, most)| *grown < most);
    ensure!(within, "grown by {grown:?} (memory, bytes, nodes, listeners), from {before:?}");
    Ok(())
}
