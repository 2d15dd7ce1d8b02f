//! How an outcome is laid out: what comes first, what is folded away.

use super::{Card, Group, Outcome};
use crate::few::Gather;
use crate::model::Join;

/// Cards beyond this number are folded, those of the visitor's commune aside.
const SHOWN: usize = 3;

/// An outcome in the order in which one reads it.
#[derive(Debug)]
pub struct Sheet<'a> {
    /// The first human contact, and the contacts that one may turn to instead.
    pub first: Vec<&'a Group>,
    /// What the rules offer besides.
    pub then: Vec<&'a Group>,
    /// What helps where something is missing.
    pub instead: Vec<&'a Group>,
}

impl<'a> Sheet<'a> {
    /// Lays an outcome out.
    pub fn of(outcome: &'a Outcome) -> Self {
        let groups = &outcome.groups;
        let from = groups.iter().position(|group| group.contact).unwrap_or(0);
        let alternatives = groups.iter().skip(from + 1);
        let alternatives = alternatives.take_while(|g| g.contact && g.join == Join::Or).count();
        // Without a contact, nothing comes first.
        let until =
            if groups.get(from).is_some_and(|g| g.contact) { from + 1 + alternatives } else { 0 };
        let first = groups.get(from..until).unwrap_or_default().iter().gather();
        let others = groups.iter().enumerate().filter(|(at, _)| !(from..until).contains(at));
        let (then, instead) =
            others.map(|(_, group)| group).partition(|group| group.rule.is_some());
        Self { first, then, instead }
    }
}

/// The cards of a group that play the same role.
#[derive(Debug)]
pub struct Kind<'a> {
    /// The row they stand in.
    pub id: &'a str,
    /// Those to show at once: of the visitor's commune first.
    pub shown: Vec<&'a Card>,
    /// Those to fold away.
    pub folded: Vec<&'a Card>,
}

/// The cards of a group by role, in the order in which the roles first appear.
pub fn kinds(cards: &[Card]) -> Vec<Kind<'_>> {
    let mut ids: Vec<&str> = Vec::new();
    for card in cards {
        if !ids.contains(&card.kind.as_str()) {
            ids.push(&card.kind);
        }
    }
    ids.into_iter()
        .map(|id| {
            let (near, others): (Vec<&Card>, Vec<&Card>) =
                cards.iter().filter(|card| card.kind == id).partition(|card| card.near);
            let (shown, folded) = fold(near, others);
            Kind { id, shown, folded }
        })
        .gather()
}

/// A few others are shown as well; many are folded, all of them where the commune
/// has its own, all but the first few where it has none. A fold never hides one.
fn fold<'a>(near: Vec<&'a Card>, mut others: Vec<&'a Card>) -> (Vec<&'a Card>, Vec<&'a Card>) {
    let keep = match others.len() {
        few if few <= SHOWN => few,
        one_more if near.is_empty() && one_more == SHOWN + 1 => one_more,
        _ if near.is_empty() => SHOWN,
        _ => 0,
    };
    let folded = others.split_off(keep);
    (near.into_iter().chain(others).gather(), folded)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::State;

    fn card(id: &str, kind: &str, near: bool) -> Card {
        Card {
            id: id.to_owned(),
            kind: kind.to_owned(),
            name: id.to_uppercase(),
            territory: "amont".to_owned(),
            state: State::Listed,
            near,
            zone_unstated: false,
            note: None,
            sources: vec![],
        }
    }

    fn check(cards: &[Card], expected: &[(&str, &[&str], &[&str])]) {
        let ids = |cards: &[&Card]| cards.iter().map(|c| c.id.clone()).collect::<Vec<_>>();
        let found: Vec<_> =
            kinds(cards).iter().map(|k| (k.id, ids(&k.shown), ids(&k.folded))).collect();
        let told: Vec<_> = found.iter().map(|(id, s, f)| (*id, s.join(" "), f.join(" "))).collect();
        let wanted: Vec<_> =
            expected.iter().map(|(id, s, f)| (*id, s.join(" "), f.join(" "))).collect();
        assert_eq!(told, wanted);
    }

    #[test]
    fn a_short_list_is_shown_whole_and_by_role() {
        let cards = [card("a", "lits", false), card("b", "equipe", false), card("c", "lits", true)];
        check(&cards, &[("lits", &["c", "a"], &[]), ("equipe", &["b"], &[])]);
    }

    #[test]
    fn the_communes_own_come_first_and_many_others_are_folded() {
        let near = |id: &str| card(id, "sad", id == "d");
        let cards: Vec<Card> = ["a", "b", "c", "d", "e"].map(near).into();
        check(&cards, &[("sad", &["d"], &["a", "b", "c", "e"])]);
    }

    #[test]
    fn a_long_list_without_one_of_the_commune_still_shows_some() {
        let cards: Vec<Card> = ["a", "b", "c", "d", "e"].map(|id| card(id, "jour", false)).into();
        check(&cards, &[("jour", &["a", "b", "c"], &["d", "e"])]);
        check(&cards[..4], &[("jour", &["a", "b", "c", "d"], &[])]);
    }
}
