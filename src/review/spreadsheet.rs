//! The bytes of a sheet, as spreadsheets write them, as text and its separator.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::reading::limits;

/// A sheet as text, and the sign between its columns.
#[derive(Debug, Eq, PartialEq)]
pub struct Sheet {
    /// The lines, the head first.
    pub text: String,
    /// The sign between columns.
    pub delimiter: u8,
}

/// Reads what a spreadsheet wrote: UTF-8 or UTF-16 with or without their mark, else the
/// alphabet of Windows; parted by semicolons, commas or tabs. An error tells in French
/// what the bytes are instead.
pub fn read(bytes: &[u8]) -> Result<Sheet, String> {
    const AGAIN: &str = "enregistrer la feuille au format CSV, puis recommencer";
    if bytes.len() > limits::BYTES {
        return Err(format!("cette feuille est trop longue ({} octets) : {AGAIN}", bytes.len()));
    }
    if let Some(what) = other_format(bytes) {
        return Err(format!("c’est {what}, pas une feuille CSV : {AGAIN}"));
    }
    let (text, garbled) = encoding(bytes).decode_with_bom_removal(bytes);
    if garbled || text.contains('\0') {
        return Err(format!("le texte de cette feuille ne peut pas être lu : {AGAIN}"));
    }
    // Excel writes the separator before the head when it is told to.
    let (declared, text) = match text.split_once('\n') {
        Some((first, rest)) if first.starts_with("sep=") => {
            (first.as_bytes().get(4).copied(), rest.to_owned())
        }
        _ => (None, text.into_owned()),
    };
    if text.trim().is_empty() {
        return Err(format!("cette feuille est vide : {AGAIN}"));
    }
    let head = text.lines().next().unwrap_or_default();
    let most = |sign: &u8| head.bytes().filter(|byte| byte == sign).count();
    let delimiter = declared.or_else(|| b",\t;".iter().copied().max_by_key(most)).unwrap_or(b';');
    Ok(Sheet { text, delimiter })
}

pub(super) fn other_format(bytes: &[u8]) -> Option<&'static str> {
    let start = bytes.iter().position(|b| !b.is_ascii_whitespace()).unwrap_or_default();
    [
        (&b"PK\x03\x04"[..], "un classeur (xlsx, ods)"),
        (b"\xd0\xcf\x11\xe0", "un ancien classeur (xls)"),
        (b"%PDF", "un document PDF"),
        (b"{", "un document JSON"),
        (b"<", "une page HTML"),
        (b"\xef\xbb\xbf<", "une page HTML"),
    ]
    .into_iter()
    .find(|(mark, _)| bytes[start..].starts_with(mark))
    .map(|(_, what)| what)
}

/// The alphabet that bytes are written in.
fn encoding(bytes: &[u8]) -> &'static Encoding {
    if let Some((marked, _)) = Encoding::for_bom(bytes) {
        return marked;
    }
    // Of two bytes a letter, one is zero in what is mostly ASCII.
    let zeros = |odd: usize| bytes.iter().skip(odd).step_by(2).filter(|b| **b == 0).count();
    let many = bytes.len() / 8;
    match (zeros(0) > many, zeros(1) > many) {
        (false, true) => UTF_16LE,
        (true, false) => UTF_16BE,
        _ if std::str::from_utf8(bytes).is_ok() => UTF_8,
        _ => WINDOWS_1252,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "id;nom;champ\nfoch;4 rue Kléber, l’été;phone\n";

    fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn what_excel_and_libreoffice_write_is_read() {
        let marked = |text: &str| format!("\u{feff}{text}");
        let windows = WINDOWS_1252.encode(TEXT).0.into_owned();
        for bytes in [
            TEXT.as_bytes().to_vec(),
            marked(TEXT).into_bytes(),
            windows,
            utf16(&marked(TEXT), u16::to_le_bytes),
            utf16(&marked(TEXT), u16::to_be_bytes),
            utf16(TEXT, u16::to_le_bytes),
            utf16(TEXT, u16::to_be_bytes),
            format!("sep=;\n{TEXT}").into_bytes(),
        ] {
            assert_eq!(read(&bytes), Ok(Sheet { text: TEXT.to_owned(), delimiter: b';' }));
        }
        for (sign, delimiter) in [(",", b','), ("\t", b'\t')] {
            let text = "id;nom;champ\n".replace(';', sign);
            assert_eq!(read(text.as_bytes()).map(|sheet| sheet.delimiter), Ok(delimiter));
        }
    }

    #[test]
    fn what_is_no_sheet_is_named() {
        for (bytes, what) in [
            (&b""[..], "vide"),
            (b" \n", "vide"),
            (b"\xef\xbb\xbf", "vide"),
            (b"<!doctype html><p>", "HTML"),
            (b"PK\x03\x04..", "classeur"),
            (b"id;nom\n\0\x01", "ne peut pas être lu"),
        ] {
            assert!(read(bytes).is_err_and(|message| message.contains(what)), "{what}");
        }
    }
}
