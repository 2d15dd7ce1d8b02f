//! A corrected sheet, back into the dataset.

use std::fmt;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result};

use super::sheet::{Line, field_id};
use crate::model::{Contact, ContactField, Dataset, SourceRef, Structures};
use crate::tool::check::report;
use crate::tool::{dataset, format};

/// One value that a sheet changes.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// Id of the structure.
    pub structure: String,
    /// Which of its contacts, in the order of the data; `None`: a new one.
    pub at: Option<usize>,
    /// What it was.
    pub before: Option<Contact>,
    /// What it becomes; `None`: it is taken out.
    pub after: Option<Contact>,
}

/// A line that cannot be taken.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Refused {
    /// Its line in the file.
    pub line: u64,
    /// What is wrong.
    pub what: String,
    /// How to mend it.
    pub mend: String,
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "ligne {} : {}, {}", self.line, self.what, self.mend)
    }
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        writeln!(f, "{}", self.structure)?;
        let told = |c: &Contact| {
            format!("{} : {} ({}, {})", field_id(c.field), c.value, c.source.0, c.date)
        };
        if let Some(before) = &self.before {
            writeln!(f, "- {}", told(before))?;
        }
        if let Some(after) = &self.after {
            writeln!(f, "+ {}", told(after))?;
        }
        Ok(())
    }
}

/// Shows what a sheet changes; writes it when told to, if the dataset is still sound
/// afterwards.
pub fn run(dir: &Path, data: &Dataset, sheet: &Path, yes: bool) -> Result<ExitCode> {
    let text = fs::read_to_string(sheet).with_context(|| sheet.display().to_string())?;
    let changes = match changes(data, &text) {
        Ok(changes) => changes,
        Err(refused) => {
            for refused in &refused {
                println!("{refused}");
            }
            eprintln!("{} ligne(s) refusée(s) ; rien n’est écrit", refused.len());
            return Ok(ExitCode::FAILURE);
        }
    };
    for change in &changes {
        print!("{change}");
    }
    if changes.is_empty() || !yes {
        println!("{} changement(s) ; --yes pour les écrire", changes.len());
        return Ok(ExitCode::SUCCESS);
    }
    write(dir, data, &changes)
}

fn write(dir: &Path, data: &Dataset, changes: &[Change]) -> Result<ExitCode> {
    let path = dir.join("structures.json");
    let before = fs::read_to_string(&path)?;
    let structures = apply(&data.structures, changes);
    let after = format::to_text_keeping_comments(&structures, &before)?;
    fs::write(&path, after).with_context(|| path.display().to_string())?;
    if let Err(problems) = dataset::load(dir) {
        fs::write(&path, before)?;
        report(&problems);
        eprintln!("le jeu de données ne serait plus valable ; rien n’est écrit");
        return Ok(ExitCode::FAILURE);
    }
    println!("{} changement(s) écrit(s) dans {}", changes.len(), path.display());
    Ok(ExitCode::SUCCESS)
}

/// The structures once changed.
pub fn apply(structures: &Structures, changes: &[Change]) -> Structures {
    let mut all = structures.clone();
    for structure in &mut all.structures {
        let mine = || changes.iter().filter(|change| change.structure == structure.id);
        let kept = structure.contacts.iter().enumerate().filter_map(|(at, contact)| {
            match mine().find(|change| change.at == Some(at)) {
                Some(change) => change.after.clone(),
                None => Some(contact.clone()),
            }
        });
        let new = mine().filter(|change| change.at.is_none()).filter_map(|c| c.after.clone());
        structure.contacts = kept.chain(new).collect();
    }
    all
}

/// What a sheet changes; every line that cannot be taken, all at once. Lines left
/// out of the sheet change nothing; an empty value takes its contact out.
pub fn changes(data: &Dataset, csv: &str) -> Result<Vec<Change>, Vec<Refused>> {
    let (mut changes, mut refused) = (Vec::new(), Vec::new());
    // A spreadsheet set to French writes semicolons.
    let head = csv.lines().next().unwrap_or_default();
    let delimiter = if head.contains(';') { b';' } else { b',' };
    let text = csv.trim_start_matches('\u{feff}');
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).from_reader(text.as_bytes());
    let headers = reader.headers().cloned().unwrap_or_default();
    for (at, record) in reader.records().enumerate() {
        let place = |position: Option<u64>| position.unwrap_or(at as u64 + 2);
        let line = match &record {
            Ok(record) => place(record.position().map(csv::Position::line)),
            Err(error) => place(error.position().map(csv::Position::line)),
        };
        let read = record.and_then(|record| record.deserialize::<Line>(Some(&headers)));
        let read = read.map_err(|error| told(format!("illisible ({error})"), COLUMNS));
        match read.and_then(|read| change(data, &read)) {
            Ok(change) => changes.extend(change),
            Err((what, mend)) => refused.push(Refused { line, what, mend }),
        }
    }
    if refused.is_empty() { Ok(changes) } else { Err(refused) }
}

const COLUMNS: &str = "garder les colonnes de la feuille exportée";

/// What is wrong with a line, and how to mend it.
type Fault = (String, String);

fn told(what: impl Into<String>, mend: &str) -> Fault {
    (what.into(), mend.to_owned())
}

fn change(data: &Dataset, line: &Line) -> Result<Option<Change>, Fault> {
    let Some(structure) = data.structure(&line.id) else {
        let what = format!("aucune structure « {} »", line.id);
        return Err(told(what, "garder l’identifiant de la feuille exportée"));
    };
    if line.champ.trim().is_empty() && line.valeur.trim().is_empty() {
        return Ok(None);
    }
    let kinds = [ContactField::Phone, ContactField::Address, ContactField::Web];
    let field = kinds.into_iter().find(|field| field_id(*field) == line.champ.trim());
    let Some(field) = field else {
        let what = format!("champ « {} » inconnu", line.champ);
        return Err(told(what, "écrire phone, address ou web"));
    };
    let mut same = structure.contacts.iter().enumerate().filter(|(_, c)| c.field == field);
    let found = match line.rang.trim() {
        "" => None,
        rank => {
            let at = rank.parse::<usize>().ok().and_then(|rank| rank.checked_sub(1));
            let found = at.and_then(|at| same.nth(at));
            let what = format!("rang « {rank} » inconnu pour {}", line.champ);
            Some(found.ok_or_else(|| told(what, "garder le rang exporté, ou le laisser vide"))?)
        }
    };
    let before = found.map(|(_, contact)| contact.clone());
    let after = contact(data, field, line, before.as_ref())?;
    let change = Change { structure: line.id.clone(), at: found.map(|(at, _)| at), before, after };
    Ok((change.before != change.after).then_some(change))
}

/// The contact that a line gives; `None` when its value is empty.
fn contact(
    data: &Dataset,
    field: ContactField,
    line: &Line,
    before: Option<&Contact>,
) -> Result<Option<Contact>, Fault> {
    let value = line.valeur.trim();
    if value.is_empty() {
        return Ok(None);
    }
    let value = match field {
        ContactField::Phone => digits(value)?,
        ContactField::Web if !value.starts_with("https://") => {
            return Err(told(format!("« {value} » n’est pas une adresse"), "écrire https://…"));
        }
        _ => value.to_owned(),
    };
    let source = SourceRef(line.source.trim().to_owned());
    if !data.sources.sources.iter().any(|known| known.id == source.source()) {
        let what = format!("source « {} » inconnue", source.0);
        return Err(told(what, "l’ajouter d’abord dans sources.json"));
    }
    let switchboard = field == ContactField::Phone && switchboard(line, before)?;
    Ok(Some(Contact { field, value, switchboard, source, date: date(line.date.trim())? }))
}

/// Whether a number is a switchboard's; a column left empty, or out, changes nothing.
fn switchboard(line: &Line, before: Option<&Contact>) -> Result<bool, Fault> {
    match line.standard.trim() {
        "oui" => Ok(true),
        "non" => Ok(false),
        "" => Ok(before.is_some_and(|contact| contact.switchboard)),
        other => Err(told(format!("standard « {other} » inconnu"), "écrire oui ou non")),
    }
}

/// A phone number in digits, however it is grouped. A spreadsheet that took it for a
/// sum has lost its first zero.
fn digits(value: &str) -> Result<String, Fault> {
    let digits: String = value.chars().filter(|c| !c.is_whitespace() && *c != '.').collect();
    let restored = if digits.len() == 9 { format!("0{digits}") } else { digits };
    let number = restored.chars().all(|c| c.is_ascii_digit());
    let long = restored.len() == 10 && restored.starts_with('0');
    if number && (long || (2..=4).contains(&restored.len())) {
        return Ok(restored);
    }
    Err(told(format!("« {value} » n’est pas un numéro"), "écrire dix chiffres, ou deux à quatre"))
}

/// A date as precise as it is known; a contact may be undated, and is then to be verified.
fn date(value: &str) -> Result<String, Fault> {
    if value.is_empty() {
        return Ok(String::new());
    }
    let parts: Vec<&str> = value.split('-').collect();
    let number = |part: &str, length: usize, most: u8| {
        part.len() == length && part.parse::<u16>().is_ok_and(|n| n > 0 && n <= u16::from(most))
    };
    let year = parts[0].len() == 4 && parts[0].chars().all(|c| c.is_ascii_digit());
    let rest = match parts[1..] {
        [] => true,
        [month] => number(month, 2, 12),
        [month, day] => number(month, 2, 12) && number(day, 2, 31),
        _ => false,
    };
    let fault =
        || told(format!("« {value} » n’est pas une date"), "écrire AAAA, AAAA-MM ou AAAA-MM-JJ");
    if year && rest { Ok(value.to_owned()) } else { Err(fault()) }
}
