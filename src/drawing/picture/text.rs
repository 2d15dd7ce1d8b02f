//! How wide a text is, and where its lines break.
//!
//! The widths are those of Helvetica, which Arial, Liberation Sans and Nimbus Sans
//! share: a drawing is laid out without asking for a font.

/// Widths of the characters from space to `~`, in thousandths of the font's size.
const WIDTHS: [u16; 95] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
    611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
    667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500,
    222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];
/// The same for bold letters.
const BOLD_WIDTHS: [u16; 95] = [
    278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667,
    611, 778, 722, 278, 556, 722, 611, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
    667, 611, 333, 278, 333, 584, 556, 333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556,
    278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584,
];
/// How much wider the bold letters are, at most.
const BOLD: f64 = 1.14;

/// How a text is set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Font {
    /// In points.
    pub size: f64,
    /// Whether it is bold.
    pub bold: bool,
}

impl Font {
    /// Of this size, regular.
    pub const fn regular(size: f64) -> Self {
        Self { size, bold: false }
    }

    /// Of this size, bold.
    pub const fn bold(size: f64) -> Self {
        Self { size, bold: true }
    }

    /// From one line to the next, in points.
    pub fn leading(self) -> f64 {
        self.size * 1.2
    }

    /// The width of a text in these very letters, in points: for paper, where they are
    /// known.
    pub fn on_paper(self, text: &str) -> f64 {
        let widths = if self.bold { &BOLD_WIDTHS } else { &WIDTHS };
        self.in_widths(widths, text)
    }

    /// The width of a text, in points; with room for letters that are a little wider.
    pub fn width(self, text: &str) -> f64 {
        self.in_widths(&WIDTHS, text) * if self.bold { BOLD } else { 1.0 }
    }

    fn in_widths(self, widths: &[u16; 95], text: &str) -> f64 {
        let thousandths: u32 = text.chars().map(|c| u32::from(width(widths, c))).sum();
        f64::from(thousandths) / 1000.0 * self.size
    }

    /// The lines of a text no wider than `width`, but for a word that is wider by
    /// itself.
    pub fn wrap(self, text: &str, width: f64) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        // A no-break space holds words together: only plain ones part them.
        for word in text.split(' ').filter(|word| !word.is_empty()) {
            if let Some(line) = lines.last_mut() {
                let longer = format!("{line} {word}");
                if self.width(&longer) <= width {
                    *line = longer;
                    continue;
                }
            }
            lines.push(word.to_owned());
        }
        lines
    }
}

fn width(widths: &[u16; 95], c: char) -> u16 {
    let plain = match c {
        ' '..='~' => c,
        '\u{a0}' | '\u{202f}' => ' ',
        'à' | 'â' => 'a',
        'ç' => 'c',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'î' | 'ï' | '’' | '‘' => 'i',
        'ô' | 'ö' => 'o',
        'ù' | 'û' | 'ü' => 'u',
        'À' | 'Â' => 'A',
        'É' | 'È' | 'Ê' => 'E',
        'Î' | 'Ï' => 'I',
        'Ô' => 'O',
        '·' => '.',
        // As wide as these, in this font.
        '«' | '»' | '–' => '0',
        'œ' => 'W',
        'Œ' | '—' | '…' | '→' | '←' => '@',
        '°' => 'r',
        '×' | '−' | '●' => '+',
        // Anything else is taken for a wide letter: better too much room.
        _ => 'M',
    };
    let at = u32::from(plain).saturating_sub(u32::from(' '));
    usize::try_from(at).ok().and_then(|at| widths.get(at)).copied().unwrap_or(833)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_no_wider_than_asked_and_lose_no_word() {
        let text = "Y a-t-il un danger immédiat pour la vie de la personne ?";
        let font = Font::regular(8.0);
        let lines = font.wrap(text, 80.0);
        assert!(lines.len() > 1 && lines.iter().all(|line| font.width(line) <= 80.0), "{lines:?}");
        assert_eq!(lines.join(" "), text);
    }
}
