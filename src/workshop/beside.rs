//! The widget beside, with the draft's data: any answers, any hour, any width, any voice.

use js_sys::{Array, Uint8Array};
use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsValue;

use super::bridge::{forever, on_beside, show_beside};
use super::desk::Desk;
use super::words::say;
use crate::config::View as WidgetView;
use crate::model::QUESTION_PROFILE;
use crate::revision::choices::choices;
use crate::revision::spot_of;

/// How the widget is looked at.
#[derive(Clone, Copy)]
pub struct Beside {
    /// Its width in pixels; 0: what there is.
    width: RwSignal<u32>,
    /// Who visits; empty: nobody said.
    who: RwSignal<String>,
    /// `open`, `night`, or empty: the clock's.
    hour: RwSignal<String>,
    /// The one view shown; empty: all.
    only: RwSignal<String>,
    /// Whether a click leads to the field.
    leads: RwSignal<bool>,
    /// Whether it is shown at all.
    pub shown: RwSignal<bool>,
}

impl Beside {
    /// As visitors see it on a phone.
    pub fn new() -> Self {
        Self {
            width: RwSignal::new(375),
            who: RwSignal::default(),
            hour: RwSignal::default(),
            only: RwSignal::default(),
            leads: RwSignal::new(false),
            shown: RwSignal::new(true),
        }
    }

    /// Shows the drawing of the flow.
    pub fn drawing(self) {
        self.shown.set(true);
        self.width.set(0);
        self.only.set(WidgetView::Logigramme.id().to_owned());
    }

    fn attributes(self) -> String {
        let given = [(QUESTION_PROFILE, self.who.get()), ("vues", self.only.get())];
        let given = given.into_iter().map(|(name, value)| (name.to_owned(), value.into()));
        serde_json::Value::Object(given.collect()).to_string()
    }

    /// The local time that the widget is told; empty: the clock's.
    fn now(self) -> String {
        // A Tuesday and a Sunday that are no holidays.
        match self.hour.get().as_str() {
            "open" => "2026-11-24T10:00".to_owned(),
            "night" => "2026-11-22T03:00".to_owned(),
            _ => String::new(),
        }
    }
}

/// The widget, and how it is looked at.
#[component]
pub fn BesidePane() -> impl IntoView {
    let (desk, beside) = (Desk::here(), expect_context::<Beside>());
    let place = NodeRef::<Div>::new();
    Effect::new(move |_| {
        let bytes = desk.bytes.get();
        let (attributes, now) = (beside.attributes(), beside.now());
        if let Some(place) = place.get().filter(|_| !bytes.is_empty()) {
            show_beside(&place, &Uint8Array::from(bytes.as_slice()), &attributes, &now);
        }
    });
    Effect::new(move |_| {
        if let Some(place) = place.get() {
            on_beside(&place, &forever(move |texts: JsValue| leads(desk, beside, &texts)));
        }
    });
    let width = move || match beside.width.get() {
        0 => "100%".to_owned(),
        width => format!("{width}px"),
    };
    view! {
        <aside id="a-cote" aria-labelledby="a-cote-titre">
            <h2 id="a-cote-titre">{say("beside.title")}</h2>
            <Looks />
            <div class="apercu" node_ref=place style:width=width></div>
        </aside>
    }
}

/// Goes to the field of what was clicked; whether the click was taken.
fn leads(desk: Desk, beside: Beside, texts: &JsValue) -> bool {
    if !beside.leads.get_untracked() {
        return false;
    }
    let texts = Array::from(texts).iter().filter_map(|text| text.as_string()).collect::<Vec<_>>();
    let spot =
        desk.draft.with_untracked(|draft| texts.iter().find_map(|text| spot_of(draft, text)));
    match spot {
        Some(spot) => desk.go(spot),
        None => desk.notice.set(say("beside.not-found").to_owned()),
    }
    true
}

/// Width, visitor, hour, view.
#[component]
fn Looks() -> impl IntoView {
    let (desk, beside) = (Desk::here(), expect_context::<Beside>());
    let option = |(value, name): (String, String)| view! { <option value=value>{name}</option> };
    let who = move || {
        let path = format!("/rules/0/when/{QUESTION_PROFILE}");
        let all = desk.draft.with(|draft| choices(draft, "flow.json", &path)).unwrap_or_default();
        all.into_iter().filter(|(id, _)| *id != "autre").map(option).collect_view()
    };
    let views = WidgetView::ALL.map(|view| {
        let id = view.id();
        let chosen = move || beside.only.get() == id;
        view! { <option value=id selected=chosen>{super::words::label(id)}</option> }
    });
    let widths =
        [(375, "beside.phone"), (320, "beside.small"), (768, "beside.tablet"), (0, "beside.wide")];
    let widths = widths.map(|(width, key)| {
        view! { <option value=width.to_string() selected=move || beside.width.get() == width>{say(key)}</option> }
    });
    view! {
        <div class="filtres">
            <div class="champ"><label for="largeur">{say("beside.width")}</label>
                <select id="largeur" on:change:target=move |event| beside.width.set(event.target().value().parse().unwrap_or_default())>
                    {widths.into_iter().collect_view()}</select></div>
            <div class="champ"><label for="visiteur">{say("beside.who")}</label>
                <select id="visiteur" on:change:target=move |event| beside.who.set(event.target().value())>
                    <option value="">{say("beside.anyone")}</option>{who}</select></div>
            <div class="champ"><label for="heure">{say("beside.hour")}</label>
                <select id="heure" on:change:target=move |event| beside.hour.set(event.target().value())>
                    <option value="">{say("beside.now")}</option>
                    <option value="open">{say("beside.open")}</option>
                    <option value="night">{say("beside.night")}</option></select></div>
            <div class="champ"><label for="vue">{say("beside.view")}</label>
                <select id="vue" on:change:target=move |event| beside.only.set(event.target().value())>
                    <option value="" selected=move || beside.only.with(String::is_empty)>{say("beside.all")}</option>
                    {views.into_iter().collect_view()}</select></div>
            <div class="champ coche"><input id="mene" type="checkbox" on:change:target=move |event| beside.leads.set(event.target().checked()) />
                <label for="mene">{say("beside.leads")}</label></div>
        </div>
    }
}
