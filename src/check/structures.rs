//! What a structure says of itself: its number in the national register, and the row
//! through which one reaches it.

use crate::model::{ContactField, Dataset, Structure};

use super::Problem;

const FILE: &str = "structures.json";

pub(super) fn check(data: &Dataset) -> Vec<Problem> {
    let all = &data.structures.structures;
    let mut problems = Vec::new();
    for (i, structure) in all.iter().enumerate() {
        problems.extend(finess(i, structure, &all[..i]));
        problems.extend(through(data, i, structure));
        problems.extend(switchboards(i, structure));
    }
    problems
}

/// Two structures of one number would be one place told twice.
fn finess(i: usize, structure: &Structure, before: &[Structure]) -> Option<Problem> {
    let number = structure.finess.as_ref()?;
    let at = format!("/structures/{i}/finess");
    let twin = before.iter().find(|other| other.finess.as_ref() == Some(number))?;
    let what = format!("« {} » a déjà le numéro FINESS {number}", twin.id);
    Some(Problem::new(FILE, at, what, "corriger l’un des deux, ou n’en garder qu’une"))
}

/// One is sent to another row only for want of a number.
fn through(data: &Dataset, i: usize, structure: &Structure) -> Option<Problem> {
    let id = structure.through.as_ref()?;
    let at = format!("/structures/{i}/through");
    if data.row(id).is_none() {
        let what = format!("la ligne « {id} » n’existe pas dans table.json");
        return Some(Problem::new(FILE, at, what, "corriger l’identifiant"));
    }
    let phone = structure.contacts.iter().any(|c| c.field == ContactField::Phone);
    let what = format!("« {} » a son numéro, et se dit jointe par « {id} »", structure.id);
    phone.then(|| Problem::new(FILE, at, what, "enlever \"through\""))
}

/// Only a phone has somebody who asks whom one wants, and the first one only is told
/// with whom to ask for.
fn switchboards(i: usize, structure: &Structure) -> Vec<Problem> {
    let contacts = structure.contacts.iter().enumerate();
    let first = contacts.clone().find(|(_, contact)| contact.field == ContactField::Phone);
    let first = first.map(|(j, _)| j);
    contacts
        .filter(|(j, contact)| contact.switchboard && Some(*j) != first)
        .map(|(j, _)| {
            let at = format!("/structures/{i}/contacts/{j}/switchboard");
            let what = "seul le premier téléphone peut être dit un standard";
            Problem::new(FILE, at, what, "mettre ce numéro le premier, ou enlever \"switchboard\"")
        })
        .collect()
}
