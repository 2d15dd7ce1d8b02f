//! The views beside the questions, as people look through them.

use anyhow::{Context, ensure};
use orientation_palliative::model::territory_name;
use serde_json::json;
use thirtyfour::Key;

use super::keep_saved::DOWNLOADS;
use crate::{
    axe, expected::DATA, host::HostPage, keyboard, pictures, visit::Visit, widget::Widget,
};

/// The views beside the questions, as the attribute `vues` names them.
const VIEWS: [&str; 5] = ["annuaire", "carte", "gradation", "couverture", "lexique"];

async fn open<'v>(visit: &'v Visit, view: &str) -> anyhow::Result<Widget<'v>> {
    let widget = visit.open(&HostPage::default()).await?;
    widget.look_at(view).await?;
    Ok(widget)
}

async fn search(widget: Widget<'_>, typed: &str) -> anyhow::Result<()> {
    let field = widget.shown("[data-search]").await?;
    field.clear().await?;
    Ok(field.send_keys(typed).await?)
}

/// What is typed as the contract misspells it is found, marked and counted.
pub async fn a_structure_is_found_by_its_misspelt_name(visit: &Visit) -> anyhow::Result<()> {
    let widget = open(visit, "annuaire").await?;
    search(widget, "Béchère").await?;
    widget.wait_for("[data-card=beclere] mark").await?;
    let told = widget.text("[data-found]").await?.context("nothing is counted")?;
    ensure!(told.starts_with(|c: char| c.is_ascii_digit() || c == 'U'), "{told}");
    search(widget, "xyzzy").await?;
    widget.wait_for("[data-found]:not(:empty)").await?;
    ensure!(widget.text("[data-card]").await?.is_none(), "something answers to no word");
    Ok(())
}

/// A filter narrows what is shown, without a word typed.
pub async fn a_filter_narrows_the_directory(visit: &Visit) -> anyhow::Result<()> {
    let widget = open(visit, "annuaire").await?;
    widget.click(".op-filters > summary").await?;
    widget.pick("[data-filter=op-by-kind]", "usp").await?;
    widget.wait_for("[data-card=notre-dame-du-lac]").await?;
    widget.pick("[data-filter=op-by-territory]", "sud").await?;
    widget.wait_for("[data-found]").await?;
    let none = widget.text("[data-card]").await?;
    ensure!(none.is_none(), "no unit is listed in the south, and {none:?} is shown");
    Ok(())
}

/// A commune chosen by touch, then the next one by an arrow key; what is missing
/// there is told; a neighbouring department opens.
pub async fn the_map_tells_what_a_commune_has_and_lacks(visit: &Visit) -> anyhow::Result<()> {
    let widget = open(visit, "carte").await?;
    for commune in &DATA.communes.communes {
        let tile = format!("[data-tile=\"{}\"]", commune.code);
        let named = widget.text(&tile).await?.unwrap_or_default();
        let territory = territory_name(&DATA, &commune.territory);
        let whole = format!("{} (Secteur {territory})", commune.name);
        ensure!(named.ends_with(&whole), "the tile of {} is read as {named:?}", commune.name);
    }
    widget.click("[data-tile=\"92023\"]").await?;
    widget.wait_for("[data-chosen=\"92023\"] [data-gap=usp]").await?;
    widget.wait_for("[data-chosen=\"92023\"] [data-card=dac-sud-osmose]").await?;
    keyboard::press(visit, Key::Right).await?;
    widget.wait_for("[data-chosen=\"92020\"]").await?;
    ensure!(widget.text("[data-chosen=\"92023\"]").await?.is_none(), "two communes are chosen");
    widget.click("[data-department=\"91\"] > summary").await?;
    widget.wait_for("[data-department=\"91\"] [data-card=dourdan]").await
}

/// Each team opens to the structures of the commune.
pub async fn the_gradation_opens_to_the_teams_of_a_commune(visit: &Visit) -> anyhow::Result<()> {
    let widget = open(visit, "gradation").await?;
    widget.pick("[data-place]", "92050").await?;
    widget.click("[data-level=\"3\"] details > summary").await?;
    let told = widget.text("[data-level=\"3\"] details[open]").await?.context("nothing opens")?;
    ensure!(told.contains("Nord"), "Nanterre’s team is not told: {told}");
    Ok(())
}

/// Holes are said in words, and the table can be taken away.
pub async fn the_coverage_says_its_holes_and_can_be_taken_away(
    visit: &Visit,
) -> anyhow::Result<()> {
    let page = HostPage { before: DOWNLOADS.to_owned(), ..HostPage::default() };
    let widget = visit.open(&page).await?;
    widget.look_at("couverture").await?;
    for (row, state) in [("usp", "empty"), ("appui-telephonique", "not-covered")] {
        let cell = format!("[data-row={row}] td[data-state={state}]");
        let told = widget.text(&cell).await?.with_context(|| format!("no {cell}"))?;
        ensure!(!told.trim().is_empty(), "{cell} says nothing");
    }
    widget.click("[data-action=csv]").await?;
    let table = visit.wait("a file", "return window.blob && window.blob.text()", vec![]).await?;
    let table = table.as_str().context("the file is no text")?;
    ensure!(table.contains("Garantie;") && table.lines().count() > 10, "{table}");
    ensure!(visit.run("return window.file", vec![]).await? == json!("couverture.csv"));
    Ok(())
}

/// A term is explained in place.
pub async fn a_term_opens_where_it_stands(visit: &Visit) -> anyhow::Result<()> {
    let widget = open(visit, "annuaire").await?;
    search(widget, "USP").await?;
    widget.click("[data-card] .op-term-open[aria-expanded=false]").await?;
    widget.wait_for("[data-card] [data-term]").await?;
    widget.click("[data-card] .op-term-open[aria-expanded=true]").await?;
    ensure!(widget.text("[data-card] [data-term]").await?.is_none(), "it does not close");
    Ok(())
}

/// Whoever looks elsewhere finds their questions again as they were.
pub async fn the_answers_stay_while_one_looks_elsewhere(visit: &Visit) -> anyhow::Result<()> {
    let widget = visit.open(&HostPage::default()).await?;
    widget.answer("profil", "proche").await?;
    widget.look_at("lexique").await?;
    widget.click("[data-view=orientation]").await?;
    widget.wait_for("[data-question=besoin]").await
}

/// A page that asks for one view shows it alone, without a way to the others.
pub async fn a_page_may_offer_one_view_only(visit: &Visit) -> anyhow::Result<()> {
    let attributes = "vues=\"couverture\"".to_owned();
    let widget = visit.open(&HostPage { attributes, ..HostPage::default() }).await?;
    widget.wait_for("[data-screen=couverture]").await?;
    ensure!(widget.text("nav").await?.is_none(), "a way to nowhere is offered");
    let back = widget.text("[data-view=orientation]").await?;
    ensure!(back.is_none(), "questions that the page does not want are offered");
    Ok(())
}

/// No rule is broken and everything fits, on a phone and on a desk.
pub async fn every_view_fits_and_breaks_no_rule(visit: &Visit) -> anyhow::Result<()> {
    for width in [320, 1280] {
        pictures::resize(visit, width, 900).await?;
        let page = HostPage { column: pictures::column(width), ..HostPage::default() };
        let widget = visit.open(&page).await?;
        for view in VIEWS {
            widget.look_at(view).await?;
            furnish(widget, view).await?;
            pictures::take(visit, view, width).await?;
            let spills = widget.spills().await?;
            ensure!(spills.is_empty(), "{view} at {width} px does not fit:\n{}", spills.join("\n"));
            axe::check(visit, view).await?;
        }
        visit.leave().await?;
    }
    pictures::restore(visit).await
}

/// Shows something in a view that begins empty, and opens what is folded.
async fn furnish(widget: Widget<'_>, view: &str) -> anyhow::Result<()> {
    match view {
        "annuaire" => search(widget, "EMSP").await?,
        "carte" => widget.click("[data-tile=\"92023\"]").await?,
        _ => {}
    }
    widget.look("unfold", json!([])).await.map(drop)
}
