//! What a sheet for the fridge leaves out where one page does not hold everything.

use super::Fridge;

/// What is left out where one page does not hold everything, the first first.
#[derive(Clone, Copy, Debug, Default)]
pub struct Cut {
    /// What explains whom one may do without.
    pub explained: bool,
    /// Whom one may do without, with what to say to them: so many, from the last; what
    /// they are for stays named.
    pub spared: usize,
    /// What else one should know of whom one calls; whom to ask for stays.
    pub remarks: bool,
    /// What explains what comes now and next: this many, from the last, and never the
    /// first, which says what to do.
    pub bodies: usize,
    /// What can be added and what is missing, whole.
    pub added: bool,
}

impl Cut {
    /// A little more cut of a sheet that was cut so; none where nothing is left to cut.
    pub fn further(self, laid: &Fridge) -> Option<Self> {
        let steps = || laid.parts.iter().flat_map(|part| &part.steps);
        let spared = steps().any(|step| step.spare && !step.is_brief());
        let first = laid.parts.iter().filter(|part| part.is_first());
        let bodies = first.flat_map(|part| &part.steps).filter(|step| step.body.is_some()).count();
        match self {
            Self { explained: false, .. } => Some(Self { explained: true, ..self }),
            _ if spared => Some(Self { spared: self.spared + 1, ..self }),
            Self { remarks: false, .. } => Some(Self { remarks: true, ..self }),
            _ if bodies > 1 => Some(Self { bodies: self.bodies + 1, ..self }),
            Self { added: false, .. } => Some(Self { added: true, ..self }),
            _ => None,
        }
    }
}
