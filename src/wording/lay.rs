//! Laying an outcome out: what comes now, next, what can be added, what is missing.

use crate::directory::needs_checking;
use crate::model::{
    Dataset, HOURS, Join, QUESTION_HOURS, Question, QuestionKind, SourceRef, Stage,
    TERRITORY_UNKNOWN, VAR_TERRITORY, Voice, ui,
};
use crate::orientation::{Group, Outcome, Session, Walk, outcome_of};
use crate::wording::{
    absence_in_words, answer_in_words, date_in_words, reserved_in_words, summary_of,
};

use super::block::{Room, cited};
use super::{Asked, Block, Part, Section, Sheet};

/// Numbers that stand there before anything is opened: a tired person reads no fourth.
const NUMBERS: usize = 3;
/// Things to do that stand open under one heading.
const OPEN: usize = 3;
/// Things that one may do without, listed before they wait behind one line.
const LISTED: usize = 2;

impl Sheet {
    /// What a session says.
    pub fn of(data: &Dataset, session: &Session) -> Self {
        let walk = session.walk(data);
        Self::lay(&walk, &outcome_of(&walk))
    }

    /// What an outcome says at the end of a walk.
    pub fn lay(walk: &Walk, outcome: &Outcome) -> Self {
        let (data, voice) = (walk.situation.data, walk.situation.voice());
        let text = |key: &str| data.texts.get(key, voice).to_owned();
        let clocked = walk.refinements.iter().any(|question| question.id == QUESTION_HOURS);
        let room = Room {
            data,
            voice,
            numbers: NUMBERS,
            placed: walk.situation.value(VAR_TERRITORY) != Some(TERRITORY_UNKNOWN),
            night: clocked && outcome.on_call,
        };
        let sections = sections(room, outcome);
        let old = |block: &Block| {
            let mut phones = block.all().flat_map(|entry| &entry.phones);
            phones.any(|phone| !phone.year.is_empty() && needs_checking(&phone.year))
        };
        let years = sections.iter().flat_map(|s| &s.blocks).any(old);
        Self {
            voice,
            title: text(ui::OUTCOME_TITLE),
            situation: summary_of(&walk.situation),
            limits: text(ui::OUTCOME_LIMITS),
            // At night the headings say it.
            clock: (clocked && !outcome.on_call).then(|| text(ui::OUTCOME_CLOCK)),
            sections,
            refine: refine(walk),
            answers: answered(walk),
            years: years.then(|| text(ui::OUTCOME_YEARS)),
            documents: cited(data, voice, &documents(outcome)),
            dates: dates(data, voice),
        }
    }
}

fn sections(mut room: Room, outcome: &Outcome) -> Vec<Section> {
    let night = room.night;
    let at =
        |stage: Stage| outcome.groups.iter().filter(move |g| g.at == stage && g.rule.is_some());
    let now = opened(&mut room, OPEN, true, at(Stage::Now));
    // A tired person reads so many in all; a professional under each heading.
    let left = OPEN.saturating_sub(now.iter().filter(|block| !block.folded).count()).max(1);
    let left = if room.voice == Voice::Professional { OPEN } else { left };
    let next = opened(&mut room, left, false, at(Stage::Next));
    let more = at(Stage::More)
        .map(|group| room.folded(group, Some(group.join).filter(|join| *join == Join::Or)));
    let more = more.collect::<Vec<_>>();
    let missing = missing(&room, outcome);
    let title = |day: &str, at_night: &str| {
        room.data.texts.get(if night { at_night } else { day }, room.voice).to_owned()
    };
    let parts = [
        (Part::Now, title(ui::OUTCOME_NOW, ui::OUTCOME_NOW_NIGHT), now),
        (Part::Next, title(ui::OUTCOME_NEXT, ui::OUTCOME_NEXT_NIGHT), next),
        (Part::More, title(ui::OUTCOME_MORE, ui::OUTCOME_MORE), more),
        (Part::Missing, title(ui::OUTCOME_MISSING, ui::OUTCOME_MISSING), missing),
    ];
    let said = parts.into_iter().filter(|(_, _, blocks)| !blocks.is_empty());
    said.map(|(part, title, blocks)| section(&room, part, title, blocks)).collect::<Vec<_>>()
}

/// A part under its heading. A long list of what one may do without waits behind it.
fn section(room: &Room, part: Part, title: String, blocks: Vec<Block>) -> Section {
    let most = match part {
        Part::Now | Part::Next => usize::MAX,
        Part::More | Part::Missing => LISTED,
    };
    let folded = blocks.len() > most;
    let title = if folded {
        let counted = blocks.len().to_string();
        room.data.texts.say(&ui::outcome_count(&title, &counted), room.voice)
    } else {
        title
    };
    Section { part, title, folded, blocks }
}

/// Groups under their headings; from some number on, one line each, and behind them
/// those that lead nobody anywhere yet: structures here and there for somebody who has
/// not said where, and those without a number. `first`: what stands first says what to do
/// now, and a family needs it even where there is nobody to call.
fn opened<'a>(
    room: &mut Room,
    most: usize,
    first: bool,
    groups: impl Iterator<Item = &'a Group>,
) -> Vec<Block> {
    let kept = first && room.voice != Voice::Professional;
    let (mut soon, mut late): (Vec<&Group>, Vec<&Group>) = (Vec::new(), Vec::new());
    for (at, group) in groups.enumerate() {
        let silent = room.is_silent(group) && !(kept && at == 0);
        let waits = room.is_anywhere(group) || silent;
        if waits { late.push(group) } else { soon.push(group) }
    }
    let all = soon.iter().chain(&late).enumerate();
    all.map(|(at, group)| {
        // What is joined by "and" to nothing before it needs no word.
        let join = Some(group.join).filter(|join| at > 0 || *join == Join::Or);
        if at < soon.len().min(most) { room.open(group, join) } else { room.folded(group, join) }
    })
    .collect::<Vec<_>>()
}

/// Absences with the nearest of their kind, what is kept for others, and whom to ask
/// instead.
fn missing(room: &Room, outcome: &Outcome) -> Vec<Block> {
    let (data, voice) = (room.data, room.voice);
    let fallbacks = || outcome.groups.iter().filter(|group| group.rule.is_none());
    let absences = outcome.absences.iter().map(|absence| {
        let near = format!("repli-{}", absence.kind);
        let near = fallbacks().find(|group| group.id == near);
        let text = absence_in_words(data, voice, absence);
        room.missing(&absence.kind, text, &absence.sources, near)
    });
    let reserved = outcome.reserved.iter().map(|reserved| {
        let text = reserved_in_words(data, voice, reserved);
        room.missing(&reserved.kind, text, &reserved.sources, None)
    });
    let blocks: Vec<Block> = absences.chain(reserved).collect();
    let shown = |group: &&Group| !blocks.iter().any(|b| group.id == format!("repli-{}", b.id));
    let instead = fallbacks().filter(shown).map(|group| room.folded(group, None));
    let instead = instead.collect::<Vec<_>>();
    blocks.into_iter().chain(instead).collect::<Vec<_>>()
}

fn refine(walk: &Walk) -> Vec<Asked> {
    let asked = |question: &&Question| asked(walk, &question.id);
    walk.refinements.iter().map(asked).collect::<Vec<_>>()
}

/// The answers given on a walk; a stop asks nothing.
pub fn answered(walk: &Walk) -> Vec<Asked> {
    let data = walk.situation.data;
    let asks = |id: &str| data.question(id).is_some_and(|q| q.kind != QuestionKind::Stop);
    let path = walk.situation.path.iter().filter(|(question, _)| asks(question));
    path.map(|(question, _)| asked(walk, question)).collect::<Vec<_>>()
}

fn asked(walk: &Walk, question: &str) -> Asked {
    let (data, voice) = (walk.situation.data, walk.situation.voice());
    let answer = walk.situation.answer(question);
    let by_clock =
        (question == QUESTION_HOURS).then(|| HOURS[usize::from(walk.situation.is_on_call())]);
    Asked {
        question: question.to_owned(),
        legend: data.texts.get(&format!("questions.{question}.legend"), voice).to_owned(),
        answer: answer.or(by_clock).map(|answer| answer_in_words(data, voice, question, answer)),
    }
}

/// Documents, not lines: each line stands beside what it is cited for.
fn documents(outcome: &Outcome) -> Vec<SourceRef> {
    let groups = outcome.groups.iter().flat_map(|group| &group.sources);
    let cards = outcome.groups.iter().flat_map(|group| &group.cards);
    let absences = outcome.absences.iter().flat_map(|absence| &absence.sources);
    let all = groups.chain(cards.flat_map(|card| &card.sources)).chain(absences);
    all.map(|source| SourceRef(source.source().to_owned())).collect::<Vec<_>>()
}

fn dates(data: &Dataset, voice: Voice) -> String {
    let filiere = &data.filiere;
    let in_words = |date: &str| date_in_words(&data.texts, date);
    let (date, review) = (in_words(&filiere.date), in_words(&filiere.review));
    data.texts.say(&ui::keep_dates(&date, &review, &filiere.name), voice)
}
