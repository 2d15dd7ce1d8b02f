//! What only paper shows: the sheet of an outcome, one for a fridge door, another for
//! professionals.

mod dense;
mod foot;
mod fridge;

use leptos::prelude::event_target_checked;
use leptos::prelude::*;

use super::el::{El, classed, el, paragraph};
use super::visit::Visit;
use crate::model::{Voice, ui};
use crate::wording::Sheet;
use dense::dense;
use foot::{foot, head, head_with_code};
use fridge::fridge;

/// Whether the long lists are to be printed as well: off until it is asked for. `None`
/// where the sheet holds everything already.
pub type Lists = Option<RwSignal<bool>>;

/// The wish for long lists, of a sheet that has some to leave out.
pub fn lists(sheet: &Sheet) -> Lists {
    (sheet.voice != Voice::Professional && sheet.has_lists()).then(|| RwSignal::new(false))
}

/// The box that asks for them.
pub fn lists_box(visit: &Visit, lists: RwSignal<bool>) -> El {
    let field = el("input")
        .attr("type", "checkbox")
        .attr("data-print-lists", "")
        .on("change", move |event| lists.set(event_target_checked(&event)));
    classed("label", "op-lists-box")
        .child(field)
        .child(el("span").text(visit.text(ui::KEEP_PRINT_LISTS)))
}

/// The sheet: to act upon, from across a kitchen; or everything, close together.
pub fn paper(visit: &Visit, sheet: &Sheet, lists: Lists) -> El {
    if sheet.voice == Voice::Professional {
        return classed("section", "op-paper op-paper-dense")
            .child(head_with_code(visit, sheet))
            .child(dense(visit, sheet))
            .child(paragraph("op-p-notes", visit.text(ui::KEEP_NOTES)))
            .child(foot(sheet));
    }
    let overleaf = (visit.clone(), sheet.clone());
    classed("section", "op-paper op-paper-fridge")
        .child(head(sheet))
        .child(fridge(visit, sheet))
        .child(foot(sheet))
        .child(el("div").dynamic(move || {
            let (visit, sheet) = &overleaf;
            let wanted = lists.is_some_and(|lists| lists.get());
            wanted
                .then(|| classed("div", "op-overleaf").child(dense(visit, sheet)))
                .into_iter()
                .collect::<Vec<_>>()
        }))
}
