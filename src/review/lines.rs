//! The sheet: one line for each contact, and one for each structure without any.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest, Sha384};

use crate::directory::{inert, needs_checking};
use crate::model::{Contact, ContactField, Dataset, Offer, Structure, Voice};
use crate::reading::COMMENT;

/// One thing to verify. The first four columns say what it is and are not to be
/// changed; a coordinator corrects `valeur`, and says with `source` and `date` what
/// it rests on.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[serde(default)]
pub struct Line {
    /// Id of the structure.
    pub id: String,
    /// Its name.
    pub nom: String,
    /// Its number in the national register.
    pub finess: String,
    /// `phone`, `address` or `web`; empty: no contact is known.
    pub champ: String,
    /// Which of its contacts of that kind, from 1.
    pub rang: String,
    /// The value; a phone number in digits only.
    pub valeur: String,
    /// Whether a phone number is a switchboard's: `oui` or `non`; left empty, as it was.
    pub standard: String,
    /// Id of the source.
    pub source: String,
    /// When it was true: a year, a month or a day.
    pub date: String,
    /// When whoever knows said that it is right: a date, or `oui` for today. Left empty, the
    /// line is a correction or says nothing.
    pub confirme: String,
    /// What is to be done.
    pub a_faire: String,
    /// What the data say of a doubt, for whoever verifies.
    pub remarque: String,
    /// What tells whether the contact is still the one that was exported.
    pub empreinte: String,
}

impl Line {
    /// The line with nothing that a spreadsheet would compute.
    fn inert(&self) -> Self {
        Self {
            id: inert(&self.id),
            nom: inert(&self.nom),
            finess: inert(&self.finess),
            champ: inert(&self.champ),
            rang: inert(&self.rang),
            valeur: inert(&self.valeur),
            standard: inert(&self.standard),
            source: inert(&self.source),
            date: inert(&self.date),
            confirme: inert(&self.confirme),
            a_faire: inert(&self.a_faire),
            remarque: inert(&self.remarque),
            empreinte: inert(&self.empreinte),
        }
    }
}

/// A word that changes with a contact. Its first letter keeps spreadsheets from taking
/// it for a number.
pub fn mark(contact: &Contact) -> String {
    let Contact { value, switchboard, source, date, .. } = contact;
    let mark = Sha384::digest(format!("{value}\n{switchboard}\n{}\n{date}", source.0));
    mark[..4].iter().fold("x".to_owned(), |mark, byte| format!("{mark}{byte:02x}"))
}

/// What the data say of each structure for whoever verifies it, by its id.
pub type Remarks = BTreeMap<String, String>;

/// The remarks of `structures.json`: a doubt on a contact is for whoever verifies it,
/// never for a visitor.
pub fn remarks(text: &str) -> serde_json::Result<Remarks> {
    let read: Value = serde_json::from_str(text.trim_start_matches('\u{feff}'))?;
    let structures = read["structures"].as_array().into_iter().flatten();
    let field = |key: &str, structure: &Value| structure[key].as_str().map(str::to_owned);
    Ok(structures.filter_map(|s| Some((field("id", s)?, field(COMMENT, s)?))).collect())
}

/// The id of a kind of contact.
pub fn field_id(field: ContactField) -> &'static str {
    match field {
        ContactField::Phone => "phone",
        ContactField::Address => "address",
        ContactField::Web => "web",
    }
}

/// The sheet of a dataset: first whoever the flow sends people to without a number, in
/// the order of its rules; then every structure, in the order of the data.
pub fn lines(data: &Dataset, remarks: &Remarks) -> Vec<Line> {
    let of_one = |(s, wanting): (&Structure, bool)| lines_of(s, wanting.then(|| missing(data, s)));
    let mut all: Vec<Line> = listed(data).into_iter().flat_map(of_one).collect();
    for at in 0..all.len() {
        // Once for each structure: its lines stand together.
        if at == 0 || all[at - 1].id != all[at].id {
            all[at].remarque = remarks.get(&all[at].id).cloned().unwrap_or_default();
        }
    }
    all
}

/// Every structure in the order of the sheet, and whether its number is to be found.
pub(super) fn listed(data: &Dataset) -> Vec<(&Structure, bool)> {
    let wanting = without_number(data);
    let others = data.structures.structures.iter().filter(|s| !wanting.contains(&s.id.as_str()));
    let first = wanting.iter().filter_map(|id| data.structure(id)).map(|s| (s, true));
    first.chain(others.map(|s| (s, s.contacts.is_empty()))).collect()
}

/// The structures that a rule offers and that have no number.
fn without_number(data: &Dataset) -> Vec<&str> {
    let mut wanting: Vec<&str> = Vec::new();
    for offer in data.flow.rules.iter().flat_map(|rule| &rule.offer) {
        let offered: Vec<&str> = match offer {
            Offer::Structure(id) => vec![id],
            Offer::Row(id) => {
                let cells = data.row(id).into_iter().flat_map(|row| row.cells.values());
                cells.flat_map(|cell| &cell.placements).map(|p| p.structure.as_str()).collect()
            }
            Offer::Elsewhere(_) => Vec::new(),
        };
        for id in offered {
            let structure = data.structure(id);
            let rings = structure.is_some_and(|s| s.contacts.iter().any(is_phone));
            if !rings && !wanting.contains(&id) {
                wanting.push(id);
            }
        }
    }
    wanting
}

pub(super) fn is_phone(contact: &Contact) -> bool {
    contact.field == ContactField::Phone
}

fn named(structure: &Structure) -> Line {
    let Structure { id, name, finess, .. } = structure;
    let finess = finess.clone().unwrap_or_default();
    Line { id: id.clone(), nom: name.clone(), finess, ..Line::default() }
}

/// The line to fill in where there is no number.
fn missing(data: &Dataset, structure: &Structure) -> Line {
    // A text of its own says why, where the sources contradict each other.
    let own = data.texts.find(&format!("structures.{}", structure.id), Voice::Professional);
    let why = own.map_or_else(String::new, |own| format!(" ({own})"));
    let champ = field_id(ContactField::Phone).to_owned();
    Line { champ, a_faire: format!("aucun numéro : à trouver{why}"), ..named(structure) }
}

fn lines_of(structure: &Structure, missing: Option<Line>) -> Vec<Line> {
    let contacts = structure.contacts.iter().enumerate().map(|(at, contact)| {
        let before = structure.contacts[..at].iter().filter(|c| c.field == contact.field).count();
        let old = needs_checking(&contact.date);
        let standard = if contact.switchboard { "oui" } else { "non" };
        Line {
            champ: field_id(contact.field).to_owned(),
            rang: (before + 1).to_string(),
            valeur: contact.value.clone(),
            standard: if is_phone(contact) { standard.to_owned() } else { String::new() },
            source: contact.source.0.clone(),
            date: contact.date.clone(),
            empreinte: mark(contact),
            a_faire: if old { "à vérifier : antérieur à 2024" } else { "à confirmer" }.to_owned(),
            ..named(structure)
        }
    });
    missing.into_iter().chain(contacts).collect()
}

/// The sheet as CSV.
pub fn csv_text(lines: &[Line]) -> csv::Result<String> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for line in lines {
        writer.serialize(line.inert())?;
    }
    let bytes = writer.into_inner().map_err(csv::IntoInnerError::into_error)?;
    // Every column is a text.
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
