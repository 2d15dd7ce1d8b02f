//! The nearest resource, where a territory has none.

use crate::model::{Commune, Dataset, Listing, Row};

use super::cell::card;
use super::{Absence, Card, Situation};

/// Kilometres between two points given as latitude and longitude in degrees. The
/// ground is taken as flat, as it may be within a department: at 30 km the error
/// is a few metres.
pub fn distance_km(from: [f64; 2], to: [f64; 2]) -> f64 {
    const EARTH_RADIUS_KM: f64 = 6371.0;
    let [lat_a, lon_a, lat_b, lon_b] = [from[0], from[1], to[0], to[1]].map(f64::to_radians);
    let (north, east) = (lat_b - lat_a, (lon_b - lon_a) * cosine(f64::midpoint(lat_a, lat_b)));
    EARTH_RADIUS_KM * (north * north + east * east).sqrt()
}

/// The first terms of the series: seven digits hold at our latitudes, and the code
/// is a hundredth of the standard function's, which holds for any angle.
fn cosine(angle: f64) -> f64 {
    let square = angle * angle;
    let term = |rest: f64, divisor: f64| 1.0 - square / divisor * rest;
    term(term(term(term(1.0, 56.0), 30.0), 12.0), 2.0)
}

/// The nearest resource of a row for a visitor who has none: open to everybody, and
/// in another territory unless the absence is their commune's alone.
pub(super) fn nearest(row: &Row, absence: &Absence, situation: &Situation) -> Option<Card> {
    let commune = situation.commune()?;
    let other = |one: &Listing| absence.commune_only || one.territory != absence.territory;
    row.listings()
        .filter(|one| other(one) && one.placement.only.is_none())
        .map(|one| (distance_to(&one, commune, situation.data), one))
        .min_by(|(a, _), (b, _)| a.total_cmp(b))
        .map(|(_, one)| card(&one, situation))
}

/// Kilometres from a commune to a structure: to its own position where a source
/// gives one, else to its commune, else to the communes it serves, else to its
/// territory.
fn distance_to(listing: &Listing, from: &Commune, data: &Dataset) -> f64 {
    let Listing { territory, placement, .. } = listing;
    let position = listing.structure(data).and_then(|s| {
        s.position.or_else(|| data.commune(s.commune.as_deref()?).map(|c| c.centroid))
    });
    let position =
        position.or_else(|| middle(data, |commune| placement.communes.contains(&commune.code)));
    let position = position.or_else(|| middle(data, |commune| commune.territory == *territory));
    position.map_or(f64::INFINITY, |to| distance_km(from.centroid, to))
}

/// The middle of some communes.
fn middle(data: &Dataset, keep: impl Fn(&Commune) -> bool) -> Option<[f64; 2]> {
    let points: Vec<[f64; 2]> =
        data.communes.communes.iter().filter(|c| keep(c)).map(|c| c.centroid).collect::<Vec<_>>();
    let count = u32::try_from(points.len()).ok().filter(|n| *n > 0)?;
    let sum = points.iter().fold([0.0, 0.0], |sum, p| [sum[0] + p[0], sum[1] + p[1]]);
    Some(sum.map(|total| total / f64::from(count)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_degree_of_latitude_is_about_111_km() {
        let km = distance_km([48.0, 2.0], [49.0, 2.0]);
        assert!((km - 111.2).abs() < 0.1, "{km}");
        assert!(distance_km([48.9, 2.3], [48.9, 2.3]) < 1e-9);
    }

    #[test]
    fn within_a_department_the_ground_may_be_taken_as_flat() {
        let haversine = |from: [f64; 2], to: [f64; 2]| {
            let [lat_a, lon_a, lat_b, lon_b] =
                [from[0], from[1], to[0], to[1]].map(f64::to_radians);
            let (lat, lon) = ((lat_b - lat_a) / 2.0, (lon_b - lon_a) / 2.0);
            let half = lat.sin().powi(2) + lat_a.cos() * lat_b.cos() * lon.sin().powi(2);
            2.0 * 6371.0 * half.sqrt().asin()
        };
        for to in [[48.73, 2.30], [48.95, 2.32], [48.85, 2.15], [49.05, 2.55]] {
            let (flat, round) = (distance_km([48.82, 2.24], to), haversine([48.82, 2.24], to));
            assert!((flat - round).abs() < 0.01, "{flat} km, {round} km");
        }
    }
}
