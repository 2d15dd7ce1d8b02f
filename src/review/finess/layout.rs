//! As what an extract is read, and on what evidence.
//!
//! Published on data.gouv.fr, « FINESS Extraction du fichier des établissements »
//! (<https://www.data.gouv.fr/datasets/finess-extraction-du-fichier-des-etablissements/>),
//! described in `etalab_cs1100502.pdf` (standard) and `etalab_cs1100507.pdf` (with places):
//! a first line `finess;etalab;<number>;<date>`, then lines without a head, parted by
//! semicolons, of two sections. `structureet`: nofinesset, nofinessej, rs, rslongue, complrs,
//! compldistrib, numvoie, typvoie, voie, compvoie, lieuditbp, commune, departement,
//! libdepartement, ligneacheminement, telephone, telecopie, categetab, libcategetab,
//! categagretab, libcategagretab, siret, codeape, codemft, libmft, codesph, libsph, dateouv,
//! dateautor, datemaj, numuai. `geolocalisation`: nofinesset, coordxet, coordyet, sourcecoordet,
//! datemaj. `commune` is the last three digits of the code of the commune. Others publish the
//! same with the names of the columns as head (`finess-et.csv`, commas).

use std::borrow::Cow;
use std::fmt;

use super::pieces::cells;

/// As what an extract was read.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub enum Layout {
    /// Not known yet.
    #[default]
    Unknown,
    /// The published extract, its fields by their place.
    Published,
    /// A table whose head names its columns: the sign between them, and where each is.
    Named(u8, Columns, usize),
}

/// A column that is read.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Column {
    Number,
    Name,
    LongName,
    Complement,
    Delivery,
    StreetNumber,
    StreetType,
    Street,
    StreetIndex,
    Place,
    Commune,
    Department,
    Insee,
    Routing,
    Postal,
    City,
    Phone,
    Address,
}

/// Each column, its place in the published extract, and the names it goes by.
const KNOWN: [(Column, Option<u8>, &[&str]); 18] = [
    (
        Column::Number,
        Some(1),
        &["nofinesset", "finesset", "finess_et", "numero_finess_et", "finess"],
    ),
    (Column::Name, Some(3), &["rs", "raisonsociale", "raison_sociale", "nom_court"]),
    (Column::LongName, Some(4), &["rslongue", "raison_sociale_longue", "nom_long"]),
    (Column::Complement, Some(5), &["complrs"]),
    (Column::Delivery, Some(6), &["compldistrib"]),
    (Column::StreetNumber, Some(7), &["numvoie"]),
    (Column::StreetType, Some(8), &["typvoie"]),
    (Column::Street, Some(9), &["voie"]),
    (Column::StreetIndex, Some(10), &["compvoie"]),
    (Column::Place, Some(11), &["lieuditbp"]),
    (Column::Commune, Some(12), &["commune"]),
    (Column::Department, Some(13), &["departement", "dep_code"]),
    (Column::Insee, None, &["cog", "codecommune", "codinsee", "com_code", "code_insee"]),
    (Column::Routing, Some(15), &["ligneacheminement"]),
    (Column::Postal, None, &["codepostal", "cpostal", "code_postal"]),
    (Column::City, None, &["libelle_routage", "libcommune", "com_name", "ville"]),
    (Column::Phone, Some(16), &["telephone", "tel"]),
    (Column::Address, None, &["adresse", "address"]),
];

/// How many fields a line of the published extract has: the last one came later.
const FIELDS: std::ops::RangeInclusive<usize> = 31..=32;

/// Where each column stands.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Columns([Option<u8>; KNOWN.len()]);

impl Columns {
    pub(super) fn published() -> Self {
        Self(KNOWN.map(|(_, place, _)| place))
    }

    /// The columns that a head names, if it names a number and anything to compare.
    fn named(head: &[Cow<str>]) -> Option<Self> {
        let plain = |name: &str| name.trim().trim_matches('"').to_lowercase().replace(' ', "_");
        let head: Vec<String> = head.iter().map(|name| plain(name)).collect();
        let place = |names: &[&str]| {
            let at = head.iter().position(|name| names.contains(&name.as_str()));
            at.and_then(|at| u8::try_from(at).ok())
        };
        let columns = Self(KNOWN.map(|(_, _, names)| place(names)));
        let has = |column| columns.place(column).is_some();
        let compared = [Column::Name, Column::LongName, Column::Phone, Column::Routing];
        (has(Column::Number) && compared.into_iter().any(has)).then_some(columns)
    }

    pub(super) fn place(&self, column: Column) -> Option<usize> {
        let at = KNOWN.iter().position(|(known, ..)| *known == column)?;
        self.0[at].map(usize::from)
    }
}

impl Layout {
    /// The table whose head a line is.
    pub(super) fn of_head(line: &str) -> Option<Self> {
        let most = |sign: &u8| line.bytes().filter(|byte| byte == sign).count();
        let delimiter = b"\t,;".iter().copied().max_by_key(most)?;
        let head = cells(line, delimiter)?;
        Some(Self::Named(delimiter, Columns::named(&head)?, head.len()))
    }

    pub(super) fn delimiter(&self) -> u8 {
        if let Self::Named(delimiter, ..) = self { *delimiter } else { b';' }
    }

    pub(super) fn columns(&self) -> Columns {
        if let Self::Named(_, columns, _) = self { *columns } else { Columns::published() }
    }

    /// Why a line of so many fields is none of an establishment.
    pub(super) fn wrong_length(&self, length: usize) -> Option<String> {
        let expected = match self {
            Self::Named(_, _, expected) if length != *expected => expected.to_string(),
            Self::Published if !FIELDS.contains(&length) => "32".to_owned(),
            _ => return None,
        };
        Some(format!("{length} champs au lieu de {expected}"))
    }
}

impl fmt::Display for Layout {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Unknown => f.write_str("format inconnu"),
            Self::Published => {
                f.write_str("extraction publiée, sans en-tête (lignes « structureet »)")
            }
            Self::Named(delimiter, columns, _) => {
                let sign = match delimiter {
                    b'\t' => "tabulations",
                    b',' => "virgules",
                    _ => "points-virgules",
                };
                let read = KNOWN.iter().filter(|(column, ..)| columns.place(*column).is_some());
                let read: Vec<&str> = read.map(|(_, _, names)| names[0]).collect();
                write!(f, "table avec en-tête ({sign}), colonnes lues : {}", read.join(", "))
            }
        }
    }
}
