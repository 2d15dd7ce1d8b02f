//! What somebody said is still right: its date changes, and who says so; its value does not.

use super::apply::Change;
use super::lines::Line;
use super::values::{Fault, day, fault};
use crate::directory::active;
use crate::model::review as texts;
use crate::model::{Contact, Dataset, Source, SourceRef, Sources, Structure, Voice};

/// When a line was said to be right, if it was; `today`: the last day that may be told.
pub(super) fn when(line: &Line, today: &str) -> Result<Option<String>, Fault> {
    let told = active(line.confirme.trim());
    match told.to_lowercase().as_str() {
        "" => Ok(None),
        "oui" | "x" => Ok(Some(today.to_owned())),
        "non" => Err(fault("« confirme » dit non", "corriger la valeur, ou la vider")),
        _ => match day(told, today) {
            Ok(date) => Ok(Some(date)),
            Err((what, _)) => {
                let fix = "écrire dans « confirme » le jour de la réponse (AAAA-MM-JJ), ou oui";
                Err(fault(what, fix))
            }
        },
    }
}

/// The citation and the date of a line that was said to be right on a day. A document of
/// a day says nothing of a later one: where the line cites the one that stood there, the
/// structure's answer is its source from now on.
pub(super) fn cited(
    data: &Dataset,
    line: &Line,
    before: Option<&Contact>,
    on: &str,
) -> Result<(String, String), Fault> {
    let source = active(line.source.trim());
    // However a spreadsheet wrote it: a date of its own is told as such below.
    let date = day(active(line.date.trim()), on).unwrap_or_else(|_| line.date.trim().to_owned());
    if before.is_some_and(|before| *before.date > *on) {
        let what = format!("« confirme » ({on}) est plus ancien que la date connue");
        return Err(fault(what, "enlever l’une des deux dates"));
    }
    let stood = before.map_or("", |before| &before.date);
    if !date.is_empty() && date != stood && date != on {
        let what = format!("« date » ({date}) et « confirme » ({on}) ne disent pas le même jour");
        return Err(fault(what, "n’en garder qu’une"));
    }
    let as_it_stood = source.is_empty() || before.is_some_and(|before| before.source.0 == source);
    let source =
        if as_it_stood && !can_be_read_again(data, source) { answers(on) } else { source.into() };
    Ok((source, on.to_owned()))
}

/// A page without a date is read again whenever one likes.
fn can_be_read_again(data: &Dataset, citation: &str) -> bool {
    let cited = SourceRef(citation.to_owned());
    data.sources.sources.iter().any(|source| source.id == cited.source() && source.date.is_empty())
}

/// The contacts of a structure that no line changes, all said to be right at once. What
/// is known of a later day stays.
pub(super) fn whole(structure: &Structure, said: &[Change], source: &str, on: &str) -> Vec<Change> {
    let changed = |at| said.iter().any(|c| c.structure == structure.id && c.at == Some(at));
    let contacts = structure.contacts.iter().enumerate();
    let others = contacts.filter(|(at, contact)| !changed(*at) && *contact.date < *on);
    let change = |(at, before): (usize, &Contact)| {
        let (source, date) = (SourceRef(source.to_owned()), on.to_owned());
        let after = Contact { source, date, ..before.clone() };
        let structure = structure.id.clone();
        Change { structure, at: Some(at), before: Some(before.clone()), after: Some(after) }
    };
    others.map(change).collect()
}

/// The id under which the answers of a year are cited.
pub(super) fn answers(date: &str) -> String {
    format!("{ANSWERS}{}", date.get(..4).unwrap_or_default())
}

const ANSWERS: &str = "reponses-";

/// Whether an id is that of the answers of a year, which need not be there yet.
pub(super) fn are_answers(citation: &str) -> bool {
    let year = citation.strip_prefix(ANSWERS);
    year.is_some_and(|year| year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit()))
}

/// The sources once changed: the answers of a year are a document, made when the first
/// of them is taken.
pub fn sources(data: &Dataset, changes: &[Change]) -> Sources {
    let mut all = data.sources.clone();
    let cited = changes.iter().filter_map(|change| change.after.as_ref());
    for id in cited.map(|contact| &contact.source.0).filter(|id| are_answers(id)) {
        if all.sources.iter().all(|known| known.id != *id) {
            let date = id[ANSWERS.len()..].to_owned();
            let title = data.texts.say(&texts::source_answers(&date), Voice::Anyone);
            all.sources.push(Source { id: id.clone(), title, date, url: None });
        }
    }
    all
}
