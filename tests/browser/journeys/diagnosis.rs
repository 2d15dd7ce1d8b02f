//! The diagnosis: true on every page of the table, as the guide's form; and on the page itself, as
//! the bookmark.

use anyhow::{Context, ensure};
use orientation_palliative::tool::build::integrity;
use serde::Deserialize;
use serde_json::json;

use super::guide;
use super::hosts::{DEFERRED, ELEMENT, FILES, PAGE, page};
use crate::{host::SCRIPT, visit::Visit};

/// The pages, each with where its markup is documented and what is found in it.
const PAGES: &str = include_str!("../pages/diagnosis.json");
/// Pages that are opened.
const OPENED: &str = include_str!("../pages/diagnosis_open.json");

#[derive(Deserialize)]
struct Table<T> {
    pages: Vec<T>,
}

#[derive(Deserialize)]
struct Case {
    name: String,
    documented: String,
    headers: String,
    html: String,
    expects: Vec<String>,
}

#[derive(Deserialize)]
struct Opened {
    name: String,
    head: String,
    body: String,
    title: String,
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
    let table: Table<Case> = serde_json::from_str(PAGES)?;
    ensure!(table.pages.len() >= 30, "{} pages", table.pages.len());
    let known = integrity(visit.site().packaged(SCRIPT)?.as_bytes());
    guide::open(visit).await?;
    let mut wrong = Vec::new();
    for case in table.pages {
        ensure!(!case.documented.is_empty(), "{}: where is it documented?", case.name);
        let html = case.html.replace("{{integrity}}", &known);
        let html = html.replace("{{version}}", env!("CARGO_PKG_VERSION"));
        let (verdict, found) = pasted(visit, &format!("{}\n\n{html}", case.headers)).await?;
        let expected = case.expects;
        if sorted(&found) != sorted(&expected) {
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

/// What the panel says, once it has come.
pub async fn told(visit: &Visit) -> anyhow::Result<(String, Vec<String>, String)> {
    let said = visit.wait("the diagnosis", PANEL, vec![]).await?;
    Ok(serde_json::from_value(said)?)
}

/// On pages that are open: exactly what the table names is found.
pub async fn the_bookmark_tells_what_is_wrong_where_it_is(visit: &Visit) -> anyhow::Result<()> {
    let bookmark = bookmark(visit).await?;
    let script = visit.site().packaged(SCRIPT)?;
    let known = integrity(script.as_bytes());
    visit.site().beside("change.js", &script.replace("/*! ", "/*!  "), "")?;
    let checked = |file: &str| {
        format!(
            "<script src=\"{file}\" integrity=\"{known}\" crossorigin=\"anonymous\" defer></script>"
        )
    };
    let filled = |text: &str| {
        text.replace("{{deferred}}", DEFERRED)
            .replace("{{checked}}", &checked(SCRIPT))
            .replace("{{changed}}", &checked("change.js"))
            .replace("{{element}}", ELEMENT)
            .replace("{{escaped}}", &ELEMENT.replace('<', "&lt;"))
    };
    let table: Table<Opened> = serde_json::from_str(OPENED)?;
    let mut wrong = Vec::new();
    for case in table.pages {
        visit.site().beside(PAGE, &page(&filled(&case.head), &filled(&case.body)), "")?;
        visit.go(&FILES).await?;
        let (verdict, found, _) = diagnosed(visit, &bookmark).await.context(case.name.clone())?;
        if sorted(&found) != sorted(&case.expects) || !verdict.starts_with(&case.title) {
            let (name, expected) = (case.name, case.expects);
            wrong.push(format!("{name}: {verdict} {found:?}, not {} {expected:?}", case.title));
        }
        visit.take_traces().await?;
    }
    ensure!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}

fn sorted(keys: &[String]) -> Vec<&String> {
    let mut all: Vec<_> = keys.iter().collect();
    all.sort();
    all
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
