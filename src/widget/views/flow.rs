//! The decision flow as a drawing: the visitor's own path, every question, where each
//! answer leads; beside it the same as a list.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent, MouseEvent};

use super::super::el::{El, button, classed, svg};
use super::super::visit::Visit;
use super::flow_list::{entry, outline, title};
use super::frame;
use crate::config::View;
use crate::model::{DiagramBox, DiagramEdge, QuestionKind, ui};
use crate::wording::Reached;

/// How large the drawing may be shown; the first shows it whole.
const SIZES: [&str; 6] = ["0", "1", "2", "3", "4", "5"];
/// How large it is at first: as large as what one reads.
const READABLE: usize = 3;
/// The way to go on, in the order of the buttons: larger, smaller, the whole.
const STEPS: [(&str, &str, i8); 3] =
    [("in", ui::FLOW_IN, 1), ("out", ui::FLOW_OUT, -1), ("whole", ui::FLOW_WHOLE, i8::MIN)];

/// The drawing, what was opened in it, and the list.
pub fn flow(visit: &Visit) -> El {
    let (size, opened) = (RwSignal::new(READABLE), RwSignal::new(None::<usize>));
    let buttons = STEPS.map(|(id, text, by)| {
        button("op-second", visit.text(text), move || resize(size, by)).attr("data-zoom-by", id)
    });
    let shown = visit.clone();
    let open = classed("div", "op-opened").attr("aria-live", "polite").dynamic(move || {
        opened.get().map(|at| entry(&shown, at, 1)).into_iter().collect::<Vec<_>>()
    });
    frame(visit, View::Logigramme, ui::FLOW_LEAD)
        .child(classed("p", "op-actions").children(buttons))
        .child(window(visit, size, opened))
        .child(open)
        .child(outline(visit))
}

fn resize(size: RwSignal<usize>, by: i8) {
    size.update(|size| *size = size.saturating_add_signed(by.into()).min(SIZES.len() - 1));
}

/// The frame through which one looks at the drawing. It scrolls by touch, wheel and
/// arrow keys as every page does; a mouse drags it as well.
fn window(visit: &Visit, size: RwSignal<usize>, opened: RwSignal<Option<usize>>) -> El {
    classed("div", "op-flow")
        .attr("role", "group")
        .attr("tabindex", "0")
        .attr("aria-label", visit.text(ui::FLOW_LABEL))
        .attr("data-flow", "")
        .attr("data-size", move || SIZES[size.get()].to_owned())
        .style("--op-wide", &hundredths(visit.data.diagram.width))
        .on("keydown", move |event| zoom_by_key(&event, size))
        .on("wheel", move |event| zoom_by_wheel(&event, size))
        .on("mousemove", |event| drag(&event))
        .arriving(show_here)
        .child(board(visit, opened))
}

/// Brings the box where the visitor stands to the middle of the frame.
fn show_here(window: &HtmlElement) {
    let here = window.query_selector("[aria-current=step]").ok().flatten();
    let Some(here) = here.and_then(|here| here.dyn_into::<HtmlElement>().ok()) else { return };
    let middle = |at: i32, length: i32, frame: i32| at + (length - frame) / 2;
    let (width, height) = (window.client_width(), window.client_height());
    window.set_scroll_left(middle(here.offset_left(), here.offset_width(), width));
    window.set_scroll_top(middle(here.offset_top(), here.offset_height(), height));
}

fn zoom_by_key(event: &Event, size: RwSignal<usize>) {
    let key = event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key).unwrap_or_default();
    let by = match key.as_str() {
        "+" | "=" => 1,
        "-" => -1,
        "0" => i8::MIN,
        _ => return,
    };
    event.prevent_default();
    resize(size, by);
}

/// The wheel zooms with the control key, as on a page; without it, it scrolls.
fn zoom_by_wheel(event: &Event, size: RwSignal<usize>) {
    let Some(wheel) = event.dyn_ref::<web_sys::WheelEvent>().filter(|wheel| wheel.ctrl_key())
    else {
        return;
    };
    event.prevent_default();
    resize(size, if wheel.delta_y() < 0.0 { 1 } else { -1 });
}

fn drag(event: &Event) {
    let moved = event.dyn_ref::<MouseEvent>().filter(|mouse| mouse.buttons() == 1);
    let window = event.current_target().and_then(|target| target.dyn_into::<Element>().ok());
    if let Some((mouse, window)) = moved.zip(window) {
        window.set_scroll_left(window.scroll_left() - mouse.movement_x());
        window.set_scroll_top(window.scroll_top() - mouse.movement_y());
    }
}

fn board(visit: &Visit, opened: RwSignal<Option<usize>>) -> El {
    let diagram = &visit.data.diagram;
    let path = path(visit);
    let view_box = format!("0 0 {} {}", diagram.width, diagram.height);
    let is_on = |way: &DiagramEdge| {
        path.windows(2).any(|step| step == [usize::from(way.from), usize::from(way.to)])
    };
    let lines = diagram.ways.iter().map(|way| {
        let class = if is_on(way) { "op-line op-on" } else { "op-line" };
        svg("path").attr("class", class).attr("d", way.line.as_str())
    });
    let lines = svg("svg").attr("viewBox", view_box).attr("aria-hidden", "true").children(lines);
    let labels = diagram.ways.iter().filter(|way| !way.label.is_empty()).map(label);
    let boxes = diagram.boxes.iter().enumerate();
    let boxes = boxes.map(|(at, place)| node(visit, at, place, &path, opened));
    classed("div", "op-board")
        .style("width", &em(diagram.width))
        .style("height", &em(diagram.height))
        .child(lines)
        .children(labels)
        .children(boxes)
}

/// The boxes that the visitor has come through, the one they stand at last.
fn path(visit: &Visit) -> Vec<usize> {
    let diagram = &visit.data.diagram;
    let gone = visit.step.path.iter().map(|question| diagram.place(question, false));
    let here = match &visit.step.reached {
        Reached::Question(question) => diagram.place(question, false),
        Reached::End(end) => diagram.place(end.as_deref().unwrap_or_default(), true),
    };
    gone.chain([here]).flatten().collect::<Vec<_>>()
}

/// What an edge says. The list says it as well, in order: here it is for the eye.
fn label(way: &DiagramEdge) -> El {
    classed("span", "op-branch")
        .attr("data-label", "")
        .attr("aria-hidden", "true")
        .style("left", &em(way.x))
        .style("top", &em(way.y))
        .style("max-width", &em(way.width))
        .text(way.label.as_str())
}

/// A box. One on the path goes to its question, or to the outcome; another opens what
/// it asks and where its answers lead.
fn node(
    visit: &Visit,
    at: usize,
    place: &DiagramBox,
    path: &[usize],
    opened: RwSignal<Option<usize>>,
) -> El {
    let on = path.contains(&at);
    let here = path.last() == Some(&at);
    let going = visit.clone();
    let class = match (place.end, on) {
        (false, false) => "op-node",
        (false, true) => "op-node op-on",
        (true, false) => "op-node op-end",
        (true, true) => "op-node op-end op-on",
    };
    let id = place.id.clone();
    let stop = visit.data.question(&id).is_some_and(|q| q.kind == QuestionKind::Stop);
    let press = move || {
        if !on {
            return opened.set(Some(at));
        }
        // A stop asks nothing that could be answered otherwise.
        if !here && !stop {
            going.revise(&id);
        }
        going.look_at(View::Orientation);
    };
    let mark = on.then(|| classed("span", "op-mark").text(visit.text(ui::FLOW_PATH)));
    button(class, title(visit, place), press)
        .attr("data-node", place.id.as_str())
        .attr("aria-current", if here { "step" } else { "false" })
        .style("left", &em(place.x))
        .style("top", &em(place.y))
        .style("width", &em(place.width))
        .style("min-height", &em(place.height))
        .children(mark)
}

/// A length of the drawing in CSS.
fn em(length: u16) -> String {
    format!("{}em", hundredths(length))
}

fn hundredths(length: u16) -> String {
    format!("{}.{:02}", length / 100, length % 100)
}
