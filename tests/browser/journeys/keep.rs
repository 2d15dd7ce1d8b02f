//! Links and texts: what is copied, and what it leads back to.

use anyhow::{Context, ensure};
use serde_json::{Value, json};

use super::paths;
use crate::{expected, host::HostPage, visit::Visit, widget::Widget};

/// A clipboard that a trial can read in every engine.
const CLIPBOARD: &str = "Object.defineProperty(navigator, 'clipboard', { value: {
    writeText: (text) => { window.copied = text; return Promise.resolve(); } } });";
/// What a page without a secure address has.
const NO_CLIPBOARD: &str = "Object.defineProperty(navigator, 'clipboard', { value: undefined });";

/// The outcome comes back, by reloading and by following the link on the page, and
/// nothing stood in the address before.
pub async fn a_copied_link_reopens_the_same_outcome(visit: &Visit) -> anyhow::Result<()> {
    let widget = visit.open(&page(CLIPBOARD)).await?;
    // What a page is asked for may say who one is: no link repeats it.
    let asked = "history.replaceState(null, '', '?session=7f3a&patient=42')";
    visit.run(asked, vec![]).await?;
    widget.walk(&paths::ill_person(), async |_| Ok(())).await?;
    let link = copied(widget, "link").await?;
    let (address, fragment) = link.split_once('#').context("a link without a fragment")?;
    let at = visit.run("return location.href.split(/[?#]/)[0]", vec![]).await?;
    ensure!(at == json!(address), "the address is {at}, the link leads to {address}");
    widget.restart().await?;
    reload_at(visit, fragment).await?;
    reopened(widget).await?;
    // Erasing the answers takes them out of the address as well.
    widget.restart().await?;
    let left = visit.run("return location.hash", vec![]).await?;
    ensure!(left == json!(""), "the address still holds {left}");
    visit.run("location.hash = arguments[0]", vec![json!(fragment)]).await?;
    visit.wait("the outcome", SHOWN, vec![json!("outcome")]).await?;
    reopened(widget).await?;
    quiet(visit).await
}

/// Without a clipboard, the text stands selected in a field that has a name.
pub async fn what_cannot_be_copied_is_selected_in_a_field(visit: &Visit) -> anyhow::Result<()> {
    let widget = visit.open(&page(NO_CLIPBOARD)).await?;
    widget.walk(&paths::relative(), async |_| Ok(())).await?;
    widget.open_and_click("[data-action=link]").await?;
    widget.wait_for("[data-by-hand]").await?;
    let field = "const root = document.querySelector('orientation-palliative').shadowRoot;
        const field = root.querySelector('[data-by-hand]');
        return root.activeElement === field && field.readOnly && field.getAttribute('aria-label')
            && field.value.slice(field.selectionStart, field.selectionEnd);";
    let selected = visit.wait("the selected field", field, vec![]).await?;
    let selected = selected.as_str().unwrap_or_default();
    ensure!(selected.contains("#op=1~92~") && selected.contains("commune.92023"), "{selected}");
    ensure!(widget.text("[data-told]").await?.is_some_and(|t| !t.is_empty()), "nothing is told");
    Ok(())
}

/// Whatever stands in the address, there is a widget at its first question, and
/// it says what happened.
pub async fn a_damaged_link_is_told_and_starts_afresh(visit: &Visit) -> anyhow::Result<()> {
    let widget = visit.open(&HostPage::default()).await?;
    let long = format!("op=1~92~{}", "a.b~".repeat(2_000));
    let hostile = "op=1~92~2025.1~o~00000000~profil.<img src=x onerror=alert(1)>";
    let huge = format!("op={}", "%25E0~%F0%9F%92%A5".repeat(4_000));
    let fragments = [
        "op=",
        "op=%E0%A4%A",
        "op=1~92~2025.1~o~0000",
        "op=#op=#op=1~92",
        "op=%23op%3D1~92~2025.1~o~00000000~profil.proche",
        "op=1~92~2025.1~o~00000000~profil.💥&id=",
        "op=1~92~2025.1~o~00000000~__proto__.constructor",
        "op=1~92~2025.1~o~00000000~constructor.prototype",
        "op=1~92~2025.1~o~00000000~profil.javascript",
        "op=\u{202e}1~92",
        hostile,
        &long,
        &huge,
    ];
    for fragment in fragments {
        reload_at(visit, fragment).await?;
        let screen = widget.screen().await?;
        ensure!(screen.question.as_deref() == Some("profil"), "{fragment}: {screen:?}");
        let told = widget.text("[data-since]").await?;
        ensure!(told.is_some_and(|told| told.len() > 20), "{fragment}: nothing is told");
    }
    // A path that exists no more: the answers before it are kept, the loss is told.
    reload_at(visit, "op=1~92~2024.1~o~00000000~profil.proche~besoin.jadis").await?;
    ensure!(widget.screen().await?.question.as_deref() == Some("besoin"), "nothing was kept");
    ensure!(widget.text("[data-since]").await?.is_some(), "the loss is not told");
    widget.answer("besoin", "aidants").await?;
    ensure!(widget.text("[data-since]").await?.is_none(), "it is told for ever");
    quiet(visit).await
}

/// The text holds the emergency numbers and every structure shown.
pub async fn a_copied_text_says_what_the_outcome_does(visit: &Visit) -> anyhow::Result<()> {
    let widget = visit.open(&page(CLIPBOARD)).await?;
    let outcome = widget.walk(&paths::professional(), async |_| Ok(())).await?;
    let text = copied(widget, "text").await?;
    ensure!(text.contains("15, 18, 112, 114") && text.contains("#op=1~92~"), "{text}");
    let name = "const cards = document.querySelector('orientation-palliative').shadowRoot
        .querySelectorAll('[data-card] .op-name');
        return [...cards].map((card) => card.textContent);";
    let names: Vec<String> = serde_json::from_value(visit.run(name, vec![]).await?)?;
    ensure!(!outcome.groups.is_empty() && !names.is_empty(), "no card is shown");
    for name in names {
        ensure!(text.contains(&name), "{name} is missing from {text}");
    }
    Ok(())
}

/// Coming back to a page that was left finds no answer, whether the browser kept
/// the page or not.
pub async fn a_page_left_and_come_back_to_has_forgotten(visit: &Visit) -> anyhow::Result<()> {
    let widget = visit.open(&HostPage::default()).await?;
    widget.walk(&paths::relative(), async |_| Ok(())).await?;
    let other = "<!DOCTYPE html><link rel=\"icon\" href=\"data:,\"><title>Une autre page</title>";
    visit.site().write("autre.html", other)?;
    visit.session().web.goto(format!("{}autre.html", visit.base())).await?;
    // A driver that goes back may wait for a page that is gone already, and say so: what
    // counts is where it has come to.
    let _: Result<(), _> = visit.session().web.back().await;
    let back = "return document.querySelector('orientation-palliative') ? 1 : 0";
    visit.wait("the page come back to", back, vec![]).await?;
    widget.ready().await?;
    let screen = widget.screen().await?;
    ensure!(screen.question.as_deref() == Some("profil"), "{screen:?} is not the start");
    ensure!(widget.chosen().await?.is_empty(), "an answer is still chosen");
    quiet(visit).await
}

/// Waits for a screen of that kind.
const SHOWN: &str = "const host = document.querySelector('orientation-palliative');
    return host.shadowRoot.querySelector(`[data-screen=${arguments[0]}]`) !== null;";

fn page(before: &str) -> HostPage {
    HostPage { before: before.to_owned(), ..HostPage::default() }
}

/// What a button copies.
async fn copied(widget: Widget<'_>, action: &str) -> anyhow::Result<String> {
    widget.open_and_click(&format!("[data-action={action}]")).await?;
    let text = widget.visit.wait("a copied text", "return window.copied", vec![]).await?;
    widget.wait_for("[data-told]").await?;
    text.as_str().map(str::to_owned).context("no text was copied")
}

/// Opens the page again with that fragment in its address.
pub async fn reload_at(visit: &Visit, fragment: &str) -> anyhow::Result<()> {
    let set = "history.replaceState(null, '', '#' + arguments[0]); window.left = true;";
    visit.run(set, vec![json!(fragment)]).await?;
    visit.session().web.refresh().await?;
    visit.wait("the page, loaded again", "return !window.left", vec![]).await?;
    Widget::new(visit, 0).ready().await
}

async fn reopened(widget: Widget<'_>) -> anyhow::Result<()> {
    expected::agrees(widget, &paths::ill_person()).await?;
    let told = widget.text("[data-since]").await?;
    ensure!(told.is_none(), "a link just made is told to be old: {told:?}");
    Ok(())
}

/// Looks at what was said and stored, on a page that was loaded more than once.
pub async fn quiet(visit: &Visit) -> anyhow::Result<()> {
    let traces = visit.take_traces().await?;
    ensure!(traces.said.is_empty() && traces.heard.is_empty(), "the page said {traces:?}");
    ensure!(traces.stored.is_empty(), "stored: {:?}", traces.stored);
    let state = visit.run("return history.state", vec![]).await?;
    ensure!(state == Value::Null, "the history holds {state}");
    Ok(())
}

/// A clipboard that asks the visitor first answers when they have gone on: nobody is
/// there to be told, and the widget stands.
pub async fn what_is_told_too_late_changes_nothing(visit: &Visit) -> anyhow::Result<()> {
    let late = "Object.defineProperty(navigator, 'clipboard', { value: { writeText: () =>
        new Promise((done) => { window.allow = () => { done(); window.allowed = true; }; }) } });";
    let widget = visit.open(&page(late)).await?;
    widget.walk(&paths::relative(), async |_| Ok(())).await?;
    widget.open_and_click("[data-action=text]").await?;
    let screen = widget.change("besoin").await?;
    visit.run("allow()", vec![]).await?;
    visit.wait("an answer", "return window.allowed === true", vec![]).await?;
    ensure!(widget.screen().await?.question == screen.question, "the widget went elsewhere");
    widget.answer("besoin", "soins").await.map(drop)
}
