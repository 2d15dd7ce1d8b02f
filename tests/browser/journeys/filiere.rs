//! Another filière: built in, or carried by the page.

use std::path::Path;

use anyhow::{Context, ensure};
use orientation_palliative::packaging;
use orientation_palliative::tool::{dataset, inline, new_filiere};
use serde_json::json;

use super::hosts::{DEFERRED, ELEMENT, PAGE, page, walk};
use crate::{
    host::{READER, SCRIPT},
    visit::Visit,
    widget::Widget,
};

const SECOND: &str = "<script src=\"orientation-palliative.donnees.js\" defer></script>";
const BOTH: [&str; 4] = [PAGE, "recorder.js", SCRIPT, READER];
const STRICT: &str = "Content-Security-Policy: default-src 'none'; img-src data:; script-src 'self' 'wasm-unsafe-eval'";

/// The widget with another filière built in: its questions, its rows, no map.
pub async fn another_filiere_is_built_in(visit: &Visit) -> anyhow::Result<()> {
    let dir = brume(visit)?;
    let data = dataset::load_proven(&dir).map_err(|problems| anyhow::anyhow!("{problems:?}"))?;
    visit.site().beside(PAGE, &page(DEFERRED, ELEMENT), "")?;
    visit
        .site()
        .write(SCRIPT, &packaging::with_dataset(&visit.site().packaged(SCRIPT)?, &data)?)?;
    visit.go(&[PAGE, "recorder.js", SCRIPT]).await?;
    let widget = Widget::new(visit, 0);
    widget.ready().await?;
    is_brume(widget).await?;
    widget.look_at("couverture").await?;
    let table = widget.text("[data-screen=couverture]").await?.context("no table")?;
    for told in ["Amont", "Aval", "Ligne de nuit", "Lits de soins palliatifs"] {
        ensure!(table.contains(told), "« {told} » is not in {table}");
    }
    Ok(())
}

/// Beside an element with the embedded dataset, under a strict policy, the second
/// script before the first.
pub async fn a_page_carries_its_own_dataset(visit: &Visit) -> anyhow::Result<()> {
    let block = block(visit)?;
    let html = page(&format!("{SECOND}{DEFERRED}"), &format!("{}{ELEMENT}{block}", carried()));
    open(visit, &html, STRICT).await?;
    let own = Widget::new(visit, 0);
    own.ready().await?;
    is_brume(own).await?;
    let embedded = Widget::new(visit, 1);
    embedded.ready().await?;
    let asked = embedded.screen().await?.question;
    ensure!(asked.as_deref() == Some("profil"), "the embedded one asks {asked:?}");
    Ok(())
}

/// The second script after the first, and the data before both.
pub async fn the_second_script_may_come_last(visit: &Visit) -> anyhow::Result<()> {
    let script = "<script src=\"orientation-palliative.js\"></script>";
    let second = "<script src=\"orientation-palliative.donnees.js\" async></script>";
    let html = page(&format!("{script}{second}"), &format!("{}{}", block(visit)?, carried()));
    open(visit, &html, "").await?;
    let widget = Widget::new(visit, 0);
    widget.ready().await?;
    is_brume(widget).await
}

/// Every problem is told, with its part and its place; the embedded dataset stays.
pub async fn bad_data_are_refused_with_their_problems(visit: &Visit) -> anyhow::Result<()> {
    let block = block(visit)?;
    let bad = block.replacen("\"join\":\"and\"", "\"join\":\"with\"", 2);
    let bad = bad.replacen("\"state\":\"empty\"", "\"state\":\"nothing\"", 1);
    ensure!(bad != block, "the block is as it was");
    let html = page(&format!("{DEFERRED}{SECOND}"), &format!("{}{bad}", carried()));
    open(visit, &html, "").await?;
    walk(visit).await?;
    told(visit, &["flow.json: /rules/0", "flow.json: /rules/1", "table.json: /rows/3"]).await
}

/// Whoever forgot it is told which script to add.
pub async fn the_missing_second_script_is_told(visit: &Visit) -> anyhow::Result<()> {
    let html = page(DEFERRED, &format!("{}{}", carried(), block(visit)?));
    visit.site().beside(PAGE, &html, "")?;
    visit.go(&[PAGE, "recorder.js", SCRIPT]).await?;
    walk(visit).await?;
    told(visit, &["donnees=\"filiere-brume\"", READER]).await
}

/// A path in the terms of the invented filière, and no map.
async fn is_brume(widget: Widget<'_>) -> anyhow::Result<()> {
    for (question, answer) in [("profil", "famille"), ("demande", "soins"), ("danger", "non")] {
        widget.answer(question, answer).await?;
    }
    widget.type_commune("gue").await?;
    widget.click("[data-suggestion=\"00003\"]").await?;
    widget.go_on().await?;
    // A family is led somewhere before it is asked how things go.
    widget.refine("situation").await?;
    widget.answer("situation", "2").await?;
    let outcome = widget.outcome().await?;
    let cards: Vec<_> =
        outcome.groups.iter().flat_map(|g| &g.cards).map(|c| c.id.as_str()).collect();
    ensure!(cards.contains(&"equipe-des-deux-rives"), "the outcome shows {cards:?}");
    ensure!(outcome.absences.iter().any(|a| a.row == "lits"), "{:?}", outcome.absences);
    let views = "return [...document.querySelector('orientation-palliative').shadowRoot\
        .querySelectorAll('[data-view]')].map((button) => button.dataset.view)";
    let views = widget.visit.run(views, vec![]).await?;
    let expected = json!(["orientation", "annuaire", "gradation", "couverture", "lexique"]);
    ensure!(views == expected, "the views offered are {views}");
    Ok(())
}

/// The console holds one line of the widget, with each of these in it.
async fn told(visit: &Visit, parts: &[&str]) -> anyhow::Result<()> {
    let said = visit.take_traces().await?.said;
    let own: Vec<_> = said.iter().filter(|l| l.contains("[orientation-palliative]")).collect();
    ensure!(own.len() == 1, "told {said:?}");
    for part in parts.iter().chain(&["Les données embarquées"]) {
        ensure!(own[0].contains(part), "« {part} » is not told: {said:?}");
    }
    Ok(())
}

async fn open(visit: &Visit, html: &str, headers: &str) -> anyhow::Result<()> {
    visit.site().beside(PAGE, html, headers)?;
    visit.site().write(READER, &visit.site().packaged(READER)?)?;
    visit.go(&BOTH).await
}

fn carried() -> String {
    ELEMENT.replacen(
        "<orientation-palliative",
        "<orientation-palliative donnees=\"filiere-brume\"",
        1,
    )
}

fn block(visit: &Visit) -> anyhow::Result<String> {
    inline::block(&brume(visit)?).map_err(|problems| anyhow::anyhow!("{problems:?}"))
}

/// The starting point of another filière, in a folder of this visit's.
fn brume(visit: &Visit) -> anyhow::Result<std::path::PathBuf> {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join("brume").join(&visit.site().name);
    let _ = std::fs::remove_dir_all(&dir);
    new_filiere::write(&dir)?;
    Ok(dir)
}
