//! No answer can reach the host's server, whatever the page does to events.

use anyhow::ensure;
use serde_json::json;
use thirtyfour::Key;

use super::{
    hosts::{DEFERRED, ELEMENT, FILES, PAGE, page},
    paths,
};
use crate::{expected, host::Over, keyboard, visit::Visit, widget::Widget};

/// Stops every event that might send a form, or keep one from being sent.
const STOPS: &str = "for (const kind of ['click', 'submit', 'pointerup', 'mouseup'])\
    document.addEventListener(kind, (event) => event.stopPropagation(), true);";
/// Nothing but the site's own scripts.
const STRICT: &str =
    "Content-Security-Policy: default-src 'none'; form-action *; img-src data:; script-src 'self'";

/// The page stops clicks on their way: the buttons do what they say all the same, under a
/// strict policy too, and inside a form of the page's.
pub async fn clicks_that_the_page_stops_still_answer(visit: &Visit) -> anyhow::Result<()> {
    visit.site().write("stops.js", STOPS)?;
    let body = format!("<form action=\"/envoi\">{ELEMENT}</form>");
    let html = page(&format!("<script src=\"stops.js\"></script>{DEFERRED}"), &body);
    let wasm = if visit.over == Over::NoWasm { "" } else { " 'wasm-unsafe-eval'" };
    visit.site().beside(PAGE, &html, &format!("{STRICT}{wasm}"))?;
    visit.go(&[FILES[0], FILES[1], "stops.js", FILES[2]]).await?;
    let widget = Widget::new(visit, 0);
    widget.ready().await?;
    widget.walk(&paths::relative(), async |_| Ok(())).await?;
    expected::agrees(widget, &paths::relative()).await?;
    widget.back().await?;
    stayed(visit).await?;
    super::hosts::silent(visit).await
}

/// There is no form to send, Enter in a field goes on, and markup put back in the place
/// of the widget's own sends nothing.
pub async fn nothing_can_be_sent(visit: &Visit) -> anyhow::Result<()> {
    visit.site().beside(PAGE, &page(DEFERRED, ELEMENT), "")?;
    visit.go(&FILES).await?;
    let widget = Widget::new(visit, 0);
    widget.ready().await?;
    for (question, answer) in [("profil", "proche"), ("besoin", "aidants")] {
        widget.choose(question, answer).await?;
        let before = widget.screen().await?;
        widget.shown("input:checked").await?.send_keys(Key::Enter).await?;
        widget.screen_after(&before).await?;
    }
    widget.type_commune("clamart").await?;
    let forms = "const root = document.querySelector('orientation-palliative').shadowRoot;
        return root.querySelectorAll('form, [type=submit], button:not([type])').length;";
    ensure!(visit.run(forms, vec![]).await? == json!(0), "something could be sent");
    keyboard::press(visit, Key::Enter).await?;
    widget.wait_for("[data-screen=outcome]").await?;
    widget.back().await?;
    // The widget's listeners are gone with its nodes; only what markup does is left.
    let replaced = "const root = document.querySelector('orientation-palliative').shadowRoot;
        const input = root.querySelector('input[data-commune]');
        root.innerHTML = root.innerHTML;
        root.querySelector('[data-action=continue]').click();
        return input !== root.querySelector('input[data-commune]');";
    ensure!(visit.run(replaced, vec![]).await? == json!(true), "the markup was not replaced");
    widget.shown("input[data-commune]").await?.send_keys(Key::Enter).await?;
    tokio::time::sleep(std::time::Duration::from_millis(200)).await;
    stayed(visit).await
}

/// The address holds nothing of what was answered, and nothing was asked of the server.
async fn stayed(visit: &Visit) -> anyhow::Result<()> {
    let address = visit.run("return location.href", vec![]).await?;
    ensure!(address == json!(format!("{}{PAGE}", visit.base())), "the page went to {address}");
    let asked = visit.asked();
    ensure!(asked.iter().all(|path| !path.contains("envoi")), "asked: {asked:?}");
    Ok(())
}
