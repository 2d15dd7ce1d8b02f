//! The views beside the questions, and the way from one to another.

mod beyond;
mod coverage;
mod directory;
mod flow;
mod flow_list;
mod gradation;
mod lexicon;
mod map;
mod place;
mod term;

pub use term::with_terms;

use super::actions::restart_button;
use super::el::{El, button, classed, el};
use super::visit::Visit;
use crate::config::View;
use crate::model::ui;
use leptos::prelude::*;

/// The way to each view offered, folded; nothing when there is but one.
pub fn navigation(visit: &Visit) -> Option<El> {
    let offered = visit.config.offered(&visit.data);
    (offered.len() > 1).then(|| {
        let items = offered.into_iter().map(|view| el("li").child(way_to(visit, view)));
        let folded = el("details")
            .attr("data-menu", "")
            .child(el("summary").text(visit.text(ui::FRAME_MENU)))
            .child(el("ul").children(items));
        classed("nav", "op-nav").attr("aria-label", visit.text(ui::VIEWS)).child(folded)
    })
}

fn way_to(visit: &Visit, view: View) -> El {
    let label = visit.text(&format!("ui.view.{}", view.id()));
    let browse = visit.browse;
    way("op-way", visit, view, label).attr("aria-current", move || {
        if browse.view.get() == view { "page" } else { "false" }.to_owned()
    })
}

fn way(class: &'static str, visit: &Visit, view: View, label: String) -> El {
    let going = visit.clone();
    button(class, label, move || going.look_at(view)).attr("data-view", view.id())
}

/// Above a view, the way to the questions, where the page offers them; follows the view.
pub fn way_to_questions(visit: &Visit) -> Option<El> {
    let beside = visit.browse.view.get() != View::Orientation;
    let offered = visit.config.offered(&visit.data);
    (beside && offered.contains(&View::Orientation)).then(|| {
        // Nobody goes back to what they have not seen.
        let first = offered.first() == Some(&View::Orientation);
        let label = visit.text(if first { ui::FRAME_BACK } else { ui::FRAME_QUESTIONS });
        way("op-quiet op-way-back", visit, View::Orientation, label)
    })
}

/// A view, apart from the questions.
pub fn shown(visit: &Visit, view: View) -> Option<El> {
    let view = match view {
        View::Orientation => return None,
        View::Annuaire => directory::directory(visit),
        View::Carte => map::map(visit),
        View::Gradation => gradation::gradation(visit),
        View::Couverture => coverage::coverage(visit),
        View::Lexique => lexicon::lexicon(visit),
        View::Logigramme => flow::flow(visit),
    };
    Some(view.child(erasure(visit)))
}

/// The way to forget what was answered, typed and chosen, once there is something.
fn erasure(visit: &Visit) -> El {
    let visit = visit.clone();
    classed("div", "op-actions").dynamic(move || {
        visit.holds_anything().then(|| restart_button(&visit)).into_iter().collect::<Vec<_>>()
    })
}

/// The frame of a view: its heading and what it is for.
fn frame(visit: &Visit, view: View, lead: &str) -> El {
    let title = visit.text(&format!("ui.view.{}", view.id()));
    classed("div", "op-screen op-view")
        .attr("data-screen", view.id())
        .child(super::heading::screen_heading(visit, title))
        .child(classed("p", "op-hint").text(visit.text(lead)))
}
