//! The drawn map: communes as equal tiles, in rows.

use crate::model::{Commune, Dataset};

/// The rows of the map, from the north, each from the west; `None` where no commune
/// lies. No rows when the dataset has no map.
pub fn tile_rows(data: &Dataset) -> Vec<Vec<Option<&Commune>>> {
    let placed = || data.communes.communes.iter().filter_map(|c| Some((c, c.tile?)));
    let range = |axis: usize| {
        let first = placed().map(|(_, tile)| tile[axis]).min();
        let last = placed().map(|(_, tile)| tile[axis]).max();
        first.zip(last).map(|(first, last)| first..=last)
    };
    let (Some(columns), Some(rows)) = (range(0), range(1)) else { return Vec::new() };
    let at = |x: i8, y: i8| placed().find(|(_, tile)| *tile == [x, y]).map(|(c, _)| c);
    rows.map(|y| columns.clone().map(|x| at(x, y)).collect::<Vec<_>>()).collect::<Vec<_>>()
}

/// A commune in four letters, for a small screen.
pub fn short(commune: &Commune) -> String {
    if let Some(short) = &commune.short {
        return short.clone();
    }
    let telling = commune.name.split([' ', '-']).find(|word| word.chars().count() > 3);
    telling.unwrap_or(&commune.name).chars().take(4).collect()
}

/// The commune that an arrow key leads to: the next one in that direction, the
/// nearest line first. `None` at the edge.
pub fn neighbour<'a>(data: &'a Dataset, from: &Commune, [dx, dy]: [i8; 2]) -> Option<&'a Commune> {
    let [x, y] = from.tile?;
    let all = data.communes.communes.iter();
    all.filter_map(|commune| {
        let [to_x, to_y] = commune.tile?;
        let (ahead, aside) = if dx == 0 {
            ((to_y - y) * dy, (to_x - x).abs())
        } else {
            ((to_x - x) * dx, (to_y - y).abs())
        };
        // Sideways only when nothing lies straight ahead, and not further than that.
        (ahead > 0 && aside <= ahead).then_some((ahead + 2 * aside, commune))
    })
    .min_by_key(|(far, _)| *far)
    .map(|(_, commune)| commune)
}
