//! Extracts made after the documented layout, and what is read of them.

use orientation_palliative::model::{ContactField, Dataset, Structure};
use orientation_palliative::review::Refused;
use orientation_palliative::review::finess::{Reader, Refresh};

pub const DAY: &str = "2026-11-12";

/// One line of the published extract, 32 fields: what the structure has, as the register
/// writes it.
pub fn line(structure: &Structure) -> Vec<String> {
    let value = |field| {
        let found = structure.contacts.iter().find(|contact| contact.field == field);
        found.map(|contact| contact.value.clone()).unwrap_or_default()
    };
    let number = structure.finess.clone().unwrap();
    let mut fields = vec![String::new(); 32];
    fields[0] = "structureet".into();
    fields[1].clone_from(&number);
    fields[3] = structure.name.to_uppercase().chars().take(38).collect();
    fields[4] = structure.name.to_uppercase();
    fields[13] = number[..2].into();
    fields[16] = value(ContactField::Phone);
    let address = value(ContactField::Address).to_uppercase();
    if let Some((street, routing)) = address.rsplit_once(", ") {
        let (street, beside) = street.split_once(", ").unwrap_or((street, ""));
        let (first, rest) = street.split_once(' ').unwrap_or((street, ""));
        let numbered = first.starts_with(|c: char| c.is_ascii_digit());
        fields[7] = if numbered { first.into() } else { String::new() };
        fields[9] = if numbered { rest } else { street }.into();
        for (kind, code) in
            [("RUE ", "R"), ("AVENUE ", "AV"), ("BOULEVARD ", "BD"), ("PLACE ", "PL")]
        {
            if let Some(name) = fields[9].strip_prefix(kind).map(str::to_owned) {
                (fields[8], fields[9]) = (code.into(), name);
            }
        }
        (fields[11], fields[15]) = (beside.into(), routing.into());
    }
    fields
}

/// The lines of every structure that has a number.
pub fn lines(data: &Dataset) -> Vec<Vec<String>> {
    data.structures.structures.iter().filter(|s| s.finess.is_some()).map(line).collect()
}

/// The published form of some lines.
pub fn published(lines: &[Vec<String>]) -> String {
    let lines: String = lines.iter().map(|fields| fields.join(";") + "\r\n").collect();
    let place = "geolocalisation;920000650;641980.1;6864466.5;2,ATLASANTE;2026-11-12\r\n";
    format!("finess;etalab;111;{DAY}\r\n{lines}{place}")
}

pub fn read(data: &Dataset, bytes: &[u8]) -> Result<Refresh, Vec<Refused>> {
    in_slices(data, bytes, 1_000)
}

pub fn in_slices(data: &Dataset, bytes: &[u8], size: usize) -> Result<Refresh, Vec<Refused>> {
    let mut reader = Reader::new(data);
    bytes.chunks(size.max(1)).for_each(|slice| reader.push(slice));
    reader.finish()
}

/// The line of a structure among others.
pub fn of<'a>(lines: &'a mut [Vec<String>], data: &Dataset, id: &str) -> &'a mut Vec<String> {
    let number = data.structure(id).unwrap().finess.clone().unwrap();
    lines.iter_mut().find(|fields| fields[1] == number).unwrap()
}
