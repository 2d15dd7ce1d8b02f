//! What a sheet for the fridge leaves out where one page does not hold everything.

use super::Fridge;

/// What is left out where one page does not hold everything.
#[derive(Clone, Copy, Debug, Default)]
pub struct Cut {
    /// What explains what can be added, or what is missing.
    pub more: bool,
    /// What explains what comes now and next: this many, from the last,
    /// and never the very first, which says what to do.
    pub bodies: usize,
    /// What else one should know of whom one calls; whom to ask for stays.
    pub remarks: bool,
    /// What can be added and what is missing, whole.
    pub added: bool,
}

impl Cut {
    /// A little more cut of a sheet that was cut so; none where nothing is left to cut.
    pub fn further(self, laid: &Fridge) -> Option<Self> {
        let told = laid.parts.iter().filter(|part| part.is_first());
        let bodies = told.map(|part| part.steps.len()).sum::<usize>().saturating_sub(1);
        match self {
            Self { more: false, .. } => Some(Self { more: true, ..self }),
            Self { remarks: false, .. } => Some(Self { remarks: true, ..self }),
            _ if self.bodies < bodies => Some(Self { bodies: self.bodies + 1, ..self }),
            Self { added: false, .. } => Some(Self { added: true, ..self }),
            _ => None,
        }
    }
}
