//! The sheet: one line for each contact, and one for each structure without any.

use anyhow::Result;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha384};

use crate::directory::{inert, needs_checking, phone_label};
use crate::model::{Contact, ContactField, Dataset, Structure, Voice};
use crate::tool::page::escape;
use crate::tool::paper::wide_paper;

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
    /// `phone`, `address` or `web`; empty: no contact is known.
    pub champ: String,
    /// Which of its contacts of that kind, from 1.
    pub rang: String,
    /// The value; a phone number in digits only.
    pub valeur: String,
    /// Id of the source.
    pub source: String,
    /// When it was true: a year, a month or a day.
    pub date: String,
    /// What is to be done.
    pub a_faire: String,
    /// What tells whether the contact is still the one that was exported.
    pub empreinte: String,
}

impl Line {
    /// The line with nothing that a spreadsheet would compute.
    fn inert(&self) -> Self {
        let Self { id, nom, champ, rang, valeur, source, date, a_faire, empreinte } = self;
        let texts = [id, nom, champ, rang, valeur, source, date, a_faire, empreinte];
        let [id, nom, champ, rang, valeur, source, date, a_faire, empreinte] =
            texts.map(|text| inert(text));
        Self { id, nom, champ, rang, valeur, source, date, a_faire, empreinte }
    }
}

/// A word that changes with a contact. Its first letter keeps spreadsheets from taking
/// it for a number.
pub fn mark(contact: &Contact) -> String {
    let Contact { value, source, date, .. } = contact;
    let mark = Sha384::digest(format!("{value}\n{}\n{date}", source.0));
    mark[..4].iter().fold("x".to_owned(), |mark, byte| format!("{mark}{byte:02x}"))
}

/// The id of a kind of contact.
pub fn field_id(field: ContactField) -> &'static str {
    match field {
        ContactField::Phone => "phone",
        ContactField::Address => "address",
        ContactField::Web => "web",
    }
}

/// The sheet of a dataset, in the order of its structures.
pub fn lines(data: &Dataset) -> Vec<Line> {
    data.structures.structures.iter().flat_map(|s| lines_of(data, s)).collect()
}

fn lines_of(data: &Dataset, structure: &Structure) -> Vec<Line> {
    let named = Line { id: structure.id.clone(), nom: structure.name.clone(), ..Line::default() };
    if structure.contacts.is_empty() {
        // A text of its own says why, where the sources contradict each other.
        let own = data.texts.find(&format!("structures.{}", structure.id), Voice::default());
        let why = own.map_or_else(String::new, |own| format!(" ({own})"));
        return vec![Line { a_faire: format!("aucune coordonnée : à trouver{why}"), ..named }];
    }
    let contacts = structure.contacts.iter().enumerate().map(|(at, contact)| {
        let before = structure.contacts[..at].iter().filter(|c| c.field == contact.field).count();
        let old = needs_checking(&contact.date);
        Line {
            champ: field_id(contact.field).to_owned(),
            rang: (before + 1).to_string(),
            valeur: contact.value.clone(),
            source: contact.source.0.clone(),
            date: contact.date.clone(),
            empreinte: mark(contact),
            a_faire: if old { "à vérifier : antérieur à 2024" } else { "à confirmer" }.to_owned(),
            ..named.clone()
        }
    });
    contacts.collect()
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
const COLUMNS: [&str; 7] =
    ["Structure", "Champ", "Valeur", "Source", "Date", "À faire", "Correction"];

/// The sheet as a page to print.
pub fn html(filiere: &str, date: &str, lines: &[Line]) -> String {
    let row = |line: &Line| {
        let Line { nom, champ, valeur, source, date, a_faire, .. } = line;
        let field = match champ.as_str() {
            "phone" => "téléphone",
            "address" => "adresse",
            "web" => "site",
            _ => "",
        };
        let value = if champ == "phone" { phone_label(valeur) } else { valeur.clone() };
        let cells = [nom, field, &value, source, date, a_faire, ""];
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
