//! A group of the outcome: a role, who plays it, and why.

use super::card::kind_block;
use super::heading::heading;
use super::source::source_list;
use super::tag::{Tag, classed, paragraph, tag};
use super::views::with_terms;
use super::visit::Visit;
use crate::few::Gather;
use crate::model::{Join, SourceRef, ui};
use crate::orientation::{Group, kinds, reason_in_words};

/// Groups with their joins as words between them. What is joined by "and" to
/// nothing before it stands without a word.
pub fn groups_joined(visit: &Visit, groups: &[&Group]) -> Vec<Tag> {
    let joined = groups.iter().enumerate().flat_map(|(at, group)| {
        let word = (at > 0 || group.join == Join::Optional).then(|| join(visit, group.join));
        word.into_iter().chain([group_view(visit, group)])
    });
    joined.gather()
}

/// The first contact, large; one that may replace it is joined by its word.
pub fn group_large(visit: &Visit, group: &Group, joined: bool) -> Vec<Tag> {
    let word = joined.then(|| join(visit, group.join));
    word.into_iter().chain([group_of_class(visit, group, "op-group op-group-large")]).gather()
}

/// A group by itself.
pub fn group_view(visit: &Visit, group: &Group) -> Tag {
    group_of_class(visit, group, "op-group")
}

fn join(visit: &Visit, join: Join) -> Tag {
    let (key, class) = match join {
        Join::And => (ui::JOIN_AND, "op-join op-join-and"),
        Join::Or => (ui::JOIN_OR, "op-join op-join-or"),
        Join::Optional => (ui::JOIN_OPTIONAL, "op-join op-join-optional"),
    };
    classed("p", class).child(tag("span").text(visit.text(key)))
}

fn group_of_class(visit: &Visit, group: &Group, class: &'static str) -> Tag {
    let body = (!group.body.is_empty()).then(|| with_terms(visit, "op-body", &group.body));
    let kinds = kinds(&group.cards);
    // A group of one role says in its own words what that role does.
    let explained = group.body.is_empty() || kinds.len() > 1;
    classed("section", class)
        .attr("data-group", group.id.as_str())
        .child(heading(visit, 2, "op-role", group.role.clone()))
        .children(body)
        .children(kinds.iter().map(|kind| kind_block(visit, kind, &group.role, explained)))
        .child(why(visit, group))
}

/// The rule in plain words, the answers that led to it, and the lines of the sources.
fn why(visit: &Visit, group: &Group) -> Tag {
    let rule = group.rule.as_ref().and_then(|rule| visit.find(&format!("rules.{rule}")));
    let said: Vec<String> =
        group.why.iter().map(|reason| reason_in_words(&visit.data, visit.voice, reason)).gather();
    let answers = format!("{} {}", visit.text(ui::WHY_ANSWERS), said.join(", "));
    let answers = (!said.is_empty()).then(|| paragraph("op-why-answers", answers));
    let cards = group.cards.iter().flat_map(|card| &card.sources);
    let sources: Vec<SourceRef> = group.sources.iter().chain(cards).cloned().gather();
    classed("details", "op-why")
        .attr("data-why", "")
        .child(tag("summary").text(visit.text(ui::WHY)))
        .children(rule.map(|rule| tag("p").text(rule)))
        .children(answers)
        .child(paragraph("op-why-sources", visit.text(ui::WHY_SOURCES)))
        .child(source_list(visit, &sources))
}
