//! From a group of the outcome to what is said of it.

use crate::model::{Dataset, Join, SourceRef, Voice, ui};
use crate::orientation::{Card, Group, has_phone, may_call};
use crate::wording::{answer_in_words, capital, source_in_words};

use super::entry::entry_of;
use super::join::joined;
use super::{Block, Cited, Entry, Folded, Why};

/// What is being said, to whom, and how much room is left.
pub struct Room<'a> {
    /// The dataset.
    pub data: &'a Dataset,
    /// To whom one speaks.
    pub voice: Voice,
    /// How many more numbers may stand there before anything is opened.
    pub numbers: usize,
    /// Whether it is known where.
    pub placed: bool,
    /// Whether it is for the hours in which few answer.
    pub night: bool,
}

impl Room<'_> {
    /// A group under its heading; `join` is left out where nothing stands before it.
    /// The best way to reach somebody is shown, as long as there is room for a number.
    pub fn open(&mut self, group: &Group, join: Option<Join>) -> Block {
        let mut block = self.block(group, join);
        let mut entries = self.entries(group);
        let first = (!entries.is_empty()).then(|| entries.remove(0));
        match first {
            Some(mut first) if first.phones.is_empty() || self.numbers > 0 => {
                // A second number of the same structure waits behind the line.
                let kept = first.phones.len().min(1);
                if first.phones.len() > kept {
                    entries.insert(0, first.clone());
                }
                first.phones.truncate(kept);
                // It stands alone there: nothing is to be told apart.
                first.near = None;
                self.numbers -= kept;
                block.unreached = self.unreached(&entries);
                block.entries = vec![first];
                block.more = self.others(entries);
            }
            Some(first) => {
                entries.insert(0, first);
                return self.closed(block, entries);
            }
            None => {}
        }
        block
    }

    /// A group behind its heading, which says what it is and how many.
    pub fn folded(&self, group: &Group, join: Option<Join>) -> Block {
        let entries = self.entries(group);
        self.closed(self.block(group, join), entries)
    }

    /// Whether structures lie here and there, and nothing says which is the visitor's.
    pub fn is_anywhere(&self, group: &Group) -> bool {
        let first = group.cards.first();
        !self.placed
            && group.cards.iter().any(|card| Some(&card.territory) != first.map(|c| &c.territory))
    }

    /// Whether structures are named, none of which can be called.
    pub fn is_silent(&self, group: &Group) -> bool {
        !group.cards.is_empty() && !group.cards.iter().any(|card| self.can_be_called(card))
    }

    fn closed(&self, mut block: Block, entries: Vec<Entry>) -> Block {
        if entries.len() > 1 {
            let count = entries.len().to_string();
            let counted = ui::outcome_count(&block.title, &count);
            block.title = self.data.texts.say(&counted, self.voice);
        }
        block.folded = !entries.is_empty() || block.body.is_some();
        block.entries = entries;
        block
    }

    fn block(&self, group: &Group, join: Option<Join>) -> Block {
        let text = |text: &String| (!text.is_empty()).then(|| text.clone());
        Block {
            id: group.id.clone(),
            absence: false,
            title: joined(self.data, self.voice, join, &group.role),
            body: text(&group.body),
            say: group.say.clone(),
            entries: Vec::new(),
            more: None,
            unreached: None,
            folded: false,
            why: why(self.data, self.voice, group),
        }
    }

    /// The structures of a group: of the visitor's commune first, then those that can
    /// be reached, in the order of the table.
    fn entries(&self, group: &Group) -> Vec<Entry> {
        let mut cards: Vec<&Card> = group.cards.iter().collect();
        cards.sort_by_key(|card| (!card.near, !self.can_be_called(card)));
        let one_kind = cards.iter().all(|card| card.kind == cards[0].kind);
        let explained = !group.body.is_empty() && one_kind;
        let mut said: Vec<&str> = Vec::new();
        let mut does = |card: &Card, id| {
            let first = !explained && !said.contains(&id);
            said.push(id);
            let mut entry = entry_of(self.data, self.voice, card, first);
            // The words above say how one gets there without a number.
            if explained && self.voice != Voice::Professional {
                let unknown = self.data.texts.get(ui::OUTCOME_NO_NUMBER, self.voice);
                entry.remarks.retain(|remark| remark != unknown);
            }
            entry
        };
        cards.into_iter().map(|card| does(card, &card.kind)).collect::<Vec<_>>()
    }

    fn can_be_called(&self, card: &Card) -> bool {
        may_call(self.data, self.voice, &card.kind)
            && self.data.structure(&card.id).is_some_and(has_phone)
    }

    /// What cannot be called, by name: a professional may know a way of their own.
    fn unreached(&self, entries: &[Entry]) -> Option<String> {
        let named = |entry: &Entry| match &entry.state {
            Some((_, state)) => format!("{} ({})", entry.name, state),
            None => entry.name.clone(),
        };
        let names =
            entries.iter().filter(|entry| entry.phones.is_empty()).map(named).collect::<Vec<_>>();
        let shown = self.voice == Voice::Professional && !names.is_empty() && names.len() <= 3;
        shown.then(|| {
            let names = names.join(", ");
            self.data.texts.say(&ui::outcome_unreached(&names), self.voice)
        })
    }

    fn others(&self, entries: Vec<Entry>) -> Option<Folded> {
        let count = entries.len();
        let title = match count {
            0 => return None,
            1 => self.data.texts.get(ui::OUTCOME_OTHER, self.voice).to_owned(),
            _ => {
                let count = count.to_string();
                self.data.texts.say(&ui::outcome_others(&count), self.voice)
            }
        };
        Some(Folded { title, entries })
    }

    /// Something that is not there, in one sentence with the nearest of its kind.
    pub fn missing(
        &self,
        id: &str,
        text: String,
        sources: &[SourceRef],
        near: Option<&Group>,
    ) -> Block {
        let nearest = near.and_then(|group| group.cards.first());
        let text = match nearest {
            None => text,
            Some(card) => self.data.texts.say(&ui::outcome_nearest(&text, &card.name), self.voice),
        };
        let body = near.map(|group| group.body.clone()).filter(|body| !body.is_empty());
        let entry = nearest.map(|card| entry_of(self.data, self.voice, card, false));
        Block {
            id: id.to_owned(),
            absence: true,
            title: capital(&text),
            body,
            say: None,
            folded: entry.is_some(),
            entries: entry.into_iter().collect::<Vec<_>>(),
            more: None,
            unreached: None,
            why: Why { rule: None, answers: None, sources: cited(self.data, self.voice, sources) },
        }
    }
}

/// The rule in plain words, the answers that led to it, and the lines of the sources.
fn why(data: &Dataset, voice: Voice, group: &Group) -> Why {
    let rule = group.rule.as_ref();
    let rule = rule.and_then(|rule| data.texts.find(&format!("rules.{rule}"), voice));
    let said = group.why.iter();
    let said = said.map(|given| answer_in_words(data, voice, &given.question, &given.answer));
    let said = said.collect::<Vec<_>>();
    let answers = (!said.is_empty())
        .then(|| format!("{} {}", data.texts.get(ui::WHY_ANSWERS, voice), said.join(", ")));
    let cards = group.cards.iter().flat_map(|card| &card.sources);
    let sources: Vec<SourceRef> = group.sources.iter().chain(cards).cloned().collect();
    Why { rule: rule.map(str::to_owned), answers, sources: cited(data, voice, &sources) }
}

/// Sources as they are told, each once.
pub fn cited(data: &Dataset, voice: Voice, sources: &[SourceRef]) -> Vec<Cited> {
    let mut unique: Vec<&SourceRef> = sources.iter().collect();
    unique.sort_by_key(|source| *source);
    unique.dedup();
    let cite = |source: &SourceRef| {
        let document = data.sources.sources.iter().find(|s| s.id == source.source());
        Cited {
            says: source_in_words(data, voice, source),
            url: document.and_then(|document| document.url.clone()),
        }
    };
    unique.into_iter().map(cite).collect::<Vec<_>>()
}
