//! The commune that the views are about.

use leptos::prelude::*;

use super::super::el::{El, classed, el};
use super::super::visit::Visit;
use crate::model::ui;

/// A list of the communes, with none to begin with.
pub fn commune_menu(visit: &Visit) -> [El; 2] {
    let chosen = visit.browse.commune;
    let option = |value: &str, label: String| el("option").attr("value", value).text(label);
    let none = option("", visit.text(ui::COMMUNE_LIST_NONE));
    let all = visit.data.communes.communes.iter();
    let menu = classed("select", "op-input")
        .attr("id", "op-place")
        .attr("data-place", "")
        .child(none)
        .children(all.map(|commune| option(&commune.code, commune.name.clone())))
        .value(move || chosen.get())
        .on("change", move |event| chosen.set(event_target_value(&event)));
    let label = classed("label", "op-label").attr("for", "op-place");
    [label.text(visit.text(ui::VIEW_COMMUNE)), menu]
}
