//! What stands on the sheet for the fridge: a few things to do, large, in order.

use crate::few::Gather;
use crate::model::{Dataset, OpenTo, Voice, ui};

use super::reach::may_call;
use super::{Block, Entry, Part, Phone, Sheet};

/// Numbers on a sheet for the fridge, besides those of the emergency line.
const NUMBERS: usize = 4;

/// What families read on paper, from across the kitchen.
#[derive(Clone, Debug, PartialEq)]
pub struct Fridge<'a> {
    /// The parts of the sheet that have something to say here; none is empty.
    pub parts: Vec<FridgePart<'a>>,
}

/// What stands under one heading.
#[derive(Clone, Debug, PartialEq)]
pub struct FridgePart<'a> {
    /// Which part it is.
    pub part: Part,
    /// Its heading.
    pub title: &'a str,
    /// What to do.
    pub steps: Vec<Step<'a>>,
}

/// One thing to do.
#[derive(Clone, Debug, PartialEq)]
pub struct Step<'a> {
    /// Its heading; how many stand behind a line says nothing where no line is.
    pub title: &'a str,
    /// More about it, where it is something to do and not only something to know.
    pub body: Option<&'a str>,
    /// What to say on the phone.
    pub say: Option<&'a str>,
    /// Whom to turn to.
    pub who: Option<Who<'a>>,
}

/// Whom to turn to, and the number.
#[derive(Clone, Debug, PartialEq)]
pub struct Who<'a> {
    /// The structure.
    pub entry: &'a Entry,
    /// The number, where one is known and there is room for it.
    pub phone: Option<&'a Phone>,
}

impl<'a> Fridge<'a> {
    /// What of a sheet stands on the fridge.
    pub fn of(data: &Dataset, sheet: &'a Sheet) -> Self {
        let mut room = Room { data, voice: sheet.voice, numbers: NUMBERS };
        let parts = sheet.sections.iter().map(|section| FridgePart {
            part: section.part,
            title: &section.title,
            steps: section.blocks.iter().map(|block| room.step(section.part, block)).gather(),
        });
        Self { parts: parts.gather() }
    }

    /// Every number on it, in order.
    pub fn phones(&self) -> impl Iterator<Item = &'a Phone> {
        let steps = self.parts.iter().flat_map(|part| &part.steps);
        steps.filter_map(|step| step.who.as_ref()?.phone)
    }
}

impl Sheet {
    /// Whether it names structures that a sheet for the fridge leaves out.
    pub fn has_lists(&self) -> bool {
        self.blocks().any(|block| block.all().count() > 1 || block.folded)
    }
}

/// To whom one speaks, and how many more numbers there is room for.
struct Room<'d> {
    data: &'d Dataset,
    voice: Voice,
    numbers: usize,
}

impl Room<'_> {
    fn step<'a>(&mut self, part: Part, block: &'a Block) -> Step<'a> {
        let first = matches!(part, Part::Now | Part::Next);
        let who = if first { self.first(block) } else { self.welcome(block) };
        Step {
            title: self.uncounted(block),
            // What can be added is explained only where a number is given for it.
            body: block.body.as_deref().filter(|_| first || who.is_some()),
            say: block.say.as_deref(),
            who,
        }
    }

    /// The structure that is shown first, with its number while there is room; a number
    /// kept for professionals is none for whoever reads.
    fn first<'a>(&mut self, block: &'a Block) -> Option<Who<'a>> {
        let entry = block.entries.first()?;
        let may_call = may_call(self.data, self.voice, &entry.kind);
        Some(Who { entry, phone: if may_call { self.number(entry) } else { None } })
    }

    /// The first that says it answers families: whoever reads calls no other unasked.
    fn welcome<'a>(&mut self, block: &'a Block) -> Option<Who<'a>> {
        let entry = block.entries.iter().find(|entry| self.answers(&entry.kind))?;
        let phone = self.number(entry)?;
        Some(Who { entry, phone: Some(phone) })
    }

    fn answers(&self, kind: &str) -> bool {
        let Some(row) = self.data.row(kind) else { return false };
        let open = row.access.as_ref().is_some_and(|a| a.open_to.serves(OpenTo::Public));
        open || row.outside.is_some()
    }

    fn number<'a>(&mut self, entry: &'a Entry) -> Option<&'a Phone> {
        let phone = entry.phones.first()?;
        let emergency = self.data.filiere.emergency.iter();
        // It stands on the emergency line already, and takes no room.
        if emergency.map(|one| &one.number).any(|number| *number == phone.digits) {
            return Some(phone);
        }
        self.numbers = self.numbers.checked_sub(1)?;
        Some(phone)
    }

    /// The heading of a block without the number of structures behind it.
    fn uncounted<'a>(&self, block: &'a Block) -> &'a str {
        let count = block.entries.len().to_string();
        let values = [("title", ""), ("count", count.as_str())];
        let counted = self.data.texts.fill(ui::OUTCOME_COUNT, self.voice, &values);
        let folded = block.folded && block.entries.len() > 1;
        block.title.strip_suffix(&counted).filter(|_| folded).unwrap_or(&block.title)
    }
}
