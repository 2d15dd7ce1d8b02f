//! Every path is walked: whatever renders a sheet says all of it, in its order, and no
//! sheet holds more than a tired person reads.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;
use std::thread;

use crate::common::DATA;
use orientation_palliative::keep::{text_lines, vcard};
use orientation_palliative::model::{QuestionKind, Voice};
use orientation_palliative::orientation::{Communes, Walk, each_path, outcome_of, refines};
use orientation_palliative::tool::vignettes::shown;
use orientation_palliative::wording::{Block, Entry, Part, Sheet};

/// What was found over every path, each fault with the first path that shows it.
#[derive(Default)]
struct Found {
    paths: usize,
    /// What was said already: most paths say what another has said.
    said: BTreeSet<String>,
    /// The structures whose contact cards were read already, as they are told.
    entries: BTreeSet<String>,
    faults: BTreeMap<&'static str, String>,
    /// The most questions asked before the outcome: of a family, of a professional.
    asked: [usize; 2],
    /// The most numbers that stand there before anything is opened.
    numbers: usize,
}

static FOUND: LazyLock<Found> = LazyLock::new(|| {
    let read = |on_call| {
        let mut found = Found::default();
        each_path(&DATA, on_call, Communes::OneByOffer, &mut |walk| found.read(walk));
        found
    };
    thread::scope(|scope| {
        let night = scope.spawn(move || read(true));
        read(false).and(night.join().expect("read to the end"))
    })
});

impl Found {
    /// What two walks found.
    fn and(mut self, other: Self) -> Self {
        self.paths += other.paths;
        self.faults.extend(other.faults);
        self.asked = [0, 1].map(|who| self.asked[who].max(other.asked[who]));
        self.numbers = self.numbers.max(other.numbers);
        self
    }

    fn read(&mut self, walk: &Walk) {
        self.paths += 1;
        let sheet = Sheet::lay(walk, &outcome_of(walk));
        let sentences = sheet.sentences();
        if self.said.insert(sentences.join("\n")) {
            let said: Vec<String> = sentences.into_iter().map(plain).collect();
            let text = plain(&text_lines(&DATA, &sheet).join("\n"));
            self.compare("the copied text", walk, &text, &said);
            let document = plain(&unescaped(&shown(&sheet)));
            self.compare("the situations’ document", walk, &document, &said);
            for entry in sheet.blocks().flat_map(Block::all) {
                self.card(walk, entry);
            }
        }
        self.numbers = self.numbers.max(sheet.shown_phones().count());
        let who = usize::from(sheet.voice == Voice::Professional);
        self.asked[who] = self.asked[who].max(asked(walk));
        if walk.next.is_none() && !sheet.sections.iter().any(|s| s.part <= Part::Next) {
            self.fault("a first thing to do", walk, "nothing stands under now, nor under next");
        }
    }

    /// Each sentence stands after the one before it.
    fn compare(&mut self, what: &'static str, walk: &Walk, text: &str, said: &[String]) {
        let mut rest = text;
        for sentence in said {
            match rest.split_once(sentence.as_str()) {
                Some((_, after)) => rest = after,
                None => return self.fault(what, walk, &format!("{sentence} is not in {text}")),
            }
        }
    }

    /// A contact card holds what is said of one structure.
    fn card(&mut self, walk: &Walk, entry: &Entry) {
        if !self.entries.insert(format!("{entry:?}")) {
            return;
        }
        let Some(card) = vcard(entry) else { return };
        let unfolded = card.replace("\r\n ", "").replace("\\,", ",").replace("\\;", ";");
        let lines = unfolded.split("\r\n");
        let of = |start: &str| -> String {
            lines.clone().filter(|line| line.starts_with(start)).collect::<Vec<_>>().join("\n")
        };
        let state = entry.state.iter().map(|(_, told)| told);
        let told = entry.does.iter().chain(&entry.near).chain(state).chain(&entry.ask);
        let told: Vec<String> = told.chain(&entry.remarks).map(|said| plain(said)).collect();
        self.compare("the note of the contact card", walk, &plain(&of("NOTE:")), &told);
        let name = [plain(&entry.name)];
        self.compare("the name on the contact card", walk, &plain(&of("FN:")), &name);
        let digits: Vec<String> = entry.phones.iter().map(|phone| phone.digits.clone()).collect();
        self.compare("the numbers on the contact card", walk, &of("TEL;"), &digits);
        let places: Vec<String> = entry.addresses.iter().map(|said| plain(said)).collect();
        self.compare("the addresses on the contact card", walk, &plain(&of("ADR;")), &places);
    }

    fn fault(&mut self, what: &'static str, walk: &Walk, told: &str) {
        let path = &walk.situation.path;
        self.faults.entry(what).or_insert_with(|| format!("{path:?}: {told}"));
    }
}

/// What two renderings may write otherwise: spaces, and headings in capitals.
fn plain(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ").to_lowercase()
}

fn unescaped(html: &str) -> String {
    html.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

/// Questions asked before the outcome; neither a stop nor what only sharpens it.
fn asked(walk: &Walk) -> usize {
    let path = &walk.situation.path;
    let asked = path.iter().enumerate().filter(|(before, (id, _))| {
        let mut then = walk.situation.clone();
        then.truncate(*before);
        let question = DATA.question(id).expect("a question of the flow");
        question.kind != QuestionKind::Stop && !refines(question, &then)
    });
    asked.count()
}

#[test]
fn whatever_renders_a_sheet_says_all_of_it_in_its_order() {
    assert!(FOUND.paths > 10_000, "only {} paths", FOUND.paths);
    let told: Vec<String> =
        FOUND.faults.iter().map(|(what, path)| format!("{what}: {path}")).collect();
    assert!(told.is_empty(), "{}", told.join("\n\n"));
}

#[test]
fn at_most_three_numbers_stand_there_before_anything_is_opened() {
    assert_eq!(FOUND.numbers, 3, "the most on any path");
}

#[test]
fn help_comes_after_six_questions_for_a_family_and_seven_for_a_professional() {
    assert_eq!(FOUND.asked, [6, 7]);
    // The page that says who reads spares its visitors one.
    assert_eq!(DATA.flow.start, "profil");
}
