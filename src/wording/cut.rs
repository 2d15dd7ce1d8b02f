//! What a sheet for the fridge leaves out where one page does not hold everything.

use super::Fridge;

/// What is left out where one page does not hold everything.
#[derive(Clone, Copy, Debug, Default)]
pub struct Cut {
    /// How far the cutting went.
    pub level: Level,
    /// What explains what comes now and next: this many, from the last, and never the
    /// very first, which says what to do.
    pub bodies: usize,
}

/// What is cut, one after the other; each leaves out what those before it did.
#[derive(Clone, Copy, Debug, Default, Eq, Ord, PartialEq, PartialOrd)]
pub enum Level {
    /// Nothing.
    #[default]
    Nothing,
    /// What explains what can be added, or what is missing.
    Explained,
    /// What else one should know of whom one calls; whom to ask for stays.
    Remarks,
    /// What can be added and what is missing, whole.
    Added,
    /// Whom one may do without: what comes next only names the thing to do.
    Spared,
}

impl Cut {
    /// Whether that is left out.
    pub fn leaves_out(self, level: Level) -> bool {
        self.level >= level
    }

    /// A little more cut of a sheet that was cut so; none where nothing is left to cut.
    pub fn further(self, laid: &Fridge) -> Option<Self> {
        let told = laid.parts.iter().filter(|part| part.is_first());
        let bodies = told.map(|part| part.steps.len()).sum::<usize>().saturating_sub(1);
        let level = match self.level {
            Level::Nothing => Level::Explained,
            Level::Explained => Level::Remarks,
            Level::Remarks if self.bodies < bodies => {
                return Some(Self { bodies: self.bodies + 1, ..self });
            }
            Level::Remarks => Level::Added,
            Level::Added => Level::Spared,
            Level::Spared => return None,
        };
        Some(Self { level, ..self })
    }
}
