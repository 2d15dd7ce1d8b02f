//! A value that may have one of several shapes: which, then its form.

use leptos::prelude::*;
use serde_json::json;

use super::desk::Desk;
use super::field::At;
use super::form::{form, title};
use super::words::{fill, label, say};
use crate::revision::{Kind, Shape};

/// One of several shapes.
#[component]
pub fn Either(
    /// The place.
    at: At,
    /// Which.
    shapes: Vec<Shape>,
    /// Its title.
    named: String,
) -> impl IntoView {
    let desk = Desk::here();
    let (place, all) = (at.clone(), shapes.clone());
    let which = Memo::new(move |_| {
        let value = place.value(desk).unwrap_or(json!(null));
        all.iter().position(|shape| shape.fits(&value)).unwrap_or_default()
    });
    let labels: Vec<String> = shapes.iter().map(|shape| alternative(&at, *shape)).collect();
    let (change, blanks) = (at.clone(), shapes.clone());
    let told = title(&at, &named);
    let id = format!("{}-forme", at.id());
    let option = move |(number, label): (usize, String)| {
        view! { <option value=number.to_string() selected=move || which.get() == number>{label}</option> }
    };
    let legend = told.clone();
    view! {
        <div class="choix">
            <div class="champ">
                <label for=id.clone()>{fill("form.kind-of", &[("name", &legend)])}</label>
                <select id=id on:change:target=move |event| {
                    let chosen: usize = event.target().value().parse().unwrap_or_default();
                    let blank = blanks.get(chosen).map(|shape| shape.blank());
                    desk.set(&told, &change.file, &change.pointer, blank);
                }>{labels.into_iter().enumerate().map(option).collect_view()}</select>
            </div>
            {move || form(at.clone(), shapes[which.get()], named.clone())}
        </div>
    }
}

/// What an alternative is called.
fn alternative(at: &At, shape: Shape) -> String {
    let of_text = at.file.starts_with("texts/");
    match shape.kind() {
        Kind::Text if of_text => say("form.same-text").to_owned(),
        Kind::Fields(_) if of_text => say("form.by-voice").to_owned(),
        Kind::List(_) => say("form.several").to_owned(),
        Kind::Named(_) => say("form.together").to_owned(),
        Kind::Fields(fields) => {
            let names: Vec<String> =
                fields.iter().take(3).map(|field| label(&field.name)).collect();
            names.join(", ")
        }
        _ => say("form.one-value").to_owned(),
    }
}
