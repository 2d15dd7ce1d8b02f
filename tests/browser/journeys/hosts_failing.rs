//! Host pages where the widget cannot start: the element's own content and the
//! contacts stay, and the webmaster is told the cause, one cause each.

use anyhow::ensure;

use super::help::TRAP;
use super::hosts::{DEFERRED, ELEMENT, FILES, PAGE, page, walk};
use crate::{host::SCRIPT, visit::Visit};

/// Opens the page, where the widget must fail; one line in the console holds `cause`.
async fn fails(visit: &Visit, html: &str, headers: &str, cause: &str) -> anyhow::Result<()> {
    visit.site().beside(PAGE, html, headers)?;
    visit.go(&FILES).await?;
    contacts(visit).await?;
    told(visit, cause).await
}

/// The emergency numbers and the element's own content are on display.
pub async fn contacts(visit: &Visit) -> anyhow::Result<()> {
    let shown = "const element = document.querySelector('orientation-palliative');\
        const own = element.querySelector('a');\
        const tel = element.shadowRoot && element.shadowRoot.querySelector('a[href^=\"tel:\"]');\
        return Boolean(tel && tel.getClientRects().length && own.getClientRects().length);";
    visit.wait("the contacts on display", shown, vec![]).await?;
    Ok(())
}

/// The widget's own words in the console: one line, with the cause.
pub async fn told(visit: &Visit, cause: &str) -> anyhow::Result<()> {
    let said = visit.take_traces().await?.said;
    let own: Vec<_> =
        said.iter().filter(|line| line.contains("[orientation-palliative]")).collect();
    ensure!(own.len() == 1 && own[0].contains(cause), "told {said:?}");
    Ok(())
}

/// The policy lets scripts run, wasm not.
pub async fn a_policy_against_wasm_is_named(visit: &Visit) -> anyhow::Result<()> {
    let policy = "Content-Security-Policy: default-src 'none'; script-src 'self'";
    fails(visit, &page(DEFERRED, ELEMENT), policy, "'wasm-unsafe-eval'").await
}

/// A browser that has no wasm, or has it turned off.
pub async fn an_absent_webassembly_is_named(visit: &Visit) -> anyhow::Result<()> {
    let without = "<script>delete window.WebAssembly;</script>";
    let html = page(&format!("{without}{DEFERRED}"), ELEMENT);
    fails(visit, &html, "", "WebAssembly est absent de ce navigateur").await
}

/// A browser that runs no changed script leaves the element's own content; so does one
/// whose copy of the script is cut short.
pub async fn a_refused_or_truncated_script_leaves_the_content(visit: &Visit) -> anyhow::Result<()> {
    let wrong = orientation_palliative::tool::build::integrity(b"");
    let refused = format!(
        "<script src=\"orientation-palliative.js\" integrity=\"{wrong}\" \
         crossorigin=\"anonymous\" defer></script>"
    );
    let script = visit.site().packaged(SCRIPT)?;
    visit.site().beside("court.js", &script[..script.len() / 2], "")?;
    let short = "<script src=\"court.js\" defer></script>".to_owned();
    for head in [refused, short] {
        visit.site().beside(PAGE, &page(&head, ELEMENT), "")?;
        visit.go(&FILES).await?;
        let shown = "const own = document.querySelector('orientation-palliative a');\
            return document.readyState === 'complete' && !customElements.get('orientation-palliative')\
                && own.getClientRects().length > 0;";
        visit.wait("the element's own content", shown, vec![]).await?;
        let said = visit.take_traces().await?.said;
        ensure!(!said.iter().any(|line| line.contains("unhandledrejection")), "said {said:?}");
    }
    Ok(())
}

/// A filter has changed a letter of the bytes.
pub async fn a_changed_file_is_named(visit: &Visit) -> anyhow::Result<()> {
    let script = visit.site().packaged(SCRIPT)?;
    let start = script.find("const WASM = '").map(|at| at + "const WASM = '".len());
    let (head, tail) = script.split_at(start.expect("the wasm is in the script"));
    let changed = format!("{head}{}", &tail[40..]);
    visit.site().beside("changed.js", &changed, "")?;
    let html = page("<script src=\"changed.js\" defer></script>", ELEMENT);
    fails(visit, &html, "", "a été modifié ou tronqué").await
}

/// Whatever stops Rust dead comes out of the engine as a trap, in the middle of the
/// questions as well.
pub async fn a_trap_shows_the_contacts(visit: &Visit) -> anyhow::Result<()> {
    visit.site().beside(PAGE, &page(&format!("{TRAP}{DEFERRED}"), ELEMENT), "")?;
    visit.go(&FILES).await?;
    walk(visit).await?;
    let change = "window.stopsDead = true;\
        document.querySelector('orientation-palliative').shadowRoot\
            .querySelector('[data-action=restart]').click();";
    visit.run(change, vec![]).await?;
    contacts(visit).await?;
    told(visit, "s'est arrêté sur une erreur interne").await
}

/// Somebody else has taken the element's name.
pub async fn another_script_with_the_same_element_is_named(visit: &Visit) -> anyhow::Result<()> {
    let taken = "<script>customElements.define('orientation-palliative', class extends HTMLElement {})</script>";
    visit.site().beside(PAGE, &page(&format!("{taken}{DEFERRED}"), ELEMENT), "")?;
    visit.go(&FILES).await?;
    told(visit, "a déjà défini").await
}

/// The widget works all the same; so does the `div` that stands for it, and what other tools
/// write there is theirs.
pub async fn a_wrong_attribute_is_named(visit: &Visit) -> anyhow::Result<()> {
    let element =
        ELEMENT.replace("<orientation-palliative", "<orientation-palliative teritoire=\"nord\"");
    let mark = "<div data-orientation-palliative data-teritoire=\"nord\" data-title=\"x\" \
                data-aos=\"fade\"><a href=\"tel:15\">15</a></div>";
    for body in [element.as_str(), mark] {
        visit.site().beside(PAGE, &page(DEFERRED, body), "")?;
        visit.go(&FILES).await?;
        walk(visit).await?;
        told(visit, "« teritoire » n’existe pas").await?;
    }
    Ok(())
}
