//! The sheet: one line for each contact, and one for each structure without any.

use std::collections::BTreeMap;

use anyhow::Result;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha384};

use crate::directory::{inert, needs_checking, phone_label};
use crate::drawing::wide_paper;
use crate::markup::escape;
use crate::model::{Contact, ContactField, Dataset, Offer, Structure, Voice};

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
    let wanting = without_number(data);
    let others = data.structures.structures.iter().filter(|s| !wanting.contains(&s.id.as_str()));
    let first = wanting.iter().filter_map(|id| data.structure(id));
    let mut all: Vec<Line> = first.flat_map(|s| lines_of(s, Some(missing(data, s)))).collect();
    all.extend(others.flat_map(|s| {
        let nothing = s.contacts.is_empty().then(|| missing(data, s));
        lines_of(s, nothing)
    }));
    for at in 0..all.len() {
        // Once for each structure: its lines stand together.
        if at == 0 || all[at - 1].id != all[at].id {
            all[at].remarque = remarks.get(&all[at].id).cloned().unwrap_or_default();
        }
    }
    all
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

fn is_phone(contact: &Contact) -> bool {
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
pub fn csv_text(lines: &[Line]) -> Result<String> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for line in lines {
        writer.serialize(line.inert())?;
    }
    Ok(String::from_utf8(writer.into_inner()?)?)
}

/// The columns of the printed sheet.
const COLUMNS: [&str; 9] = [
    "Structure",
    "FINESS",
    "Champ",
    "Valeur",
    "Standard",
    "Source",
    "Date",
    "À faire",
    "Correction",
];

/// The sheet as a page to print.
pub fn html(filiere: &str, date: &str, lines: &[Line]) -> String {
    let row = |line: &Line| {
        let Line { nom, finess, champ, valeur, standard, source, date, .. } = line;
        let to_do = [&line.a_faire, &line.remarque].map(String::as_str).join("\n");
        let field = match champ.as_str() {
            "phone" => "téléphone",
            "address" => "adresse",
            "web" => "site",
            _ => "",
        };
        let value = if champ == "phone" { phone_label(valeur) } else { valeur.clone() };
        let cells = [nom, finess, field, &value, standard, source, date, to_do.trim(), ""];
        let cell =
            |(name, text): (&str, &str)| format!("<td data-label=\"{name}\">{}</td>", escape(text));
        let cells: String = COLUMNS.into_iter().zip(cells).map(cell).collect();
        format!("<tr>{cells}</tr>\n")
    };
    let head = COLUMNS.map(|name| format!("<th scope=\"col\">{name}</th>")).concat();
    let rows: String = lines.iter().map(row).collect();
    let title = format!("À vérifier : filière {filiere}, données du {date}");
    let body = format!(
        "<h1>{}</h1>\n<table class=\"stacked\">\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\
         </tbody>\n</table>",
        escape(&title)
    );
    wide_paper(&title, &body)
}
