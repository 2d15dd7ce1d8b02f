//! Which contact a line speaks of.

use super::lines::{Line, field_id};
use super::values::{Fault, fault};
use crate::model::{ContactField, Structure};

/// A line that the sheet leaves to fill in, and that nobody has: it changes nothing,
/// unless something was written beside the value.
pub(super) fn nothing_new(line: &Line) -> Result<(), Fault> {
    let beside = [&line.source, &line.date, &line.standard];
    if beside.iter().all(|text| text.trim().is_empty()) {
        return Ok(());
    }
    Err(fault("ni rang ni valeur", "écrire la valeur, ou enlever la ligne"))
}

pub(super) fn field(name: &str) -> Result<ContactField, Fault> {
    let kinds = [ContactField::Phone, ContactField::Address, ContactField::Web];
    let field = kinds.into_iter().find(|field| field_id(*field) == name.trim());
    field.ok_or_else(|| fault(format!("champ « {name} » inconnu"), "écrire phone, address ou web"))
}

/// Which of the contacts of a structure a line speaks of; `None`: a new one.
pub(super) fn ranked(
    structure: &Structure,
    field: ContactField,
    line: &Line,
) -> Result<Option<usize>, Fault> {
    let rank = line.rang.trim();
    if rank.is_empty() {
        return Ok(None);
    }
    let mut same = structure.contacts.iter().enumerate().filter(|(_, c)| c.field == field);
    let at = rank.parse::<usize>().ok().and_then(|rank| rank.checked_sub(1));
    let found = at.and_then(|at| same.nth(at)).map(|(at, _)| at);
    let what = format!("rang « {rank} » inconnu pour {}", line.champ);
    found.map(Some).ok_or_else(|| fault(what, "garder le rang exporté, ou le laisser vide"))
}
