//! From a session to an outcome: the rules that hold, what they find, and what is
//! told where they find nothing.

use crate::model::{
    BEYOND, Dataset, ElsewhereEntry, Join, Listing, Message, Offer, Question, Rule, Stage, State,
    TERRITORY_ELSEWHERE, VAR_TERRITORY, Voice, row_name,
};

use super::cell::{Found, card, look_up};
use super::nearest::nearest;
use super::reach::{has_phone, may_call};
use super::{
    Absence, Card, Given, Group, Next, Outcome, Session, Situation, Walk, possible_answers,
};

/// What a session leads to.
pub fn outcome(data: &Dataset, session: &Session) -> Outcome {
    Outcome { dropped: session.dropped().to_vec(), ..outcome_of(&session.walk(data)) }
}

/// What a walk leads to.
pub fn outcome_of(walk: &Walk) -> Outcome {
    let mut outcome = Outcome {
        complete: walk.is_complete(),
        next: next(walk),
        on_call: walk.situation.is_on_call(),
        professional: walk.situation.voice() == Voice::Professional,
        refinements: refinements(walk),
        groups: Vec::new(),
        absences: Vec::new(),
        reserved: Vec::new(),
        dropped: Vec::new(),
    };
    if outcome.complete {
        fill(&mut outcome, walk);
    }
    outcome
}

fn next(walk: &Walk) -> Option<Next> {
    let question = walk.next.filter(|_| !walk.is_complete())?;
    Some(offered(question, &walk.situation))
}

fn refinements(walk: &Walk) -> Vec<Next> {
    let complete = walk.is_complete();
    walk.refinements
        .iter()
        .filter(|_| complete)
        .map(|q| offered(q, &walk.situation))
        .collect::<Vec<_>>()
}

/// A question with the answers it offers after what was answered before it.
fn offered(question: &Question, situation: &Situation) -> Next {
    let answers = possible_answers(question, situation);
    Next {
        id: question.id.clone(),
        answers: answers.into_iter().map(str::to_owned).collect::<Vec<_>>(),
    }
}

fn fill(outcome: &mut Outcome, walk: &Walk) {
    let (situation, stopped) = (&walk.situation, walk.next.is_some());
    for rule in &situation.data.flow.rules {
        let Some(why) = situation.reason(&rule.when) else { continue };
        let found = find(rule, situation);
        let names_people = rule.offer.is_empty();
        if names_people || !found.cards.is_empty() {
            outcome.groups.push(group(rule, why, found.cards, situation));
        }
        outcome.absences.extend(found.absences);
        outcome.reserved.extend(found.reserved);
    }
    fall_back(outcome, situation);
    if stopped {
        // Whoever stands at a stop reads what to do now, and nothing beside it.
        outcome.groups.retain(|group| group.at == Stage::Now);
        outcome.absences.clear();
        outcome.reserved.clear();
    }
    // In the order in which one reads them.
    outcome.groups.sort_by_key(|group| group.at);
}

fn find(rule: &Rule, situation: &Situation) -> Found {
    let mut all = Found::default();
    for offer in &rule.offer {
        match offer {
            Offer::Row(id) => {
                let Some(row) = situation.data.row(id) else { continue };
                let found = look_up(row, situation);
                all.cards.extend(found.cards);
                all.absences.extend(found.absences);
                all.reserved.extend(found.reserved);
            }
            Offer::Structure(id) => all.cards.extend(structure_card(id, situation)),
            Offer::Elsewhere(kind) => all.cards.extend(elsewhere_cards(kind, situation)),
        }
    }
    all
}

/// The card of one structure, in the first role the table gives it. Somebody who
/// lives elsewhere is shown it only if it is a regional one.
fn structure_card(id: &str, situation: &Situation) -> Option<Card> {
    let elsewhere = situation.value(VAR_TERRITORY) == Some(TERRITORY_ELSEWHERE);
    let shown = |one: &Listing| {
        one.placement.structure == id && (!elsewhere || BEYOND.contains(&one.territory))
    };
    situation.data.listings().find(shown).map(|one| card(&one, situation))
}

fn elsewhere_cards(kind: &str, situation: &Situation) -> Vec<Card> {
    let data = situation.data;
    let named = situation.commune_answer();
    let department = data.elsewhere.departments.iter().find(|d| Some(d.code.as_str()) == named);
    let entries = department.into_iter().flat_map(|d| &d.entries).filter(|e| e.kind == kind);
    entries.map(|entry| elsewhere_card(data, entry)).collect::<Vec<_>>()
}

/// The card of a structure of a neighbouring department.
pub fn elsewhere_card(data: &Dataset, entry: &ElsewhereEntry) -> Card {
    Card {
        id: entry.structure.clone(),
        kind: entry.kind.clone(),
        name: data.structure_name(&entry.structure).to_owned(),
        territory: "elsewhere".to_owned(),
        state: State::Listed,
        near: false,
        zone_unstated: false,
        note: None,
        sources: entry.sources.clone(),
    }
}

/// Where a rule's group stands, and whether it waits.
fn stage(rule: &Rule, situation: &Situation) -> (Stage, bool) {
    let stage = rule.at.stage(situation.voice());
    let waits = rule.later.as_ref().is_some_and(|when| situation.holds(when));
    if stage == Stage::Now && waits { (Stage::Next, true) } else { (stage, false) }
}

fn group(rule: &Rule, why: Vec<Given>, cards: Vec<Card>, situation: &Situation) -> Group {
    let (at, waits) = stage(rule, situation);
    let silent = !cards.is_empty() && !cards.iter().any(|card| can_be_called(card, situation));
    let find = |part: &str| text(situation, rule.text_key(), part);
    // The words for later, and those where nobody has a number, stand in for the others.
    let worded = |part: &str| {
        let later = waits.then(|| find(&format!("{part}.later"))).flatten();
        let silent = || silent.then(|| find(&format!("{part}.no-phone"))).flatten();
        later.or_else(silent).or_else(|| find(part))
    };
    Group {
        id: rule.group.clone(),
        join: rule.join,
        at,
        role: worded("title").unwrap_or_default(),
        body: worded("body").unwrap_or_default(),
        say: find("say"),
        contact: rule.contact,
        rule: Some(rule.id.clone()),
        why,
        sources: rule.sources.clone(),
        cards,
    }
}

/// A text of a group, if there is one.
fn text(situation: &Situation, group: &str, part: &str) -> Option<String> {
    let (texts, voice) = (&situation.data.texts, situation.voice());
    let key = format!("groups.{group}.{part}");
    texts.find(&key, voice)?;
    Some(texts.say(&Message::group(&key, &situation.data.filiere.name), voice))
}

/// Whether whoever asks may call a structure in that role, and has its number.
fn can_be_called(card: &Card, situation: &Situation) -> bool {
    let data = situation.data;
    may_call(data, situation.voice(), &card.kind) && data.structure(&card.id).is_some_and(has_phone)
}

/// Whatever is missing is answered: by the nearest resource of its kind, by the
/// coordination service, and by the regional directory.
fn fall_back(outcome: &mut Outcome, situation: &Situation) {
    let data = situation.data;
    if outcome.absences.is_empty() && outcome.reserved.is_empty() {
        return;
    }
    let near: Vec<Group> =
        outcome.absences.iter().filter_map(|absence| nearest_group(absence, situation)).collect();
    outcome.groups.extend(near);
    let shows = |outcome: &Outcome, kind: &str| {
        outcome.groups.iter().flat_map(|g| &g.cards).any(|card| card.kind == kind)
    };
    let coordination = data.row(&data.filiere.coordination);
    if let Some(row) = coordination.filter(|row| !shows(outcome, &row.id)) {
        let cards = look_up(row, situation).cards;
        push_fallback(outcome, situation, "repli-coordination", cards);
    }
    let directory = structure_card(&data.filiere.directory, situation);
    if let Some(card) = directory.filter(|card| !shows(outcome, &card.kind)) {
        push_fallback(outcome, situation, "repli-annuaire", vec![card]);
    }
}

fn nearest_group(absence: &Absence, situation: &Situation) -> Option<Group> {
    let row = situation.data.row(&absence.kind).filter(|row| row.nearest)?;
    let card = nearest(row, absence, situation)?;
    let name = row_name(situation.data, situation.voice(), &row.id);
    Some(fallback(situation, &format!("repli-{}", row.id), "repli", vec![card], &name))
}

fn push_fallback(outcome: &mut Outcome, situation: &Situation, id: &str, cards: Vec<Card>) {
    if !cards.is_empty() {
        outcome.groups.push(fallback(situation, id, id, cards, ""));
    }
}

fn fallback(situation: &Situation, id: &str, text: &str, cards: Vec<Card>, row: &str) -> Group {
    let (texts, voice) = (&situation.data.texts, situation.voice());
    let fill = |part: &str| {
        let key = format!("groups.{text}.{part}");
        texts
            .find(&key, voice)
            .map_or_else(String::new, |_| texts.say(&Message::fallback(&key, row), voice))
    };
    Group {
        id: id.to_owned(),
        join: Join::Optional,
        at: Stage::More,
        role: fill("title"),
        body: fill("body"),
        say: None,
        contact: false,
        rule: None,
        why: Vec::new(),
        sources: cards.iter().flat_map(|card| card.sources.clone()).collect::<Vec<_>>(),
        cards,
    }
}
