//! Finding a structure by what somebody types: its name or another spelling, what
//! it does, the commune, with a slip or two.

use std::ops::Range;

use crate::model::{CareSetting, Dataset, OpenTo, Voice, row_name};

use super::fold;
use super::matching::{Match, Word, asked, match_word, words};
use super::roles::{Role, roles};

/// How many structures are shown at once.
pub const PAGE: usize = 20;

/// What narrows a search, besides the words.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Filters {
    /// A row, or a kind of a neighbouring department's entry.
    pub kind: Option<String>,
    /// A territory, `departement`, `region` or `elsewhere`.
    pub territory: Option<String>,
    /// Where it works.
    pub place: Option<CareSetting>,
    /// A level of the gradation.
    pub level: Option<u8>,
    /// Who may turn to it directly, as far as a source says so.
    pub open_to: Option<OpenTo>,
}

impl Filters {
    /// Whether a role passes.
    fn pass(&self, role: &Role) -> bool {
        self.kind.as_ref().is_none_or(|kind| kind == role.kind)
            && self.territory.as_ref().is_none_or(|territory| territory == role.territory)
            && self.place.is_none_or(|place| role.works_at(place))
            && self.level.is_none_or(|level| role.is_of_level(level))
            && self.open_to.is_none_or(|wanted| role.serves(wanted))
    }
}

/// A structure that answers a search.
#[derive(Clone, Debug)]
pub struct Hit<'a> {
    /// The role that answers best.
    pub role: Role<'a>,
    /// Its other roles that pass the filters.
    pub others: Vec<Role<'a>>,
    /// What answers in its name, in bytes, in order.
    pub marks: Vec<Range<usize>>,
}

/// Everything a search looks at, folded once.
#[derive(Clone, Debug)]
pub struct Index<'a> {
    entries: Vec<Entry<'a>>,
}

#[derive(Clone, Debug)]
struct Entry<'a> {
    role: Role<'a>,
    name: Vec<Word>,
    /// Whole names and other spellings, folded.
    spellings: Vec<String>,
    aliases: Vec<Word>,
    kind: Vec<Word>,
    places: Vec<Word>,
}

impl<'a> Index<'a> {
    /// Folds a dataset.
    pub fn new(data: &'a Dataset) -> Self {
        Self {
            entries: roles(data).into_iter().map(|role| Entry::new(data, role)).collect::<Vec<_>>(),
        }
    }

    /// The structures that answer every word, best first; all that pass the filters
    /// when there is no word.
    pub fn search(&self, typed: &str, filters: &Filters) -> Vec<Hit<'a>> {
        let (asked, whole) = (asked(typed), fold(typed));
        let passing = self.entries.iter().filter(|entry| filters.pass(&entry.role));
        let mut ranked: Vec<(u32, &Entry)> =
            passing.filter_map(|entry| Some((entry.score(&asked, &whole)?, entry))).collect();
        // Equals stay in the order of the table.
        ranked.sort_by_key(|(score, _)| u32::MAX - score);
        let mut hits: Vec<Hit> = Vec::new();
        for (_, entry) in ranked {
            let id = &entry.role.structure.id;
            match hits.iter_mut().find(|hit| hit.role.structure.id == *id) {
                Some(hit) => hit.others.push(entry.role.clone()),
                None => hits.push(entry.hit(&asked)),
            }
        }
        hits
    }
}

/// The structures that answer, best first.
pub fn search<'a>(data: &'a Dataset, typed: &str, filters: &Filters) -> Vec<Hit<'a>> {
    Index::new(data).search(typed, filters)
}

/// Hits by role, in the order of their best ones.
pub fn by_role<'h, 'a>(hits: &'h [Hit<'a>]) -> Vec<(&'a str, Vec<&'h Hit<'a>>)> {
    let mut groups: Vec<(&str, Vec<&Hit>)> = Vec::new();
    for hit in hits {
        match groups.iter_mut().find(|(kind, _)| *kind == hit.role.kind) {
            Some((_, group)) => group.push(hit),
            None => groups.push((hit.role.kind, vec![hit])),
        }
    }
    groups
}

impl<'a> Entry<'a> {
    fn new(data: &Dataset, role: Role<'a>) -> Self {
        let structure = role.structure;
        let kind = row_name(data, Voice::Professional, role.kind);
        let all = |texts: &[&str]| texts.iter().flat_map(|text| words(text)).collect::<Vec<_>>();
        let aliases: Vec<&str> = structure.aliases.iter().map(String::as_str).collect();
        Self {
            name: words(&structure.name),
            spellings: [structure.name.as_str()]
                .iter()
                .chain(&aliases)
                .map(|s| fold(s))
                .collect::<Vec<_>>(),
            aliases: all(&aliases),
            kind: all(&[&kind, role.kind]),
            places: all(&[&role.places[..], &role.postal[..]].concat()),
            role,
        }
    }

    /// How well it answers; `None` when a word finds nothing.
    fn score(&self, asked: &[String], whole: &str) -> Option<u32> {
        let words = asked.iter().map(|word| self.word_score(word));
        let words: u32 = words.sum::<Option<u32>>()?;
        let named = self.spellings.iter().any(|spelling| spelling == whole);
        let begins = !whole.is_empty() && self.spellings.iter().any(|s| s.starts_with(whole));
        Some(words + 1000 * u32::from(named) + 100 * u32::from(begins))
    }

    /// The best answer to one word: a name counts more than a place, the word itself
    /// more than a slip.
    fn word_score(&self, word: &str) -> Option<u32> {
        let fields = [(&self.name, 3), (&self.aliases, 2), (&self.kind, 1), (&self.places, 0)];
        let best = |(field, worth): (&Vec<Word>, u32)| {
            let best = field.iter().filter_map(|w| match_word(word, &w.folded)).max()?;
            let exact = match best {
                Match::Same => 40,
                Match::Start => 30,
                Match::Slip => 10,
            };
            Some(exact + worth)
        };
        fields.into_iter().filter_map(best).max()
    }

    fn hit(&self, asked: &[String]) -> Hit<'a> {
        let answers = |w: &&Word| asked.iter().any(|word| match_word(word, &w.folded).is_some());
        let marks =
            self.name.iter().filter(answers).map(|word| word.range.clone()).collect::<Vec<_>>();
        Hit { role: self.role.clone(), others: Vec::new(), marks }
    }
}
