//! The root of the views.

use leptos::prelude::*;
use std::mem;
use std::sync::Arc;

use super::el::{El, classed, el, paragraph};
use super::emergency::emergency_line;
use super::footer::footer;
use super::history;
use super::host::{Event, Host};
use super::outcome::outcome_screen;
use super::question::question_screen;
use super::stop::stop_screen;
use super::views;
use super::visit::Visit;
use crate::config::{self, View};
use crate::model::{Dataset, Map, ui};
use crate::orientation::{self, LocalTime};
use crate::wording::StepScreen;

/// The widget, inside the `div` that the custom element gives it; events go to `host`,
/// the page's side.
pub fn app(visit: &Visit, host: Host) -> El {
    let visit = visit.clone();
    let (line, shown) = (visit.clone(), visit.clone());
    let root = classed("div", "op")
        .dynamic(move || vec![emergency_line(&line.current())])
        .child(top(&visit))
        // Each screen is made afresh: its heading draws the focus when it arrives,
        // and no field keeps what another one held.
        .dynamic(move || vec![view(&shown.current())])
        .children(views::navigation(&visit))
        .child(footer(&visit));
    let root = apply_accent(root, &visit);
    let root = if visit.config.history { history::follow(root, &visit, &host) } else { root };
    notify_host(root, visit, host)
}

/// The one line above a screen: the title and how far one has come; above a view, the
/// way to the questions, and the title on paper only.
fn top(visit: &Visit) -> El {
    let (announcing, beside) = (visit.clone(), visit.clone());
    let announced = classed("p", "op-progress")
        .attr("aria-live", "polite")
        .attr("data-announce", "")
        .text(move || match announcing.browse.view.get() {
            View::Orientation => announcing.latest.with(|step| step.progress.clone()),
            _ => String::new(),
        });
    let title = visit.config.title.clone().unwrap_or_else(|| visit.text(ui::TITLE));
    classed("div", "op-top")
        .child(paragraph("op-title", title))
        .dynamic(move || views::way_to_questions(&beside).into_iter().collect::<Vec<_>>())
        .child(announced)
}

/// The widget in the page's accent colour.
fn apply_accent(root: El, visit: &Visit) -> El {
    match &visit.config.accent {
        None => root,
        Some(accent) => {
            root.style("--op-accent-light", &accent.light).style("--op-accent-dark", &accent.dark)
        }
    }
}

/// Begins a visit with everything the widget knows, the host's attributes and the local
/// time in Paris (`YYYY-MM-DDTHH:MM`); tells what could not be read.
pub fn begin(data: Arc<Dataset>, attributes: &Map<String>, now: &str) -> Visit {
    let read = config::read(&data, attributes);
    read.problems.iter().for_each(|problem| warn(problem));
    // Without a readable clock it is on-call time: the careful guess.
    let on_call = now
        .parse::<LocalTime>()
        .map_or(true, |time| orientation::is_on_call(time, &data.filiere.hours));
    Visit::new(data, read.config, now, on_call)
}

/// Tells the page's author, never the visitor.
fn warn(problem: &str) {
    web_sys::console::warn_1(&format!("[orientation-palliative] {problem}").into());
}

/// The page hears of each step, and of an outcome; never of an answer.
fn notify_host(root: El, visit: Visit, host: Host) -> El {
    let mut begun = false;
    root.following(move || {
        let step = visit.latest.get();
        if mem::replace(&mut begun, true) {
            host.emit(Event::Step);
            if matches!(step.screen, StepScreen::Outcome(_)) {
                host.emit(Event::Done);
            }
        }
    })
}

/// The view that the visitor looks at.
fn view(visit: &Visit) -> El {
    views::shown(visit, visit.browse.view.get()).unwrap_or_else(|| screen(visit))
}

/// The screen of the step.
fn screen(visit: &Visit) -> El {
    let screen = match &visit.step.screen {
        StepScreen::Question(asking) => question_screen(visit, asking),
        StepScreen::Stop(question) => stop_screen(visit, question),
        StepScreen::Outcome(sheet) => outcome_screen(visit, sheet),
    };
    let notice = visit
        .link_notice()
        .map(|notice| paragraph("op-since", notice).attr("role", "status").attr("data-since", ""));
    el("div").children(notice).child(screen)
}
