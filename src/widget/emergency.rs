//! The numbers for a vital emergency: a line on every screen, large at a stop.

use leptos::prelude::*;

use super::visit::Visit;
use crate::directory::{phone_label, phone_link};
use crate::model::ui;

/// The line that stands first on every screen and on paper.
pub fn emergency_line(visit: &Visit) -> AnyView {
    let numbers = numbers(visit, false);
    view! {
        <div class="op-emergency" data-emergency="">
            <p class="op-emergency-says">{visit.text(ui::EMERGENCY)}</p>
            <ul class="op-emergency-numbers">{numbers}</ul>
        </div>
    }
    .into_any()
}

/// The numbers, each with what it is for.
pub fn emergency_numbers(visit: &Visit) -> AnyView {
    let numbers = numbers(visit, true);
    view! { <ul class="op-emergency-large">{numbers}</ul> }.into_any()
}

fn numbers(visit: &Visit, explained: bool) -> Vec<AnyView> {
    visit.data.filiere.emergency.iter().map(|e| number(visit, &e.number, explained)).collect()
}

fn number(visit: &Visit, number: &str, explained: bool) -> AnyView {
    let label = phone_label(number);
    let does = visit.text(&format!("emergency.{number}"));
    // On the line, what a number is for is said to those who can't see it as one.
    let name = (!explained).then(|| format!("{label} ({does})"));
    let does = explained.then(|| view! { <span class="op-does">{does}</span> });
    view! {
        <li>
            <a class="op-number" href=phone_link(number) aria-label=name>
                <strong>{label}</strong>
                {does}
            </a>
        </li>
    }
    .into_any()
}
