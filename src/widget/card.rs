//! Structures: what they do for the visitor first, then who they are.

use leptos::prelude::*;

use super::contact::contacts;
use super::heading::heading;
use super::visit::Visit;
use crate::model::{State, WHOLE, ui};
use crate::orientation::{Card, Kind, row_name, territory_name};

/// The structures of a group that play one role: what the role does for the
/// visitor, said once, then each structure.
pub fn kind_block(visit: &Visit, kind: &Kind, said: &str) -> AnyView {
    let does = visit.find(&format!("rows.{}.does", kind.id)).map(str::to_owned);
    let does = does.map(|does| view! { <span class="op-does">{does}</span> });
    let name = row_name(&visit.data, visit.voice, kind.id);
    // The group's own title may be the name of the role.
    let name = (name != said).then(|| view! { <span class="op-term">{name}</span> });
    let cards = |cards: &[&Card]| -> Vec<AnyView> {
        cards.iter().map(|card| card_view(visit, card)).collect()
    };
    let count = kind.folded.len().to_string();
    let folded = (!kind.folded.is_empty()).then(|| {
        view! {
            <details class="op-more">
                <summary>{visit.fill(ui::MORE_CARDS, &[("count", &count)])}</summary>
                <div class="op-cards">{cards(&kind.folded)}</div>
            </details>
        }
    });
    view! {
        <div class="op-kind">
            <p class="op-kind-says">{does} " " {name}</p>
            <div class="op-cards">{cards(&kind.shown)}</div>
            {folded}
        </div>
    }
    .into_any()
}

fn card_view(visit: &Visit, card: &Card) -> AnyView {
    let remark = |key: String| visit.find(&key).map(str::to_owned).map(remark);
    let note = card.note.as_ref().and_then(|note| remark(format!("notes.{note}")));
    let own = remark(format!("structures.{}", card.id));
    let zone = card.zone_unstated.then(|| self::remark(visit.text(ui::ZONE_UNSTATED)));
    view! {
        <article class="op-card" data-card=card.id.clone() data-kind=card.kind.clone()>
            {heading(visit, 3, "op-name", card.name.clone())}
            <p class="op-marks">{badge(visit, &card.territory)} {near(visit, card)} {state(visit, card)}</p>
            {own}
            {note}
            {zone}
            {contacts(visit, &card.id)}
        </article>
    }
    .into_any()
}

/// The territory: by name, by colour and by pattern, the last two from its place
/// among the territories.
fn badge(visit: &Visit, territory: &str) -> AnyView {
    let at = visit.data.filiere.territories.iter().position(|t| t.id == territory);
    let name = territory_name(&visit.data, territory);
    let told = match territory {
        _ if at.is_some() => visit.fill(ui::BADGE_TERRITORY, &[("territory", name)]),
        whole if whole == WHOLE[0] => visit.text(ui::BADGE_DEPARTMENT),
        whole if whole == WHOLE[1] => visit.text(ui::BADGE_REGION),
        _ => visit.text(ui::BADGE_ELSEWHERE),
    };
    let class = at.map_or_else(
        || "op-badge op-badge-wide".to_owned(),
        |at| format!("op-badge op-badge-{}", at % 4),
    );
    view! { <span class=class data-territory=territory.to_owned()>{told}</span> }.into_any()
}

fn near(visit: &Visit, card: &Card) -> Option<AnyView> {
    card.near.then(|| view! { <span class="op-near">{visit.text(ui::NEAR)}</span> }.into_any())
}

fn state(visit: &Visit, card: &Card) -> Option<AnyView> {
    (card.state != State::Listed).then(|| {
        let told = visit.text(&format!("states.{}", card.state.id()));
        view! { <strong class="op-state" data-state=card.state.id()>{told}</strong> }.into_any()
    })
}

fn remark(text: String) -> AnyView {
    view! { <p class="op-remark">{text}</p> }.into_any()
}
