//! The drawings hold whatever letters they are set in: no word lies on another, none is
//! cut.

use anyhow::ensure;
use orientation_palliative::drawing::draw;
use orientation_palliative::tool::draw::page;
use serde::Deserialize;
use serde_json::json;

use crate::{expected::DATA, host::HostPage, pictures, printed, visit::Visit};

/// Letters as wide as those that the posters were measured with, wider, and much wider.
const FONTS: [&str; 3] = ["Arial, 'Liberation Sans'", "'DejaVu Sans', Verdana", "monospace"];
/// What keeps a browser from asking the server for an icon.
const ICON: &str = "<head><link rel=\"icon\" href=\"data:,\">";
/// How a poster asks for its font.
const OWN: &str = "font-family=\"Arial, Helvetica, 'Liberation Sans', sans-serif\"";
const POSTER: &str = "poster.html";
const LYING: &str = include_str!("../scripts/lying.js");

/// What was seen.
#[derive(Debug, Deserialize)]
struct Seen {
    words: usize,
    told: Vec<String>,
}

/// Every poster in each font: the page to print from, and what it looks like there.
fn posters() -> anyhow::Result<Vec<(String, String)>> {
    let territories = DATA.filiere.territories.iter().map(|t| Some(t.id.as_str()));
    let mut all = Vec::new();
    for territory in std::iter::once(None).chain(territories) {
        let html = page(&DATA, &draw(&DATA, territory)?).replacen("<head>", ICON, 1);
        ensure!(html.matches(OWN).count() == 2, "a poster asks for its font on both sides");
        for font in FONTS {
            let name = format!("{} in {font}", territory.unwrap_or("the whole"));
            all.push((name, html.replace(OWN, &format!("font-family=\"{font}\""))));
        }
    }
    Ok(all)
}

/// On screen.
pub async fn the_posters_hold_in_any_font(visit: &Visit) -> anyhow::Result<()> {
    for (name, html) in posters()? {
        visit.site().write(POSTER, &visit.site().recorded(&html)?)?;
        visit.go(&[POSTER]).await?;
        let seen: Seen = serde_json::from_value(visit.run(LYING, vec![json!("poster")]).await?)?;
        ensure!(seen.words > 200, "{name}: {} lines only", seen.words);
        ensure!(seen.told.is_empty(), "{name}: {:#?}", seen.told);
    }
    Ok(())
}

/// On paper, read back by a program that has nothing to do with the browsers.
pub async fn the_posters_hold_on_paper_in_any_font(visit: &Visit) -> anyhow::Result<()> {
    // Every other one: all of them stand on screen, and paper takes its time.
    for (at, (name, html)) in posters()?.into_iter().enumerate().step_by(2) {
        visit.site().write(POSTER, &visit.site().recorded(&html)?)?;
        visit.go(&[POSTER]).await?;
        let pdf = pictures::print_as_made(visit, &format!("poster-{at}")).await?;
        let sheets = printed::words(visit, &pdf)?;
        ensure!(sheets.len() == 2, "{name}: {} sheets", sheets.len());
        for sheet in sheets {
            ensure!(sheet.words.len() > 300, "{name}: {} words only", sheet.words.len());
            let told = sheet.faults();
            ensure!(told.is_empty(), "{name}: {told:#?}");
        }
    }
    Ok(())
}

/// The drawing in the widget, whose boxes grow with their words.
pub async fn the_drawing_holds_in_any_font(visit: &Visit) -> anyhow::Result<()> {
    let widget = visit.open(&HostPage::default()).await?;
    widget.look_at("logigramme").await?;
    for font in FONTS {
        let seen = visit.run(LYING, vec![json!("flow"), json!(font)]).await?;
        let seen: Seen = serde_json::from_value(seen)?;
        ensure!(seen.words > 15, "{font}: {} boxes only", seen.words);
        ensure!(seen.told.is_empty(), "{font}: {:#?}", seen.told);
    }
    Ok(())
}
