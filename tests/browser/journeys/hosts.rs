//! Host pages that make it hard: the widget works in each of them.

use anyhow::ensure;
use orientation_palliative::tool::provision::Engine;
use serde_json::json;

use super::paths;
use crate::{
    expected,
    host::{Over, SCRIPT},
    pictures,
    visit::Visit,
    widget::Widget,
};

/// The page's file.
pub const PAGE: &str = "index.html";
/// What the pages are made of: the page, what hears it, the widget's script.
pub const FILES: [&str; 3] = [PAGE, "recorder.js", SCRIPT];
/// The widget's element.
pub const ELEMENT: &str =
    "<orientation-palliative><a href=\"tel:15\">15</a></orientation-palliative>";
/// The widget's script, as the guide gives it.
pub const DEFERRED: &str = "<script src=\"orientation-palliative.js\" defer></script>";
/// Nothing but the site's own scripts; what follows the colon is wasm.
const STRICT: &str = "Content-Security-Policy: default-src 'none'; script-src 'self'";

/// A page with that in its head and that in its body, heard from its first script.
pub fn page(head: &str, body: &str) -> String {
    format!(
        "<!DOCTYPE html>\n<html lang=\"fr\">\n<head>\n<meta charset=\"utf-8\">\n<title>Page</title>\n\
         <link rel=\"icon\" href=\"data:,\">\n<script src=\"recorder.js\"></script>\n{head}\n</head>\n\
         <body>\n{body}\n</body>\n</html>\n"
    )
}

/// Opens the page and walks a whole path in its first widget.
pub async fn works(visit: &Visit, html: &str, headers: &str) -> anyhow::Result<()> {
    visit.site().beside(PAGE, html, headers)?;
    visit.go(&FILES).await?;
    walk(visit).await
}

/// Walks a whole path in the first widget of the page that is open.
pub async fn walk(visit: &Visit) -> anyhow::Result<()> {
    let widget = Widget::new(visit, 0);
    widget.ready().await?;
    widget.walk(&paths::relative(), async |_| Ok(())).await?;
    expected::agrees(widget, &paths::relative()).await
}

/// Nothing but the site's own scripts, and wasm where there is wasm. The page has no icon: its policy
/// forbids images.
pub async fn a_strict_policy(visit: &Visit) -> anyhow::Result<()> {
    let html = page(DEFERRED, ELEMENT).replace("<link rel=\"icon\" href=\"data:,\">", "");
    let wasm = if visit.over == Over::NoWasm { "" } else { " 'wasm-unsafe-eval'" };
    works(visit, &html, &format!("{STRICT}{wasm}")).await?;
    // Firefox wants an icon all the same, and tells that the policy forbids it.
    let mut faults = visit.take_traces().await?.faults(visit.over, &FILES);
    faults.retain(|fault| !fault.contains("/favicon.ico"));
    ensure!(faults.is_empty(), "the page left something behind:\n{}", faults.join("\n"));
    Ok(())
}

/// No text may become markup or code. Where the engine knows the policy, the page is
/// shown to be under it; elsewhere it must not be in the way.
pub async fn trusted_types(visit: &Visit) -> anyhow::Result<()> {
    let policy = "Content-Security-Policy: require-trusted-types-for 'script'";
    // The page's own function: a driver's script may be above the policy.
    let attempt = "<script>window.refused = () => {\
        try { document.createElement('p').innerHTML = '<b>b</b>'; return false; }\
        catch (error) { return error instanceof TypeError; } };</script>";
    works(visit, &page(&format!("{attempt}{DEFERRED}"), ELEMENT), policy).await?;
    let known = visit.run("return 'trustedTypes' in window", vec![]).await?;
    silent(visit).await?;
    let enforced = visit.run("return window.refused()", vec![]).await?;
    ensure!(enforced == known, "the policy is known: {known}; it is enforced: {enforced}");
    ensure!(visit.session().engine != Engine::Chromium || known == json!(true));
    Ok(())
}

/// An origin of its own, no forms, no storage: what tests and untrusted pages are put in.
pub async fn a_sandboxed_frame(visit: &Visit) -> anyhow::Result<()> {
    visit.site().beside("dedans.html", &page(DEFERRED, ELEMENT), "")?;
    let frame = "<iframe src=\"dedans.html\" title=\"Orientation\" sandbox=\"allow-scripts\" \
                 width=\"600\" height=\"900\"></iframe>";
    visit.site().beside(PAGE, &page("", frame), "")?;
    visit.go(&FILES).await?;
    high(visit).await?;
    visit.session().web.enter_frame(0).await?;
    let alone = visit.run("return self.origin", vec![]).await;
    let result = walk(visit).await;
    let said = visit.run("return window.__journal", vec![]).await;
    visit.session().web.enter_default_frame().await?;
    pictures::restore(visit).await?;
    ensure!(alone? == json!("null"), "the frame has the page's own origin");
    result?;
    let said = said?;
    ensure!(said == json!([]), "the frame said {said}");
    silent(visit).await
}

/// Makes the window as high as a frame with a whole outcome: a driver clicks where an
/// element is in its frame, though that place be below the window.
pub async fn high(visit: &Visit) -> anyhow::Result<()> {
    pictures::resize(visit, 1280, 4000).await
}

/// Looking at storage throws, as under the strictest settings of cookies.
pub async fn storage_that_throws(visit: &Visit) -> anyhow::Result<()> {
    let before = "<script>for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])\
        Object.defineProperty(window, name, { get() { throw new DOMException('no', 'SecurityError'); } });\
        Object.defineProperty(document, 'cookie', { get() { throw new Error('read'); },\
          set() { throw new Error('written'); } });</script>";
    works(visit, &page(&format!("{before}{DEFERRED}"), ELEMENT), "").await
}

/// `async`, by a script of the host, before the element is there.
pub async fn async_or_inserted_by_another_script(visit: &Visit) -> anyhow::Result<()> {
    let insert = "<script>const s = document.createElement('script'); s.async = true;\
                  s.src = 'orientation-palliative.js'; document.head.appendChild(s);</script>";
    works(visit, &page(insert, ELEMENT), "").await
}

/// No doctype, the script twice, where old guides put it.
pub async fn twice_at_the_end_of_a_page_in_quirks_mode(visit: &Visit) -> anyhow::Result<()> {
    let script = "<script src=\"orientation-palliative.js\"></script>";
    let html = page("", &format!("{ELEMENT}{script}{script}")).replace("<!DOCTYPE html>\n", "");
    visit.site().beside(PAGE, &html, "")?;
    visit.go(&FILES).await?;
    ensure!(visit.run("return document.compatMode", vec![]).await? == json!("BackCompat"));
    let result = walk(visit).await;
    // Some engines ask for a script once, some twice: only what was said counts.
    silent(visit).await.and(result)
}

/// What old libraries and bundlers leave in a page.
pub async fn changed_prototypes_and_module_globals(visit: &Visit) -> anyhow::Result<()> {
    // WebKit's driver gives no answer in a page whose every object has one more name to
    // list: there the name is not listed.
    let listed = visit.session().engine != Engine::Webkit;
    let before = format!(
        "<script>Object.defineProperty(Object.prototype, 'extend', \
        {{ value() {{}}, writable: true, configurable: true, enumerable: {listed} }});</script>"
    );
    let after = "<script>Array.prototype.remove = function () {}; \
        Function.prototype.method = function () {};\
        window.define = function () { throw new Error('define called'); }; define.amd = {};\
        window.module = { exports: {} }; window.exports = module.exports; window.process = {};\
        window.require = function () { throw new Error('require called'); };</script>";
    works(visit, &page(&format!("{before}{after}{DEFERRED}"), ELEMENT), "").await
}

/// The roughest style sheet there is.
pub async fn every_style_unset(visit: &Visit) -> anyhow::Result<()> {
    let style =
        "<style>* { all: unset !important; } head, script { display: none !important; }</style>";
    works(visit, &page(&format!("{style}{DEFERRED}"), ELEMENT), "").await
}

/// The widget is French, whatever the page around it.
pub async fn a_right_to_left_page(visit: &Visit) -> anyhow::Result<()> {
    let html =
        page(DEFERRED, ELEMENT).replace("<html lang=\"fr\">", "<html lang=\"ar\" dir=\"rtl\">");
    works(visit, &html, "").await?;
    let direction = "return getComputedStyle(document.querySelector('orientation-palliative')\
        .shadowRoot.querySelector('.op-root')).direction";
    let direction = visit.run(direction, vec![]).await?;
    ensure!(direction == json!("ltr"), "the widget reads {direction}");
    Ok(())
}

/// From another origin, checked, in a page whose addresses start elsewhere.
pub async fn integrity_from_another_origin_under_a_base(visit: &Visit) -> anyhow::Result<()> {
    let script = visit.site().packaged(SCRIPT)?;
    visit.site().beside(SCRIPT, &script, "Access-Control-Allow-Origin: *")?;
    let value = orientation_palliative::tool::build::integrity(script.as_bytes());
    let elsewhere = visit.base().replace("127.0.0.1", "localhost");
    let head = format!(
        "<base href=\"{elsewhere}\"><script src=\"orientation-palliative.js\" \
         integrity=\"{value}\" crossorigin=\"anonymous\" defer></script>"
    );
    visit.site().beside(PAGE, &page(&head, ELEMENT), "")?;
    visit.go(&FILES).await?;
    let result = walk(visit).await;
    silent(visit).await.and(result)
}

/// The page's own component holds the element.
pub async fn a_shadow_root_of_the_host(visit: &Visit) -> anyhow::Result<()> {
    let body = "<div id=\"own\"></div><script>\
        const inside = own.attachShadow({ mode: 'open' });\
        inside.appendChild(document.createElement('orientation-palliative'));</script>";
    visit.site().beside(PAGE, &page(DEFERRED, body), "")?;
    visit.go(&FILES).await?;
    let question = "const element = own.shadowRoot.querySelector('orientation-palliative');\
        const root = element.shadowRoot;\
        return root && root.querySelector('[data-screen=question] input[type=radio]') && true;";
    visit.wait("a question in the host's shadow tree", question, vec![]).await.map(drop)
}

/// The page that is open has said nothing; what it loaded is not looked at.
pub async fn silent(visit: &Visit) -> anyhow::Result<()> {
    let traces = visit.take_traces().await?;
    ensure!(traces.said.is_empty(), "the page said {:?}", traces.said);
    Ok(())
}
