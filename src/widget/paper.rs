//! What only paper shows: the way back to the page, how old it is, room to write.

use super::keep::link;
use super::tag::{Tag, classed, paragraph, svg};
use super::visit::Visit;
use crate::keep::qr_path;
use crate::model::ui;
use crate::wording::Sheet;

/// The QR code where the page has an address that others can open, the dates of the
/// data, and room for notes.
pub fn paper(visit: &Visit, sheet: &Sheet) -> Tag {
    let link = Some(link(visit)).filter(|link| link.starts_with("http"));
    let code = link.and_then(|link| qr_path(&link)).map(|code| {
        let side = code.side;
        let drawn = svg("svg")
            .attr("viewBox", format!("0 0 {side} {side}"))
            .attr("aria-hidden", "true")
            .child(svg("path").attr("d", code.d));
        classed("div", "op-qr")
            .attr("data-qr", "")
            .child(drawn)
            .child(paragraph("op-qr-says", visit.text(ui::KEEP_QR)))
    });
    classed("section", "op-paper")
        .child(paragraph("op-notes", visit.text(ui::KEEP_NOTES)))
        .children(code)
        .child(paragraph("op-dates", sheet.dates.clone()))
}
