//! The lines of a sheet against the dataset: what changes, and what cannot be taken.

use std::collections::BTreeMap;
use std::fmt;

use super::import::Change;
use super::listing::{Line, field_id, mark};
use super::spreadsheet::Sheet;
use super::values::{Fault, contact, fault, switchboard};
use crate::directory::active;
use crate::model::{Contact, ContactField, Dataset, Structure};
use crate::reading::limits;

/// A line that cannot be taken.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Refused {
    /// Its line in the file.
    pub line: u64,
    /// What is wrong.
    pub what: String,
    /// How to fix it.
    pub fix: String,
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "ligne {} : {}, {}", self.line, self.what, self.fix)
    }
}

/// The columns without which a line says nothing.
const NEEDED: [&str; 6] = ["id", "champ", "rang", "valeur", "source", "date"];
const COLUMNS: &str = "garder les colonnes de la feuille exportée";

/// What a sheet changes; every line that cannot be taken, all at once. Lines left
/// out of the sheet change nothing; an empty value takes its contact out. `today`: the
/// last day that a date may tell.
pub fn changes(data: &Dataset, sheet: &Sheet, today: &str) -> Result<Vec<Change>, Vec<Refused>> {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(sheet.delimiter)
        .flexible(false)
        .from_reader(sheet.text.as_bytes());
    let headers = reader.headers().cloned().unwrap_or_default();
    let missing: Vec<&str> =
        NEEDED.into_iter().filter(|name| !headers.iter().any(|head| head == *name)).collect();
    if !missing.is_empty() {
        let what = format!("il manque des colonnes ({})", missing.join(", "));
        return Err(vec![Refused { line: 1, what, fix: COLUMNS.to_owned() }]);
    }
    let mut lines = Lines { data, today, taken: BTreeMap::new(), changes: Vec::new() };
    let (mut refused, mut empty) = (Vec::new(), true);
    for (at, record) in reader.records().enumerate() {
        empty = false;
        let place = |position: Option<u64>| position.unwrap_or(at as u64 + 2);
        let line = match &record {
            Ok(record) => place(record.position().map(csv::Position::line)),
            Err(error) => place(error.position().map(csv::Position::line)),
        };
        let read = record.and_then(|record| record.deserialize::<Line>(Some(&headers)));
        let read = read.map_err(|error| fault(format!("illisible ({error})"), COLUMNS));
        if let Err((what, fix)) = read.and_then(|read| lines.take(line, &read)) {
            refused.push(Refused { line, what, fix });
        }
        if refused.len() > limits::TOLD {
            break;
        }
    }
    if empty {
        let what = "cette feuille n’a aucune ligne".to_owned();
        refused.push(Refused { line: 1, what, fix: COLUMNS.to_owned() });
    }
    if refused.is_empty() { Ok(lines.changes) } else { Err(refused) }
}

/// The lines taken so far.
struct Lines<'a> {
    data: &'a Dataset,
    today: &'a str,
    /// What each contact becomes, and the line that said so.
    taken: BTreeMap<(String, &'static str, usize), (u64, Option<Contact>)>,
    changes: Vec<Change>,
}

impl Lines<'_> {
    fn take(&mut self, number: u64, line: &Line) -> Result<(), Fault> {
        let Some(structure) = self.data.structure(active(line.id.trim())) else {
            let what = format!("aucune structure « {} »", line.id);
            return Err(fault(what, "garder l’identifiant de la feuille exportée"));
        };
        if line.champ.trim().is_empty() && line.valeur.trim().is_empty() {
            return Ok(());
        }
        let field = field(&line.champ)?;
        let found = ranked(structure, field, line)?;
        let before = found.map(|at| structure.contacts[at].clone());
        let after = self.after(field, line, before.as_ref())?;
        if before.is_none() && after.is_none() {
            return nothing_new(line);
        }
        let stale = !line.empreinte.is_empty()
            && before.as_ref().is_some_and(|before| mark(before) != line.empreinte);
        if stale {
            // Who has not touched the line has nothing to say of what others changed.
            return if after.as_ref().is_some_and(|after| mark(after) == line.empreinte) {
                Ok(())
            } else {
                let what = "cette coordonnée a changé depuis que la feuille a été exportée";
                Err(fault(what, "exporter la feuille de nouveau, y reporter la correction"))
            };
        }
        let known = || structure.contacts.iter().any(|known| Some(known) == after.as_ref());
        if found.is_none() && known() {
            return Err(fault("cette coordonnée est déjà connue", "enlever la ligne"));
        }
        self.once(number, line, found, after.as_ref())?;
        if before != after {
            let structure = structure.id.clone();
            self.changes.push(Change { structure, at: found, before, after });
        }
        Ok(())
    }

    /// The contact that a line gives; `None` when its value is empty.
    fn after(
        &self,
        field: ContactField,
        line: &Line,
        before: Option<&Contact>,
    ) -> Result<Option<Contact>, Fault> {
        let [value, source, date] =
            [&line.valeur, &line.source, &line.date].map(|text| text.trim());
        if value.is_empty() {
            return Ok(None);
        }
        let contact = contact(field, [value, source, date], self.today)?;
        if !self.data.sources.sources.iter().any(|known| known.id == contact.source.source()) {
            let what = format!("source « {} » inconnue", contact.source.0);
            return Err(fault(what, "l’ajouter d’abord dans sources.json"));
        }
        let switchboard = field == ContactField::Phone && switchboard(&line.standard, before)?;
        Ok(Some(Contact { switchboard, ..contact }))
    }

    /// One contact has one value: two lines that speak of it are refused.
    fn once(
        &mut self,
        number: u64,
        line: &Line,
        found: Option<usize>,
        after: Option<&Contact>,
    ) -> Result<(), Fault> {
        let kind = field(&line.champ).map(field_id)?;
        // New ones are told apart by what they are.
        let same = |(_, said): &&(u64, Option<Contact>)| said.as_ref() == after;
        let before = match found {
            Some(at) => self.taken.get(&(line.id.clone(), kind, at)),
            None => self.taken.values().find(same).filter(|_| {
                self.changes.iter().any(|change| {
                    change.structure == line.id
                        && change.at.is_none()
                        && change.after.as_ref() == after
                })
            }),
        };
        if let Some((first, _)) = before {
            let what = format!("la ligne {first} parle déjà de cette coordonnée");
            return Err(fault(what, "ne garder que l’une des deux"));
        }
        let at = found.unwrap_or_else(|| usize::MAX - self.taken.len());
        self.taken.insert((line.id.clone(), kind, at), (number, after.cloned()));
        Ok(())
    }
}

/// A line that the sheet leaves to fill in, and that nobody has: it changes nothing,
/// unless something was written beside the value.
fn nothing_new(line: &Line) -> Result<(), Fault> {
    let beside = [&line.source, &line.date, &line.standard];
    if beside.iter().all(|text| text.trim().is_empty()) {
        return Ok(());
    }
    Err(fault("ni rang ni valeur", "écrire la valeur, ou enlever la ligne"))
}

fn field(name: &str) -> Result<ContactField, Fault> {
    let kinds = [ContactField::Phone, ContactField::Address, ContactField::Web];
    let field = kinds.into_iter().find(|field| field_id(*field) == name.trim());
    field.ok_or_else(|| fault(format!("champ « {name} » inconnu"), "écrire phone, address ou web"))
}

/// Which of the contacts of a structure a line speaks of; `None`: a new one.
fn ranked(structure: &Structure, field: ContactField, line: &Line) -> Result<Option<usize>, Fault> {
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
