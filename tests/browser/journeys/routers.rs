//! The real libraries that hosts load pages with, around the widget.

use std::fs;

use anyhow::{Context, ensure};
use orientation_palliative::tool::provision::npm_package;
use serde_json::json;

use super::{
    back::{arrive, back_to, go},
    hosts::{DEFERRED, ELEMENT, FILES, page},
};
use crate::{visit::Visit, widget::Widget};

/// A library: its package, its file there, and what it says when it loads a page.
struct Library {
    package: &'static str,
    file: &'static str,
    /// What the page's `<body>` needs, in an element around everything.
    around: &'static str,
    said: [&'static str; 2],
}

const TURBO: Library = Library {
    package: "@hotwired/turbo@8.0.23",
    file: "dist/turbo.es2017-umd.js",
    around: "<div>",
    said: ["turbo:visit", "turbo:render"],
};

const HTMX: Library = Library {
    package: "htmx.org@2.0.4",
    file: "dist/htmx.min.js",
    around: "<div hx-boost=\"true\" hx-target=\"body\">",
    said: ["htmx:historyRestore", "htmx:beforeRequest"],
};

/// Turbo neither loads nor draws anything for a step of the widget, and comes back to the
/// page from another one.
pub async fn turbo_is_left_alone(visit: &Visit) -> anyhow::Result<()> {
    left_alone(visit, &TURBO).await
}

/// So does htmx.
pub async fn htmx_is_left_alone(visit: &Visit) -> anyhow::Result<()> {
    left_alone(visit, &HTMX).await
}

async fn left_alone(visit: &Visit, library: &Library) -> anyhow::Result<()> {
    let code = npm_package(library.package)?.join(library.file);
    let code = fs::read_to_string(&code).with_context(|| code.display().to_string())?;
    visit.site().write("routeur.js", &code)?;
    let notes = format!(
        "<script src=\"routeur.js\"></script><script>window.heard = [];\
         {:?}.forEach((name) => document.addEventListener(name, () => heard.push(name)));</script>",
        library.said
    );
    let head = format!("{notes}{DEFERRED}");
    let link =
        |to: &str| format!("{}<a id=\"suite\" href=\"{to}\">Suite</a></div>", library.around);
    visit.site().beside("suite.html", &page(&head, &link("index.html")), "")?;
    let html = page(&head, &format!("{ELEMENT}{}", link("suite.html")));
    arrive(visit, &html, &FILES).await?;
    steps_are_silent(visit).await?;
    comes_back_from_another_page(visit).await?;
    visit.take_traces().await?;
    // What a library stores is its own, and no later trial's.
    visit.run("localStorage.clear(); sessionStorage.clear()", vec![]).await?;
    leaves_within(visit, 3).await
}

/// What is left of the steps taken before costs a back each, at most.
async fn leaves_within(visit: &Visit, times: usize) -> anyhow::Result<()> {
    let gone = "return location.pathname.endsWith('avant.html')";
    for pressed in 1..=times {
        go(visit, -1).await?;
        tokio::time::sleep(std::time::Duration::from_millis(500)).await;
        if visit.run(gone, vec![]).await? == json!(true) {
            println!("left after {pressed} back");
            return Ok(());
        }
    }
    anyhow::bail!("the page is not left after {times} back")
}

async fn steps_are_silent(visit: &Visit) -> anyhow::Result<()> {
    let widget = Widget::new(visit, 0);
    visit.run("window.same = document.querySelector('orientation-palliative')", vec![]).await?;
    widget.answer("profil", "proche").await?;
    widget.answer("besoin", "soins").await?;
    back_to(widget, "besoin").await?;
    back_to(widget, "profil").await?;
    go(visit, 1).await?;
    widget.wait_for("[data-question=besoin]").await?;
    let told = "return [heard, window.same === document.querySelector('orientation-palliative')]";
    let told = visit.run(told, vec![]).await?;
    ensure!(told == json!([[], true]), "the router heard of a step: {told}");
    Ok(())
}

async fn comes_back_from_another_page(visit: &Visit) -> anyhow::Result<()> {
    let there = "return location.pathname.endsWith(arguments[0]) \
        && Boolean(document.querySelector('orientation-palliative')) === arguments[1]";
    visit.run("document.getElementById('suite').click()", vec![]).await?;
    visit.wait("the other page", there, vec![json!("suite.html"), json!(false)]).await?;
    let same = visit.run("return Array.isArray(window.heard) && heard.length > 0", vec![]).await?;
    ensure!(same == json!(true), "the router did not load the page itself");
    go(visit, -1).await?;
    visit.wait("the page again", there, vec![json!("index.html"), json!(true)]).await?;
    let widget = Widget::new(visit, 0);
    widget.ready().await?;
    widget.wait_for("[data-question=profil]").await?;
    widget.answer("profil", "proche").await?;
    back_to(widget, "profil").await
}
