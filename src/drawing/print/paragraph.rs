//! Text of several looks, broken into lines.

use crate::drawing::picture::layout::Point;
use crate::drawing::picture::svg::{INK, Picture, room};
use crate::drawing::picture::text::Font;
use crate::markup::escape;

/// From one line to the next, in sizes of the font.
const LEADING: f64 = 1.16;

/// Some words of one look.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    text: String,
    bold: bool,
    fill: &'static str,
}

impl Run {
    /// Regular, in ink.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), bold: false, fill: INK }
    }

    /// Bold, in ink.
    pub fn bold(text: impl Into<String>) -> Self {
        Self { bold: true, ..Self::plain(text) }
    }

    /// The same in another colour.
    pub fn fill(self, fill: &'static str) -> Self {
        Self { fill, ..self }
    }

    /// Some of its words as an element of their own: not every engine gives several looks
    /// in one element the room that is theirs.
    fn element(&self, (x, y): Point, font: Font, words: &str) -> String {
        format!(
            "<text x=\"{x:.1}\" y=\"{y:.1}\" font-size=\"{}\" fill=\"{}\"{}{}>{}</text>\n",
            font.size,
            self.fill,
            if self.bold { " font-weight=\"bold\"" } else { "" },
            room(font.on_paper(words)),
            escape(words),
        )
    }
}

/// Text broken into lines.
#[derive(Clone, Debug)]
pub struct Paragraph {
    lines: Vec<Vec<Run>>,
    size: f64,
}

impl Paragraph {
    /// Breaks some runs into lines no wider than `width`, but for a word that is wider
    /// by itself.
    pub fn of(runs: &[Run], size: f64, width: f64) -> Self {
        let mut lines: Vec<Vec<Run>> = Vec::new();
        let space = Font::regular(size).on_paper(" ");
        let mut reached = f64::INFINITY;
        for run in runs {
            let font = Font { size, bold: run.bold };
            for word in run.text.split(' ').filter(|word| !word.is_empty()) {
                let wide = font.on_paper(word);
                let here = lines.last_mut().filter(|_| reached + space + wide <= width);
                if let Some(line) = here {
                    append(line, run, word);
                    reached += space + wide;
                } else {
                    lines.push(vec![Run { text: word.to_owned(), ..run.clone() }]);
                    reached = wide;
                }
            }
        }
        Self { lines, size }
    }

    /// Text of one look.
    pub fn plain(text: &str, font: Font, width: f64) -> Self {
        Self::of(&[Run { bold: font.bold, ..Run::plain(text) }], font.size, width)
    }

    /// Its height, in points.
    pub fn height(&self) -> f64 {
        self.lines.iter().map(|_| self.size * LEADING).sum()
    }

    /// Draws it from a top left corner; returns where the next line would stand.
    pub fn draw(&self, picture: &mut Picture, (x, y): Point) -> f64 {
        let mut top = y;
        for line in &self.lines {
            let mut left = x;
            for run in line {
                let font = Font { size: self.size, bold: run.bold };
                let words = run.text.trim_start();
                // The space before it stands between two elements.
                left += font.on_paper(&run.text[..run.text.len() - words.len()]);
                picture.elements += &run.element((left, top + self.size * 0.9), font, words);
                left += font.on_paper(words);
            }
            top += self.size * LEADING;
        }
        top
    }
}

fn append(line: &mut Vec<Run>, run: &Run, word: &str) {
    match line.last_mut().filter(|last| last.bold == run.bold && last.fill == run.fill) {
        Some(last) => last.text += &format!(" {word}"),
        None => line.push(Run { text: format!(" {word}"), ..run.clone() }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_two_looks_share_a_line_and_keep_their_order() {
        let runs = [Run::bold("Une équipe"), Run::plain("vient en appui chez vous")];
        let paragraph = Paragraph::of(&runs, 8.0, 90.0);
        assert!(paragraph.lines.len() > 1);
        assert_eq!(paragraph.lines[0].len(), 2, "{:?}", paragraph.lines);
        let words = |line: &Vec<Run>| line.iter().map(|run| run.text.clone()).collect::<String>();
        let said: Vec<String> = paragraph.lines.iter().map(words).collect();
        assert_eq!(said.join(" "), "Une équipe vient en appui chez vous");
    }
}
