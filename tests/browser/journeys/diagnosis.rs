//! The diagnosis: true on every page of the table, as the guide's form; and on the page itself, as
//! the bookmark.

use anyhow::{Context, ensure};
use orientation_palliative::tool::build::integrity;
use serde::Deserialize;
use serde_json::{Value, json};

use super::guide;
use super::hosts::{self, DEFERRED, ELEMENT, FILES, PAGE, page};
use crate::{axe, host::SCRIPT, host::opened, pictures, visit::Visit};

/// The pages, each with where its markup is documented and what is found in it.
const PAGES: &str = include_str!("../pages/diagnosis.json");

#[derive(Deserialize)]
struct Table {
    pages: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    name: String,
    documented: String,
    headers: String,
    html: String,
    expects: Vec<String>,
}

/// What stands on display after a text was pasted.
const PASTE: &str = "document.getElementById('v-page').value = arguments[0];
    document.getElementById('v-lancer').click();
    return [document.getElementById('v-verdict').textContent,
      [...document.querySelectorAll('#v-resultat > li')].map((li) => li.dataset.finding)];";

/// What the panel says, once it is done.
const PANEL: &str =
    "const host = document.querySelector('[data-diagnostic-orientation-palliative]');
    const title = host && host.shadowRoot.querySelector('h2').textContent;
    return title && !title.includes('en cours') && [title,
      [...host.shadowRoot.querySelectorAll('li')].map((li) => li.dataset.finding),
      host.shadowRoot.textContent];";

/// Pastes a text into the form of the guide, which is open; gives the verdict and the findings.
pub async fn pasted(visit: &Visit, text: &str) -> anyhow::Result<(String, Vec<String>)> {
    Ok(serde_json::from_value(visit.run(PASTE, vec![json!(text)]).await?)?)
}

/// Every page of the table: exactly what it names is found.
pub async fn what_is_pasted_is_told_as_it_is(visit: &Visit) -> anyhow::Result<()> {
    let table: Table = serde_json::from_str(PAGES)?;
    ensure!(table.pages.len() >= 30, "{} pages", table.pages.len());
    let known = integrity(visit.site().packaged(SCRIPT)?.as_bytes());
    guide::open(visit).await?;
    let mut wrong = Vec::new();
    for case in table.pages {
        ensure!(!case.documented.is_empty(), "{}: where is it documented?", case.name);
        let html = case.html.replace("{{integrity}}", &known);
        let html = html.replace("{{version}}", env!("CARGO_PKG_VERSION"));
        let (verdict, mut found) = pasted(visit, &format!("{}\n\n{html}", case.headers)).await?;
        let mut expected = case.expects;
        found.sort();
        expected.sort();
        if found != expected {
            wrong.push(format!("{}: {verdict} {found:?}, not {expected:?}", case.name));
        }
        let calm = verdict.starts_with("Rien ne s’oppose");
        if expected.is_empty() && !calm {
            wrong.push(format!("{}: {verdict}", case.name));
        }
    }
    ensure!(wrong.is_empty(), "{}", wrong.join("\n"));
    guide::quiet(visit).await
}

/// The bookmark's address, out of the guide.
pub async fn bookmark(visit: &Visit) -> anyhow::Result<String> {
    guide::open(visit).await?;
    let href = "return document.getElementById('v-favori').getAttribute('href')";
    let href = visit.run(href, vec![]).await?;
    guide::quiet(visit).await?;
    href.as_str().map(str::to_owned).context("the guide has no bookmark")
}

/// Goes to the bookmark's address, as a click on it does; gives what the panel says.
pub async fn diagnosed(
    visit: &Visit,
    bookmark: &str,
) -> anyhow::Result<(String, Vec<String>, String)> {
    visit.run("location.href = arguments[0]", vec![json!(bookmark)]).await?;
    told(visit).await
}

async fn told(visit: &Visit) -> anyhow::Result<(String, Vec<String>, String)> {
    let said = visit.wait("the diagnosis", PANEL, vec![]).await?;
    Ok(serde_json::from_value(said)?)
}

/// On pages that are open: a head, a body, what the title begins with, and what is found.
pub async fn the_bookmark_tells_what_is_wrong_where_it_is(visit: &Visit) -> anyhow::Result<()> {
    let bookmark = bookmark(visit).await?;
    let script = visit.site().packaged(SCRIPT)?;
    let known = integrity(script.as_bytes());
    let checked = |integrity: &str, file: &str| {
        format!(
            "<script src=\"{file}\" integrity=\"{integrity}\" crossorigin=\"anonymous\" defer></script>"
        )
    };
    visit.site().beside("change.js", &script.replace("/*! ", "/*!  "), "")?;
    let escaped = ELEMENT.replace('<', "&lt;");
    let misspelt = "<div data-orientation-palliative data-teritoire=\"sud\">15</div>";
    let tags = "<style>.onglet{display:none}</style>";
    let cases: &[(&str, String, String, &str, &[&str])] = &[
        (
            "works",
            checked(&known, SCRIPT),
            ELEMENT.to_owned(),
            "Le widget marche",
            &["works", "file-good"],
        ),
        (
            "works, without integrity",
            DEFERRED.to_owned(),
            ELEMENT.to_owned(),
            "Le widget marche",
            &["works", "file-good"],
        ),
        (
            "hidden",
            format!("{tags}{DEFERRED}"),
            format!("<div class=\"onglet\" id=\"bloc\">{ELEMENT}</div>"),
            "Le widget fonctionne, mais",
            &["works", "hidden-display", "file-good"],
        ),
        (
            "in a closed block",
            DEFERRED.to_owned(),
            format!("<details><summary>Aide</summary>{ELEMENT}</details>"),
            "Le widget marche",
            &["works", "hidden-details", "file-good"],
        ),
        (
            "in a closed tab",
            format!("{tags}{DEFERRED}"),
            format!("<div role=\"tabpanel\" class=\"onglet\">{ELEMENT}</div>"),
            "Le widget marche",
            &["works", "hidden-tab", "file-good"],
        ),
        (
            "no room",
            DEFERRED.to_owned(),
            format!("<div style=\"width:0;overflow:hidden\">{ELEMENT}</div>"),
            "Le widget fonctionne, mais",
            &["works", "hidden-size", "file-good"],
        ),
        (
            "escaped",
            DEFERRED.to_owned(),
            format!("<p>{escaped}</p>"),
            "Le widget ne peut pas",
            &["escaped", "file-good"],
        ),
        (
            "refused",
            checked(&known, "change.js"),
            ELEMENT.to_owned(),
            "Le widget ne peut pas",
            &["file-refused"],
        ),
        (
            "not there",
            "<script src=\"ailleurs/orientation-palliative.js\" defer></script>".to_owned(),
            ELEMENT.to_owned(),
            "Le widget ne peut pas",
            &["file-status"],
        ),
        (
            "held",
            DEFERRED.replace("<script", "<script type=\"text/plain\" data-usercentrics=\"x\""),
            ELEMENT.to_owned(),
            "Le widget ne peut pas",
            &["held:Usercentrics"],
        ),
        (
            "removed",
            format!(
                "{DEFERRED}<script>addEventListener('DOMContentLoaded', () => document.querySelector('orientation-palliative').remove())</script>"
            ),
            ELEMENT.to_owned(),
            "Le widget ne peut pas",
            &["element-removed", "file-good"],
        ),
        (
            "without wasm",
            format!("<script>delete window.WebAssembly</script>{DEFERRED}"),
            ELEMENT.to_owned(),
            "Le widget ne peut pas",
            &["wasm-absent", "file-good"],
        ),
        (
            "misspelt",
            DEFERRED.to_owned(),
            misspelt.to_owned(),
            "Le widget marche",
            &["works", "attribute-near:data-teritoire", "file-good"],
        ),
    ];
    let mut wrong = Vec::new();
    for (name, head, body, title, expected) in cases {
        visit.site().beside(PAGE, &page(head, body), "")?;
        visit.go(&FILES).await?;
        let (verdict, mut found, _) = diagnosed(visit, &bookmark).await.context(*name)?;
        let mut expected: Vec<_> = expected.iter().map(ToString::to_string).collect();
        found.sort();
        expected.sort();
        if found != expected || !verdict.starts_with(title) {
            wrong.push(format!("{name}: {verdict} {found:?}, not {title} {expected:?}"));
        }
        visit.take_traces().await?;
    }
    ensure!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}

/// A file that is not the one that `integrity` names, with both hashes; one that was changed under
/// the right name; and an answer that is a page.
pub async fn the_bookmark_compares_the_file(visit: &Visit) -> anyhow::Result<()> {
    let bookmark = bookmark(visit).await?;
    let script = visit.site().packaged(SCRIPT)?;
    let known = integrity(script.as_bytes());
    let changed = script.replacen("/*! orientation", "/*!  orientation", 1);
    let named = "orientation-palliative-x.js";
    let tag = |more: &str| format!("<script src=\"{named}\" {more} defer></script>");
    let checked = tag(&format!("integrity=\"{known}\" crossorigin=\"anonymous\""));
    for (text, headers, tag, key, says) in [
        (changed.as_str(), "", checked.clone(), "file-refused", integrity(changed.as_bytes())),
        (changed.as_str(), "", tag(""), "file-altered", integrity(changed.as_bytes())),
        (
            "<!DOCTYPE html><p>Connexion</p>",
            "content-type: text/html",
            tag(""),
            "file-html",
            "text/html".to_owned(),
        ),
        (
            script.as_str(),
            "content-type: text/plain\nx-content-type-options: nosniff",
            checked,
            "file-type",
            "text/plain".to_owned(),
        ),
    ] {
        visit.site().beside(named, text, headers)?;
        visit.site().beside(PAGE, &page(&tag, ELEMENT), "")?;
        visit.go(&FILES).await?;
        let (verdict, found, text) = diagnosed(visit, &bookmark).await.context(key)?;
        // A change of the first comment changes nothing but the hash: that widget starts.
        let started = found.iter().any(|one| one == "works");
        ensure!(
            started == (key == "file-altered") || key == "file-html",
            "{key}: {verdict} {found:?} {text}"
        );
        ensure!(
            started || (found.iter().any(|one| one == key) && text.contains(&says)),
            "{key}: {verdict} {found:?} {text}"
        );
        visit.take_traces().await?;
    }
    Ok(())
}

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
    let style =
        "<style>* { all: unset !important; } head, script { display: none !important; }</style>";
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
