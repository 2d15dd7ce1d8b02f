//! A group of the outcome: a role, who plays it, and why.

use leptos::prelude::*;

use super::card::kind_block;
use super::heading::heading;
use super::source::source_list;
use super::visit::Visit;
use crate::model::{Join, SourceRef, ui};
use crate::orientation::{Group, kinds, reason_in_words};

/// Groups with their joins as words between them. What is joined by "and" to
/// nothing before it stands without a word.
pub fn groups_joined(visit: &Visit, groups: &[&Group]) -> Vec<AnyView> {
    let joined = groups.iter().enumerate().map(|(at, group)| {
        let word = (at > 0 || group.join == Join::Optional).then(|| join(visit, group.join));
        view! { {word} {group_view(visit, group, "op-group")} }.into_any()
    });
    joined.collect()
}

/// The first contact, large; one that may replace it is joined by its word.
pub fn large_group(visit: &Visit, group: &Group, joined: bool) -> AnyView {
    let word = joined.then(|| join(visit, group.join));
    view! { {word} {group_view(visit, group, "op-group op-group-large")} }.into_any()
}

fn join(visit: &Visit, join: Join) -> AnyView {
    let (key, class) = match join {
        Join::And => (ui::JOIN_AND, "op-join op-join-and"),
        Join::Or => (ui::JOIN_OR, "op-join op-join-or"),
        Join::Optional => (ui::JOIN_OPTIONAL, "op-join op-join-optional"),
    };
    view! { <p class=class><span>{visit.text(key)}</span></p> }.into_any()
}

fn group_view(visit: &Visit, group: &Group, class: &'static str) -> AnyView {
    let body = (!group.body.is_empty()).then(|| view! { <p>{group.body.clone()}</p> });
    let cards: Vec<AnyView> =
        kinds(&group.cards).iter().map(|kind| kind_block(visit, kind, &group.role)).collect();
    view! {
        <section class=class data-group=group.id.clone()>
            {heading(visit, 2, "op-role", group.role.clone())}
            {body}
            {cards}
            {why(visit, group)}
        </section>
    }
    .into_any()
}

/// The answers that led here, the rule in plain words, and the lines of the sources.
fn why(visit: &Visit, group: &Group) -> AnyView {
    let rule = group.rule.as_ref().and_then(|rule| visit.find(&format!("rules.{rule}")));
    let rule = rule.map(|rule| view! { <p>{rule.to_owned()}</p> });
    let said: Vec<String> =
        group.why.iter().map(|reason| reason_in_words(&visit.data, visit.voice, reason)).collect();
    let answers = (!said.is_empty()).then(|| {
        view! { <p>{visit.text(ui::WHY_ANSWERS)} " " {said.join(", ")}</p> }
    });
    let cards = group.cards.iter().flat_map(|card| &card.sources);
    let sources: Vec<SourceRef> = group.sources.iter().chain(cards).cloned().collect();
    view! {
        <details class="op-why" data-why="">
            <summary>{visit.text(ui::WHY)}</summary>
            {rule}
            {answers}
            <p>{visit.text(ui::WHY_SOURCES)}</p>
            {source_list(visit, &sources)}
        </details>
    }
    .into_any()
}
