//! The widget among others: two of them, none, alone.

use anyhow::ensure;
use serde_json::json;

use super::hosts::{DEFERRED, FILES, PAGE, page, silent};
use super::paths;
use crate::{
    clock, expected,
    host::{FALLBACK, HostPage, SCRIPT},
    shown::Screen,
    visit::Visit,
    widget::Widget,
};

/// Answering in one leaves the other where it was.
pub async fn two_widgets_do_not_know_of_each_other(visit: &Visit) -> anyhow::Result<()> {
    let page = HostPage { widgets: 2, ..HostPage::default() };
    let first = visit.open(&page).await?;
    let second = Widget::new(visit, 1);
    second.answer("profil", "professionnel").await?;
    second.answer("besoin", "avis").await?;
    second.choose("urgence", "oui").await?;
    let keeps = async |_: &Screen| {
        ensure!(second.chosen().await? == "oui", "the second has lost its choice");
        Ok(())
    };
    first.walk(&paths::relative(), keeps).await?;
    expected::agrees(first, &paths::relative()).await?;
    ensure!(second.go_on().await?.kind == "stop", "the second has not gone on");
    ensure!(first.screen().await?.kind == "outcome", "the first has left its outcome");
    Ok(())
}

/// A `div` stands for the element, whatever else its attributes are for, and one that the
/// page brings in later does as well; what it held is the element's content.
pub async fn a_div_that_editors_keep_is_the_element(visit: &Visit) -> anyhow::Result<()> {
    let mark = "<div data-orientation-palliative data-profil=\"proche\" data-aos=\"fade-up\">\
                <p><a href=\"tel:15\">15</a></p></div>";
    visit.site().beside(PAGE, &page(DEFERRED, mark), "")?;
    visit.go(&FILES).await?;
    let first = Widget::new(visit, 0);
    first.ready().await?;
    let asked = first.screen().await?.question;
    ensure!(asked.as_deref() == Some("besoin"), "the profile was not read: {asked:?}");
    let inside = "return document.querySelectorAll(
        'div[data-orientation-palliative] > orientation-palliative > p > a').length";
    ensure!(visit.run(inside, vec![]).await? == json!(1), "its content is not the element's");
    let more = "document.body.insertAdjacentHTML('beforeend', arguments[0]);";
    visit.run(more, vec![json!(mark)]).await?;
    Widget::new(visit, 1).ready().await?;
    ensure!(visit.run(inside, vec![]).await? == json!(2), "the second is not inside its div");
    silent(visit).await
}

/// Where the engine has no `WebAssembly`, the element's own content is on display.
/// The webmaster may be told why in the console, but nothing is thrown.
pub async fn the_fallback_stays_without_webassembly(visit: &Visit) -> anyhow::Result<()> {
    let page = HostPage { before: "delete window.WebAssembly;".into(), ..HostPage::default() };
    visit.go(&[visit.site().host(&page)?, SCRIPT]).await?;
    let link = "const link = document.querySelector('orientation-palliative > a');
        return customElements.get('orientation-palliative') && link
            && link.getClientRects().length > 0 && link.textContent;";
    let shown = visit.wait("the fallback on display", link, vec![]).await?;
    ensure!(shown == json!(FALLBACK), "the fallback reads {shown}");
    let traces = visit.take_traces().await?;
    let thrown: Vec<_> = traces.said.iter().filter(|line| !line.starts_with("console.")).collect();
    ensure!(thrown.is_empty(), "thrown: {thrown:?}");
    ensure!(traces.stored.is_empty(), "stored: {:?}", traces.stored);
    Ok(())
}

/// The one file, alone in a folder, with its widget open to the trial.
pub async fn the_page_that_stands_alone_works(visit: &Visit) -> anyhow::Result<()> {
    visit.go(&[visit.site().standalone()?]).await?;
    walk_alone(visit).await
}

/// The same file with nothing added but the recorder, so that every engine tells
/// what it says.
pub async fn the_page_that_stands_alone_says_nothing(visit: &Visit) -> anyhow::Result<()> {
    visit.go(&[visit.site().standalone_recorded(clock::NIGHT)?]).await?;
    walk_alone(visit).await?;
    let recorded = visit.run("return Array.isArray(window.__journal)", vec![]).await?;
    ensure!(recorded == json!(true), "the recorder did not run");
    Ok(())
}

async fn walk_alone(visit: &Visit) -> anyhow::Result<()> {
    let widget = Widget::new(visit, 0);
    widget.ready().await?;
    widget.walk(&paths::relative(), async |_| Ok(())).await?;
    expected::agrees(widget, &paths::relative()).await
}
