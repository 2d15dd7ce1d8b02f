//! Whatever fails, help stands there: for every fault of a page or a browser that we know,
//! what the visitor sees within eight seconds.

use std::time::{Duration, Instant};

use anyhow::{Context, bail, ensure};
use serde_json::json;

use super::hosts::{DEFERRED, ELEMENT, FILES, PAGE, page};
use super::page_faults::{FAULTS, Seen};
use crate::{host::SCRIPT, visit::Visit};
use Seen::{Contacts, Content};

/// What stands on display.
const SEEN: &str = "const host = document.querySelector('orientation-palliative');
    const tree = host.shadowRoot;
    const shows = (root, what) => {
      const found = root && root.querySelector(what);
      return Boolean(found && found.getClientRects().length);
    };
    const call = \"a[href='tel:15']\";
    if (shows(tree, '[data-screen] input[type=radio]') && shows(tree, call)) return 'Widget';
    if (shows(tree, call)) return 'Contacts';
    return document.readyState === 'complete' && shows(host, call) ? 'Content' : null;";

/// How long a visitor waits at most.
pub const SOON: Duration = Duration::from_secs(8);

/// A page for each fault.
pub async fn whatever_fails_help_stands_there(visit: &Visit) -> anyhow::Result<()> {
    let mut wrong = Vec::new();
    for (name, script, wanted) in FAULTS {
        // A page that has lost its console or its events is not asked for its journal.
        let html = page(&format!("<script>{script}</script>{DEFERRED}"), ELEMENT);
        visit.site().beside(PAGE, &html, "")?;
        visit.go(&FILES).await?;
        let found = awaited(visit, name, wanted).await.with_context(|| name)?;
        wrong.extend(found);
    }
    visit.take_traces().await?;
    ensure!(wrong.is_empty(), "{wrong:#?}");
    Ok(())
}

/// Waits for what must be seen; gives what is seen instead.
async fn awaited(visit: &Visit, name: &str, wanted: Seen) -> anyhow::Result<Option<String>> {
    let start = Instant::now();
    let engine = visit.session().engine;
    let mut seen = json!(null);
    while start.elapsed() < SOON {
        seen = visit.run(SEEN, vec![]).await?;
        if seen == json!(format!("{wanted:?}")) && (wanted != Content || settled(visit).await?) {
            println!(
                "fault, {engine}: {name}: {wanted:?} after {} ms",
                start.elapsed().as_millis()
            );
            return Ok(None);
        }
        tokio::time::sleep(Duration::from_millis(15)).await;
    }
    Ok(Some(format!("{name}: {seen} instead of {wanted:?}")))
}

/// What stands there stays there.
async fn settled(visit: &Visit) -> anyhow::Result<bool> {
    tokio::time::sleep(Duration::from_millis(300)).await;
    Ok(visit.run(SEEN, vec![]).await? == json!("Content"))
}

/// Makes every function of the engine trap once the page says so.
pub const TRAP: &str = "<script>(() => {
    const own = WebAssembly.instantiate;
    const faulty = (work) => (...given) => {
      if (window.stopsDead) throw new WebAssembly.RuntimeError('unreachable');
      return work(...given);
    };
    WebAssembly.instantiate = async (...given) => {
      const { instance } = await own.apply(WebAssembly, given);
      const all = Object.entries(instance.exports).map(([name, value]) =>
        [name, typeof value === 'function' ? faulty(value) : value]);
      return { instance: { exports: Object.fromEntries(all) } };
    };
  })()</script>";

/// Rust stops dead before the first question stands there.
pub async fn a_trap_at_the_start_shows_the_contacts(visit: &Visit) -> anyhow::Result<()> {
    let script = format!("<script>window.stopsDead = true;</script>{TRAP}{DEFERRED}");
    visit.site().beside(PAGE, &page(&script, ELEMENT), "")?;
    visit.go(&FILES).await?;
    if let Some(wrong) = awaited(visit, "a trap at the start", Contacts).await? {
        bail!("{wrong}");
    }
    visit.take_traces().await?;
    Ok(())
}

/// Rust stops dead at each question, on the outcome and in each view: the
/// contacts come.
pub async fn a_trap_at_any_step_shows_the_contacts(visit: &Visit) -> anyhow::Result<()> {
    let answers = [("profil", "proche"), ("besoin", "aidants"), ("commune", "92023")];
    let views = ["annuaire", "carte", "gradation", "couverture", "lexique", "logigramme"];
    for step in 0..=answers.len() + views.len() {
        visit.site().beside(PAGE, &page(&format!("{TRAP}{DEFERRED}"), ELEMENT), "")?;
        visit.go(&FILES).await?;
        let widget = crate::widget::Widget::new(visit, 0);
        widget.ready().await?;
        for (question, answer) in answers.iter().take(step) {
            match *question {
                "commune" => drop(widget.commune_by_list(answer).await?),
                _ => drop(widget.answer(question, answer).await?),
            }
        }
        if let Some(view) = step.checked_sub(answers.len() + 1) {
            widget.look_at(views[view]).await?;
        }
        let stop = "window.stopsDead = true;
            const root = document.querySelector('orientation-palliative').shadowRoot;
            const screen = root.querySelector('[data-screen]');
            (screen.querySelector('input') || root.querySelector('button[data-view], [data-action]')).click();
            const next = root.querySelector('[data-action=continue], [data-action=restart], button');
            if (next) next.click();
            return screen.dataset.screen;";
        let screen = visit.run(stop, vec![]).await?;
        if let Some(wrong) =
            awaited(visit, &format!("a trap on {screen}, {step}"), Contacts).await?
        {
            bail!("{wrong}");
        }
        visit.take_traces().await?;
    }
    Ok(())
}

/// One letter after the other of the bytes that the script carries is another: each
/// change is noticed before anything runs.
pub async fn every_changed_letter_is_noticed(visit: &Visit) -> anyhow::Result<()> {
    let decode = include_str!("../../../src/embed/decode.js");
    let script = visit.site().packaged(SCRIPT)?;
    let mut constants = String::new();
    for name in ["WASM", "BUNDLE"] {
        for part in ["", "_ORDER", "_SIZE", "_SUM"] {
            let start = format!("const {name}{part} = ");
            let found = script.lines().find(|line| line.starts_with(&start));
            let found = found.ok_or_else(|| anyhow::anyhow!("no {start} in the script"))?;
            // Firefox runs a trial's scripts beside the page: it sees variables only.
            constants += &found.replacen("const", "var", 1);
            constants.push('\n');
        }
    }
    let html = page(&format!("<script>{decode}{constants}</script>"), "");
    visit.site().beside(PAGE, &html, "")?;
    visit.go(&[PAGE, "recorder.js"]).await?;
    let script = format!("{}\n{}", include_str!("../scripts/visitor.js"), CHANGED);
    let found = visit.run(&script, vec![json!(200)]).await?;
    println!("altered letters: {found}");
    ensure!(found == json!({ "whole": 2, "changed": 200, "noticed": 200 }), "{found}");
    Ok(())
}

const CHANGED: &str = "const [count] = arguments;
    const chance = dice(12);
    const parts = [[WASM, WASM_ORDER, WASM_SIZE, WASM_SUM], [BUNDLE, BUNDLE_ORDER, BUNDLE_SIZE, BUNDLE_SUM]];
    const whole = parts.filter((part) => decode(...part)).length;
    let noticed = 0;
    for (let at = 0; at < count; at += 1) {
      const [text, ...rest] = parts[at % 2];
      const place = Math.floor(chance() * text.length);
      let letter = text[place];
      while (letter === text[place]) letter = 'abcdefghijklmnopqrstuvwxyz'[Math.floor(chance() * 26)];
      if (!decode(text.slice(0, place) + letter + text.slice(place + 1), ...rest)) noticed += 1;
    }
    return { whole, changed: count, noticed };";
