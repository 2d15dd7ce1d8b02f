//! The root of the views.

use std::sync::Arc;

use leptos::prelude::*;

use super::host::Host;
use crate::model::Dataset;

/// The widget, inside the `div` that the custom element gives it.
#[component]
pub fn App(
    /// Everything it knows.
    dataset: Arc<Dataset>,
    /// The host's attributes as JSON, values as strings.
    config_json: String,
    /// The local time in Paris, `YYYY-MM-DDTHH:MM`.
    now: String,
    /// The page's side: where events go.
    host: Host,
) -> impl IntoView {
    let count = RwSignal::new(0);
    let name = dataset.filiere.name.clone();
    let step = move |_| {
        count.update(|n| *n += 1);
        host.emit(super::host::Event::Step);
    };
    view! {
        <h2>{name}</h2>
        <p>{now} " " {config_json}</p>
        <button on:click=step>{count}</button>
    }
}
