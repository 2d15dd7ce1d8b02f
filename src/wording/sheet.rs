//! The shape of what an outcome says: every sentence, number, fold and their order.

use crate::model::{State, Voice};

/// What an outcome says, in reading order and in the voice of whoever reads it.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// To whom it speaks.
    pub voice: Voice,
    /// « Qui appeler ».
    pub title: String,
    /// Who, what for and where, in one line; none where no answer has words for it.
    pub situation: Option<String>,
    /// What this page is not.
    pub limits: String,
    /// For which hours it answers, where these change something.
    pub clock: Option<String>,
    /// What to do, in order; none is empty.
    pub sections: Vec<Section>,
    /// Questions that would sharpen it, with the answer given.
    pub refine: Vec<Asked>,
    /// The answers it rests on.
    pub answers: Vec<Asked>,
    /// What the year beside a number means; none where no number is old.
    pub years: Option<String>,
    /// The documents behind it, each once.
    pub documents: Vec<Cited>,
    /// How old the data is, and when it is to be revised.
    pub dates: String,
}

/// A part of a sheet.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Part {
    /// What to do now.
    Now,
    /// What to do next.
    Next,
    /// What can be added.
    More,
    /// What does not exist here, with the nearest.
    Missing,
}

impl Part {
    /// Its id, for the hooks of a page.
    pub fn id(self) -> &'static str {
        match self {
            Self::Now => "now",
            Self::Next => "next",
            Self::More => "more",
            Self::Missing => "missing",
        }
    }
}

/// What stands under one heading.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// Which part it is.
    pub part: Part,
    /// Its heading; how much it holds where all of it stands behind that.
    pub title: String,
    /// Whether all of it stands behind its heading.
    pub folded: bool,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// One thing to do, or one thing that is missing.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    /// The id of the group; of the row for an absence.
    pub id: String,
    /// Whether it tells an absence, or a service kept for others.
    pub absence: bool,
    /// Its heading, with the word that joins it to what stands before.
    pub title: String,
    /// More about it.
    pub body: Option<String>,
    /// What to say or ask, word for word.
    pub say: Option<String>,
    /// The structures shown at once.
    pub entries: Vec<Entry>,
    /// The others, behind one line.
    pub more: Option<Folded>,
    /// Those that have no number, in one sentence; they are entries of `more` as well.
    pub unreached: Option<String>,
    /// Whether all of it stands behind its heading.
    pub folded: bool,
    /// Why it is there.
    pub why: Why,
}

/// Structures behind one line.
#[derive(Clone, Debug, PartialEq)]
pub struct Folded {
    /// « Voir les 12 autres ».
    pub title: String,
    /// The structures.
    pub entries: Vec<Entry>,
}

/// A structure in one of its roles, as it is told.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The structure's id.
    pub structure: String,
    /// The row it stands in.
    pub kind: String,
    /// The territory, or a wider column.
    pub territory: String,
    /// Its name.
    pub name: String,
    /// What its row does for whoever reads, where the block does not say it.
    pub does: Option<String>,
    /// Its state, when it is not simply listed.
    pub state: Option<(State, String)>,
    /// « Pour votre commune ».
    pub near: Option<String>,
    /// Its numbers.
    pub phones: Vec<Phone>,
    /// Whom to ask for at the switchboard.
    pub ask: Option<String>,
    /// Its postal addresses.
    pub addresses: Vec<String>,
    /// Its web addresses, as written in a link.
    pub web: Vec<String>,
    /// What else one should know of it.
    pub remarks: Vec<String>,
    /// Where its contacts come from, and of when they are.
    pub origins: Option<String>,
}

/// A number to call.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Phone {
    /// Its digits.
    pub digits: String,
    /// As one reads it.
    pub label: String,
    /// The link that dials it.
    pub link: String,
    /// « Appeler le 01 47 58 64 11, SSIAD de Levallois » for whoever hears the page.
    pub call: String,
    /// The year of which it is; empty where it is not known.
    pub year: String,
}

/// A question with its answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// The question's id.
    pub question: String,
    /// As it is asked.
    pub legend: String,
    /// The answer, as its visitor reads it; none where none was given.
    pub answer: Option<String>,
}

/// Why a block is there.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Why {
    /// The rule, in plain words.
    pub rule: Option<String>,
    /// The answers that led to it.
    pub answers: Option<String>,
    /// The lines of the documents.
    pub sources: Vec<Cited>,
}

/// A citation as it is told.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct Cited {
    /// The document and the line.
    pub says: String,
    /// Its address, where it has a public one.
    pub url: Option<String>,
}

impl Block {
    /// Every structure, those behind a line included.
    pub fn all(&self) -> impl Iterator<Item = &Entry> {
        self.entries.iter().chain(self.more.iter().flat_map(|more| &more.entries))
    }
}

impl Sheet {
    /// Every block, in order.
    pub fn blocks(&self) -> impl Iterator<Item = &Block> {
        self.sections.iter().flat_map(|section| &section.blocks)
    }

    /// The numbers that stand there before anything is opened, in order.
    pub fn shown_phones(&self) -> impl Iterator<Item = (&Entry, &Phone)> {
        let open = self.sections.iter().filter(|section| !section.folded);
        let open = open.flat_map(|section| &section.blocks).filter(|block| !block.folded);
        let entries = open.flat_map(|block| &block.entries);
        entries.flat_map(|entry| entry.phones.iter().map(move |phone| (entry, phone)))
    }

    /// Whatever it says about whom to turn to, sentence by sentence, in the order of
    /// the screen: no rendering may leave any out.
    pub fn sentences(&self) -> Vec<&str> {
        let mut said = vec![self.title.as_str()];
        said.extend(self.situation.as_deref());
        said.push(&self.limits);
        said.extend(self.clock.as_deref());
        for section in &self.sections {
            said.push(&section.title);
            section.blocks.iter().for_each(|block| block.say_all(&mut said));
        }
        said.extend(self.years.as_deref());
        said
    }
}

impl Block {
    fn say_all<'a>(&'a self, said: &mut Vec<&'a str>) {
        said.push(&self.title);
        said.extend(self.body.as_deref());
        said.extend(self.say.as_deref());
        self.entries.iter().for_each(|entry| entry.say_all(said));
        said.extend(self.unreached.as_deref());
        if let Some(folded) = &self.more {
            said.push(&folded.title);
            folded.entries.iter().for_each(|entry| entry.say_all(said));
        }
    }
}

impl Entry {
    fn say_all<'a>(&'a self, said: &mut Vec<&'a str>) {
        said.extend(self.does.as_deref());
        said.push(&self.name);
        said.extend(self.near.as_deref());
        said.extend(self.state.as_ref().map(|(_, label)| label.as_str()));
        said.extend(self.phones.iter().map(|phone| phone.label.as_str()));
        said.extend(self.ask.as_deref());
        said.extend(self.remarks.iter().map(String::as_str));
        said.extend(self.addresses.iter().map(String::as_str));
    }
}
