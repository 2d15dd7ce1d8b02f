//! Changes that nothing needs to notice: named one by one, each with the reason why.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde::Deserialize;

use super::Mutant;

/// Changes that one reason waivers.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Waiver {
    /// Why nobody is misled.
    pub why: String,
    /// The names of the mutants.
    pub mutants: Vec<String>,
}

/// Reads the file of waivers.
pub fn load(path: &Path) -> Result<Vec<Waiver>> {
    let text = fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))?;
    serde_json::from_str(&text).with_context(|| format!("reading {}", path.display()))
}

/// Whether a mutant is among them.
pub(super) fn excused(waivers: &[Waiver], name: &str) -> bool {
    waivers.iter().flat_map(|waiver| &waiver.mutants).any(|excused| excused == name)
}

/// Waivers for mutants that there are not, told as faults.
pub(super) fn unknown(waivers: &[Waiver], mutants: &[Mutant]) -> Vec<String> {
    let named = waivers.iter().flat_map(|waiver| &waiver.mutants);
    let unknown = named.filter(|name| !mutants.iter().any(|mutant| mutant.name == **name));
    unknown.map(|name| format!("justifié, mais ce changement n’existe pas : {name}")).collect()
}
