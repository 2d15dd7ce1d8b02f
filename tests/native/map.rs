//! The drawn map: somebody from there must know their way on it.

use std::collections::BTreeSet;

use crate::common::DATA;
use orientation_palliative::directory::{neighbour, short, tile_rows};
use orientation_palliative::model::Commune;

/// Degrees of latitude and of longitude over which two communes clearly lie north
/// and south, or west and east, of each other: about 4 km.
const CLEARLY: [f64; 2] = [0.036, 0.055];

fn communes() -> &'static [Commune] {
    &DATA.communes.communes
}

/// How often an axis of the map contradicts the centroids where these are clear.
fn contradictions(axis: usize, grows: f64) -> Vec<String> {
    let pairs = communes().iter().flat_map(|a| communes().iter().map(move |b| (a, b)));
    let wrong = pairs.filter(|(a, b)| {
        let apart = (b.centroid[axis] - a.centroid[axis]) * grows;
        // Latitude is the row, longitude the column.
        let on_map = b.tile.unwrap()[1 - axis] - a.tile.unwrap()[1 - axis];
        apart > CLEARLY[axis] && on_map < 0
    });
    wrong.map(|(a, b)| format!("{} / {}", a.name, b.name)).collect()
}

#[test]
fn north_is_up_and_west_is_left() {
    assert_eq!(contradictions(0, -1.0), Vec::<String>::new());
    assert_eq!(contradictions(1, 1.0), Vec::<String>::new());
}

#[test]
fn the_arrow_keys_reach_every_commune_from_any() {
    for from in communes() {
        let mut seen = BTreeSet::from([from.code.as_str()]);
        let mut waiting = vec![from];
        while let Some(commune) = waiting.pop() {
            for way in [[-1, 0], [1, 0], [0, -1], [0, 1]] {
                let to = neighbour(&DATA, commune, way);
                waiting.extend(to.filter(|to| seen.insert(to.code.as_str())));
            }
        }
        assert_eq!(seen.len(), communes().len(), "from {}", from.name);
    }
}

#[test]
fn each_tile_has_a_short_name_of_its_own() {
    let shorts: BTreeSet<String> = communes().iter().map(short).collect();
    assert_eq!(shorts.len(), communes().len(), "{shorts:?}");
    assert!(shorts.iter().all(|short| short.chars().count() <= 4), "{shorts:?}");
}

#[test]
fn the_rows_hold_each_commune_once() {
    let placed: usize = tile_rows(&DATA).iter().flatten().flatten().count();
    assert_eq!(placed, communes().len());
}
