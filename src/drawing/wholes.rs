//! The boxes that stand in one column: what several ends share, each other end, and
//! the directory.

use super::lanes::has_lanes;
use super::listing::listing;
use super::pack::Whole;
use super::paths::Place;
use super::piece::{SHARED, heading, section};
use super::plan::Setting;
use super::shared::Lettered;

/// What several ends share; none where they share nothing.
pub fn common(set: Setting) -> Option<Whole> {
    let head = |title: &str| heading(set, SHARED, title, false, set.width);
    let shared = set.plan.shared.iter();
    let sections: Vec<_> =
        shared.map(|one| section(set, &one.section, &one.letters, set.width, 0.0)).collect();
    (!sections.is_empty()).then(|| Whole {
        head: head("À lire aussi, pour ces lettres"),
        again: head("À lire aussi (suite)"),
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
            again: head(&format!("{} (suite)", one.panel.title)),
            sections: sections.map(|s| section(set, s, &[], set.width, 0.0)).collect(),
        };
        (one.letter.as_str(), whole)
    };
    let ends = set.plan.panels.iter().filter(|one| !has_lanes(one));
    ends.filter(|one| matches!(one.panel.place, Place::End(_))).map(whole).collect()
}

/// The kinds of resource.
pub fn directory(set: Setting) -> Whole {
    let title = if set.plan.territory.is_some() {
        "Annuaire du territoire"
    } else {
        "Ce qui est recensé, par territoire"
    };
    let head = |title: &str| heading(set, "", title, false, set.width);
    Whole {
        head: head(title),
        again: head(&format!("{title} (suite)")),
        sections: set.plan.directory.iter().map(|one| listing(set, one, set.width)).collect(),
    }
}
