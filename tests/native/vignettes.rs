//! Every vignette of `data/vignettes/` holds, and together they cover the data.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;

use crate::common::DATA;
use orientation_palliative::model::State;
use orientation_palliative::model::Vignette;
use orientation_palliative::orientation::{Communes, Outcome, each_path, outcome_of};
use orientation_palliative::tool::vignettes;

static JOURNEYS: LazyLock<Vec<Vignette>> = LazyLock::new(|| {
    let files = vignettes::load(Path::new("data")).expect("the vignettes can be read");
    files.into_iter().flat_map(|(_, file)| file.vignettes).collect()
});

#[test]
fn every_situation_is_oriented_as_it_was_signed() {
    let wrong: Vec<String> = JOURNEYS
        .iter()
        .flat_map(|j| j.differences(&DATA).into_iter().map(|d| format!("{}: {d}", j.id)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(JOURNEYS.len() >= 80);
}

#[test]
fn no_two_situations_have_one_id() {
    let ids: BTreeSet<&str> = JOURNEYS.iter().map(|vignette| vignette.id.as_str()).collect();
    assert_eq!(ids.len(), JOURNEYS.len());
}

#[test]
fn the_situations_go_through_every_rule() {
    let shown: Vec<Outcome> = JOURNEYS.iter().map(|j| j.play(&DATA).unwrap()).collect();
    let held: BTreeSet<&str> =
        shown.iter().flat_map(|o| &o.groups).filter_map(|g| g.rule.as_deref()).collect();
    let silent: BTreeSet<&str> = DATA.flow.rules.iter().map(|rule| rule.id.as_str()).collect();
    let silent: Vec<&&str> = silent.difference(&held).collect();
    // A row that is empty everywhere makes no group: its absences are told instead.
    assert_eq!(silent, [&"soutien"]);
}

#[test]
fn the_situations_show_every_cell_that_any_path_shows_and_every_state() {
    let told: Vec<Outcome> = JOURNEYS.iter().map(|j| j.play(&DATA).unwrap()).collect();
    let shown: BTreeSet<_> = told.iter().flat_map(places).collect();
    let mut reachable = BTreeSet::new();
    for on_call in [false, true] {
        each_path(&DATA, on_call, Communes::OneByOffer, &mut |walk| {
            reachable.extend(places(&outcome_of(walk)));
        });
    }
    assert_eq!(reachable.difference(&shown).collect::<Vec<_>>(), Vec::<&Place>::new());
    let states: BTreeSet<State> = shown.iter().filter_map(|place| place.2).collect();
    assert_eq!(states.len(), 6, "{states:?}");
}

type Place = (String, String, Option<State>);

fn places(outcome: &Outcome) -> Vec<Place> {
    let cards = outcome.groups.iter().flat_map(|group| &group.cards);
    let cards = cards.map(|c| (c.kind.clone(), c.territory.clone(), Some(c.state)));
    let absent = outcome.absences.iter();
    let absent = absent.map(|a| (a.kind.clone(), a.territory.clone(), Some(a.state)));
    let kept = outcome.reserved.iter().map(|r| (r.kind.clone(), r.territory.clone(), None));
    cards.chain(absent).chain(kept).collect()
}
