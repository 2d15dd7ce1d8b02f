//! Copies and saved pages: what opens again later, elsewhere, without a network.

use anyhow::{Context, ensure};
use orientation_palliative::{model::Filiere, wording::date_in_words};
use serde_json::json;

use super::{keep::quiet, paths};
use crate::{
    expected,
    host::{HostPage, opened},
    visit::Visit,
};

/// Keeps what is handed to the browser's downloads, instead of downloading it.
pub const DOWNLOADS: &str = "const make = URL.createObjectURL;
    URL.createObjectURL = (blob) => { window.blob = blob; return make.call(URL, blob); };
    HTMLAnchorElement.prototype.click = function () { window.file = this.download; };";

/// The page as a browser's own command writes it: `arguments[0]` tells whether with
/// the shadow tree, where the engine can.
const SAVE: &str = "const host = document.querySelector('orientation-palliative');
    const page = document.documentElement;
    const inside = arguments[0] && page.getHTML
        ? page.getHTML({ shadowRoots: [host.shadowRoot] }) : page.innerHTML;
    return `<!DOCTYPE html>\\n<html lang=\"fr\">${inside}</html>`;";

/// How many elements, widgets in the first one and screens in it are on the page.
pub const COUNT: &str = "const hosts = document.querySelectorAll('orientation-palliative');
    return [hosts.length, hosts[0].shadowRoot.querySelectorAll('.op-root').length,
        hosts[0].shadowRoot.querySelectorAll('[data-screen]').length];";

/// The one file that the button gives opens at the outcome, with nothing beside it.
pub async fn an_offline_copy_opens_at_the_same_outcome(visit: &Visit) -> anyhow::Result<()> {
    let page = HostPage { before: DOWNLOADS.to_owned(), ..HostPage::default() };
    let widget = visit.open(&page).await?;
    widget.walk(&paths::ill_person(), async |_| Ok(())).await?;
    widget.open_and_click("[data-action=save]").await?;
    let text = visit.wait("a file", "return window.blob && window.blob.text()", vec![]).await?;
    let name = visit.run("return window.file", vec![]).await?;
    let name = name.as_str().unwrap_or_default();
    ensure!(name.strip_suffix(".html").is_some(), "the file is called {name}");
    let html = text.as_str().context("the file is no text")?;
    let Filiere { date, review, .. } = &expected::DATA.filiere;
    let in_words = date_in_words(&expected::DATA.texts, review);
    for dated in [format!("content=\"{date}\""), format!("content=\"{review}\""), in_words] {
        ensure!(html.contains(&dated), "the copy lacks {dated}");
    }
    visit.leave().await?;
    visit.site().write("copie.html", &opened(html)?)?;
    visit.session().web.goto(format!("{}copie.html", visit.base())).await?;
    widget.ready().await?;
    expected::agrees(widget, &paths::ill_person()).await?;
    // A copy can be copied, and can start afresh.
    widget.open("[data-action=save]").await?;
    let first = widget.restart().await?;
    ensure!(first.question.as_deref() == Some("profil"), "{first:?} is not the start");
    Ok(())
}

/// At the first question, mid-way and at the outcome, with and without the shadow
/// tree: one widget, at its start, that goes through to the end.
pub async fn a_page_saved_at_any_step_reopens_with_one_widget(visit: &Visit) -> anyhow::Result<()> {
    let answers = paths::relative();
    for (step, whole) in [(0, true), (2, false), (2, true), (3, false), (3, true)] {
        let widget = visit.open(&HostPage::default()).await?;
        for question in ["profil", "besoin", "commune"].into_iter().take(step) {
            match question {
                "commune" => widget.commune_by_typing("clam", "92023").await?,
                _ => widget.answer(question, answers[question]).await?,
            };
        }
        let saved = visit.run(SAVE, vec![json!(whole)]).await?;
        visit.site().write("enregistree.html", saved.as_str().context("no page")?)?;
        visit.session().web.goto(format!("{}enregistree.html", visit.base())).await?;
        widget.ready().await?;
        let found = visit.run(COUNT, vec![]).await?;
        ensure!(found == json!([1, 1, 1]), "saved at {step}, {whole}: {found}");
        widget.walk(&answers, async |_| Ok(())).await?;
        expected::agrees(widget, &answers).await?;
    }
    quiet(visit).await
}
