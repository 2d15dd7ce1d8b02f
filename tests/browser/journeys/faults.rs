//! Faults of the page or of the browser: within eight seconds the visitor has the
//! widget, or the contacts.

use std::time::Instant;

use anyhow::ensure;
use serde_json::json;

use super::help::SOON;
use super::hosts::{DEFERRED, ELEMENT, FILES, PAGE, page, walk, works};
use super::hosts_failing::{contacts, told};
use crate::{
    host::{HostPage, SCRIPT},
    visit::Visit,
    widget::Widget,
};

/// A page with a script before ours.
fn after(script: &str) -> String {
    page(&format!("<script>{script}</script>{DEFERRED}"), ELEMENT)
}

/// The page's markup has closed the element's tree before us; ours takes it over.
pub async fn a_closed_tree_is_taken_over(visit: &Visit) -> anyhow::Result<()> {
    let closed = ELEMENT.replacen('>', "><template shadowrootmode=\"closed\">?</template>", 1);
    works(visit, &page(DEFERRED, &closed), "").await
}

/// The engine never starts, or late: the contacts meanwhile, then the widget.
pub async fn an_engine_that_keeps_one_waiting(visit: &Visit) -> anyhow::Result<()> {
    let waits = "const own = WebAssembly.instantiate;\
        const gone = new Promise((go) => { window.go = go; });\
        WebAssembly.instantiate = (...given) => gone.then(() => own.apply(WebAssembly, given));";
    visit.site().beside(PAGE, &after(waits), "")?;
    let start = Instant::now();
    visit.go(&FILES).await?;
    contacts(visit).await?;
    ensure!(start.elapsed() < SOON, "the contacts come after {:?}", start.elapsed());
    visit.run("window.go()", vec![]).await?;
    walk(visit).await?;
    let left = "return document.querySelector('orientation-palliative').shadowRoot\
        .querySelectorAll('div:not([hidden]) > slot, .op-root').length";
    let left = visit.run(left, vec![]).await?;
    ensure!(left == json!(1), "{left} roots and slots stand there");
    told(visit, "plus de six secondes").await
}

/// Taken into another document, it keeps its place and its looks.
pub async fn another_document_takes_the_element(visit: &Visit) -> anyhow::Result<()> {
    let widget = visit.open(&HostPage::default()).await?;
    widget.answer("profil", "proche").await?;
    let taken = "const frame = document.createElement('iframe');\
        document.body.append(frame);\
        const element = document.querySelector('orientation-palliative');\
        frame.contentDocument.body.append(element);\
        const root = element.shadowRoot;\
        const asked = root.querySelector('[data-question]');\
        const button = root.querySelector('[data-action=continue]');\
        return [asked && asked.dataset.question,\
          frame.contentWindow.getComputedStyle(button).borderTopLeftRadius];";
    let found = visit.run(taken, vec![]).await?;
    ensure!(found[0] == "besoin" && found[1] != "0px", "there it shows {found}");
    visit.take_traces().await.map(drop)
}

/// A translator puts other nodes in the place of every text, on each screen.
pub async fn a_translated_page_goes_on(visit: &Visit) -> anyhow::Result<()> {
    let widget = visit.open(&HostPage::default()).await?;
    let translated = "const root = document.querySelector('orientation-palliative').shadowRoot;\
        const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);\
        const all = [];\
        while (texts.nextNode()) if (texts.currentNode.data.trim()) all.push(texts.currentNode);\
        for (const text of all) {\
          const font = document.createElement('font');\
          font.append(text.data.toUpperCase());\
          text.replaceWith(font);\
        }\
        return root.querySelector('[data-announce]').textContent;";
    let mut lines = Vec::new();
    for (question, answer) in [("profil", "proche"), ("besoin", "aidants")] {
        lines.push(visit.run(translated, vec![]).await?);
        widget.answer(question, answer).await?;
    }
    visit.run(translated, vec![]).await?;
    widget.commune_by_list("92023").await?;
    lines.push(visit.run(translated, vec![]).await?);
    ensure!(lines[0] != lines[1] && lines[1] != lines[2], "the line stays {lines:?}");
    widget.restart().await?;
    let asked = Widget::new(visit, 0).screen().await?.question;
    ensure!(asked.as_deref() == Some("profil"), "begun again, it asks {asked:?}");
    visit.take_traces().await.map(drop)
}

/// What a translator can read is shown once it has: the element's own content, above the
/// widget; and put away again with the page's own language.
pub async fn a_translated_page_shows_what_was_translated(visit: &Visit) -> anyhow::Result<()> {
    visit.open(&HostPage::default()).await?;
    let shown = "document.documentElement.className = arguments[0];
        return new Promise((told) => setTimeout(() => told(
          document.querySelector('orientation-palliative > a').getClientRects().length), 50));";
    for (class, expected) in [("", 0), ("js translated-ltr", 1), ("js", 0)] {
        let seen = visit.run(shown, vec![json!(class)]).await?;
        ensure!(seen == json!(expected), "with the class {class:?}, it shows {seen}");
    }
    visit.run("document.documentElement.className = 'translated-rtl'", vec![]).await?;
    let widget = Widget::new(visit, 0);
    widget.answer("profil", "proche").await?;
    ensure!(visit.run(shown, vec![json!("translated-rtl")]).await? == json!(1), "it went away");
    visit.take_traces().await.map(drop)
}

/// Where the widget is hosted alone is known, every fallback leads there as well: the element's
/// attribute, a script's, the address that the build was given; and nothing that is no page.
pub async fn every_fallback_leads_to_the_hosted_page(visit: &Visit) -> anyhow::Result<()> {
    let own = visit.site().packaged(SCRIPT)?;
    let built = own.replacen("\"href\":null", "\"href\":\"https://soins.example/\"", 1);
    ensure!(built != own, "the script knows of no hosted page");
    visit.site().beside("adresse.js", &built, "")?;
    let addressed = DEFERRED.replace(SCRIPT, "adresse.js");
    let link = "const host = document.querySelector('orientation-palliative');
        const tree = host && host.shadowRoot;
        if (!tree || !tree.querySelector('a[href=\"tel:15\"]')) return null;
        const all = [...tree.querySelectorAll('p > a')].map((link) => link.getAttribute('href'));
        return all.filter((href) => !href.includes('corpalif')).join(' ') || 'none';";
    let here = format!("{}heberger/", visit.base());
    for (script, attributes, expected) in [
        (DEFERRED, "page=\"https://palliatif.example/\"", "https://palliatif.example/"),
        (DEFERRED, "page=\"heberger/\"", here.as_str()),
        (DEFERRED, "page=\"javascript:alert(1)\"", "none"),
        (DEFERRED, "", "none"),
        (addressed.as_str(), "", "https://soins.example/"),
        (addressed.as_str(), "page=\"https://palliatif.example/\"", "https://palliatif.example/"),
    ] {
        let element = ELEMENT.replacen("palliative>", &format!("palliative {attributes}>"), 1);
        let head = format!("<script>delete window.WebAssembly;</script>{script}");
        visit.site().beside(PAGE, &page(&head, &element), "")?;
        visit.go(&FILES).await?;
        let found = visit.wait("the fallback", link, vec![]).await?;
        ensure!(found == json!(expected), "{attributes} leads to {found}, not {expected}");
    }
    visit.take_traces().await.map(drop)
}

/// What the emergency line says in French.
const OWN: &str = "Urgence vitale\u{a0}:";

/// The words of the emergency numbers stand in the page while it is translated, where a translator
/// reads them, and are shown in the widget's own line: once, whatever the page's styles and whoever
/// empties the element; the links stay whole.
pub async fn the_emergency_line_can_be_translated(visit: &Visit) -> anyhow::Result<()> {
    let style = "<style>* { all: unset !important; } head, script { display: none !important; } \
        span { display: none !important; font-size: 3px !important; }</style>";
    visit.site().beside(PAGE, &page(&format!("{style}{DEFERRED}"), ELEMENT), "")?;
    visit.go(&FILES).await?;
    let widget = Widget::new(visit, 0);
    widget.ready().await?;
    let lent = "document.documentElement.className = arguments[0];
        return new Promise((told) => setTimeout(() => {
          const host = document.querySelector('orientation-palliative');
          const words = [...host.querySelectorAll('span[slot]')];
          for (const word of words) if (arguments[1]) word.textContent = arguments[1];
          const slot = host.shadowRoot.querySelector('[data-emergency] slot');
          const shown = slot.assignedNodes({ flatten: true });
          const box = words[0] && words[0].getBoundingClientRect();
          const call = host.shadowRoot.querySelector('[data-emergency] a[href=\"tel:15\"]');
          told({ words: words.length, says: shown.map((node) => node.textContent).join(''),
            high: words.length && Math.round(box.height), call: call.getClientRects().length });
        }, 80));";
    let look = async |class: &str, word: &str| -> anyhow::Result<serde_json::Value> {
        visit.run(lent, vec![json!(class), json!(word)]).await
    };
    let own = look("", "").await?;
    ensure!(own["words"] == 0 && own["says"] == OWN, "untranslated: {own}");
    let translated = look("translated-ltr", "Vital emergency:").await?;
    let high = translated["high"].as_f64().unwrap_or_default();
    ensure!(translated["words"] == 1 && translated["says"] == "Vital emergency:", "{translated}");
    ensure!((14.0..60.0).contains(&high) && translated["call"] == 1, "{translated}");
    // Another screen, with other words beside the same line.
    widget.answer("profil", "proche").await?;
    widget.answer("besoin", "soins").await?;
    widget.answer("urgence", "oui").await?;
    let stop = look("translated-ltr", "").await?;
    ensure!(stop["words"].as_u64() > Some(3) && stop["says"] == "Vital emergency:", "{stop}");
    // A router empties the element: the widget's own words come back, and its numbers stay.
    visit.run("document.querySelector('orientation-palliative').textContent = ''", vec![]).await?;
    let emptied = look("translated-ltr", "").await?;
    ensure!(emptied["says"] == OWN && emptied["call"] == 1, "{emptied}");
    let again = look("", "").await?;
    ensure!(again["words"] == 0 && again["says"] == OWN, "{again}");
    visit.take_traces().await.map(drop)
}

/// Where the element's own content leads to every contact, a failure adds no second list.
pub async fn no_contact_is_shown_twice(visit: &Visit) -> anyhow::Result<()> {
    let links = "return [...document.querySelector('orientation-palliative').shadowRoot\
        .querySelectorAll('a')].map((link) => link.getAttribute('href'));";
    let open = async |content: &str| -> anyhow::Result<()> {
        let head = format!("<script>delete window.WebAssembly;</script>{DEFERRED}");
        let body = format!("<orientation-palliative>{content}</orientation-palliative>");
        visit.site().beside(PAGE, &page(&head, &body), "")?;
        visit.go(&FILES).await?;
        let failed = "const host = document.querySelector('orientation-palliative');
            return host.shadowRoot && host.shadowRoot.querySelector('.op-root') ? 1 : 0;";
        visit.wait("the failure", failed, vec![]).await.map(drop)
    };
    open("<a href=\"tel:15\">15</a>").await?;
    let found: Vec<String> = serde_json::from_value(visit.run(links, vec![]).await?)?;
    ensure!(found.len() > 2 && found.contains(&"tel:15".to_owned()), "{found:?}");
    let all: String = found.iter().map(|href| format!("<a href=\"{href}\">x</a>")).collect();
    open(&all).await?;
    let again = visit.run(links, vec![]).await?;
    ensure!(again == json!([]), "shown twice: {again}");
    visit.take_traces().await.map(drop)
}
