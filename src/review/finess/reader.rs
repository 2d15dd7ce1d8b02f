//! The reading of an extract, slice after slice.

use std::collections::{BTreeMap, BTreeSet};

use super::candidates::Search;
use super::compare::Comparison;
use super::entry::{Cells, Entry};
use super::layout::Layout;
use super::pieces::{Line, Lines, cells, text};
use super::spelling::Spelling;
use super::{Refresh, take};
use crate::model::{Dataset, grammar};
use crate::reading::limits;
use crate::review::Refused;
use crate::review::spreadsheet::other_format;

const AGAIN: &str = "prendre « etalab-cs1100507-stock-….csv » sur data.gouv.fr (FINESS, extraction du \
                     fichier des établissements)";

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

/// What has been read so far.
#[derive(Debug)]
struct State {
    layout: Layout,
    declared: bool,
    date: Option<String>,
    wanted: BTreeSet<String>,
    entries: BTreeMap<String, (u64, Entry)>,
    search: Search,
    departments: BTreeSet<String>,
    /// The wanted numbers that stand on lines that could not be read.
    unread: BTreeSet<String>,
    establishments: u64,
    refused: Vec<Refused>,
    more: u64,
    /// Why nothing of this file is read.
    other: Option<Refused>,
    last_broken: u64,
}

impl Reader {
    /// Ready to read an extract for a dataset.
    pub fn new(data: &Dataset) -> Self {
        let structures = &data.structures.structures;
        let state = State {
            layout: Layout::Unknown,
            declared: false,
            date: None,
            wanted: structures.iter().filter_map(|structure| structure.finess.clone()).collect(),
            entries: BTreeMap::new(),
            search: Search::of(data),
            departments: BTreeSet::new(),
            unread: BTreeSet::new(),
            establishments: 0,
            refused: Vec::new(),
            more: 0,
            other: None,
            last_broken: 0,
        };
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
        const ENOUGH: usize = 64;
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
        self.state.other = other_kind(&head);
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

impl State {
    fn line(&mut self, number: u64, line: Line) {
        if self.other.is_some() {
            return;
        }
        match line {
            Line::TooLong => {
                self.refuse(number, "", "ligne trop longue pour être lue".to_owned());
            }
            Line::Whole(bytes) if bytes.iter().all(u8::is_ascii_whitespace) => {}
            Line::Whole(bytes) => self.text(number, &text(bytes)),
        }
    }

    fn text(&mut self, number: u64, line: &str) {
        if self.layout == Layout::Unknown && !self.recognise(number, line) {
            return;
        }
        if self.layout == Layout::Published && line.starts_with("geolocalisation;") {
            return;
        }
        let Some(cells) = cells(line, self.layout.delimiter()) else {
            let what = "guillemet qui n’est pas refermé".to_owned();
            return self.refuse(number, line, what);
        };
        if self.layout == Layout::Published && cells[0] != "structureet" {
            let what = format!("commence par « {:.30} », et non par « structureet »", cells[0]);
            return self.refuse(number, line, what);
        }
        if let Some(what) = self.layout.wrong_length(cells.len()) {
            return self.refuse(number, line, what);
        }
        let cells = Cells { columns: self.layout.columns(), cells: &cells };
        self.establishment(number, line, &cells);
    }

    fn establishment(&mut self, number: u64, line: &str, cells: &Cells) {
        let finess = cells.number();
        if !grammar::is_finess(&finess) {
            let what = format!("« {finess:.20} » n’est pas un numéro FINESS");
            return self.refuse(number, line, what);
        }
        self.establishments += 1;
        if let Some(department) = finess.get(..2) {
            if !self.departments.contains(department) {
                self.departments.insert(department.to_owned());
            }
        }
        if !self.wanted.contains(&finess) {
            return self.search.consider(cells);
        }
        let entry = cells.entry();
        match self.entries.get(&finess) {
            Some((first, known)) if *known != entry => {
                let what = format!("le numéro {finess} est déjà à la ligne {first}, autrement");
                self.refuse(number, "", what);
            }
            Some(_) => {}
            None => drop(self.entries.insert(finess, (number, entry))),
        }
    }

    /// Learns from a line what the file is; tells whether it is one of an establishment.
    fn recognise(&mut self, number: u64, line: &str) -> bool {
        let first = line.split(';').next().unwrap_or_default();
        if first == "finess" && line.matches(';').count() == 3 {
            self.declared = true;
            let date = line.rsplit(';').next().unwrap_or_default().trim();
            if grammar::is_day(date) {
                self.date = Some(date.to_owned());
            }
            return false;
        }
        if first == "structureet" {
            self.layout = Layout::Published;
            return true;
        }
        let head = Layout::of_head(line);
        if let Some(layout) = head {
            self.layout = layout;
            return false;
        }
        let what = if self.declared {
            format!(
                "c’est une autre extraction de FINESS (« {first:.30} »), pas celle des établissements"
            )
        } else {
            format!("ce n’est pas un extrait de FINESS : il commence par « {line:.60} »")
        };
        self.other = Some(refused(number, &what, AGAIN));
        false
    }

    fn refuse(&mut self, number: u64, line: &str, what: String) {
        self.last_broken = number;
        let numbers = line.split(|c: char| !c.is_ascii_alphanumeric());
        self.unread.extend(numbers.filter(|n| self.wanted.contains(*n)).map(str::to_owned));
        if self.refused.len() < limits::TOLD {
            self.refused.push(refused(
                number,
                &what,
                "reprendre l’extrait, ou corriger cette ligne",
            ));
        } else {
            self.more += 1;
        }
    }

    fn tell_more(&mut self) {
        if self.more > 0 {
            let what =
                format!("il y a {} autres lignes illisibles, qui ne sont pas dites", self.more);
            self.refused.push(refused(self.last_broken, &what, AGAIN));
        }
    }

    fn compared(self, data: &Dataset, date: String, cut: bool) -> Refresh {
        let mut to = Refresh {
            date: date.clone(),
            layout: self.layout,
            establishments: self.establishments,
            proposals: Vec::new(),
            confirmed: Vec::new(),
            newer: 0,
            closed: Vec::new(),
            unread: Vec::new(),
            without_number: self.search.found(),
            refused: self.refused,
        };
        let source = take::extract_id(data, &date);
        let mut all = Comparison { data, source, date, spelling: Spelling::of(data) };
        for structure in &data.structures.structures {
            let Some(number) = &structure.finess else { continue };
            let department = number.get(..2).unwrap_or_default();
            match self.entries.get(number) {
                Some((line, entry)) => all.add(structure, entry, *line, &mut to),
                None if cut
                    || self.unread.contains(number)
                    || !self.departments.contains(department) =>
                {
                    to.unread.push(structure.id.clone());
                }
                None => to.closed.push(structure.id.clone()),
            }
        }
        to
    }
}

fn refused(line: u64, what: &str, fix: &str) -> Refused {
    Refused { line, what: what.to_owned(), fix: fix.to_owned() }
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
