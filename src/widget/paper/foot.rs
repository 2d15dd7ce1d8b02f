//! What stands at the head and at the foot of every sheet.

use super::super::el::{El, classed, paragraph, svg};
use super::super::keep::link;
use super::super::visit::Visit;
use crate::keep::qr_path;
use crate::model::ui;
use crate::wording::Sheet;

/// For whom it is, and when.
pub fn head(sheet: &Sheet) -> El {
    let line = sheet.situation.iter().map(|line| paragraph("op-p-situation", line.as_str()));
    let clock = sheet.clock.iter().map(|clock| paragraph("op-p-clock", clock.as_str()));
    classed("div", "op-p-head").children(line).children(clock)
}

/// What this page is not, what the years mean, and how old the data is.
pub fn foot(sheet: &Sheet) -> El {
    classed("div", "op-p-foot")
        .child(paragraph("op-p-limits", sheet.limits.as_str()))
        .children(sheet.years.iter().map(|years| paragraph("op-p-fine", years.as_str())))
        .child(paragraph("op-p-fine", sheet.dates.as_str()))
}

/// The head with, beside it, the way back to the page.
pub fn head_with_code(visit: &Visit, sheet: &Sheet) -> El {
    classed("div", "op-p-top").child(head(sheet)).children(code(visit))
}

/// Room for notes and, beside it, the way back to the page.
pub fn notes(visit: &Visit) -> El {
    classed("div", "op-p-last")
        .child(paragraph("op-p-notes", visit.text(ui::KEEP_NOTES)))
        .children(code(visit))
}

/// The QR code, where the page has an address that others can open.
fn code(visit: &Visit) -> Option<El> {
    let link = Some(link(visit)).filter(|link| link.starts_with("http"))?;
    let code = qr_path(&link)?;
    let side = code.side;
    let drawn = svg("svg")
        .attr("viewBox", format!("0 0 {side} {side}"))
        .attr("aria-hidden", "true")
        .child(svg("path").attr("d", code.d));
    let qr = classed("div", "op-qr")
        .attr("data-qr", "")
        .child(drawn)
        .child(paragraph("op-p-fine", visit.text(ui::KEEP_QR)));
    Some(qr)
}
