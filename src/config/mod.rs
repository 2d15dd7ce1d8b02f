//! The host's attributes: what a page may ask of the widget.
//!
//! A wrong attribute never stops the widget: it is reported, in French, to the
//! page's author, and ignored.

mod accent;
mod attributes;
pub mod surface;
mod view;

pub use accent::Accent;
pub use attributes::{Read, read};
pub use view::View;

use crate::directory::tile_rows;
use crate::model::{Dataset, TerritoryId};
use crate::orientation::{Answers, Given, Session};

/// What a page asks of the widget.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Config {
    /// The heading above the questions, instead of the dataset's own.
    pub title: Option<String>,
    /// The level of the highest heading, 1 to 4.
    pub heading_level: u8,
    /// The territory whose communes are listed first.
    pub territory: Option<TerritoryId>,
    /// Answers that the page already knows.
    pub preset: Answers,
    /// The accent colour.
    pub accent: Option<Accent>,
    /// The views offered, in order; never none.
    pub views: Vec<View>,
    /// Whether the browser's own history walks through the questions.
    pub history: bool,
    /// The address that links lead to, instead of the page's own.
    pub address: Option<String>,
    /// The place to resume at: a link, as the address or an offline copy holds it.
    pub resume: Option<String>,
    /// The element's id as links name it, where it is not the page's first.
    pub name: Option<String>,
    /// Whether the dataset is the page's own, which a copy of the script lacks.
    pub own_dataset: bool,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            title: None,
            heading_level: 2,
            territory: None,
            preset: Answers::new(),
            accent: None,
            views: View::ALL.to_vec(),
            history: true,
            address: None,
            resume: None,
            name: None,
            own_dataset: false,
        }
    }
}

impl Config {
    /// The views that the page wants and the dataset can fill: no map without tiles,
    /// no drawing where the build has made none.
    pub fn offered(&self, data: &Dataset) -> Vec<View> {
        let fills = |view: &View| match view {
            View::Carte => !tile_rows(data).is_empty(),
            View::Logigramme => !data.diagram.boxes.is_empty(),
            _ => true,
        };
        let mut offered: Vec<View> = self.views.iter().copied().filter(fills).collect();
        if offered.is_empty() {
            offered.push(View::Orientation);
        }
        offered
    }

    /// A session that begins with the answers that the page already knows. The
    /// visitor can go back to each and change it.
    pub fn session(&self, data: &Dataset, on_call: bool) -> Session {
        Session::replay(data, on_call, self.preset.clone())
    }

    /// The answers made useless by a change: those that
    /// the visitor gave, not those that the page did.
    pub fn told_dropped<'a>(&self, session: &'a Session) -> Vec<&'a Given> {
        let by_visitor = |given: &&Given| self.preset.get(&given.question) != Some(&given.answer);
        session.dropped().iter().filter(by_visitor).collect()
    }
}
