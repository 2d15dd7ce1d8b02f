//! The root of the views.

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::either::Either;
use leptos::prelude::*;

use super::emergency::emergency_line;
use super::footer::footer;
use super::host::{Event, Host};
use super::outcome::outcome_screen;
use super::question::question_screen;
use super::stop::stop_screen;
use super::tag::{Tag, classed, paragraph};
use super::visit::Visit;
use crate::config;
use crate::model::{Dataset, ui};
use crate::orientation::{self, LocalTime, Screen};

/// The widget, inside the `div` that the custom element gives it.
#[component]
pub fn App(
    /// Everything it knows.
    dataset: Arc<Dataset>,
    /// The host's attributes as a JSON object, values as strings.
    config_json: String,
    /// The local time in Paris, `YYYY-MM-DDTHH:MM`.
    now: String,
    /// The page's side: where events go.
    host: Host,
) -> impl IntoView {
    let visit = begin(dataset, &config_json, &now);
    tell_page(visit.clone(), host);
    let root = NodeRef::new();
    visit.wear_accent(root);
    let title = visit.config.title.clone().unwrap_or_else(|| visit.text(ui::TITLE));
    let progress = visit.progress;
    let announced = classed("p", "op-progress")
        .attr("aria-live", "polite")
        .attr("data-announce", "")
        .live_text(move || progress.get());
    let (line, shown, steps) = (visit.clone(), visit.clone(), StoredValue::new(0_u32));
    // Each screen is made afresh, never by changing the one before it: its heading
    // draws the focus when it arrives, and no field keeps what another one held.
    let screen = move || {
        let view = screen(&shown.now_spoken()).view();
        steps.update_value(|steps| *steps += 1);
        if steps.get_value() % 2 == 0 { Either::Left(view) } else { Either::Right(view) }
    };
    view! {
        <div class="op" node_ref=root>
            {move || emergency_line(&line.now_spoken()).view()}
            {paragraph("op-title", title).view()}
            {announced.view()}
            {screen}
            {footer(&visit).view()}
        </div>
    }
}

/// Reads what the page asks for, tells what could not be read, and starts.
fn begin(data: Arc<Dataset>, config_json: &str, now: &str) -> Visit {
    let attributes: BTreeMap<String, String> =
        serde_json::from_str(config_json).unwrap_or_default();
    let read = config::read(&data, &attributes);
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
fn tell_page(visit: Visit, host: Host) {
    Effect::new(move |before: Option<()>| {
        visit.session.track();
        if before.is_some() {
            host.emit(Event::Step);
            if visit.session.with(|s| matches!(s.screen(&visit.data), Screen::Outcome)) {
                host.emit(Event::Done);
            }
        }
    });
}

/// The screen that the session asks for.
fn screen(visit: &Visit) -> Tag {
    visit.session.with(|session| match session.screen(&visit.data) {
        Screen::Question { question, remembered } => question_screen(visit, question, remembered),
        Screen::Stop(question) => stop_screen(visit, question, session),
        Screen::Outcome => outcome_screen(visit, session),
    })
}
