//! The diagnosis where it is hard: under a policy, across a frame, in a panel that a page's styles
//! must not reach, pasted into the page.

use anyhow::{Context, ensure};
use serde_json::{Value, json};

use super::diagnosis::{bookmark, diagnosed, told};
use super::guide;
use super::hosts::{self, DEFERRED, ELEMENT, FILES, PAGE, page};
use crate::{axe, host::opened, pictures, visit::Visit};

/// Under a policy that refuses wasm and every request, the script of the same name tells the policy,
/// the directive and the mend.
pub async fn a_policy_is_told_on_its_own_page(visit: &Visit) -> anyhow::Result<()> {
    let script = visit.site().packaged("diagnostic.js")?;
    visit.site().beside("diagnostic.js", &script, "")?;
    let html = page(&format!("{DEFERRED}<script src=\"diagnostic.js\" defer></script>"), ELEMENT);
    for (policy, expected) in [
        ("script-src 'self'", &["csp-wasm", "file-good"][..]),
        ("default-src 'none'; script-src 'self'", &["csp-wasm", "file-unread", "page-unread"][..]),
        (
            "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; trusted-types none; require-trusted-types-for 'script'",
            &["works"][..],
        ),
    ] {
        visit.site().beside(PAGE, &html, &format!("Content-Security-Policy: {policy}"))?;
        visit.go(&FILES).await?;
        let (verdict, found, text) = told(visit).await.context(policy)?;
        for key in expected {
            ensure!(found.iter().any(|one| one == key), "{policy}: {verdict} {found:?}");
        }
        let mended = text.contains("Ajoutez 'wasm-unsafe-eval' à script-src.");
        ensure!(mended == expected.contains(&"csp-wasm"), "{policy}: {text}");
        visit.take_traces().await?;
    }
    Ok(())
}

/// A frame of another site that works is said to work, with rights and without; one that shows
/// something else is not.
pub async fn a_frame_that_works_is_said_to_work(visit: &Visit) -> anyhow::Result<()> {
    let bookmark = bookmark(visit).await?;
    for file in ["cadre.html", "cadre.js"] {
        let text = visit.site().packaged(file)?;
        let text = if file == "cadre.html" { opened(&text)? } else { text };
        visit.site().beside(file, &text, "")?;
    }
    visit.site().beside("orientation-palliative.html", "<p>Rien ici.</p>", "")?;
    let elsewhere = visit.base().replace("127.0.0.1", "localhost");
    for (frame, title, expected) in [
        (format!("<iframe src=\"{elsewhere}cadre.html\" title=\"O\" width=\"600\" height=\"700\"></iframe>"), "Le widget marche", "works-frame"),
        (format!("<iframe sandbox=\"allow-scripts\" src=\"{elsewhere}cadre.html\" title=\"O\" width=\"600\" height=\"700\"></iframe>"), "Le widget marche", "frame-rights"),
        ("<iframe src=\"orientation-palliative.html\" title=\"O\" width=\"600\" height=\"700\"></iframe>".to_owned(), "Le widget ne peut", "frame-silent"),
    ] {
        visit.site().beside(PAGE, &page("", &frame), "")?;
        visit.go(&FILES).await?;
        let (verdict, found, _) = diagnosed(visit, &bookmark).await?;
        ensure!(verdict.starts_with(title) && found.iter().any(|one| one == expected), "{frame}: {verdict} {found:?}");
        visit.take_traces().await?;
    }
    Ok(())
}

/// The panel breaks no rule, fits a phone, closes by its button and by Escape, and asks for nothing
/// but the page and the script.
pub async fn the_panel_can_be_read_and_closed(visit: &Visit) -> anyhow::Result<()> {
    let bookmark = bookmark(visit).await?;
    let style = "<style>* { all: unset !important; } head, script, div { display: none !important; }</style>";
    visit.site().beside(PAGE, &page(style, "<p>Une page.</p>"), "")?;
    visit.go(&FILES[..2]).await?;
    let before = visit.asked().len();
    diagnosed(visit, &bookmark).await?;
    ensure!(visit.asked()[before..] == ["index.html"], "it asked for {:?}", visit.asked());
    let fits = "const box = document.querySelector('[data-diagnostic-orientation-palliative]').shadowRoot.firstElementChild.getBoundingClientRect();
        return [box.left >= 0 && box.right <= innerWidth && box.bottom <= innerHeight && box.height > 80, box.width];";
    for width in [320, 375, 1280] {
        pictures::take(visit, "diagnostic", width).await?;
        let seen = visit.run(fits, vec![]).await?;
        ensure!(seen[0] == json!(true), "at {width} px: {seen}");
    }
    pictures::restore(visit).await?;
    let close =
        "const find = () => document.querySelector('[data-diagnostic-orientation-palliative]');
        const button = find().shadowRoot.querySelector('button');
        if (arguments[0]) button.click();
        else button.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
        return find() === null;";
    for by_button in [true, false] {
        let closed = visit.run(close, vec![json!(by_button)]).await?;
        ensure!(closed == Value::Bool(true), "it stays");
        diagnosed(visit, &bookmark).await?;
    }
    visit.site().beside(PAGE, &page(DEFERRED, "<main><h1>Une page</h1></main>"), "")?;
    visit.go(&FILES).await?;
    diagnosed(visit, &bookmark).await?;
    axe::check(visit, "the panel of the diagnosis").await?;
    hosts::silent(visit).await
}

/// The form shows the same code to paste, which works between tags.
pub async fn the_same_can_be_pasted_into_a_page(visit: &Visit) -> anyhow::Result<()> {
    guide::open(visit).await?;
    let copy = "document.getElementById('v-copier').click();
        return document.getElementById('v-extrait').value;";
    let code = visit.run(copy, vec![]).await?;
    guide::quiet(visit).await?;
    let code = code.as_str().context("no code")?;
    visit.site().beside(PAGE, &page(DEFERRED, &format!("{ELEMENT}{code}")), "")?;
    visit.go(&FILES).await?;
    let (verdict, found, _) = told(visit).await?;
    ensure!(
        verdict.starts_with("Le widget marche") && found == ["works", "file-good"],
        "{verdict} {found:?}"
    );
    visit.take_traces().await.map(drop)
}
