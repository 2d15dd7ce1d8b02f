//! The print button on somebody's page: the sheet alone, and nothing left of it.

use anyhow::{Context, ensure};
use serde::Deserialize;
use serde_json::json;

use super::hosts::{DEFERRED, ELEMENT, FILES, PAGE, page};
use crate::{host::Over, visit::Visit, widget::Widget};

/// Records what would be printed.
const PRINTER: &str = include_str!("../scripts/printer.js");
const FILE: &str = "printer.js";
const SCRIPTS: &str = "<script src=\"printer.js\"></script>\
                       <script src=\"orientation-palliative.js\" defer></script>";
const AROUND: [&str; 2] = ["Le menu de la maison", "Le pied de la page"];

/// A relative at home in Levallois, at night.
const NIGHT: &str = "op=1~92~2025.1~a~00000000~urgence.non~profil.proche~besoin.soins~age.adulte\
                     ~commune.92044~lieu.domicile~moment.astreinte";

#[derive(Debug, Deserialize)]
struct Sheet {
    text: String,
    rules: usize,
    styled: bool,
    ground: String,
    fields: usize,
    address: String,
    lang: String,
}

/// Under the strictest policy, with no text allowed to become markup.
pub async fn our_print_button_prints_the_sheet_alone(visit: &Visit) -> anyhow::Result<()> {
    let html = page(SCRIPTS, &around(ELEMENT));
    // The page has no icon: its policy forbids images.
    let html = html.replace("<link rel=\"icon\" href=\"data:,\">", "");
    let wasm = if visit.over == Over::NoWasm { "" } else { " 'wasm-unsafe-eval'" };
    let policy = format!(
        "Content-Security-Policy: default-src 'none'; script-src 'self'{wasm}; \
         require-trusted-types-for 'script'"
    );
    visit.site().beside(FILE, PRINTER, "")?;
    visit.site().beside(PAGE, &html, &policy)?;
    visit.go(&[&FILES[..], &[FILE]].concat()).await?;
    let widget = outcome(visit).await?;
    let before = visit.run("return history.length", vec![]).await?;
    widget.click("[data-action=print]").await?;
    printed_alone(visit).await?;
    let gone = "return document.querySelector('orientation-palliative').shadowRoot
        .querySelector('iframe') === null && document.adoptedStyleSheets.length === 0
        && history.length === arguments[0]";
    visit.wait("nothing left of the print", gone, vec![before]).await?;
    ensure!(widget.text("[data-told]").await?.unwrap_or_default().is_empty(), "a failure is told");
    let mut faults = visit.take_traces().await?.faults(visit.over, &[&FILES[..], &[FILE]].concat());
    // Firefox wants an icon all the same, and tells that the policy forbids it.
    faults.retain(|fault| !fault.contains("/favicon.ico"));
    ensure!(faults.is_empty(), "the page left something behind:\n{}", faults.join("\n"));
    Ok(())
}

async fn printed_alone(visit: &Visit) -> anyhow::Result<()> {
    let one = "return window.printed.length === 1 && window.printed[0]";
    let sheet = visit.wait("one print", one, vec![]).await?;
    let sheet: Sheet = serde_json::from_value(sheet).context("the page itself was printed")?;
    for part in ["112", "Levallois-Perret", "01 47 58 64 11"] {
        ensure!(sheet.text.replace('\u{a0}', " ").contains(part), "{part} is missing: {sheet:?}");
    }
    for part in AROUND {
        ensure!(!sheet.text.contains(part), "the page is printed as well: {sheet:?}");
    }
    ensure!(sheet.rules > 100 && sheet.styled && sheet.ground == "0px", "unstyled: {sheet:?}");
    ensure!(sheet.fields == 0 && sheet.lang == "fr", "{sheet:?}");
    ensure!(sheet.address == "about:blank", "the frame has an address: {sheet:?}");
    Ok(())
}

/// A frame that may not print: the visitor is told what else they can do.
pub async fn a_frame_that_may_not_print_says_so(visit: &Visit) -> anyhow::Result<()> {
    visit.site().beside("dedans.html", &page(DEFERRED, ELEMENT), "")?;
    for sandbox in ["allow-scripts", "allow-scripts allow-same-origin"] {
        let frame = format!(
            "<iframe src=\"dedans.html\" title=\"Orientation\" sandbox=\"{sandbox}\" \
             width=\"600\" height=\"900\"></iframe>"
        );
        visit.site().beside(PAGE, &page("", &frame), "")?;
        visit.go(&FILES).await?;
        super::hosts::high(visit).await?;
        visit.session().web.enter_frame(0).await?;
        let told = told(visit).await;
        visit.session().web.enter_default_frame().await?;
        crate::pictures::restore(visit).await?;
        let told = told.context(sandbox)?;
        ensure!(told.contains("Copiez le texte"), "{sandbox}: {told}");
        // The engine itself tells that it does not print.
        visit.take_traces().await?;
    }
    Ok(())
}

async fn told(visit: &Visit) -> anyhow::Result<String> {
    let widget = outcome(visit).await?;
    widget.click("[data-action=print]").await?;
    let told = "const told = document.querySelector('orientation-palliative').shadowRoot
        .querySelector('.op-keep [data-told]').textContent;
        return told !== '' && told";
    let told = visit.wait("what is told", told, vec![]).await?;
    told.as_str().map(str::to_owned).context("no text")
}

/// Opens the outcome in the page as it is.
async fn outcome(visit: &Visit) -> anyhow::Result<Widget<'_>> {
    let widget = Widget::new(visit, 0);
    widget.ready().await?;
    visit.run("location.hash = arguments[0]", vec![json!(NIGHT)]).await?;
    widget.wait_for("[data-screen=outcome]").await?;
    Ok(widget)
}

fn around(element: &str) -> String {
    let [menu, foot] = AROUND;
    format!("<nav>{menu}</nav>\n<main>{element}</main>\n<footer>{foot}</footer>")
}
