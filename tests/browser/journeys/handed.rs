//! What is handed to the system: shared, put in an address book, in downloads; and
//! which widget a link speaks to.

use anyhow::{Context, ensure};
use serde_json::json;

use super::{
    keep::{quiet, reload_at},
    keep_saved::DOWNLOADS,
    paths,
};
use crate::{
    expected,
    host::{HostPage, SCRIPT, opened},
    visit::Visit,
    widget::Widget,
};

/// A system that shares: the first time the visitor changes their mind, then it fails.
const SHARING: &str = "Object.defineProperty(navigator, 'share', { value: (what) => {
    const name = window.shared ? 'DataError' : 'AbortError';
    window.shared = what;
    return Promise.reject(Object.assign(new Error(name), { name }));
} });";

/// The page with two widgets, each with a name.
const TWO: &str = "<!DOCTYPE html><html lang=\"fr\"><head><meta charset=\"utf-8\">\
    <title>Deux</title><link rel=\"icon\" href=\"data:,\"><script src=\"recorder.js\"></script>\
    <script>Object.defineProperty(navigator, 'clipboard', { value: {\
    writeText: (text) => { window.copied = text; return Promise.resolve(); } } });</script>\
    <script src=\"orientation-palliative.js\" defer></script></head><body>\
    <orientation-palliative id=\"un\"></orientation-palliative>\
    <orientation-palliative id=\"l’été\"></orientation-palliative></body></html>";

/// Where the system shares, it is given the sheet; who changes their mind is told
/// nothing, and a failure is told.
pub async fn what_is_shared_is_the_sheet(visit: &Visit) -> anyhow::Result<()> {
    let widget = visit.open(&page(SHARING)).await?;
    widget.walk(&paths::relative(), async |_| Ok(())).await?;
    widget.click("[data-action=share]").await?;
    let shared = visit.wait("what is shared", "return window.shared", vec![]).await?;
    let text = shared["text"].as_str().context("no text is shared")?;
    ensure!(text.contains("15, 18, 112, 114"), "{text} lacks the emergency numbers");
    ensure!(shared["title"].as_str().is_some_and(|title| !title.is_empty()), "no title");
    let told = widget.text("[data-told]").await?.unwrap_or_default();
    ensure!(told.is_empty(), "changing one's mind is told: {told}");
    widget.click("[data-action=share]").await?;
    let told = "const host = document.querySelector('orientation-palliative');
        return host.shadowRoot.querySelector('.op-keep [data-told]').textContent.length > 20;";
    visit.wait("the failure, told", told, vec![]).await.map(drop)
}

/// A structure for one's own address book, as a file of that kind.
pub async fn a_structure_goes_to_the_address_book(visit: &Visit) -> anyhow::Result<()> {
    let widget = visit.open(&page(DOWNLOADS)).await?;
    widget.walk(&paths::relative(), async |_| Ok(())).await?;
    let number = widget.text(".op-call").await?.context("no number")?;
    widget.open_and_click("[data-action=vcard]").await?;
    let card = visit.wait("a file", "return window.blob && window.blob.text()", vec![]).await?;
    let card = card.as_str().context("the file is no text")?;
    ensure!(card.starts_with("BEGIN:VCARD\r\n") && card.ends_with("END:VCARD\r\n"), "{card}");
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let own = digits(&number).split_off(1);
    ensure!(digits(card).contains(&own), "{card} lacks {number}");
    let file = visit.run("return [window.file, window.blob.type]", vec![]).await?;
    ensure!(file[0].as_str().is_some_and(|name| name.strip_suffix(".vcf").is_some()), "{file}");
    ensure!(file[1].as_str().is_some_and(|kind| kind.starts_with("text/vcard")), "{file}");
    Ok(())
}

/// On a page with several widgets, a link reopens the one it was copied from.
pub async fn a_link_speaks_to_its_own_widget(visit: &Visit) -> anyhow::Result<()> {
    visit.site().beside("deux.html", TWO, "")?;
    visit.go(&["deux.html", "recorder.js", SCRIPT]).await?;
    let (first, second) = (Widget::new(visit, 0), Widget::new(visit, 1));
    first.ready().await?;
    second.ready().await?;
    second.walk(&paths::relative(), async |_| Ok(())).await?;
    second.open_and_click("[data-action=link]").await?;
    let link = visit.wait("a copied link", "return window.copied", vec![]).await?;
    let fragment = link.as_str().and_then(|link| link.split_once('#')).context("no fragment")?.1;
    ensure!(fragment.ends_with("&id=l%E2%80%99%C3%A9t%C3%A9"), "{fragment} names no widget");
    reload_at(visit, fragment).await?;
    second.ready().await?;
    expected::agrees(second, &paths::relative()).await?;
    ensure!(first.screen().await?.question.as_deref() == Some("profil"), "the first moved");
    quiet(visit).await
}

/// The copy is made without any request, also by a script that comes from elsewhere.
pub async fn a_script_from_elsewhere_makes_its_copy(visit: &Visit) -> anyhow::Result<()> {
    let elsewhere = visit.base().replace("127.0.0.1", "localhost");
    let html = format!(
        "<!DOCTYPE html><html lang=\"fr\"><head><meta charset=\"utf-8\"><title>Ailleurs</title>\
         <link rel=\"icon\" href=\"data:,\"><script>{DOWNLOADS}</script>\
         <script src=\"{elsewhere}{SCRIPT}\" defer></script></head>\
         <body><orientation-palliative></orientation-palliative></body></html>"
    );
    visit.site().beside("ailleurs.html", &opened(&html)?, "")?;
    visit.go(&["ailleurs.html", SCRIPT]).await?;
    let widget = Widget::new(visit, 0);
    widget.ready().await?;
    widget.walk(&paths::relative(), async |_| Ok(())).await?;
    let asked = visit.asked().len();
    widget.open_and_click("[data-action=save]").await?;
    let copy = visit.wait("a file", "return window.blob && window.blob.text()", vec![]).await?;
    ensure!(visit.asked().len() == asked, "making the copy asked for {:?}", visit.asked());
    visit.take_traces().await?;
    let copy = copy.as_str().context("the file is no text")?;
    visit.site().write("copie.html", &opened(copy)?)?;
    visit.session().web.goto(format!("{}copie.html", visit.base())).await?;
    widget.ready().await?;
    expected::agrees(widget, &paths::relative()).await
}

/// Once something was answered or looked up, every screen lets one forget it, and
/// nothing of it is left.
pub async fn every_screen_lets_one_forget(visit: &Visit) -> anyhow::Result<()> {
    let widget = visit.open(&HostPage::default()).await?;
    let erase = "[data-action=restart]";
    widget.answer("profil", "proche").await?;
    widget.answer("besoin", "soins").await?;
    widget.answer("urgence", "oui").await?;
    widget.wait_for(erase).await?;
    widget.restart().await?;
    let shown = async |screen: &crate::shown::Screen| {
        let first = screen.question.as_deref() == Some("profil");
        let offered = widget.text(erase).await?.is_some();
        ensure!(offered != first, "{screen:?}: the way to forget is offered: {offered}");
        Ok(())
    };
    widget.walk(&paths::relative(), shown).await?;
    for view in ["annuaire", "carte", "gradation", "couverture", "lexique"] {
        widget.look_at(view).await?;
        widget.wait_for(&format!("[data-screen={view}] {erase}")).await?;
    }
    widget.look_at("annuaire").await?;
    widget.shown("input[data-search]").await?.send_keys("usp").await?;
    widget.click(erase).await?;
    let empty = "const host = document.querySelector('orientation-palliative');
        const field = host.shadowRoot.querySelector('input[data-search]');
        return field && field.value === '' && !host.shadowRoot.querySelector('[data-action=restart]');";
    visit.wait("an empty field", empty, vec![]).await?;
    widget.click("[data-view=orientation]").await?;
    widget.wait_for("[data-question=profil]").await?;
    ensure!(widget.chosen().await?.is_empty(), "an answer is still chosen");
    ensure!(widget.text("[data-answers]").await?.is_none(), "answers are still listed");
    let left = visit.run("return location.hash", vec![]).await?;
    ensure!(left == json!(""), "the address holds {left}");
    Ok(())
}

fn page(before: &str) -> HostPage {
    HostPage { before: before.to_owned(), ..HostPage::default() }
}
