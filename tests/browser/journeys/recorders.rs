//! The recorders themselves: a silence proves nothing to the deaf.

use anyhow::ensure;
use orientation_palliative::tool::provision::Engine;

use crate::{
    host::{HostPage, Over, SCRIPT},
    visit::Visit,
};

/// A host that does all that the widget must not.
const NOISY: &str = "
console.warn('heard-warn');
localStorage.setItem('heard-item', '1');
setTimeout(() => { throw new Error('heard-throw'); });
Promise.reject(new Error('heard-rejection'));
addEventListener('load', () => {
  const image = document.createElement('img');
  image.src = 'heard-image.png';
  image.addEventListener('error', () => { window.heard = true; });
  document.body.append(image);
});
";

/// Words said, exceptions, requests and storage are all noticed.
pub async fn whatever_a_page_leaves_behind_is_noticed(visit: &Visit) -> anyhow::Result<()> {
    let page = HostPage { widgets: 0, before: NOISY.into(), ..HostPage::default() };
    let files = [visit.site().host(&page)?, SCRIPT];
    visit.go(&files).await?;
    visit.wait("the noise", "return window.heard", vec![]).await?;
    let traces = visit.take_traces().await?;
    visit.run("localStorage.clear()", vec![]).await?;
    let faults = traces.faults(visit.over, &files).join("\n");
    // WebKit says that a script from the disk threw, not what.
    let mute = visit.session().engine == Engine::Webkit && visit.over == Over::File;
    let mut expected = vec![
        "the page said: console.warn: heard-warn",
        if mute { "the page said: error: Script error." } else { "heard-throw" },
        "unhandledrejection: Error: heard-rejection",
        "cannot load <img",
        "stored: heard-item",
    ];
    if visit.session().engine != Engine::Webkit {
        expected.push("the browser heard");
    }
    if visit.over == Over::Http {
        expected.extend(["the page loaded: heard-image.png", "the server was asked for"]);
    }
    for noise in expected {
        ensure!(faults.contains(noise), "{noise:?} was not noticed among\n{faults}");
    }
    Ok(())
}
