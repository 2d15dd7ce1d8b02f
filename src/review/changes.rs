//! The lines of a sheet against the dataset: what changes, and what cannot be taken.

use std::collections::BTreeMap;
use std::fmt;

use super::apply::Change;
use super::confirmed;
use super::lines::{Line, field_id, mark};
use super::place::{field, nothing_new, ranked};
use super::spreadsheet::Sheet;
use super::values::{Fault, contact, fault, switchboard};
use crate::directory::active;
use crate::model::{Contact, ContactField, Dataset, SourceRef};
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
    let mut lines =
        Lines { data, today, taken: BTreeMap::new(), whole: BTreeMap::new(), changes: Vec::new() };
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
    if refused.is_empty() { Ok(lines.all()) } else { Err(refused) }
}

/// The lines taken so far.
struct Lines<'a> {
    data: &'a Dataset,
    today: &'a str,
    /// What each contact becomes, and the line that said so.
    taken: BTreeMap<(String, &'static str, usize), (u64, Option<Contact>)>,
    /// The structures that were said to be right as a whole: the line, the source, the day.
    whole: BTreeMap<String, (u64, String, String)>,
    changes: Vec<Change>,
}

impl Lines<'_> {
    /// What the lines change, and then what is right as a whole.
    fn all(mut self) -> Vec<Change> {
        for (id, (_, source, on)) in &self.whole {
            let structure = self.data.structure(id);
            let others = structure.map(|s| confirmed::whole(s, &self.changes, source, on));
            self.changes.extend(others.into_iter().flatten());
        }
        self.changes
    }

    /// A line of no contact says that a structure is right as a whole, or nothing.
    fn take_whole(&mut self, number: u64, line: &Line, on: Option<String>) -> Result<(), Fault> {
        let Some(on) = on else { return Ok(()) };
        let (source, on) = confirmed::cited(self.data, line, None, &on)?;
        self.known(&source)?;
        let id = active(line.id.trim()).to_owned();
        match self.whole.insert(id, (number, source, on)) {
            None => Ok(()),
            Some((first, ..)) => {
                let what = format!("la ligne {first} confirme déjà cette structure");
                Err(fault(what, "ne garder que l’une des deux"))
            }
        }
    }

    /// A source is one of the dataset, or the answers of a year.
    fn known(&self, citation: &str) -> Result<(), Fault> {
        let cited = SourceRef(citation.to_owned());
        let known = self.data.sources.sources.iter().any(|known| known.id == cited.source());
        if known || confirmed::are_answers(citation) {
            return Ok(());
        }
        let what = format!("source « {citation} » inconnue");
        Err(fault(what, "l’ajouter d’abord dans sources.json"))
    }

    fn take(&mut self, number: u64, line: &Line) -> Result<(), Fault> {
        let Some(structure) = self.data.structure(active(line.id.trim())) else {
            let what = format!("aucune structure « {} »", line.id);
            return Err(fault(what, "garder l’identifiant de la feuille exportée"));
        };
        let on = confirmed::when(line, self.today)?;
        if line.champ.trim().is_empty() && line.valeur.trim().is_empty() {
            return self.take_whole(number, line, on);
        }
        let field = field(&line.champ)?;
        let found = ranked(structure, field, line)?;
        let before = found.map(|at| structure.contacts[at].clone());
        let after = self.after(field, line, before.as_ref(), on)?;
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
        on: Option<String>,
    ) -> Result<Option<Contact>, Fault> {
        let value = line.valeur.trim();
        if value.is_empty() {
            let fix = "vider « confirme » pour enlever la coordonnée, ou remettre sa valeur";
            return if on.is_none() { Ok(None) } else { Err(fault("confirmée sans valeur", fix)) };
        }
        let (source, date) = match on {
            Some(on) => confirmed::cited(self.data, line, before, &on)?,
            None => (line.source.trim().to_owned(), line.date.trim().to_owned()),
        };
        let contact = contact(field, [value, &source, &date], self.today)?;
        self.known(&contact.source.0)?;
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
