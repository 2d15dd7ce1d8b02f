//! A dataset whose every text would be markup, a script or an address: on the screen it is
//! text.

use std::collections::BTreeSet;

use anyhow::ensure;
use orientation_palliative::{config::View, model::Dataset, packaging};
use serde::Deserialize;
use serde_json::json;

use super::{
    hosts::{DEFERRED, FILES, PAGE, page},
    silence::links,
};
use crate::{
    expected::DATA,
    host::SCRIPT,
    payloads::{PAYLOADS, with},
    visit::Visit,
};

/// How many payloads stand in each text at once.
const TOGETHER: usize = 32;

/// What is looked for: anything that runs.
const ALARM: &str = "<script>window.ran = [];
    for (const name of ['alert', 'open', 'print'])
      window[name] = (...said) => window.ran.push(`${name} ${said}`);</script>";

#[derive(Deserialize)]
struct Found {
    kinds: BTreeSet<String>,
    addresses: Vec<String>,
    screens: usize,
    ran: Vec<String>,
}

/// Every payload in every text, on every kind of screen.
pub async fn what_the_data_say_is_text(visit: &Visit) -> anyhow::Result<()> {
    let mut known = shown(visit, &DATA).await?;
    // A text that is empty in the data makes no element there.
    known.kinds.extend(shown(visit, &with(&DATA, |_| "mot".to_owned())).await?.kinds);
    ensure!(known.screens > 25 && known.kinds.len() > 50, "{:?}", known.kinds);
    for payloads in PAYLOADS.chunks(TOGETHER) {
        let found = shown(visit, &with(&DATA, |_| payloads.join(" "))).await?;
        let more: Vec<_> = found.kinds.difference(&known.kinds).collect();
        ensure!(more.is_empty(), "{payloads:?}: {more:?}");
        ensure!(found.ran.is_empty(), "{payloads:?}: {:?}", found.ran);
        let strange: Vec<_> = found.addresses.iter().filter(|to| !is_usual(to)).collect();
        ensure!(strange.is_empty(), "{payloads:?}: {strange:?}");
        ensure!(found.screens == known.screens, "{} screens", found.screens);
    }
    println!("payloads: {} in every text, on {} screens", PAYLOADS.len(), known.screens);
    super::hosts::silent(visit).await
}

fn is_usual(address: &str) -> bool {
    ["https://", "tel:", "sms:", "mailto:", "#"].iter().any(|start| address.starts_with(start))
}

/// The packaged script with another dataset, on every kind of screen.
async fn shown(visit: &Visit, data: &Dataset) -> anyhow::Result<Found> {
    visit.site().beside(PAGE, &page(&format!("{ALARM}{DEFERRED}"), ""), "")?;
    visit.site().write(SCRIPT, &packaging::with_dataset(&visit.site().packaged(SCRIPT)?, data)?)?;
    visit.go(&FILES).await?;
    visit.wait("the script", "return 'OrientationPalliative' in window", vec![]).await?;
    let views: Vec<_> = View::ALL.iter().skip(1).map(|view| view.id()).collect();
    let script = format!(
        "{}\n{}",
        include_str!("../scripts/visitor.js"),
        include_str!("../scripts/texts.js")
    );
    Ok(serde_json::from_value(visit.run(&script, vec![json!(links()), json!(views)]).await?)?)
}
