//! How high a sheet for the fridge is, before any browser lays it out: in lines of its
//! body, careful rather than exact.

use super::{Fridge, FridgePart, Step};

/// Letters on a line of the body, in a wide font.
const LINE: usize = 72;
/// The same in bold.
const BOLD: usize = 62;
/// Letters beside a number.
const BESIDE: usize = 36;
/// Tenths of a line that a heading takes beside its lines, with its rule and margins.
const HEADING: usize = 8;
/// The same for a thing to do.
const STEP: usize = 3;
/// Tenths of a line that a number takes.
const NUMBER: usize = 19;

/// Lines that there is room for beside the head, the lines to write on and the foot.
pub const LINES: usize = 26;

impl Fridge<'_> {
    /// About how many lines it takes.
    pub fn lines(&self) -> usize {
        self.parts.iter().map(part).sum::<usize>().div_ceil(10)
    }
}

fn part(part: &FridgePart) -> usize {
    let (brief, long): (Vec<_>, Vec<_>) = part.steps.iter().partition(|step| step.is_brief());
    let letters: usize = brief.iter().map(|step| step.title.chars().count() + 3).sum();
    HEADING
        + lines(part.title, BOLD)
        + letters.div_ceil(LINE) * 10
        + long.into_iter().map(step).sum::<usize>()
}

fn step(step: &Step) -> usize {
    let told = step.body.iter().chain(&step.say).map(|told| lines(told, LINE)).sum::<usize>();
    let who = step.who.as_ref().map_or(0, |who| {
        let (width, least) = if who.phone.is_some() { (BESIDE, NUMBER) } else { (LINE, 0) };
        let remarks = who.told.iter().map(|told| lines(told, width)).sum::<usize>();
        let name = lines(&who.entry.name, width.min(BOLD));
        least.max(name + remarks)
    });
    STEP + lines(step.title, BOLD) + told + who
}

/// Tenths of a line.
fn lines(text: &str, width: usize) -> usize {
    text.chars().count().div_ceil(width) * 10
}
