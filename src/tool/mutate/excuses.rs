//! Changes that nothing needs to notice: named one by one, each with the reason why.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde::Deserialize;

use super::Mutant;

/// Changes that one reason excuses.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Excuse {
    /// Why nobody is misled.
    pub why: String,
    /// The names of the mutants.
    pub mutants: Vec<String>,
}

/// Reads the file of excuses.
pub fn load(path: &Path) -> Result<Vec<Excuse>> {
    let text = fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))?;
    serde_json::from_str(&text).with_context(|| format!("reading {}", path.display()))
}

/// Whether a mutant is among them.
pub(super) fn excused(excuses: &[Excuse], name: &str) -> bool {
    excuses.iter().flat_map(|excuse| &excuse.mutants).any(|excused| excused == name)
}

/// Excuses for mutants that there are not, told as faults.
pub(super) fn unknown(excuses: &[Excuse], mutants: &[Mutant]) -> Vec<String> {
    let named = excuses.iter().flat_map(|excuse| &excuse.mutants);
    let unknown = named.filter(|name| !mutants.iter().any(|mutant| mutant.name == **name));
    unknown.map(|name| format!("justifié, mais ce changement n’existe pas : {name}")).collect()
}
