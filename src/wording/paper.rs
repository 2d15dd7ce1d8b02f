//! What stands on the sheet for the fridge: a few things to do, large, in order.

use crate::model::{Dataset, OpenTo, Voice, ui};

use super::cut::Cut;
use super::height::room;
use super::{Block, Entry, Part, Phone, Sheet};
use crate::orientation::may_call;

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
    pub steps: Vec<FridgeStep<'a>>,
}

/// One thing to do.
#[derive(Clone, Debug, PartialEq)]
pub struct FridgeStep<'a> {
    /// Its heading; how many stand behind a line says nothing where no line is.
    pub title: &'a str,
    /// More about it, where it is something to do and not only something to know.
    pub body: Option<&'a str>,
    /// What to say on the phone.
    pub say: Option<&'a str>,
    /// Whom to turn to.
    pub who: Option<Who<'a>>,
    /// Whether one may do without them.
    pub spare: bool,
}

/// Whom to turn to, and the number.
#[derive(Clone, Debug, PartialEq)]
pub struct Who<'a> {
    /// The structure.
    pub entry: &'a Entry,
    /// The number, where one is known and there is room for it.
    pub phone: Option<&'a Phone>,
    /// Whom to ask for, and what else one should know before calling.
    pub remarks: Vec<&'a str>,
}

impl<'a> Fridge<'a> {
    /// What of a sheet stands on the fridge: as much as one page holds. What explains
    /// is cut before what tells whom to call, the last before the first.
    pub fn of(data: &Dataset, sheet: &'a Sheet) -> Self {
        let mut cut = Cut::default();
        let room = room(sheet.situation.as_deref());
        loop {
            let laid = Self::cut(data, sheet, cut);
            match cut.further(&laid) {
                Some(further) if laid.lines() > room => cut = further,
                _ => return laid,
            }
        }
    }

    fn cut(data: &Dataset, sheet: &'a Sheet, cut: Cut) -> Self {
        let mut room = Room { data, voice: sheet.voice, numbers: NUMBERS, given: Vec::new(), cut };
        let parts = sheet.sections.iter().map(|section| FridgePart {
            part: section.part,
            title: &section.title,
            steps: section
                .blocks
                .iter()
                .map(|block| room.step(section.part, block))
                .collect::<Vec<_>>(),
        });
        let kept = parts.filter(|part| part.is_first() || !cut.added);
        let mut parts = kept.collect::<Vec<_>>();
        let spare = parts.iter_mut().flat_map(|part| &mut part.steps).rev();
        let spare = spare.filter(|step| step.spare && !step.is_brief());
        spare.take(cut.spared).for_each(FridgeStep::only_name);
        let first = parts.iter_mut().filter(|part| part.is_first());
        let bodies = first.flat_map(|part| &mut part.steps).filter(|step| step.body.is_some());
        let mut bodies = bodies.skip(1).collect::<Vec<_>>();
        bodies.iter_mut().rev().take(cut.bodies).for_each(|step| step.body = None);
        Self { parts }
    }

    /// Every number on it, in order.
    pub fn phones(&self) -> impl Iterator<Item = &'a Phone> {
        let steps = self.parts.iter().flat_map(|part| &part.steps);
        steps.filter_map(|step| step.who.as_ref()?.phone)
    }
}

impl FridgePart<'_> {
    /// Whether it tells whom to call now and next, for which the rest makes room.
    pub fn is_first(&self) -> bool {
        matches!(self.part, Part::Now | Part::Next)
    }
}

impl FridgeStep<'_> {
    fn only_name(&mut self) {
        (self.body, self.say, self.who) = (None, None, None);
    }

    /// Whether it is only named.
    pub fn is_brief(&self) -> bool {
        self.body.is_none() && self.say.is_none() && self.who.is_none()
    }
}

impl Sheet {
    /// Whether it names structures that a sheet for the fridge leaves out.
    pub fn has_lists(&self) -> bool {
        self.blocks().any(|block| block.all().count() > 1 || block.folded)
    }
}

/// To whom one speaks, and how many more numbers there is room for.
struct Room<'d, 'a> {
    data: &'d Dataset,
    voice: Voice,
    numbers: usize,
    given: Vec<&'a str>,
    cut: Cut,
}

impl<'a> Room<'_, 'a> {
    fn step(&mut self, part: Part, block: &'a Block) -> FridgeStep<'a> {
        // What waits behind a line on the screen is only named here too.
        let first = matches!(part, Part::Now | Part::Next) && !block.folded;
        let who = if first { self.first(block) } else { self.welcome(block) };
        FridgeStep {
            title: self.uncounted(block),
            // What can be added is explained only where a number is given for it.
            body: block.body.as_deref().filter(|_| first || (who.is_some() && !self.cut.explained)),
            say: block.say.as_deref(),
            who,
            spare: !first,
        }
    }

    /// The structure that is shown first, with its number while there is room; a number
    /// kept for professionals is none for whoever reads.
    fn first(&mut self, block: &'a Block) -> Option<Who<'a>> {
        let entry = block.entries.first()?;
        let may_call = may_call(self.data, self.voice, &entry.kind);
        let phone = if may_call { self.number(entry) } else { None };
        Some(Who { entry, phone, remarks: remarks(entry, !self.cut.remarks) })
    }

    /// The first that says it answers families: whoever reads calls no other unasked. A
    /// number that is there already is not given again.
    fn welcome(&mut self, block: &'a Block) -> Option<Who<'a>> {
        let entry = block.entries.iter().find(|entry| self.answers(&entry.kind))?;
        let again = entry.phones.first().is_some_and(|phone| self.is_given(phone));
        if again {
            return None;
        }
        let phone = self.number(entry)?;
        Some(Who { entry, phone: Some(phone), remarks: remarks(entry, !self.cut.explained) })
    }

    fn answers(&self, kind: &str) -> bool {
        let Some(row) = self.data.row(kind) else { return false };
        let open = row.access.as_ref().is_some_and(|a| a.open_to.serves(OpenTo::Public));
        open || row.outside.is_some()
    }

    fn number(&mut self, entry: &'a Entry) -> Option<&'a Phone> {
        let phone = entry.phones.first()?;
        let emergency = self.data.filiere.emergency.iter();
        // It stands on the emergency line already, or above, and takes no room.
        let known = emergency.map(|one| &one.number).any(|number| *number == phone.digits);
        if !known && !self.is_given(phone) {
            self.numbers = self.numbers.checked_sub(1)?;
            self.given.push(&phone.digits);
        }
        Some(phone)
    }

    fn is_given(&self, phone: &Phone) -> bool {
        self.given.contains(&phone.digits.as_str())
    }

    /// The heading of a block without the number of structures behind it.
    fn uncounted(&self, block: &'a Block) -> &'a str {
        let count = block.entries.len().to_string();
        let counted = self.data.texts.say(&ui::outcome_count("", &count), self.voice);
        let folded = block.folded && block.entries.len() > 1;
        block.title.strip_suffix(&counted).filter(|_| folded).unwrap_or(&block.title)
    }
}

/// Whom to ask for, and with `remarks` what else one should know.
fn remarks(entry: &Entry, remarks: bool) -> Vec<&str> {
    let remarks = entry.remarks.iter().filter(|_| remarks);
    entry.ask.iter().chain(remarks).map(String::as_str).collect::<Vec<_>>()
}
