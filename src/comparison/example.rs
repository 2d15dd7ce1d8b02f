//! A situation before and after, in words.

use crate::model::{Dataset, HOURS, Join, VAR_HOURS, Voice, row_name, territory_name, ui};
use crate::orientation::{Answers, Card, Group, Outcome, Session};
use crate::wording::summary;

/// The situation in the words that a visitor reads, the clock included.
pub(super) fn situation(data: &Dataset, path: &[String]) -> String {
    let mut answers = Answers::default();
    let pairs = path.iter().filter_map(|said| said.split_once('='));
    let mut on_call = false;
    for (question, answer) in pairs {
        if question == VAR_HOURS {
            on_call = answer == HOURS[1];
        } else {
            answers.insert(question.to_owned(), answer.to_owned());
        }
    }
    let clock = if on_call { ui::VALUE_ON_CALL } else { ui::VALUE_WORKING_HOURS };
    let clock = data.texts.get(clock, Voice::Anyone);
    let said = summary(data, &Session::replay(data, on_call, answers)).unwrap_or_default();
    format!("{} ({})", said.trim_end_matches('.'), clock.to_lowercase())
}

/// What a situation shows otherwise, group by group; each by its own dataset.
pub(super) fn differences(
    (old, before): (&Dataset, Option<&Outcome>),
    (new, after): (&Dataset, Option<&Outcome>),
) -> Vec<String> {
    let (before, after) = match (before, after) {
        (None, after) => {
            let shown = after.into_iter().flat_map(|o| &o.groups).map(|g| offered(g, "proposé"));
            return std::iter::once("situation nouvelle".to_owned()).chain(shown).collect();
        }
        (_, None) => return vec!["situation qui n’existe plus".to_owned()],
        (Some(before), Some(after)) => (before, after),
    };
    let find = |groups: &[Group], id: &str| groups.iter().find(|g| g.id == id).cloned();
    let mut differences: Vec<String> = Vec::new();
    for group in &before.groups {
        match find(&after.groups, &group.id) {
            None => differences.push(offered(group, "n’est plus proposé")),
            Some(now) => differences.extend(group_changes(new, group, &now)),
        }
    }
    let come = after.groups.iter().filter(|g| find(&before.groups, &g.id).is_none());
    differences.extend(come.map(|group| offered(group, "désormais proposé")));
    let absences = |data: &Dataset, outcome: &Outcome| -> Vec<String> {
        let all = outcome.absences.iter();
        all.map(|a| {
            format!(
                "{}, {}",
                row_name(data, Voice::Anyone, &a.kind),
                territory_name(data, &a.territory)
            )
        })
        .collect()
    };
    let (was, is) = (absences(old, before), absences(new, after));
    differences.extend(
        was.iter().filter(|a| !is.contains(a)).map(|a| format!("n’est plus dit absent : {a}")),
    );
    differences.extend(
        is.iter().filter(|a| !was.contains(a)).map(|a| format!("désormais dit absent : {a}")),
    );
    if differences.is_empty() {
        differences.push("les mots, la source ou l’ordre changent".to_owned());
    }
    differences
}

fn offered(group: &Group, word: &str) -> String {
    let names: Vec<&str> = group.cards.iter().map(|card| card.name.as_str()).collect();
    let names = if names.is_empty() { String::new() } else { format!(" ({})", names.join(", ")) };
    format!("{word} : {}{names}", group.role)
}

fn group_changes(data: &Dataset, was: &Group, is: &Group) -> Vec<String> {
    let mut differences = Vec::new();
    if was.role != is.role {
        differences.push(format!("« {} » devient « {} »", was.role, is.role));
    }
    if was.join != is.join {
        let word = |join| data.texts.get(join_key(join), Voice::Anyone);
        differences.push(format!(
            "{} : « {} » devient « {} »",
            is.role,
            word(was.join),
            word(is.join)
        ));
    }
    let missing = |from: &[Card], cards: &[Card]| -> Vec<String> {
        let gone = cards.iter().filter(|card| from.iter().all(|other| other.id != card.id));
        gone.map(|card| card.name.clone()).collect()
    };
    let (gone, come) = (missing(&is.cards, &was.cards), missing(&was.cards, &is.cards));
    if !gone.is_empty() {
        differences.push(format!("{} : ne cite plus {}", is.role, gone.join(", ")));
    }
    if !come.is_empty() {
        differences.push(format!("{} : cite en plus {}", is.role, come.join(", ")));
    }
    let stated = is.cards.iter().filter_map(|card| {
        let before = was.cards.iter().find(|other| other.id == card.id)?;
        let state = |card: &Card| {
            let key = format!("states.{}", card.state.id());
            data.texts.get(&key, Voice::Professional).to_owned()
        };
        (before.state != card.state)
            .then(|| format!("{} : « {} » devient « {} »", card.name, state(before), state(card)))
    });
    differences.extend(stated);
    differences
}

fn join_key(join: Join) -> &'static str {
    match join {
        Join::And => ui::JOIN_AND,
        Join::Or => ui::JOIN_OR,
        Join::Optional => ui::JOIN_OPTIONAL,
    }
}
