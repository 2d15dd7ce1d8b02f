//! One visit: what is known, what the page asks for, and the session, which is
//! the only state.

use std::sync::Arc;

use super::live::Live;
use super::outside;
use super::views::Looking;
use crate::config::{Config, View};
use crate::keep::{Link, Reopened, Since, reopen};
use crate::model::{Dataset, Message, Voice, ui};
use crate::orientation::{Screen, Session};
use crate::wording;

/// One visit of one widget; cheap to clone.
#[derive(Clone)]
pub struct Visit {
    /// Everything the widget knows.
    pub data: Arc<Dataset>,
    /// What the page asks for.
    pub config: Arc<Config>,
    /// The answers.
    pub session: Live<Session>,
    /// Today, `YYYY-MM-DD`.
    pub today: Arc<str>,
    /// What they look at beside the questions.
    pub looking: Looking,
    /// To whom the texts speak.
    pub voice: Voice,
    /// What the end of a link says to reach this widget of the page.
    pub named: Arc<str>,
    /// The key of what is told of the link that was opened, until the first step.
    resumed: Live<Option<&'static str>>,
    /// Whether the visitor has taken a step: the first screen must not draw the
    /// focus to itself, the next ones must.
    stepped: Live<bool>,
}

impl Visit {
    /// A visit that begins.
    pub fn new(data: Arc<Dataset>, config: Config, now: &str, on_call: bool) -> Self {
        let (session, resumed) = resume(&data, &config, on_call);
        let session = Live::new(session);
        let first = config.offered(&data).first().copied();
        Self {
            data,
            named: config.name.as_ref().map_or(String::new(), |id| format!("&id={id}")).into(),
            config: Arc::new(config),
            session,
            today: now.get(..10).unwrap_or(now).into(),
            looking: Looking::at(first.unwrap_or(View::Orientation)),
            voice: Voice::default(),
            resumed: Live::new(resumed),
            stepped: Live::new(false),
        }
    }

    /// The same visit, in the voice of the answers given; follows the session.
    pub fn now_spoken(&self) -> Self {
        let voice = self.session.with(|session| session.walk(&self.data).situation.voice());
        Self { voice, ..self.clone() }
    }

    /// A text of the interface or of the data.
    pub fn text(&self, key: &str) -> String {
        self.find(key).unwrap_or(key).to_owned()
    }

    /// A text that may be missing.
    pub fn find(&self, key: &str) -> Option<&str> {
        self.data.texts.find(key, self.voice)
    }

    /// A text with its values filled in.
    pub fn say(&self, message: &Message) -> String {
        self.data.texts.say(message, self.voice)
    }

    /// What is told of a typed place that is not known here.
    pub fn not_found(&self, typed: &str) -> String {
        let not_found = self.say(&ui::commune_not_found(typed.trim(), &self.data.filiere.name));
        format!("{not_found} {}", self.text(ui::COMMUNE_WHAT_TO_DO))
    }

    /// « Question 3, encore 2 ou 3 », or that the questions are over; follows the session.
    pub fn progress(&self) -> String {
        self.session.with(|session| progress(&self.data, session))
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
        self.step(|session| {
            let taken = session.answer(&self.data, question, answer);
            debug_assert!(taken.is_ok(), "{taken:?}");
        });
    }

    /// One question back.
    pub fn back(&self) {
        self.step(|session| {
            session.back(&self.data);
        });
    }

    /// Shows an answered question again.
    pub fn revise(&self, question: &str) {
        self.step(|session| session.revise(&self.data, question));
    }

    /// Whether something was answered, typed or chosen; follows all of it.
    pub fn holds_anything(&self) -> bool {
        let answered = self.session.with(|s| !s.walk(&self.data).situation.path.is_empty());
        answered || self.looking.holds_anything()
    }

    /// Forgets every answer but those that the page knows, and what was looked up.
    pub fn restart(&self) {
        outside::forgotten();
        self.looking.forget();
        self.step(|session| *session = self.config.session(&self.data, session.on_call()));
    }

    /// Looks at another view; the answers stay. A commune that was answered is the
    /// one looked at, unless another was chosen.
    pub fn look_at(&self, view: View) {
        self.stepped.set(true);
        let answered = self.session.with_untracked(|session| {
            session.walk(&self.data).situation.commune().map(|commune| commune.code.clone())
        });
        let none_yet = self.looking.commune.with_untracked(String::is_empty);
        if let Some(commune) = answered.filter(|_| none_yet) {
            self.looking.commune.set(commune);
        }
        self.looking.view.set(view);
    }

    /// Shows a session that was left before.
    pub fn show(&self, session: Session) {
        self.step(|shown| *shown = session);
    }

    /// What is told of the link that was opened.
    pub fn told_of_link(&self) -> Option<String> {
        self.resumed.get_untracked().map(|key| self.text(key))
    }

    /// Whether the focus should go to the heading of a new screen.
    pub fn draws_focus(&self) -> bool {
        self.stepped.get_untracked()
    }

    fn step(&self, change: impl FnOnce(&mut Session)) {
        self.stepped.set(true);
        self.resumed.set(None);
        self.session.update(change);
    }
}

/// The session that a link leads to, and the key of what there is to tell of it.
fn resume(data: &Dataset, config: &Config, on_call: bool) -> (Session, Option<&'static str>) {
    let fresh = || config.session(data, on_call);
    let Some(link) = &config.resume else { return (fresh(), None) };
    let Ok(link) = Link::decode(link) else { return (fresh(), Some(ui::SINCE_DAMAGED)) };
    let Reopened { session, since } = reopen(data, on_call, &link);
    match since {
        Since::Nothing => (session, None),
        Since::Hours => (session, Some(ui::SINCE_HOURS)),
        Since::Outcome => (session, Some(ui::SINCE_OUTCOME)),
        Since::Path => (session, Some(ui::SINCE_PATH)),
        Since::Filiere => (fresh(), Some(ui::SINCE_FILIERE)),
    }
}

fn progress(data: &Dataset, session: &Session) -> String {
    let voice = session.walk(data).situation.voice();
    let text = |key| data.texts.get(key, voice).to_owned();
    match session.screen(data) {
        _ if session.revising().is_some() => text(ui::PROGRESS_CHANGE),
        Screen::Question { .. } => wording::progress(data, session, voice),
        // The heading of the screen says it.
        Screen::Stop(_) | Screen::Outcome => String::new(),
    }
}
