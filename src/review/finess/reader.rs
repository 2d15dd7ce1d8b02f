//! The reading of an extract, slice after slice.

use super::Refresh;
use super::pieces::Lines;
use super::state::{AGAIN, State, refused};
use crate::model::{Dataset, grammar};
use crate::review::Refused;
use crate::review::spreadsheet::other_format;

/// An extract of the register that is being read. It owns what it compares with: slices
/// come over many turns.
#[derive(Debug)]
pub struct Reader {
    data: Dataset,
    state: State,
    lines: Lines,
    /// The first bytes, until there are enough to tell a file of another kind.
    head: Option<Vec<u8>>,
}

/// How many bytes tell a file of another kind.
const ENOUGH: usize = 64;

impl Reader {
    /// Ready to read an extract for a dataset.
    pub fn new(data: &Dataset) -> Self {
        let state = State::new(data);
        Self { data: data.clone(), state, lines: Lines::default(), head: Some(Vec::new()) }
    }

    /// Takes the day of the extract from the name of its file, unless the extract says it:
    /// `etalab-cs1100507-stock-20260512-0339.csv`.
    #[must_use]
    pub fn named(mut self, name: &str) -> Self {
        let digits = name.split(|c: char| !c.is_ascii_digit());
        let dates = digits.filter(|part| part.len() == 8);
        let dates = dates.map(|d| format!("{}-{}-{}", &d[..4], &d[4..6], &d[6..]));
        self.state.date = dates.into_iter().find(|date| grammar::is_day(date)).or(self.state.date);
        self
    }

    /// Takes the day of the extract from whoever knows it, unless the extract says it.
    #[must_use]
    pub fn dated(mut self, date: &str) -> Self {
        self.state.date = Some(date.to_owned());
        self
    }

    /// Takes the next bytes of the file.
    pub fn push(&mut self, bytes: &[u8]) {
        match &mut self.head {
            None => self.read(bytes),
            Some(head) => {
                head.extend_from_slice(bytes);
                if head.len() >= ENOUGH {
                    self.begin();
                }
            }
        }
    }

    fn begin(&mut self) {
        let head = self.head.take().unwrap_or_default();
        // However they came: judged by the same bytes.
        self.state.other = other_kind(&head[..head.len().min(ENOUGH)]);
        self.read(head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&head));
    }

    fn read(&mut self, bytes: &[u8]) {
        if self.state.other.is_none() {
            let state = &mut self.state;
            self.lines.push(bytes, |number, line| state.line(number, line));
        }
    }

    /// What the extract says; why it cannot be read otherwise, every fault told.
    pub fn finish(mut self) -> Result<Refresh, Vec<Refused>> {
        if self.head.is_some() {
            self.begin();
        }
        let Self { data, mut state, mut lines, .. } = self;
        let mut last = 0;
        let cut = lines.finish(|number, line| {
            last = number;
            state.line(number, line);
        }) && state.last_broken == last;
        if let Some(other) = state.other {
            return Err(vec![other]);
        }
        if cut {
            let what = "le fichier s’arrête au milieu de cette ligne (téléchargement incomplet ?)";
            state.refused.push(refused(last, what, AGAIN));
        }
        state.tell_more();
        if state.establishments == 0 {
            let what = if last == 0 && state.refused.is_empty() && !state.declared {
                "ce fichier est vide"
            } else {
                "aucun établissement n’a pu être lu dans ce fichier"
            };
            state.refused.insert(0, refused(1, what, AGAIN));
            return Err(state.refused);
        }
        let Some(date) = state.date.take() else {
            let what = "ni la première ligne ni le nom du fichier ne disent la date de cet extrait";
            let fix = "la donner (--date AAAA-MM-JJ)";
            state.refused.insert(0, refused(1, what, fix));
            return Err(state.refused);
        };
        Ok(state.compared(&data, date, cut))
    }
}

/// What a file is that is no extract.
fn other_kind(head: &[u8]) -> Option<Refused> {
    let two_bytes =
        head.starts_with(b"\xff\xfe") || head.starts_with(b"\xfe\xff") || head.contains(&0);
    let what = match other_format(head) {
        Some("un document JSON") => "un document JSON (le nouveau flux FINESS+ ?)",
        Some("un classeur (xlsx, ods)") => "une archive ZIP ou un classeur (xlsx, ods)",
        Some(other) => other,
        None if head.starts_with(b"\x1f\x8b") => "une archive compressée (gz)",
        None if two_bytes => "un fichier en UTF-16, ou qui n’est pas un texte",
        None => return None,
    };
    Some(refused(1, &format!("c’est {what}, pas un extrait CSV de FINESS"), AGAIN))
}
