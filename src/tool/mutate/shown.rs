//! Everything that a dataset shows to anybody: a change that leaves all of it as it was
//! misleads nobody, and nothing has to notice it.

use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};

use crate::check::vignette::text_key;
use crate::directory::roles;
use crate::model::Dataset;
use crate::orientation::{Communes, Walk, each_path, outcome_of};

/// What a dataset shows.
pub(super) struct Shown {
    /// Each complete path with its outcome, in the order of the walk, hashed.
    paths: Vec<u64>,
    views: String,
}

impl Shown {
    /// All that a dataset shows.
    pub fn by(data: &Dataset) -> Self {
        let mut paths = Vec::new();
        walk_all(data, &mut |path| paths.push(path));
        Self { paths, views: views(data) }
    }

    /// Whether a dataset shows the same. Once a path differs, the rest is only counted.
    pub fn is_by(&self, data: &Dataset) -> bool {
        let mut at = 0;
        let mut same = self.views == views(data);
        if same {
            walk_all(data, &mut |path| {
                same = same && self.paths.get(at) == Some(&path);
                at += 1;
            });
        }
        same && at == self.paths.len()
    }
}

fn walk_all(data: &Dataset, visit: &mut impl FnMut(u64)) {
    for on_call in [false, true] {
        each_path(data, on_call, Communes::All, &mut |walk| visit(hash(walk)));
    }
}

/// A path, what it leads to, and in which words; whether the proof takes the person
/// for a child.
fn hash(walk: &Walk) -> u64 {
    let (data, outcome) = (walk.situation.data, outcome_of(walk));
    let child = data.flow.child.as_ref().is_some_and(|when| walk.situation.holds(when));
    let texts: Vec<_> = outcome.groups.iter().map(|group| text_key(data, group)).collect();
    let mut hasher = DefaultHasher::new();
    let voice = walk.situation.voice();
    format!("{:?} {voice:?} {child} {texts:?} {outcome:?}", walk.situation.path).hash(&mut hasher);
    hasher.finish()
}

/// What the directory, the coverage and the map read.
fn views(data: &Dataset) -> String {
    let roles = roles(data);
    let roles = roles.iter().map(|role| {
        let row = role.row.map(|row| (&row.id, &row.places, &row.levels, &row.access));
        format!(
            "{} {:?} {:?} {} {} {:?} {row:?} {:?} {:?} {:?}\n",
            role.structure.id,
            role.structure.contacts,
            role.structure.through,
            role.kind,
            role.territory,
            role.state,
            role.places,
            role.note,
            role.sources,
        )
    });
    let cells = data.table.rows.iter().flat_map(|row| &row.cells);
    let cells = cells.map(|(territory, cell)| format!("{territory} {:?}\n", cell.state));
    let whole = format!("{:?} {:?}\n", data.communes, data.filiere.territories);
    roles.chain(cells).chain([whole]).collect()
}
