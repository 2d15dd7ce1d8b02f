//! The outcome's budget on a phone: whom to call stands under the thumb.

use std::{collections::BTreeMap, fs, path::Path};

use anyhow::{Context, ensure};
use orientation_palliative::wording::Sheet;
use serde::Deserialize;
use serde_json::json;

use crate::{cases::Case, expected::DATA, opened, pictures, visit::Visit};

/// A phone, in CSS pixels.
const PHONE: (u32, u32) = (375, 812);
/// How many outcomes are looked at, at least.
const OUTCOMES: usize = 60;
/// Screens of that phone: what a tired person reads, and a professional.
const FAMILY: f64 = 2.0;
const PROFESSIONAL: f64 = 3.0;
/// Where the heading begins at most.
const FRAME: f64 = 120.0;
/// Numbers that stand there before anything is opened, the emergency line's left out.
const NUMBERS: usize = 3;
/// The widths at which ten outcomes must fit.
const WIDTHS: [u32; 4] = [280, 320, 768, 1280];

const MEASURE: &str = include_str!("../scripts/budget.js");

#[derive(Debug, Deserialize)]
struct Measured {
    height: f64,
    heading: f64,
    number: f64,
    numbers: usize,
    words: usize,
    wide: f64,
    cut: Vec<String>,
    /// Each part with its height, for whoever fixes it.
    parts: Vec<(String, u32)>,
}

impl Measured {
    async fn read(visit: &Visit) -> anyhow::Result<Self> {
        Ok(serde_json::from_value(visit.run(MEASURE, vec![]).await?)?)
    }

    fn screens(&self) -> f64 {
        self.height / f64::from(PHONE.1)
    }

    /// What is over the budget.
    fn faults(&self, case: &Case) -> Vec<String> {
        let most = if case.is_professional() { PROFESSIONAL } else { FAMILY };
        let sheet = Sheet::of(&DATA, &case.session());
        let callable = sheet.shown_phones().next().is_some();
        let last = f64::from(PHONE.1);
        let faults = [
            (self.screens() > most, format!("{:.2} screens", self.screens())),
            (self.heading > FRAME, format!("the heading begins at {:.0} px", self.heading)),
            (self.numbers > NUMBERS, format!("{} numbers", self.numbers)),
            (
                callable != (self.numbers > 0),
                format!("{} numbers, {callable} natively", self.numbers),
            ),
            (self.number > last, format!("the first number ends at {:.0} px", self.number)),
            (self.wide > 0.0, format!("{} px too wide", self.wide)),
        ];
        faults.into_iter().filter(|(over, _)| *over).map(|(_, told)| told).collect()
    }
}

/// Outcomes of every kind, each as it opens.
pub async fn an_outcome_stays_within_its_budget(visit: &Visit) -> anyhow::Result<()> {
    let cases = Case::all();
    ensure!(cases.len() >= OUTCOMES, "only {} outcomes", cases.len());
    phone(visit, PHONE.0).await?;
    let (mut seen, mut over) = (Vec::new(), Vec::new());
    let looked = opened::each(visit, &cases, async |_, case| {
        let measured = Measured::read(visit).await?;
        let faults = measured.faults(case);
        if !faults.is_empty() {
            over.push(format!("{}: {}; {:?}", case.name(), faults.join(", "), measured.parts));
        }
        seen.push((case, measured));
        Ok(())
    })
    .await;
    pictures::restore(visit).await?;
    looked?;
    let table = table(&seen);
    println!("{table}");
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().context("no target folder")?;
    fs::write(target.join("budget.md"), table)?;
    ensure!(over.is_empty(), "{} outcomes are over the budget:\n{}", over.len(), over.join("\n"));
    Ok(())
}

/// Ten outcomes, folded and with everything opened, from a narrow column to a desk.
pub async fn an_outcome_fits_every_width(visit: &Visit) -> anyhow::Result<()> {
    let cases = Case::all();
    let ten: Vec<&Case> = cases.iter().step_by(cases.len().div_ceil(10)).collect();
    let looked = opened::each(visit, ten, async |widget, _| {
        for open in [false, true] {
            if open {
                widget.look("unfold", json!([])).await?;
            }
            for width in WIDTHS {
                phone(visit, width).await?;
                let measured = Measured::read(visit).await?;
                let spills = widget.spills().await?;
                ensure!(
                    measured.wide <= 0.0 && measured.cut.is_empty() && spills.is_empty(),
                    "at {width} px, unfolded {open}: {} px too wide, cut {:?}, {spills:?}",
                    measured.wide,
                    measured.cut
                );
            }
        }
        Ok(())
    })
    .await;
    pictures::restore(visit).await?;
    looked
}

/// A screen of that width, as a phone has it: its scroll bars take no room.
async fn phone(visit: &Visit, width: u32) -> anyhow::Result<()> {
    let screen =
        json!({ "width": width, "height": PHONE.1, "deviceScaleFactor": 1, "mobile": true });
    let cdp = visit.session().web.cdp();
    cdp.send_raw("Emulation.setDeviceMetricsOverride", screen).await?;
    Ok(())
}

/// One line for each kind, and the worst outcomes, in Markdown.
fn table(seen: &[(&Case, Measured)]) -> String {
    let mut kinds: BTreeMap<String, Vec<&Measured>> = BTreeMap::new();
    for (case, measured) in seen {
        kinds.entry(case.kind()).or_default().push(measured);
    }
    let mut text = format!(
        "{} outcomes at {} × {} px; least, median, most.\n\n\
         | who, what for | outcomes | screens | end of the first number (px) | numbers | words |\n\
         |---|---|---|---|---|---|\n",
        seen.len(),
        PHONE.0,
        PHONE.1
    );
    for (kind, all) in &kinds {
        text.push_str(&row(kind, all));
    }
    for (who, professional) in [("**families**", false), ("**professionals**", true)] {
        let of = seen.iter().filter(|(case, _)| case.is_professional() == professional);
        text.push_str(&row(who, &of.map(|(_, measured)| measured).collect::<Vec<_>>()));
    }
    text.push_str("\nThe longest:\n\n");
    let mut longest: Vec<_> = seen.iter().collect();
    longest.sort_by(|(_, a), (_, b)| b.height.total_cmp(&a.height));
    for (case, measured) in longest.into_iter().take(10) {
        text.push_str(&format!("- {:.2} screens: {}\n", measured.screens(), case.name()));
    }
    text
}

fn row(who: &str, all: &[&Measured]) -> String {
    let spread = |read: &dyn Fn(&Measured) -> f64, digits: usize| {
        let mut values: Vec<f64> = all.iter().map(|measured| read(measured)).collect();
        values.sort_by(f64::total_cmp);
        let told = |at: usize| values.get(at).map_or(String::new(), |v| format!("{v:.digits$}"));
        format!("{} · {} · {}", told(0), told(values.len() / 2), told(values.len().max(1) - 1))
    };
    let count = |number: usize| f64::from(u32::try_from(number).unwrap_or(u32::MAX));
    format!(
        "| {who} | {} | {} | {} | {} | {} |\n",
        all.len(),
        spread(&Measured::screens, 2),
        spread(&|m| m.number, 0),
        spread(&|m| count(m.numbers), 0),
        spread(&|m| count(m.words), 0),
    )
}
