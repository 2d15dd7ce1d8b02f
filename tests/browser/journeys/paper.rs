//! What is printed: a sheet that one puts on a door, and the views.

use anyhow::{Context, ensure};
use serde_json::json;

use super::{keep::reload_at, paths};
use crate::{
    printed::{Printed, plain},
    visit::Visit,
    widget::Widget,
};

/// Outcomes that differ most, and how many sheets each may take: two, where two
/// absences or every team of the department must be told.
const OUTCOMES: [(&str, &str, usize); 9] = [
    (
        "a relative at home in Nanterre",
        "urgence.non~profil.proche~besoin.soins~age.adulte~commune.92050~lieu.domicile~niveau.2~medecin.oui",
        1,
    ),
    (
        "an ill person in an EHPAD",
        "urgence.non~profil.malade~besoin.soins~age.adulte~commune.92009~lieu.ehpad~niveau.2~medecin.oui",
        1,
    ),
    (
        "a hospital at night",
        "urgence.non~profil.professionnel~besoin.soins~age.adulte~commune.92050~lieu.hopital-reste~niveau.3~moment.astreinte",
        1,
    ),
    (
        "a child",
        "urgence.non~profil.proche~besoin.soins~age.enfant~commune.92044~lieu.domicile~niveau.3~medecin.oui",
        1,
    ),
    (
        "outside the department",
        "urgence.non~profil.proche~besoin.soins~age.adulte~commune.91~lieu.domicile~niveau.2~medecin.oui",
        1,
    ),
    (
        "volunteers in the south",
        "urgence.non~profil.proche~besoin.benevoles~age.adulte~commune.92023~lieu.domicile",
        1,
    ),
    ("a carer in Clamart", "urgence.non~profil.proche~besoin.aidants~commune.92023", 1),
    (
        "an EHPAD at night, with what is not covered",
        "urgence.non~profil.professionnel~besoin.soins~age.adulte~commune.92063~lieu.ehpad~niveau.3~moment.astreinte",
        2,
    ),
    (
        "nothing known",
        "urgence.non~profil.proche~besoin.soins~age.adulte~commune.ne-sait-pas~lieu.ne-sait-pas~niveau.ne-sait-pas~medecin.ne-sait-pas",
        2,
    ),
];

/// What the sheet must say, as the screen says it: words, and numbers to call.
const SAID: &str = "const root = document.querySelector('orientation-palliative').shadowRoot;
    const texts = (selector) => [...root.querySelectorAll(selector)].map((one) => one.textContent);
    return [
      ...texts('.op-number strong'), ...texts('[data-summary]'), ...texts('.op-heading'),
      ...texts('.op-outcome .op-section').slice(0, 2), ...texts('.op-outcome .op-role'),
      ...texts('.op-outcome .op-body'), ...texts('.op-join'), ...texts('.op-call'),
      ...texts('.op-name'), ...texts('.op-absence'), ...texts('.op-why > p:not([class])'),
      ...texts('[data-limits]'), ...texts('.op-documents li'), ...texts('.op-notes'),
      ...texts('.op-dates'), ...texts('.op-qr-says'),
    ];";

/// Each outcome takes no more sheets than it may, and nothing of it is lost.
pub async fn an_outcome_fits_its_sheet(visit: &Visit) -> anyhow::Result<()> {
    visit.go(&[visit.site().standalone()?]).await?;
    for (at, (who, answers, sheets)) in OUTCOMES.into_iter().enumerate() {
        reload_at(visit, &format!("op=1~92~2025.1~o~00000000~{answers}")).await?;
        let screen = Widget::new(visit, 0).screen().await?;
        ensure!(screen.kind == "outcome", "{who}: {screen:?}");
        let said: Vec<String> = serde_json::from_value(visit.run(SAID, vec![]).await?)?;
        let printed = Printed::of(visit, &format!("sheet-{at}")).await?;
        all_on_paper(&printed, &said).with_context(|| who.to_owned())?;
        ensure!(printed.sheets <= sheets, "{who} takes {} sheets", printed.sheets);
    }
    visit.take_traces().await.map(drop)
}

/// Long passages may be broken by a column: their words are looked for, in order.
fn all_on_paper(printed: &Printed, said: &[String]) -> anyhow::Result<()> {
    ensure!(said.len() > 10, "the screen says little: {said:?}");
    let squeezed = squeeze(&printed.text);
    for one in said {
        ensure!(squeezed.contains(&squeeze(one)), "{one:?} is not on paper: {}", printed.text);
    }
    Ok(())
}

/// Without white space, and without the hyphens at the ends of lines.
fn squeeze(text: &str) -> String {
    plain(text).chars().filter(|c| !c.is_whitespace() && *c != '-').collect()
}

/// The views, each on its sheet, without the ways from one to another.
pub async fn the_views_fit_their_sheets(visit: &Visit) -> anyhow::Result<()> {
    visit.go(&[visit.site().standalone()?]).await?;
    let widget = Widget::new(visit, 0);
    widget.ready().await?;
    for (view, words) in [
        ("gradation", "si besoin Une équipe de soins palliatifs"),
        ("couverture", "Aucune ressource recensée"),
        ("annuaire", "SSIAD de Bagneux"),
    ] {
        widget.look_at(view).await?;
        if view == "annuaire" {
            widget.shown("input[data-search]").await?.send_keys("ssiad bagneux").await?;
            widget.wait_for("[data-card]").await?;
        }
        let printed = Printed::of(visit, view).await?;
        printed.says(words)?;
        ensure!(printed.sheets == 1, "{view} takes {} sheets", printed.sheets);
        let way = "Être orienté";
        ensure!(!printed.text.contains(way), "{view} prints the way to the questions");
    }
    Ok(())
}

/// The sheet of a page that is not the widget's own, as the PDF of a screen.
pub async fn a_host_page_prints_its_outcome(visit: &Visit) -> anyhow::Result<()> {
    let widget = visit.open(&crate::host::HostPage::default()).await?;
    let outcome = widget.walk(&paths::relative(), async |_| Ok(())).await?;
    let calls = "return [...document.querySelector('orientation-palliative').shadowRoot
        .querySelectorAll('.op-call')].map((call) => call.textContent);";
    let calls: Vec<String> = serde_json::from_value(visit.run(calls, vec![]).await?)?;
    ensure!(!outcome.groups.is_empty() && !calls.is_empty(), "nobody to call");
    let printed = Printed::of(visit, "host").await?;
    for call in &calls {
        printed.says(call)?;
    }
    let left = visit.run("return JSON.stringify(history.state)", vec![]).await?;
    ensure!(left == json!("null"), "printing left {left}");
    Ok(())
}
