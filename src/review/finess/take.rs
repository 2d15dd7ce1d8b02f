//! Proposals that were taken, as the data are once changed.

use super::{Field, Proposal};
use crate::model::review as texts;
use crate::model::{
    Contact, ContactField, Dataset, Source, SourceRef, Sources, Structure, Structures, Voice,
};
use crate::wording::date_in_words;

/// How the ids of extracts of the register begin.
pub(super) const REGISTER: &str = "finess";
/// Where the register is published.
const ADDRESS: &str =
    "https://www.data.gouv.fr/datasets/finess-extraction-du-fichier-des-etablissements/";

/// The structures and the sources with some proposals taken, confirmations among them.
/// The extract becomes a source when the first is.
pub fn take(data: &Dataset, proposals: &[Proposal]) -> (Structures, Sources) {
    let (mut structures, mut sources) = (data.structures.clone(), data.sources.clone());
    for proposal in proposals {
        let structure = structures.structures.iter_mut().find(|s| s.id == proposal.structure);
        let Some(structure) = structure else { continue };
        match proposal.field {
            Field::Name => rename(structure, proposal),
            Field::Phone => tell(structure, ContactField::Phone, proposal),
            Field::Address => tell(structure, ContactField::Address, proposal),
        }
        let id = &proposal.after.source.0;
        if sources.sources.iter().all(|source| source.id != *id) {
            sources.sources.push(extract(data, id, &proposal.after.date));
        }
    }
    (structures, sources)
}

/// Whoever looks for the former name still finds it.
fn rename(structure: &mut Structure, proposal: &Proposal) {
    let new = proposal.after.value.clone();
    structure.aliases.retain(|alias| *alias != new);
    structure.aliases.push(std::mem::replace(&mut structure.name, new));
    cite(structure, &proposal.after.source);
}

fn cite(structure: &mut Structure, source: &SourceRef) {
    if !structure.sources.contains(source) {
        structure.sources.push(source.clone());
    }
}

fn tell(structure: &mut Structure, field: ContactField, proposal: &Proposal) {
    let after = &proposal.after;
    let (value, source, date) = (after.value.clone(), after.source.clone(), after.date.clone());
    match proposal.at.and_then(|at| structure.contacts.get_mut(at)) {
        Some(contact) => *contact = Contact { value, source, date, ..contact.clone() },
        None => {
            structure.contacts.push(Contact { field, value, switchboard: false, source, date });
        }
    }
}

/// The id of the extract of a day: the one it is cited under already, else its month,
/// else its day.
pub(super) fn extract_id(data: &Dataset, date: &str) -> String {
    let all = &data.sources.sources;
    let known = all.iter().find(|source| source.id.starts_with(REGISTER) && source.date == date);
    if let Some(known) = known {
        return known.id.clone();
    }
    let month = format!("{REGISTER}-{}", date.get(..7).unwrap_or(date));
    let is_free = all.iter().all(|source| source.id != month);
    if is_free { month } else { format!("{REGISTER}-{date}") }
}

fn extract(data: &Dataset, id: &str, date: &str) -> Source {
    let day = date_in_words(&data.texts, date);
    let title = data.texts.say(&texts::source_finess(&day), Voice::Anyone);
    Source { id: id.to_owned(), title, date: date.to_owned(), url: Some(ADDRESS.to_owned()) }
}
