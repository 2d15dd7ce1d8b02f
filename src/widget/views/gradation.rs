//! The gradation: who comes together, by level and by place.

use super::super::card::badge;
use super::super::el::{El, classed, el, paragraph};
use super::super::heading::heading;
use super::super::source::source_list;
use super::super::visit::Visit;
use super::frame;
use super::place::commune_menu;
use crate::config::View;
use crate::model::{GradationCell, GradationLevel, Join, row_name, ui};
use crate::orientation::in_row;
use crate::wording::cited;
use leptos::prelude::*;

/// Each level, the place where one lives beside the hospital.
pub fn gradation(visit: &Visit) -> El {
    let levels = visit.data.gradation.levels.iter();
    frame(visit, View::Gradation, ui::GRADATION_LEAD)
        .children(commune_menu(visit))
        .children(levels.map(|level| level_view(visit, level)))
}

fn level_view(visit: &Visit, level: &GradationLevel) -> El {
    let text = |part: &str| visit.text(&format!("gradation.{}.{part}", level.level));
    let places = classed("div", "op-places")
        .child(place(visit, ui::GRADATION_LIVING, &level.living))
        .child(place(visit, ui::GRADATION_HOSPITAL, &level.hospital));
    classed("section", "op-group")
        .attr("data-level", level.level.to_string())
        .child(heading(visit, 1, "op-role", text("title")))
        .child(el("p").text(text("situation")))
        .child(paragraph("op-remark", text("support")))
        .child(places)
        .child(source_list(&cited(&visit.data, visit.voice(), &level.sources)))
}

fn place(visit: &Visit, title: &str, teams: &[GradationCell]) -> El {
    let teams = teams.iter().enumerate().map(|(at, cell)| team(visit, cell, at > 0));
    el("div").child(heading(visit, 2, "op-name", visit.text(title))).children(teams)
}

/// A team, which opens to the structures of the commune chosen.
fn team(visit: &Visit, cell: &GradationCell, joined: bool) -> El {
    let word = match cell.join {
        Join::And => ui::JOIN_AND,
        Join::Or => ui::JOIN_OR,
        Join::Optional => ui::JOIN_OPTIONAL,
    };
    let joined = joined || cell.join == Join::Optional;
    let word = joined.then(|| el("strong").text(format!("{} ", visit.text(word))));
    let name = visit.text(&format!("gradation.teams.{}", cell.team));
    if cell.rows.is_empty() {
        return classed("div", "op-team").child(el("p").children(word).text(name));
    }
    let (visit, rows) = (visit.clone(), cell.rows.clone());
    let found = el("div").dynamic(move || {
        let commune = visit.browse.commune.get();
        rows.iter().map(|row| members(&visit, row, &commune)).collect::<Vec<_>>()
    });
    classed("details", "op-team").child(el("summary").children(word).text(name)).child(found)
}

/// The structures of a row, or that there are none.
fn members(visit: &Visit, row: &str, commune: &str) -> El {
    let block = el("div").child(paragraph("op-term", row_name(&visit.data, visit.voice(), row)));
    let Some(row) = visit.data.row(row) else { return block };
    let (cards, _) = in_row(&visit.data, row, Some(commune).filter(|code| !code.is_empty()));
    if cards.is_empty() {
        return block.child(paragraph("op-absence", visit.text("states.empty")));
    }
    let items = cards.iter().map(|card| {
        let name = el("span").text(format!("{} ", card.name));
        el("li").child(name).child(badge(visit, &card.territory))
    });
    block.child(classed("ul", "op-members").children(items))
}
