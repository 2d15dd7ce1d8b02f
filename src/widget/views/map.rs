//! The communes as a drawn map, and what each has.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent};

use super::super::card::{badge, card_view};
use super::super::el::{El, button, classed, el, paragraph};
use super::super::heading::heading;
use super::super::visit::Visit;
use super::beyond::beyond;
use super::frame;
use crate::config::View;
use crate::directory::{neighbour, short, tile_rows};
use crate::model::{Commune, territory_name, ui};
use crate::orientation::{Absence, Card, around};
use crate::wording::absence_in_words;

/// The colours and patterns of the territories, by their place among them.
const TILES: [&str; 4] =
    ["op-tile op-badge-0", "op-tile op-badge-1", "op-tile op-badge-2", "op-tile op-badge-3"];

/// The map, and the commune chosen on it.
pub fn map(visit: &Visit) -> El {
    let rows = tile_rows(&visit.data).into_iter().map(|row| {
        let tiles = row.into_iter().map(|at| match at {
            Some(commune) => tile(visit, commune),
            None => classed("span", "op-tile-none"),
        });
        classed("div", "op-map-row").children(tiles)
    });
    let legend = visit.data.filiere.territories.iter().map(|t| badge(visit, &t.id));
    let board = classed("div", "op-map")
        .attr("role", "group")
        .attr("aria-label", visit.text(ui::MAP_LABEL))
        .attr("data-map", "")
        .children(rows);
    let shown = visit.clone();
    let chosen = classed("div", "op-chosen").attr("aria-live", "polite").dynamic(move || {
        let code = shown.browse.commune.get();
        shown
            .data
            .commune(&code)
            .map(|commune| chosen(&shown, commune))
            .into_iter()
            .collect::<Vec<_>>()
    });
    frame(visit, View::Carte, ui::MAP_LEAD)
        .child(classed("p", "op-marks").children(legend))
        .child(board)
        .child(chosen)
        .children(beyond(visit))
}

/// One commune: pressed by touch, mouse or keyboard; the arrow keys go from one to
/// the next, and only one tile is a stop of the tab key.
fn tile(visit: &Visit, commune: &Commune) -> El {
    let territories = &visit.data.filiere.territories;
    let place = territories.iter().position(|t| t.id == commune.territory).unwrap_or_default();
    let (chosen, code) = (visit.browse.commune, commune.code.clone());
    let (pressed, stop) = (code.clone(), code.clone());
    let first = visit.data.communes.communes.first().map(|c| c.code.clone()).unwrap_or_default();
    let territory = territory_name(&visit.data, &commune.territory);
    let whole = format!(" ({})", visit.say(&ui::badge_territory(territory)));
    button(TILES[place % TILES.len()], String::new(), move || chosen.set(code.clone()))
        .attr("data-tile", commune.code.as_str())
        .attr("aria-pressed", move || (chosen.get() == pressed).to_string())
        .attr("tabindex", move || {
            let chosen = chosen.get();
            let stops = if chosen.is_empty() { stop == first } else { stop == chosen };
            if stops { "0" } else { "-1" }.to_owned()
        })
        .on("keydown", arrows(visit, commune))
        .child(classed("span", "op-tile-short").attr("aria-hidden", "true").text(short(commune)))
        .child(classed("span", "op-tile-long").text(commune.name.as_str()))
        .child(classed("span", "op-unseen").text(whole))
}

fn arrows(visit: &Visit, from: &Commune) -> impl FnMut(Event) + use<> {
    let (visit, from) = (visit.clone(), from.clone());
    move |event| {
        let key = event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key).unwrap_or_default();
        let way = match key.as_str() {
            "ArrowLeft" => [-1, 0],
            "ArrowRight" => [1, 0],
            "ArrowUp" => [0, -1],
            "ArrowDown" => [0, 1],
            _ => return,
        };
        event.prevent_default();
        let Some(to) = neighbour(&visit.data, &from, way) else { return };
        visit.browse.commune.set(to.code.clone());
        focus_tile(&event, &to.code);
    }
}

/// Draws the focus to the tile of a commune, on the map that the event came from.
fn focus_tile(event: &Event, code: &str) {
    let from = event.current_target().and_then(|target| target.dyn_into::<Element>().ok());
    let map = from.and_then(|tile| tile.closest("[data-map]").ok().flatten());
    let tile =
        map.and_then(|m| m.query_selector(&format!("[data-tile=\"{code}\"]")).ok().flatten());
    if let Some(tile) = tile.and_then(|tile| tile.dyn_into::<HtmlElement>().ok()) {
        // The commune is chosen all the same when the focus cannot follow.
        let _ = tile.focus();
    }
}

/// What the commune has, and what is missing there.
fn chosen(visit: &Visit, commune: &Commune) -> El {
    let around = around(&visit.data, &commune.code);
    let section = |title: &str, children: Vec<El>| {
        (!children.is_empty()).then(|| {
            el("section").child(heading(visit, 2, "op-role", visit.text(title))).children(children)
        })
    };
    let cards: Vec<El> = around.cards.iter().map(|card| card_view(visit, card)).collect();
    let cards = (!cards.is_empty()).then(|| classed("div", "op-cards").children(cards));
    let missing = around.missing.iter().map(|(absence, near)| gap(visit, absence, near.as_ref()));
    el("div")
        .attr("data-chosen", commune.code.as_str())
        .child(heading(visit, 1, "op-section", commune.name.clone()))
        .child(classed("p", "op-marks").child(badge(visit, &commune.territory)))
        .children(section(ui::MAP_HERE, cards.into_iter().collect::<Vec<_>>()))
        .children(section(ui::OUTCOME_MISSING, missing.collect::<Vec<_>>()))
}

fn gap(visit: &Visit, absence: &Absence, near: Option<&Card>) -> El {
    let text = absence_in_words(&visit.data, visit.voice(), absence);
    let near = near.map(|card| {
        let territory = territory_name(&visit.data, &card.territory);
        paragraph("op-remark", visit.say(&ui::map_nearest(&card.name, territory)))
    });
    classed("div", "op-absence")
        .attr("data-gap", absence.kind.as_str())
        .child(el("p").text(text))
        .children(near)
}
