//! Which voices can read a text: those that its question is asked in, or that its rule
//! answers; every voice of the dataset where neither decides.

use std::collections::BTreeSet;

use crate::model::{Dataset, Voice};
use crate::orientation::{Communes, Situation, Walk, each_path, possible_answers};

/// What each voice meets on some path.
pub(super) struct Readers<'a> {
    data: &'a Dataset,
    rules: BTreeSet<(&'a str, Voice)>,
    questions: BTreeSet<(&'a str, Voice)>,
    answers: BTreeSet<(&'a str, &'a str, Voice)>,
}

impl<'a> Readers<'a> {
    /// Walks the paths of a dataset.
    pub fn of(data: &'a Dataset) -> Self {
        let mut readers = Self {
            data,
            rules: BTreeSet::new(),
            questions: BTreeSet::new(),
            answers: BTreeSet::new(),
        };
        for on_call in [false, true] {
            each_path(data, on_call, Communes::OneByTerritory, &mut |walk| readers.meet(walk));
        }
        readers
    }

    /// Who reads the text of a full key.
    pub fn of_key(&self, key: &str) -> Vec<Voice> {
        let (file, rest) = key.split_once('.').unwrap_or((key, ""));
        let met = |voice: &Voice| match file {
            "rules" => self.rules.contains(&(rest, *voice)),
            "groups" => self.reads_group(rest, *voice),
            "questions" => self.reads_question(rest, *voice),
            _ => match rest.strip_prefix("summary.").filter(|_| file == "ui") {
                Some(said) => self.reads_question(said, *voice),
                None => true,
            },
        };
        self.voices().filter(met).collect()
    }

    /// Whoever it is, and those whom the dataset tells apart.
    fn voices(&self) -> impl Iterator<Item = Voice> + '_ {
        let spoken = |voice: &Voice| {
            *voice == Voice::Anyone || self.data.flow.voices.iter().any(|s| s.voice == *voice)
        };
        Voice::ALL.into_iter().filter(spoken)
    }

    fn reads_group(&self, rest: &str, voice: Voice) -> bool {
        let text = rest.split('.').next().unwrap_or(rest);
        let mut rules = self.data.flow.rules.iter().filter(|rule| rule.text_key() == text);
        let named = self.data.flow.rules.iter().any(|rule| rule.text_key() == text);
        !named || rules.any(|rule| self.rules.contains(&(rule.id.as_str(), voice)))
    }

    /// A question's own texts, or those of one of its answers.
    fn reads_question(&self, rest: &str, voice: Voice) -> bool {
        let mut parts = rest.split('.');
        let question = parts.next().unwrap_or(rest);
        match parts.next().unwrap_or_default() {
            "legend" | "hint" => self.questions.contains(&(question, voice)),
            answer => self.answers.contains(&(question, answer, voice)),
        }
    }

    fn meet(&mut self, walk: &Walk<'a>) {
        let situation = &walk.situation;
        let voice = situation.voice();
        let rules = self.data.flow.rules.iter().filter(|rule| situation.holds(&rule.when));
        self.rules.extend(rules.map(|rule| (rule.id.as_str(), voice)));
        let mut before = Situation::start(self.data, situation.on_call);
        for (asked, given) in &situation.path {
            let Some(question) = self.data.question(asked) else { continue };
            let then = before.voice();
            let offered = possible_answers(question, &before);
            self.answers.extend(offered.into_iter().map(|answer| (*asked, answer, then)));
            // The answers given are told again at the end.
            self.answers.insert((asked, given, voice));
            self.questions.extend([(*asked, then), (*asked, voice)]);
            before.push(question, given);
        }
    }
}
