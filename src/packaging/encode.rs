//! Bytes and texts as pure ASCII inside a script, so that the script says the same
//! whatever character set its host declares.

use std::fmt::Write;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

/// The characters of an encoded byte: printable ASCII but for what would end the
/// string, escape in it, or look like markup in a page that inlines the script.
fn alphabet() -> Vec<u8> {
    (b' '..=b'~').filter(|c| !b"\\'<".contains(c)).collect()
}

/// How many characters of the alphabet announce a second one.
const ESCAPES: usize = 2;

/// Bytes as ASCII text.
pub struct Encoded {
    /// Every byte value, the most frequent first, in base64.
    pub order: String,
    /// The text; made of characters that need no escape in `'…'`.
    pub text: String,
}

/// Encodes bytes so that the text compresses about as well as they do.
///
/// The most frequent values are one character each, the others an escape and a
/// second character. Base64 cuts bytes across characters and hides their
/// repetitions from gzip and brotli: a wasm module grows by half there, by a few
/// percent here.
pub fn encode(bytes: &[u8]) -> Encoded {
    let order = by_frequency(bytes);
    let alphabet = alphabet();
    let (escapes, singles) = alphabet.split_at(ESCAPES);
    let mut codes = vec![String::new(); 256];
    for (rank, &byte) in order.iter().enumerate() {
        let code = &mut codes[usize::from(byte)];
        if let Some(&single) = singles.get(rank) {
            code.push(char::from(single));
        } else {
            let rest = rank - singles.len();
            code.push(char::from(escapes[rest / alphabet.len()]));
            code.push(char::from(alphabet[rest % alphabet.len()]));
        }
    }
    let text = bytes.iter().map(|&byte| codes[usize::from(byte)].as_str()).collect();
    Encoded { order: STANDARD.encode(order), text }
}

/// The bytes that a text carries, as `src/embed/decode.js` reads them; `None` where it is
/// not what [`encode`] writes.
pub fn decode(encoded: &Encoded) -> Option<Vec<u8>> {
    let order = STANDARD.decode(&encoded.order).ok()?;
    let alphabet = alphabet();
    let place = |c: u8| alphabet.iter().position(|&a| a == c);
    let mut text = encoded.text.bytes();
    let mut bytes = Vec::new();
    while let Some(c) = text.next() {
        let rank = match place(c)? {
            escape if escape < ESCAPES => {
                alphabet.len() - ESCAPES + escape * alphabet.len() + place(text.next()?)?
            }
            single => single - ESCAPES,
        };
        bytes.push(*order.get(rank)?);
    }
    Some(bytes)
}

/// The FNV-1a hash of bytes, on 32 bits: whatever was damaged on the way changes it.
pub fn sum(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |sum, byte| (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}

fn by_frequency(bytes: &[u8]) -> Vec<u8> {
    let mut counts = [0_usize; 256];
    for &byte in bytes {
        counts[usize::from(byte)] += 1;
    }
    let mut order: Vec<u8> = (0..=255).collect();
    order.sort_by_key(|&byte| std::cmp::Reverse(counts[usize::from(byte)]));
    order
}

/// A text as a JavaScript string literal in ASCII, without anything that markup
/// around the script could take for its own.
pub fn literal(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('\'');
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\\\"),
            '\'' => out.push_str("\\'"),
            '\n' => out.push_str("\\n"),
            '<' => out.push_str("\\x3c"),
            ' '..='~' => out.push(c),
            _ => escape(c, &mut out),
        }
    }
    out.push('\'');
    out
}

/// A script in ASCII: what is not becomes an escape, which is the same inside a
/// string and harmless in a comment.
pub fn ascii(script: &str) -> String {
    let mut out = String::with_capacity(script.len());
    for c in script.chars() {
        if c.is_ascii() { out.push(c) } else { escape(c, &mut out) }
    }
    out
}

fn escape(c: char, out: &mut String) {
    let mut units = [0; 2];
    for unit in c.encode_utf16(&mut units) {
        // Writing to a string cannot fail.
        let _ =
            if *unit < 0x100 { write!(out, "\\x{unit:02x}") } else { write!(out, "\\u{unit:04x}") };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_come_back_as_they_were() {
        let all: Vec<u8> = (0..=255).collect();
        let skewed: Vec<u8> = (0..5000_u32).map(|i| (i * i % 251 % 97) as u8).collect();
        for bytes in [all, skewed, Vec::new()] {
            assert_eq!(decode(&encode(&bytes)), Some(bytes));
        }
    }

    #[test]
    fn no_changed_character_goes_unnoticed() {
        let bytes: Vec<u8> = (0..2000_u32).map(|i| (i * i % 251 % 97) as u8).collect();
        let whole = encode(&bytes);
        for at in (0..whole.text.len()).step_by(7) {
            let mut text = whole.text.clone().into_bytes();
            text[at] = if text[at] == b'z' { b'y' } else { b'z' };
            let Ok(text) = String::from_utf8(text) else { panic!("ASCII") };
            let damaged = decode(&Encoded { order: whole.order.clone(), text });
            assert_ne!(damaged.map(|damaged| sum(&damaged)), Some(sum(&bytes)), "{at}");
        }
    }

    #[test]
    fn encoded_bytes_need_no_escape_in_a_string_or_in_markup() {
        let all: Vec<u8> = (0..=255).collect();
        let text = encode(&all).text;
        assert!(text.bytes().all(|c| (b' '..=b'~').contains(&c)));
        assert!(!text.contains(['\\', '\'', '<']));
    }

    #[test]
    fn a_literal_is_ascii_and_closes_no_markup() {
        let cases = [
            ("l'été", r"'l\'\xe9t\xe9'"),
            ("</script><!--", r"'\x3c/script>\x3c!--'"),
            ("a\\n\n", r"'a\\n\n'"),
            ("œ 🙂", r"'\u0153 \ud83d\ude42'"),
        ];
        for (text, expected) in cases {
            assert_eq!(literal(text), expected);
        }
    }
}
