//! The desk: the draft under revision, and what is known of it.

use std::sync::Arc;
use std::time::Duration;

use js_sys::{Reflect, Uint8Array};
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use serde_json::Value;
use wasm_bindgen::JsValue;

use super::bridge::{ask, focus_on, give_up, keep_draft, now, set_unkept};
use super::view::{View, id_of, view_of};
use super::words::{fill, say};
use crate::check::{Problem, check_shape, in_order};
use crate::revision::{Draft, Revised, Spot};

/// How far the proof is.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Proof {
    /// Not asked: what is wrong shows before.
    #[default]
    Waiting,
    /// Every path is being walked.
    Running,
    /// Every path was walked.
    Done,
    /// It could not be made; why.
    Failed(String),
}

/// How long one waits for the next letter before the draft is read, and kept.
const READ: Duration = Duration::from_millis(150);
const KEEP: Duration = Duration::from_millis(600);

/// What every part of the workshop works on.
#[derive(Clone, Copy)]
pub struct Desk {
    /// The draft.
    pub draft: RwSignal<Draft>,
    /// What it is worth, as last read.
    pub revised: RwSignal<Arc<Revised>>,
    /// Everything wrong with it that is known.
    pub problems: RwSignal<Arc<Vec<Problem>>>,
    /// How far the proof is.
    pub proof: RwSignal<Proof>,
    /// The dataset for the widget beside, as bytes.
    pub bytes: RwSignal<Arc<Vec<u8>>>,
    /// What is shown.
    pub view: RwSignal<View>,
    /// The place that was asked for last.
    pub spot: RwSignal<Option<Spot>>,
    /// What is told to whoever works here.
    pub notice: RwSignal<String>,
    /// The writing of the draft that this tab has seen last; 0: none.
    pub seen: RwSignal<f64>,
    /// Whether another tab has written since.
    pub overtaken: RwSignal<bool>,
    timers: RwSignal<[Option<TimeoutHandle>; 2], LocalStorage>,
    turn: RwSignal<u32>,
}

impl Desk {
    /// An empty desk.
    pub fn new() -> Self {
        Self {
            draft: RwSignal::default(),
            revised: RwSignal::default(),
            problems: RwSignal::default(),
            proof: RwSignal::default(),
            bytes: RwSignal::default(),
            view: RwSignal::default(),
            spot: RwSignal::default(),
            notice: RwSignal::default(),
            seen: RwSignal::default(),
            overtaken: RwSignal::default(),
            timers: RwSignal::new_local([None, None]),
            turn: RwSignal::default(),
        }
    }

    /// The desk of this workshop.
    pub fn here() -> Self {
        expect_context()
    }

    /// Whether something is open.
    pub fn is_open(self) -> bool {
        self.draft.with(|draft| draft.names().next().is_some())
    }

    /// Opens a draft.
    pub fn open(self, draft: Draft, view: View) {
        self.draft.set(draft);
        self.spot.set(None);
        self.view.set(view);
        self.read();
    }

    /// Changes the draft; what cannot be done is told.
    pub fn act(self, act: impl FnOnce(&mut Draft) -> Result<(), String>) {
        let mut result = Ok(());
        self.draft.update(|draft| result = act(draft));
        match result {
            Ok(()) => self.changed(),
            Err(why) => self.notice.set(why),
        }
    }

    /// Sets a value, under a title made of the field's name.
    pub fn set(self, title: &str, file: &str, at: &str, value: Option<Value>) {
        self.act(|draft| draft.set(title, file, at, value));
    }

    /// Takes the last step back.
    pub fn undo(self) {
        let title = self.draft.with(|draft| draft.done().last().map(|step| step.title.clone()));
        let Some(title) = title else { return };
        self.draft.update(Draft::undo);
        self.notice.set(fill("notice.undone", &[("title", &title)]));
        self.changed();
    }

    /// Does a step again.
    pub fn redo(self) {
        let title = self.draft.with(|draft| draft.undone().last().map(|step| step.title.clone()));
        let Some(title) = title else { return };
        self.draft.update(Draft::redo);
        self.notice.set(fill("notice.redone", &[("title", &title)]));
        self.changed();
    }

    /// Shows a place: the view that has it, and its field.
    pub fn go(self, spot: Spot) {
        self.view.set(view_of(&spot));
        let id = id_of(&spot.file, &spot.at);
        self.spot.set(Some(spot));
        set_timeout(move || focus_on(&id), Duration::from_millis(60));
    }

    fn changed(self) {
        set_unkept(true);
        // What is known is of the draft as it was.
        self.proof.set(Proof::Waiting);
        let keep = set_timeout_with_handle(move || self.keep(), KEEP).ok();
        let read = set_timeout_with_handle(move || self.read(), READ).ok();
        self.timers.update(|timers| {
            for timer in timers.iter().flatten() {
                timer.clear();
            }
            *timers = [keep, read];
        });
    }

    /// Reads the draft: what is wrong at once, then what only walking every path shows.
    fn read(self) {
        let mut revised = self.draft.with(Draft::read);
        let mut problems = revised.problems.clone();
        if problems.is_empty() {
            problems.extend(revised.dataset.iter().flat_map(check_shape));
        }
        revised.problems.clone_from(&problems);
        self.revised.set(Arc::new(revised));
        self.problems.set(Arc::new(in_order(problems.clone())));
        give_up();
        self.turn.update(|turn| *turn += 1);
        if !problems.is_empty() {
            self.proof.set(Proof::Waiting);
            return;
        }
        self.proof.set(Proof::Running);
        let (turn, files) = (self.turn.get_untracked(), self.files());
        let shown = files.clone();
        leptos::task::spawn_local(async move {
            let answer = ask("prove", &files, "").await;
            if self.turn.get_untracked() == turn {
                self.proven(answer);
            }
        });
        leptos::task::spawn_local(async move {
            let answer = ask("show", &shown, "").await.unwrap_or_default();
            if self.turn.get_untracked() == turn && answer.is_object() {
                self.bytes.set(Arc::new(Uint8Array::new(&answer).to_vec()));
            }
        });
    }

    fn proven(self, answer: Result<JsValue, JsValue>) {
        let list = match answer {
            Ok(list) => list.as_string().unwrap_or_default(),
            Err(why) => return self.proof.set(Proof::Failed(text(&why))),
        };
        let list: Vec<[String; 4]> = serde_json::from_str(&list).unwrap_or_default();
        let problem =
            |[file, pointer, what, fix]: [String; 4]| Problem::new(file, pointer, what, fix);
        self.problems.set(Arc::new(list.into_iter().map(problem).collect()));
        self.proof.set(Proof::Done);
    }

    /// The files of the draft, for another thread.
    pub fn files(self) -> String {
        let folder = self.draft.with_untracked(Draft::folder);
        serde_json::to_string(&folder).unwrap_or_default()
    }

    /// Keeps the draft in this browser.
    pub fn keep(self) {
        if self.overtaken.get_untracked() {
            return;
        }
        let text =
            self.draft.with_untracked(|draft| serde_json::to_string(draft).unwrap_or_default());
        let seen = self.seen.get_untracked();
        leptos::task::spawn_local(async move {
            match keep_draft(&text, seen, &now()).await.map(|number| number.as_f64()) {
                Ok(Some(number)) if number > 0.0 => {
                    self.seen.set(number);
                    set_unkept(false);
                }
                Ok(_) => self.overtaken.set(true),
                Err(_) => self.notice.set(say("notice.not-kept").to_owned()),
            }
        });
    }
}

/// A field of what the scripts give.
pub fn field(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap_or_default()
}

/// An error of the scripts, in words.
pub fn text(error: &JsValue) -> String {
    error.as_string().unwrap_or_else(|| format!("{error:?}"))
}
