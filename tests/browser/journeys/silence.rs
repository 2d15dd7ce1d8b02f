//! Silence: whatever is touched, in a page that listens to everything, nothing leaves the
//! widget but what the visitor asks to take along.

use std::collections::BTreeSet;

use anyhow::ensure;
use orientation_palliative::{config::View, keep::link_of, orientation::Session};
use serde::Deserialize;
use serde_json::json;

use super::{
    hosts::{DEFERRED, PAGE, page},
    keep_saved::DOWNLOADS,
};
use crate::{cases::Case, expected::DATA, host::SCRIPT, visit::Visit};

/// Nothing may be loaded, sent or opened but the page's own scripts.
const POLICY: &str = "Content-Security-Policy: default-src 'none'; script-src 'self' \
    'wasm-unsafe-eval'; img-src data:; form-action 'none'; base-uri 'none'";
const FILES: [&str; 5] = [PAGE, "recorder.js", "hostile.js", "taken.js", SCRIPT];
const VISITOR: &str = include_str!("../scripts/visitor.js");

/// What may go out, and the button that must have been pressed.
const ASKED: [&str; 5] = [
    "calls writeText (link)",
    "calls writeText (text)",
    "calls createObjectURL (save)",
    "calls createObjectURL (vcard)",
    "calls createObjectURL (csv)",
];

#[derive(Deserialize)]
struct Crawled {
    states: usize,
    controls: usize,
    faults: Vec<String>,
    leaks: Vec<String>,
    names: Vec<String>,
    changes: usize,
}

/// Every kind of screen, every control.
pub async fn nothing_leaves_whatever_is_touched(visit: &Visit) -> anyhow::Result<()> {
    let taken = format!("{}\n{DOWNLOADS}", include_str!("../scripts/printer.js"));
    visit.site().write("hostile.js", include_str!("../scripts/hostile.js"))?;
    visit.site().write("taken.js", &taken)?;
    let scripts = "<script src=\"hostile.js\"></script><script src=\"taken.js\"></script>";
    visit.site().beside(PAGE, &page(&format!("{scripts}{DEFERRED}"), ""), POLICY)?;
    visit.go(&FILES).await?;
    visit.wait("the script", "return 'OrientationPalliative' in window", vec![]).await?;
    let views: Vec<_> = View::ALL.iter().skip(1).map(|view| view.id()).collect();
    let script = format!("{VISITOR}\n{}", include_str!("../scripts/crawl.js"));
    let found = visit.run(&script, vec![json!(links()), json!(views)]).await?;
    let found: Crawled = serde_json::from_value(found)?;
    println!("silence: {} screens, {} controls", found.states, found.controls);
    ensure!(found.states >= STATES && found.controls >= CONTROLS, "used only {:?}", found.names);
    ensure!(found.faults.is_empty(), "{:#?}", found.faults);
    ensure!(found.changes == 0, "the page saw {} changes in the element", found.changes);
    let leaks: BTreeSet<_> = found.leaks.iter().map(String::as_str).collect();
    let strange: Vec<_> = leaks.iter().filter(|leak| !ASKED.contains(leak)).collect();
    ensure!(strange.is_empty(), "left the widget: {strange:#?}");
    // What listens does hear: the buttons that give something out were pressed.
    ensure!(leaks.contains("calls createObjectURL (save)"), "the recorder heard {leaks:?}");
    Ok(())
}

/// How many kinds of screen and of control there are at least.
const STATES: usize = 12;
const CONTROLS: usize = 60;

/// The places of the flow: one case of every kind, at each of its questions, each place
/// once.
pub fn links() -> Vec<String> {
    let mut seen = BTreeSet::new();
    let mut links = Vec::new();
    for case in Case::all().iter().filter(|case| !case.on_call) {
        each_path_to(case, &mut |session, asked| {
            if seen.insert(asked) {
                links.push(link_of(&DATA, session).encode());
            }
        });
    }
    links
}

/// The sessions on the way to a case, each with what is asked there.
fn each_path_to(case: &Case, tell: &mut dyn FnMut(&Session, String)) {
    let whole = case.session();
    let path: Vec<_> = whole.walk(&DATA).situation.path.clone();
    for upto in 0..=path.len() {
        let answers = path[..upto].iter().map(|(q, a)| ((*q).to_owned(), (*a).to_owned()));
        let session = Session::replay(&DATA, case.on_call, answers.collect());
        let next = path.get(upto).map_or("", |(question, _)| question);
        let kind = if upto == path.len() { case.kind() } else { String::new() };
        tell(&session, format!("{next} {kind}"));
    }
}
