//! One visit: what is known, what the page asks for, and the session, which is
//! the only state.

use leptos::prelude::*;
use std::sync::Arc;

use super::browse::BrowseState;
use super::outside;
use crate::config::{Config, View};
use crate::keep::{ChangedSince, Link, Reopened, reopen};
use crate::model::{Dataset, Message, Voice, ui};
use crate::orientation::Session;
use crate::wording::{Sheet, Step, StepScreen};

/// One visit of one widget; cheap to clone.
#[derive(Clone)]
pub struct Visit {
    /// Everything the widget knows.
    pub data: Arc<Dataset>,
    /// What the page asks for.
    pub config: Arc<Config>,
    /// The step that is rendered: views read it as a plain value, and are made again
    /// with the next one.
    pub step: Arc<Step>,
    /// The step that the answers have come to; see [`Visit::current`].
    pub latest: RwSignal<Arc<Step>>,
    /// Today, `YYYY-MM-DD`.
    pub today: Arc<str>,
    /// What they look at beside the questions.
    pub browse: BrowseState,
    /// What the end of a link says to reach this widget of the page.
    pub named: Arc<str>,
    /// The key of what is told of the link that was opened, until the first change.
    resumed: RwSignal<Option<&'static str>>,
    /// Whether the visitor has changed anything: the first screen must not draw the
    /// focus to itself, the next ones must.
    moved: RwSignal<bool>,
}

impl Visit {
    /// A visit that begins.
    pub fn new(data: Arc<Dataset>, config: Config, now: &str, on_call: bool) -> Self {
        let (session, resumed) = resume(&data, &config, on_call);
        let step = Arc::new(Step::of(&data, session));
        let first = config.offered(&data).first().copied();
        Self {
            data,
            named: config.name.as_ref().map_or(String::new(), |id| format!("&id={id}")).into(),
            config: Arc::new(config),
            latest: RwSignal::new(Arc::clone(&step)),
            step,
            today: now.get(..10).unwrap_or(now).into(),
            browse: BrowseState::at(first.unwrap_or(View::Orientation)),
            resumed: RwSignal::new(resumed),
            moved: RwSignal::new(false),
        }
    }

    /// The same visit at the step that the answers have come to; follows it.
    pub fn current(&self) -> Self {
        Self { step: self.latest.get(), ..self.clone() }
    }

    /// To whom the texts speak.
    pub fn voice(&self) -> Voice {
        self.step.voice
    }

    /// What the outcome says, where it is what is shown.
    pub fn sheet(&self) -> Option<&Sheet> {
        match &self.step.screen {
            StepScreen::Outcome(sheet) => Some(sheet),
            _ => None,
        }
    }

    /// A text of the interface or of the data.
    pub fn text(&self, key: &str) -> String {
        self.find(key).unwrap_or(key).to_owned()
    }

    /// A text that may be missing.
    pub fn find(&self, key: &str) -> Option<&str> {
        self.data.texts.find(key, self.voice())
    }

    /// A text with its values filled in.
    pub fn say(&self, message: &Message) -> String {
        self.data.texts.say(message, self.voice())
    }

    /// What is told of a typed place that is not known here.
    pub fn not_found(&self, typed: &str) -> String {
        let not_found = self.say(&ui::commune_not_found(typed.trim(), &self.data.filiere.name));
        format!("{not_found} {}", self.text(ui::COMMUNE_WHAT_TO_DO))
    }

    /// The name of a commune of the filière.
    pub fn commune_name(&self, code: &str) -> Option<String> {
        self.data.commune(code).map(|commune| commune.name.clone())
    }

    /// The level of a heading, `below` the highest one of the widget.
    pub fn level(&self, below: u8) -> u8 {
        (self.config.heading_level + below).min(6)
    }

    /// Answers a question. An answer that is not offered changes nothing: the
    /// screen shows the offered ones only.
    pub fn answer(&self, question: &str, answer: &str) {
        self.change(|session| {
            let taken = session.answer(&self.data, question, answer);
            debug_assert!(taken.is_ok(), "{taken:?}");
        });
    }

    /// One question back.
    pub fn back(&self) {
        self.change(|session| {
            session.back(&self.data);
        });
    }

    /// Shows an answered question again.
    pub fn revise(&self, question: &str) {
        self.change(|session| session.revise(&self.data, question));
    }

    /// Whether something was answered, typed or chosen; follows all of it.
    pub fn holds_anything(&self) -> bool {
        let answered = self.latest.with(|step| !step.path.is_empty());
        answered || self.browse.holds_anything()
    }

    /// Forgets every answer but those that the page knows, and what was looked up.
    pub fn restart(&self) {
        outside::forgotten();
        self.browse.forget();
        self.change(|session| *session = self.config.session(&self.data, session.on_call()));
    }

    /// Looks at another view; the answers stay. A commune that was answered is the
    /// one looked at, unless another was chosen.
    pub fn look_at(&self, view: View) {
        self.moved.set(true);
        let answered = self.latest.with_untracked(|step| step.commune.clone());
        let none_yet = self.browse.commune.with_untracked(String::is_empty);
        if let Some(commune) = answered.filter(|_| none_yet) {
            self.browse.commune.set(commune);
        }
        self.browse.view.set(view);
    }

    /// Shows a step that was left before.
    pub fn show(&self, step: Arc<Step>) {
        self.moved.set(true);
        self.resumed.set(None);
        self.latest.set(step);
    }

    /// What is told of the link that was opened.
    pub fn link_notice(&self) -> Option<String> {
        self.resumed.get_untracked().map(|key| self.text(key))
    }

    /// Whether the focus should go to the heading of a new screen.
    pub fn draws_focus(&self) -> bool {
        self.moved.get_untracked()
    }

    /// Changes the answers; what they show is made once, here.
    fn change(&self, change: impl FnOnce(&mut Session)) {
        let mut session = self.latest.with_untracked(|step| step.session.clone());
        change(&mut session);
        self.show(Arc::new(Step::of(&self.data, session)));
    }
}

/// The session that a link leads to, and the key of what there is to tell of it.
fn resume(data: &Dataset, config: &Config, on_call: bool) -> (Session, Option<&'static str>) {
    let fresh = || config.session(data, on_call);
    let Some(link) = &config.resume else { return (fresh(), None) };
    let Ok(link) = Link::decode(link) else { return (fresh(), Some(ui::SINCE_DAMAGED)) };
    let Reopened { session, since } = reopen(data, on_call, &link);
    match since {
        ChangedSince::Nothing => (session, None),
        ChangedSince::Hours => (session, Some(ui::SINCE_HOURS)),
        ChangedSince::Outcome => (session, Some(ui::SINCE_OUTCOME)),
        ChangedSince::Path => (session, Some(ui::SINCE_PATH)),
        ChangedSince::Filiere => (fresh(), Some(ui::SINCE_FILIERE)),
    }
}
