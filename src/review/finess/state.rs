//! What has been read of an extract so far.

use std::collections::{BTreeMap, BTreeSet};

use super::candidates::Search;
use super::compare::Comparison;
use super::entry::{Cells, Entry};
use super::layout::Layout;
use super::pieces::{Line, cells, text};
use super::spelling::Spelling;
use super::{Refresh, take};
use crate::model::{Dataset, grammar};
use crate::reading::limits;
use crate::review::Refused;

/// What to do about a file that cannot be read.
pub(super) const AGAIN: &str = "prendre « etalab-cs1100507-stock-….csv » sur data.gouv.fr (FINESS, extraction du \
                     fichier des établissements)";

/// What has been read so far.
#[derive(Debug)]
pub(super) struct State {
    layout: Layout,
    pub(super) declared: bool,
    pub(super) date: Option<String>,
    wanted: BTreeSet<String>,
    entries: BTreeMap<String, (u64, Entry)>,
    search: Search,
    departments: BTreeSet<String>,
    /// The wanted numbers that stand on lines that could not be read.
    unread: BTreeSet<String>,
    pub(super) establishments: u64,
    pub(super) refused: Vec<Refused>,
    more: u64,
    /// Why nothing of this file is read.
    pub(super) other: Option<Refused>,
    pub(super) last_broken: u64,
}

impl State {
    pub(super) fn new(data: &Dataset) -> Self {
        let structures = &data.structures.structures;
        Self {
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
        }
    }

    pub(super) fn line(&mut self, number: u64, line: Line) {
        if self.other.is_some() {
            return;
        }
        match line {
            Line::TooLong => {
                self.refuse(number, "", "ligne trop longue pour être lue");
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
            return self.refuse(number, line, "guillemet qui n’est pas refermé");
        };
        if self.layout == Layout::Published && cells[0] != "structureet" {
            let what = format!("commence par « {:.30} », et non par « structureet »", cells[0]);
            return self.refuse(number, line, &what);
        }
        if let Some(what) = self.layout.wrong_length(cells.len()) {
            return self.refuse(number, line, &what);
        }
        let cells = Cells { columns: self.layout.columns(), cells: &cells };
        self.establishment(number, line, &cells);
    }

    fn establishment(&mut self, number: u64, line: &str, cells: &Cells) {
        let finess = cells.number();
        if !grammar::is_finess(&finess) {
            let what = format!("« {finess:.20} » n’est pas un numéro FINESS");
            return self.refuse(number, line, &what);
        }
        self.establishments += 1;
        let department = &finess[..2];
        if !self.departments.contains(department) {
            self.departments.insert(department.to_owned());
        }
        if !self.wanted.contains(&finess) {
            return self.search.consider(cells);
        }
        let entry = cells.entry();
        match self.entries.get(&finess) {
            Some((first, known)) if *known != entry => {
                let what = format!("le numéro {finess} est déjà à la ligne {first}, autrement");
                self.refuse(number, "", &what);
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

    fn refuse(&mut self, number: u64, line: &str, what: &str) {
        self.last_broken = number;
        let numbers = line.split(|c: char| !c.is_ascii_alphanumeric());
        self.unread.extend(numbers.filter(|n| self.wanted.contains(*n)).map(str::to_owned));
        if self.refused.len() < limits::TOLD {
            self.refused.push(refused(
                number,
                what,
                "reprendre l’extrait, ou corriger cette ligne",
            ));
        } else {
            self.more += 1;
        }
    }

    pub(super) fn tell_more(&mut self) {
        if self.more > 0 {
            let what =
                format!("il y a {} autres lignes illisibles, qui ne sont pas dites", self.more);
            self.refused.push(refused(self.last_broken, &what, AGAIN));
        }
    }

    pub(super) fn compared(self, data: &Dataset, date: String, cut: bool) -> Refresh {
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

pub(super) fn refused(line: u64, what: &str, fix: &str) -> Refused {
    Refused { line, what: what.to_owned(), fix: fix.to_owned() }
}
