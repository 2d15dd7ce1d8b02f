//! The decision flow in words: each question, its answers, where they lead.

use super::super::el::{El, classed, el, paragraph};
use super::super::heading::heading;
use super::super::visit::Visit;
use crate::model::{DiagramBox, DiagramEdge, ui};

/// Everything that the drawing shows, in reading order.
pub fn outline(visit: &Visit) -> El {
    let questions = visit.data.diagram.boxes.iter().enumerate().filter(|(_, place)| !place.end);
    let items = questions.map(|(at, _)| el("li").child(entry(visit, at, 1)));
    classed("details", "op-outline")
        .attr("data-outline", "")
        .child(el("summary").text(visit.text(ui::FLOW_LIST)))
        .child(el("ol").children(items))
}

/// A question, its answers and where they lead; an end, and what leads there.
pub fn entry(visit: &Visit, at: usize, level: u8) -> El {
    let diagram = &visit.data.diagram;
    let Some(place) = diagram.boxes.get(at) else { return el("div") };
    let question = visit.data.question(&place.id).filter(|_| !place.end);
    let answers = question.into_iter().flat_map(|question| {
        question.answers.iter().map(|answer| {
            el("li").text(visit.text(&format!("questions.{}.{}", question.id, answer.id)))
        })
    });
    let ways = diagram.ways.iter().filter(|way| usize::from(way.from) == at);
    let ways = ways.map(|way| leads(visit, way));
    el("div")
        .attr("data-entry", place.id.as_str())
        .child(heading(visit, level, "op-name", title(visit, place)))
        .child(classed("ul", "op-answers").children(answers))
        .children(ways)
}

fn leads(visit: &Visit, way: &DiagramEdge) -> El {
    let diagram = &visit.data.diagram;
    let to = diagram.boxes.get(usize::from(way.to)).map(|to| title(visit, to)).unwrap_or_default();
    let leads = match way.label.as_str() {
        "" => ui::flow_leads_always(&to),
        label => ui::flow_leads(label, &to),
    };
    paragraph("op-leads", visit.say(&leads))
}

/// A question as it is asked; the name of an end.
pub fn title(visit: &Visit, place: &DiagramBox) -> String {
    if place.end {
        let found = visit.find(&format!("ends.{}", place.id));
        return found.map_or_else(|| visit.text(ui::OUTCOME_TITLE), str::to_owned);
    }
    visit.text(&format!("questions.{}.legend", place.id))
}
