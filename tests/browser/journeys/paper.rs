//! What is printed: a sheet that one puts on a door, a professional's, and the views.

use std::{collections::BTreeMap, path::Path};

use anyhow::{Context, ensure};
use orientation_palliative::tool::{provision::Engine, vignettes};
use serde::Deserialize;
use serde_json::json;

use super::keep::reload_at;
use crate::{
    printed::{Printed, plain},
    visit::Visit,
    widget::Widget,
};

/// Every how many of the vignettes of `data/vignettes/` one is printed.
const EVERY: usize = 4;
/// Fewer outcomes than that would say little.
const OUTCOMES: usize = 60;
/// Sheets that take two pages, by the id of their situation: where a professional names no
/// commune, every structure of the department is named.
const TWO_PAGES: [&str; 2] = ["pro-domicile-3-12", "pro-ehpad-ne-sait-pas-13"];
/// Points in a CSS pixel.
const POINTS: f64 = 0.75;

/// What a sheet says, and how large.
#[derive(Debug, Deserialize)]
struct Said {
    dense: bool,
    /// Every text, with its size in pixels and what it is.
    texts: Vec<(String, f64, String)>,
    /// The numbers of the screen that stand there before anything is opened.
    shown: Vec<String>,
    /// Every structure and every number of the screen.
    all: Vec<String>,
}

const SAID: &str = "const root = document.querySelector('orientation-palliative').shadowRoot;
    const paper = root.querySelector('.op-paper');
    const texts = [];
    const walk = document.createTreeWalker(paper, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      const text = walk.currentNode.textContent.trim();
      const own = walk.currentNode.parentElement;
      const large = parseFloat(getComputedStyle(own).fontSize);
      if (text) texts.push([text, large, own.className]);
    }
    const part = '.op-part:is([data-part=now], [data-part=next]) > .op-group > .op-cards';
    const of = (selector) => [...root.querySelectorAll(selector)].map((one) => one.textContent);
    return { dense: paper.classList.contains('op-paper-dense'), texts,
      shown: of(`${part} .op-call`), all: of('.op-part .op-call, .op-part .op-name') };";

/// The situations to print: the answers of a link by the id of each.
fn outcomes() -> anyhow::Result<BTreeMap<String, String>> {
    let files = vignettes::load(Path::new("data")).map_err(|problems| {
        anyhow::anyhow!("the situations cannot be read: {:?}", problems.first())
    })?;
    let all = files.into_iter().flat_map(|(_, file)| file.vignettes).step_by(EVERY);
    let link = |answers: BTreeMap<String, String>| {
        let said: Vec<_> = answers.iter().map(|(q, a)| format!("{q}.{a}")).collect();
        said.join("~")
    };
    Ok(all.map(|one| (one.id, link(one.answers.into_iter().collect()))).collect())
}

/// Each outcome stands on one page, nothing of it is lost, and it is large enough to be
/// read where it hangs.
pub async fn an_outcome_fits_its_sheet(visit: &Visit) -> anyhow::Result<()> {
    visit.go(&[visit.site().standalone()?]).await?;
    Widget::new(visit, 0).ready().await?;
    let cdp = visit.session().web.cdp();
    cdp.send_raw("Emulation.setEmulatedMedia", json!({ "media": "print" })).await?;
    let (mut families, mut professionals) = (0, 0);
    for (id, answers) in outcomes()? {
        reload_at(visit, &format!("op=1~92~2025.1~o~00000000~{answers}")).await?;
        // An emergency stops before an outcome.
        if Widget::new(visit, 0).screen().await?.kind != "outcome" {
            continue;
        }
        let said = sheet(visit, &id).await.with_context(|| id.clone())?;
        *if said.dense { &mut professionals } else { &mut families } += 1;
    }
    cdp.send_raw("Emulation.setEmulatedMedia", json!({ "media": "" })).await?;
    ensure!(families + professionals >= OUTCOMES, "{families} and {professionals} sheets");
    ensure!(families > 10 && professionals > 10, "{families} and {professionals} sheets");
    visit.take_traces().await.map(drop)
}

/// Prints the outcome on display, and looks at the sheet.
async fn sheet(visit: &Visit, id: &str) -> anyhow::Result<Said> {
    let said: Said = serde_json::from_value(visit.run(SAID, vec![]).await?)?;
    let printed = Printed::of(visit, "sheet").await?;
    let most = if TWO_PAGES.contains(&id) { 2 } else { 1 };
    ensure!(printed.sheets <= most, "it takes {} pages", printed.sheets);
    let texts: Vec<_> = said.texts.iter().map(|(text, _, _)| text.clone()).collect();
    all_on_paper(&printed, &texts)?;
    all_on_paper(&printed, if said.dense { &said.all } else { &said.shown })?;
    large_enough(&said)?;
    Ok(said)
}

/// In points: 9 for professionals; 14 for families, 18 for the numbers, 10 for dates.
fn large_enough(said: &Said) -> anyhow::Result<()> {
    for (text, pixels, class) in &said.texts {
        let least = match class.as_str() {
            _ if said.dense => 9.0,
            "op-p-number" => 18.0,
            "op-p-fine" => 10.0,
            _ => 14.0,
        };
        let points = pixels * POINTS;
        ensure!(points >= least - 0.01, "{text:?} ({class}) has {points} points");
    }
    let numbers = said.texts.iter().filter(|(_, _, class)| class == "op-p-number").count();
    // The numbers of the emergency line may stand among them as well.
    ensure!(numbers <= 5, "{numbers} numbers");
    Ok(())
}

/// Long passages may be broken by a column: their words are looked for, in order.
fn all_on_paper(printed: &Printed, said: &[String]) -> anyhow::Result<()> {
    let read = [squeeze(&printed.text), squeeze(&printed.written)];
    for one in said {
        let is_there = read.iter().any(|text| text.contains(&squeeze(one)));
        ensure!(is_there, "{one:?} is not on paper: {}", printed.text);
    }
    Ok(())
}

/// Without white space, and without the hyphens at the ends of lines.
fn squeeze(text: &str) -> String {
    plain(text).chars().filter(|c| !c.is_whitespace() && *c != '-').collect()
}

/// The long lists of a family's sheet come on request, on a page of their own.
pub async fn long_lists_are_printed_on_request(visit: &Visit) -> anyhow::Result<()> {
    visit.go(&[visit.site().standalone()?]).await?;
    let widget = Widget::new(visit, 0);
    widget.ready().await?;
    let home = "urgence.non~profil.proche~besoin.soins~age.adulte~commune.92044~lieu.domicile";
    reload_at(visit, &format!("op=1~92~2025.1~o~00000000~{home}")).await?;
    let said: Said = serde_json::from_value(visit.run(SAID, vec![]).await?)?;
    let alone = Printed::of(visit, "lists-off").await?;
    let longest = said.all.last().context("no structure is shown")?;
    ensure!(alone.sheets == 1, "it takes {} pages", alone.sheets);
    ensure!(!squeeze(&alone.text).contains(&squeeze(longest)), "{longest} is on the first page");
    widget.open_and_click("[data-print-lists]").await?;
    let both = Printed::of(visit, "lists-on").await?;
    ensure!(both.sheets == 2, "with the lists it takes {} pages", both.sheets);
    all_on_paper(&both, &said.all)?;
    visit.take_traces().await.map(drop)
}

/// The views, each on its sheet, without the ways from one to another.
pub async fn the_views_fit_their_sheets(visit: &Visit) -> anyhow::Result<()> {
    visit.go(&[visit.site().standalone()?]).await?;
    let widget = Widget::new(visit, 0);
    widget.ready().await?;
    for (view, words) in [
        ("gradation", "si besoin, Une équipe de soins palliatifs"),
        ("couverture", "Rien que nous connaissions"),
        ("annuaire", "SSIAD de Bagneux"),
    ] {
        widget.look_at(view).await?;
        if view == "annuaire" {
            widget.shown("input[data-search]").await?.send_keys("ssiad bagneux").await?;
            widget.wait_for("[data-card]").await?;
        }
        let printed = Printed::of(visit, view).await?;
        printed.says(words)?;
        ensure!(printed.sheets == 1, "{view} takes {} sheets", printed.sheets);
        let way = "Être orienté";
        ensure!(!printed.text.contains(way), "{view} prints the way to the questions");
    }
    Ok(())
}

/// A host page that is printed by its own means: there the element prints its sheet,
/// with the numbers and without the screen.
pub async fn a_host_page_prints_its_outcome(visit: &Visit) -> anyhow::Result<()> {
    visit.open(&crate::host::HostPage::default()).await?;
    let carer = "op=1~92~2025.1~o~00000000~profil.proche~besoin.aidants~commune.92023";
    reload_at(visit, carer).await?;
    let said: Said = serde_json::from_value(visit.run(SAID, vec![]).await?)?;
    ensure!(!said.shown.is_empty(), "nobody to call");
    let printed = Printed::of(visit, "host").await?;
    all_on_paper(&printed, &said.shown)?;
    let texts: Vec<_> = said.texts.iter().map(|(text, _, _)| text.clone()).collect();
    all_on_paper(&printed, &texts)?;
    ensure!(!printed.text.contains("Copier le lien"), "the screen is printed: {}", printed.text);
    let left = visit.run("return JSON.stringify(history.state)", vec![]).await?;
    ensure!(left == json!("null"), "printing left {left}");
    visit.take_traces().await.map(drop)
}

/// On paper the emergency line stays. Chromium also shows the printed layout on screen,
/// which the PDF alone would not let one ask.
pub async fn the_printed_sheet_keeps_the_emergency_line(visit: &Visit) -> anyhow::Result<()> {
    visit.open(&crate::host::HostPage::default()).await?;
    let ehpad = "urgence.non~profil.malade~besoin.soins~age.adulte~commune.92009~lieu.ehpad";
    reload_at(visit, &format!("op=1~92~2025.1~o~00000000~{ehpad}")).await?;
    let widget = Widget::new(visit, 0);
    widget.wait_for("[data-screen=outcome]").await?;
    let printed = Printed::of(visit, "outcome").await?;
    for number in ["15", "18", "112", "114"] {
        printed.says(number)?;
    }
    if visit.session().engine == Engine::Chromium {
        let cdp = visit.session().web.cdp();
        cdp.send_raw("Emulation.setEmulatedMedia", json!({ "media": "print" })).await?;
        crate::pictures::take(visit, "outcome-print", 794).await?;
        let line = widget.text("[data-emergency]").await?.context("no emergency line")?;
        ensure!(line.contains("15"), "the printed emergency line does not name the 15: {line}");
        widget.wait_for(".op-paper").await?;
        cdp.send_raw("Emulation.setEmulatedMedia", json!({ "media": "" })).await?;
        crate::pictures::restore(visit).await?;
    }
    visit.take_traces().await.map(drop)
}
