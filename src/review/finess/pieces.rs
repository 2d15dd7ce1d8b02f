//! Bytes as they come, cut into lines and cells.

use std::borrow::Cow;

use encoding_rs::WINDOWS_1252;

/// The longest line that is kept: the published ones have some 400 bytes.
const LONGEST: usize = 64 * 1024;

/// The bytes that do not make a line yet.
#[derive(Debug, Default)]
pub(super) struct Lines {
    rest: Vec<u8>,
    number: u64,
    too_long: bool,
}

/// A line, or why it is none.
#[derive(Clone, Copy, Debug)]
pub(super) enum Line<'a> {
    Whole(&'a [u8]),
    TooLong,
}

impl Lines {
    /// Takes bytes, and gives each line that they end, with its number.
    pub(super) fn push(&mut self, mut bytes: &[u8], mut each: impl FnMut(u64, Line)) {
        while let Some(end) = bytes.iter().position(|byte| *byte == b'\n') {
            let (line, after) = (&bytes[..end], &bytes[end + 1..]);
            bytes = after;
            if self.rest.is_empty() && !self.too_long && line.len() <= LONGEST {
                self.number += 1;
                each(self.number, Line::Whole(trimmed(line)));
            } else {
                self.keep(line);
                self.end(&mut each);
            }
        }
        self.keep(bytes);
    }

    /// What stands after the last end of a line, if anything does.
    pub(super) fn finish(&mut self, mut each: impl FnMut(u64, Line)) -> bool {
        let cut = !self.rest.is_empty() || self.too_long;
        if cut {
            self.end(&mut each);
        }
        cut
    }

    fn keep(&mut self, bytes: &[u8]) {
        if self.rest.len() + bytes.len() > LONGEST {
            self.too_long = true;
            self.rest.clear();
        }
        if !self.too_long {
            self.rest.extend_from_slice(bytes);
        }
    }

    fn end(&mut self, each: &mut impl FnMut(u64, Line)) {
        self.number += 1;
        let line = if self.too_long { Line::TooLong } else { Line::Whole(trimmed(&self.rest)) };
        each(self.number, line);
        self.rest.clear();
        self.too_long = false;
    }
}

fn trimmed(line: &[u8]) -> &[u8] {
    line.strip_suffix(b"\r").unwrap_or(line)
}

/// The text of a line: UTF-8, else the alphabet of Windows, line by line. Letters with
/// accents of the one are almost never read as the other.
pub(super) fn text(line: &[u8]) -> Cow<'_, str> {
    match std::str::from_utf8(line) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => WINDOWS_1252.decode_without_bom_handling(line).0,
    }
}

/// The cells of a line; nothing when a quotation mark is never closed. A record stands
/// on one line: a mark that lacks costs that line, not those after it.
pub(super) fn cells(line: &str, delimiter: u8) -> Option<Vec<Cow<'_, str>>> {
    if !line.contains('"') {
        return Some(line.split(char::from(delimiter)).map(Cow::Borrowed).collect());
    }
    if line.matches('"').count() % 2 == 1 {
        return None;
    }
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(line.as_bytes());
    let record = reader.records().next()?.ok()?;
    Some(record.iter().map(|cell| Cow::Owned(cell.to_owned())).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(chunks: &[&[u8]]) -> Vec<(u64, Option<String>)> {
        let (mut lines, mut found) = (Lines::default(), Vec::new());
        let mut each = |number, line: Line| match line {
            Line::Whole(line) => found.push((number, Some(text(line).into_owned()))),
            Line::TooLong => found.push((number, None)),
        };
        for chunk in chunks {
            lines.push(chunk, &mut each);
        }
        lines.finish(&mut each);
        found
    }

    #[test]
    fn a_line_is_one_however_its_bytes_come() {
        let whole = b"a;\xc3\xa9\r\nb;\xe9\n\nc";
        let expected = ["a;é", "b;é", "", "c"];
        for size in 1..whole.len() {
            let chunks: Vec<&[u8]> = whole.chunks(size).collect();
            let found: Vec<_> = lines(&chunks).into_iter().filter_map(|(_, line)| line).collect();
            assert_eq!(found, expected, "{size}");
        }
    }

    #[test]
    fn a_line_without_end_takes_no_memory_and_the_next_is_read() {
        let long = vec![b'x'; 100_000];
        let found = lines(&[b"a\n", &long, &long, b"\nb\n"]);
        let expected = [(1, Some("a".to_owned())), (2, None), (3, Some("b".to_owned()))];
        assert_eq!(found, expected);
    }

    #[test]
    fn a_quoted_cell_holds_what_parts_the_others() {
        let read = |line| cells(line, b';').map(|cells| cells.join("|"));
        assert_eq!(read("a;\"b;\"\"c\"\"\";d").as_deref(), Some("a|b;\"c\"|d"));
        assert_eq!(read("a;\"b;c"), None);
    }
}
