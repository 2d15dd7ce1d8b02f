//! The boxes that stand in one column: what several ends share, each other end, and
//! the directory.

use crate::model::poster;

use super::lanes::has_lanes;
use super::listing::listing;
use super::pack::Whole;
use super::piece::{SHARED, heading, section};
use super::plan::Setting;
use crate::drawing::explain::paths::Node;
use crate::drawing::explain::shared::Lettered;
use crate::drawing::explain::words::{said, said_with};

/// What several ends share; none where they share nothing.
pub fn common(set: Setting) -> Option<Whole> {
    let head = |title: &str| heading(set, SHARED, title, false, set.width);
    let shared = set.plan.shared.iter();
    let sections: Vec<_> =
        shared.map(|one| section(set, &one.section, &one.letters, set.width, 0.0)).collect();
    (!sections.is_empty()).then(|| Whole {
        head: head(&said(set.plan.data, poster::BOX_SHARED)),
        again: head(&said(set.plan.data, poster::BOX_SHARED_AGAIN)),
        sections,
    })
}

/// The ends that do not go by the levels, each with its letter.
pub fn ends<'p>(set: Setting<'p, '_>) -> Vec<(&'p str, Whole)> {
    let whole = |one: &'p Lettered| {
        let head = |title: &str| heading(set, &one.letter, title, one.shares, set.width);
        let sections = one.panel.sections.iter();
        let whole = Whole {
            head: head(&one.panel.title),
            again: head(&again(set, &one.panel.title)),
            sections: sections.map(|s| section(set, s, &[], set.width, 0.0)).collect(),
        };
        (one.letter.as_str(), whole)
    };
    let ends = set.plan.panels.iter().filter(|one| !has_lanes(one));
    ends.filter(|one| matches!(one.panel.place, Node::End(_))).map(whole).collect()
}

/// The kinds of resource.
pub fn directory(set: Setting) -> Whole {
    let key = match set.plan.territory {
        Some(_) => poster::BOX_DIRECTORY_TERRITORY,
        None => poster::BOX_DIRECTORY,
    };
    let title = said(set.plan.data, key);
    let head = |title: &str| heading(set, "", title, false, set.width);
    Whole {
        head: head(&title),
        again: head(&again(set, &title)),
        sections: set.plan.directory.iter().map(|one| listing(set, one, set.width)).collect(),
    }
}

/// The title of a box that goes on in another column.
fn again(set: Setting, title: &str) -> String {
    said_with(set.plan.data, &poster::box_again(title))
}
