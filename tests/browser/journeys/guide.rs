//! The integrators' page itself.

use anyhow::{Context, ensure};
use serde_json::json;

use crate::{axe, pictures, visit::Visit, widget::Widget};

const PAGE: &str = "index.html";
/// The page and what it loads.
const FILES: [&str; 5] =
    [PAGE, "icon.svg", "orientation-palliative.js", "composer.js", "verifier.js"];

/// Opens the guide, with its widget ready.
pub async fn open(visit: &Visit) -> anyhow::Result<Widget<'_>> {
    for file in FILES {
        let text = visit.site().packaged(file)?;
        let text = if file == PAGE { visit.site().recorded(&text)? } else { text };
        visit.site().beside(file, &text, "")?;
    }
    visit.go(&FILES).await?;
    let widget = Widget::new(visit, 0);
    widget.ready().await?;
    Ok(widget)
}

/// The guide's console: not all engines ask for an icon, so what was loaded is not looked at.
pub async fn quiet(visit: &Visit) -> anyhow::Result<()> {
    let traces = visit.take_traces().await?;
    ensure!(traces.said.is_empty() && traces.heard.is_empty(), "said {traces:?}");
    Ok(())
}

/// Nothing in the console, nothing against the rules of accessibility, nothing that
/// scrolls sideways on a phone.
pub async fn the_integrators_page_breaks_no_rule_and_says_nothing(
    visit: &Visit,
) -> anyhow::Result<()> {
    open(visit).await?;
    axe::check(visit, "the integrators' page").await?;
    for width in [320, 1280] {
        pictures::take(visit, "integrateurs", width).await?;
        let wide = "const page = document.documentElement;
            return page.scrollWidth - Math.max(page.clientWidth, document.body.offsetWidth)";
        let wide = visit.run(wide, vec![]).await?;
        ensure!(wide.as_i64().is_some_and(|wide| wide <= 1), "{wide} px too wide at {width}");
    }
    pictures::restore(visit).await?;
    quiet(visit).await
}

/// A colour, a profile and the views: the code says them, the preview shows them.
pub async fn a_choice_changes_the_code_and_the_preview(visit: &Visit) -> anyhow::Result<()> {
    open(visit).await?;
    let choose = "const set = (id, value) => { const field = document.getElementById(id);
          field.value = value; field.dispatchEvent(new Event('change', { bubbles: true })); };
        set('c-profil', 'proche');
        set('c-titre', 'Un \"titre\" & plus');
        set('c-accent', '#ffee00');
        set('c-page', 'https://soins.example/');
        document.querySelectorAll('[data-attribut=vues] input').forEach((box) => {
          if (!['orientation', 'annuaire'].includes(box.value)) box.click(); });";
    visit.run(choose, vec![]).await?;
    let code = visit.run("return document.getElementById('code').textContent", vec![]).await?;
    let code = code.as_str().context("no code")?.to_owned();
    for part in [
        "profil=\"proche\"",
        "titre=\"Un &quot;titre&quot; &amp; plus\"",
        "accent=\"#ffee00\"",
        "page=\"https://soins.example/\"",
        "<p><a href=\"https://soins.example/\">Ouvrir l’outil",
        "vues=\"orientation annuaire\"",
        "integrity=\"sha384-",
    ] {
        ensure!(code.contains(part), "{part} is not in {code}");
    }
    let told = visit.run("return document.getElementById('contraste').textContent", vec![]).await?;
    ensure!(told.as_str().is_some_and(|told| told.contains("trop faible")), "told {told}");
    let title = "const host = document.querySelector('.preview > orientation-palliative');
        return host.shadowRoot.textContent.includes('Un \"titre\" & plus')";
    visit.wait("the title in the preview", title, vec![]).await?;
    quiet(visit).await
}

/// An address that holds from every page is asked for; the code is what the tool keeps.
pub async fn the_code_takes_the_form_that_the_tool_keeps(visit: &Visit) -> anyhow::Result<()> {
    open(visit).await?;
    let compose = "const set = (id, value) => { const field = document.getElementById(id);
          field.value = value; field.dispatchEvent(new Event('change', { bubbles: true })); };
        set('c-profil', 'proche'); set('c-adresse', arguments[0]); set('c-outil', arguments[1]);
        document.getElementById('copier').click();
        return [document.getElementById('code').textContent,
          document.getElementById('copie').textContent,
          document.getElementById('c-adresse').getAttribute('aria-invalid')].join('\\n---\\n');";
    for (address, tool, parts) in [
        ("op.js", "html", &["Donnez d’abord l’adresse", "\ntrue", "https://www.exemple.fr/"][..]),
        (
            "/f/op.min.js",
            "html",
            &["src=\"/f/op.min.js\"", "<orientation-palliative profil=\"proche\">"],
        ),
        (
            "https://a.fr/op.min.js",
            "wordpress",
            &[
                "<!-- wp:html -->\n<script src=\"https://a.fr/op.min.js\"",
                "<!-- /wp:html -->",
                "\nfalse",
            ],
        ),
        (
            "https://a.fr/op.min.js",
            "div",
            &["<div data-orientation-palliative data-profil=\"proche\">", "</div>"],
        ),
    ] {
        let told = visit.run(compose, vec![json!(address), json!(tool)]).await?;
        let told = told.as_str().context("nothing was composed")?;
        for part in parts {
            ensure!(told.contains(part), "{tool}: {part} is not in {told}");
        }
    }
    quiet(visit).await
}
