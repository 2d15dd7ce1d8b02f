//! How high a sheet for the fridge is, before any browser lays it out: in lines of its
//! body, careful rather than exact.

use super::{Fridge, FridgePart, FridgeStep};

/// Letters on a line of the body, in a wide font.
const LINE: usize = 72;
/// The same in bold.
const BOLD: usize = 62;
/// Letters beside a number.
const BESIDE: usize = 36;
/// The same in bold.
const BOLD_BESIDE: usize = 31;
/// Tenths of a line that a heading takes beside its lines, with its rule and margins.
const HEADING: usize = 8;
/// The same for a thing to do.
const STEP: usize = 3;
/// Tenths of a line that a number takes.
const NUMBER: usize = 16;

/// Lines that there is room for beside the head, the lines to write on and the foot.
const LINES: usize = 28;

/// Letters of the first line, which says for whom it all is.
const SITUATION: usize = 54;

/// Lines that there is room for under that first line, should it take more than one.
pub fn room(situation: Option<&str>) -> usize {
    let taken = situation.map_or(0, |text| text.chars().count().div_ceil(SITUATION));
    LINES + 1 - taken.max(1)
}

impl Fridge<'_> {
    /// About how many lines it takes.
    pub fn lines(&self) -> usize {
        self.parts.iter().map(part).sum::<usize>().div_ceil(10)
    }
}

fn part(part: &FridgePart) -> usize {
    // What is only named stands in one run, as far as nothing else comes between.
    let runs = part.steps.chunk_by(|one, next| one.is_brief() && next.is_brief());
    let steps = runs.map(|run| if run[0].is_brief() { brief(run) } else { step(&run[0]) });
    HEADING + lines(part.title, BOLD) + steps.sum::<usize>()
}

fn brief(run: &[FridgeStep]) -> usize {
    let letters: usize = run.iter().map(|step| step.title.chars().count() + 3).sum();
    letters.div_ceil(LINE) * 10
}

fn step(step: &FridgeStep) -> usize {
    let said = step.body.iter().chain(&step.say).map(|text| lines(text, LINE)).sum::<usize>();
    let who = step.who.as_ref().map_or(0, |who| {
        let (width, bold, least) =
            if who.phone.is_some() { (BESIDE, BOLD_BESIDE, NUMBER) } else { (LINE, BOLD, 0) };
        let remarks = who.remarks.iter().map(|text| lines(text, width)).sum::<usize>();
        let name = lines(&who.entry.name, bold);
        least.max(name + remarks)
    });
    STEP + lines(step.title, BOLD) + said + who
}

/// Tenths of a line.
fn lines(text: &str, width: usize) -> usize {
    text.chars().count().div_ceil(width) * 10
}
