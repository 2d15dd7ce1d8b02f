//! Nobody reads a sentence that was meant for somebody else: every text that a voice can
//! read is there in that voice, and holds none of the words that this voice never says.

mod readers;

use crate::directory::fold;
use crate::model::{Dataset, UNCARRIED, Voice, Voices};

use super::Problem;
use super::texts::required;
use readers::Readers;

/// [`Voices`] made ready to be compared with many sentences.
#[derive(Debug, Default)]
pub struct Rules<'a>(Vec<Rule<'a>>);

#[derive(Debug)]
struct Rule<'a> {
    voices: &'a [Voice],
    words: Vec<(&'a str, Vec<String>)>,
    except: Vec<Vec<String>>,
    reason: &'a str,
}

/// A word found in a sentence whose voice never says it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Foreign<'a> {
    /// The word or phrase, as the rule writes it.
    pub word: &'a str,
    /// Why the voice never says it.
    pub reason: &'a str,
}

impl<'a> Rules<'a> {
    /// The rules of a dataset.
    pub fn of(voices: &'a Voices) -> Self {
        let ready = voices.never.iter().map(|never| Rule {
            voices: &never.voices,
            words: never.words.iter().map(|word| (word.as_str(), words(word))).collect(),
            except: never.except.iter().map(|phrase| words(phrase)).collect(),
            reason: &never.reason,
        });
        Self(ready.collect())
    }
}

/// The words of a sentence that a voice never says.
pub fn foreign_words<'a>(text: &str, voice: Voice, rules: &Rules<'a>) -> Vec<Foreign<'a>> {
    let said = words(text);
    let mut found = Vec::new();
    for rule in rules.0.iter().filter(|rule| rule.voices.contains(&voice)) {
        let said = without(&said, &rule.except);
        let foreign = rule.words.iter().filter(|(_, word)| places(&said, word).next().is_some());
        found.extend(foreign.map(|(word, _)| Foreign { word, reason: rule.reason }));
    }
    found
}

fn words(text: &str) -> Vec<String> {
    fold(text).split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// The words, with nothing that matches where an excepted phrase stood.
fn without(said: &[String], except: &[Vec<String>]) -> Vec<String> {
    let mut left = said.to_vec();
    for phrase in except {
        for at in places(said, phrase) {
            left[at..at + phrase.len()].iter_mut().for_each(String::clear);
        }
    }
    left
}

/// Where a phrase begins among words.
fn places<'w>(said: &'w [String], phrase: &'w [String]) -> impl Iterator<Item = usize> + 'w {
    let same = |(said, word): (&String, &String)| is_form_of(said, word);
    let windows = said.windows(phrase.len().max(1)).enumerate();
    windows
        .filter(move |(_, window)| !phrase.is_empty() && window.iter().zip(phrase).all(same))
        .map(|(at, _)| at)
}

/// Whether a word is another, or its plural.
fn is_form_of(said: &str, word: &str) -> bool {
    said.strip_prefix(word).is_some_and(|end| ["", "s", "x"].contains(&end))
}

/// Every text of a dataset, in every voice that can read it.
pub fn check(data: &Dataset) -> Vec<Problem> {
    let readers = Readers::of(data);
    let mut problems = unspoken(data, &readers);
    problems.extend(foreign(data, &readers));
    problems
}

/// Texts that somebody needs and that are not there in their voice.
fn unspoken(data: &Dataset, readers: &Readers) -> Vec<Problem> {
    let mut problems = Vec::new();
    for key in required(data) {
        let Some((file, rest)) = key.split_once('.').filter(|(file, _)| !UNCARRIED.contains(file))
        else {
            continue;
        };
        let Some(text) = data.texts.0.get(file).and_then(|texts| texts.get(rest)) else { continue };
        for voice in readers.of_key(&key).into_iter().filter(|v| text.voice(*v).is_none()) {
            let what = format!("ce texte n’a rien pour la voix « {} », qui le lit", voice.id());
            let fix = format!("lui ajouter \"{}\": \"…\"", voice.id());
            problems.push(Problem::new(file_name(file), format!("/{rest}"), what, fix));
        }
    }
    problems
}

/// Texts with a word that their reader's voice never says.
fn foreign(data: &Dataset, readers: &Readers) -> Vec<Problem> {
    let rules = Rules::of(&data.voices);
    let apart: Vec<&String> = data.voices.apart.iter().flat_map(|apart| &apart.keys).collect();
    let mut problems = Vec::new();
    for (file, texts) in data.texts.0.iter().filter(|(file, _)| !UNCARRIED.contains(&file.as_str()))
    {
        for (rest, text) in texts {
            let key = format!("{file}.{rest}");
            if apart.iter().any(|start| key.starts_with(start.as_str())) {
                continue;
            }
            for voice in readers.of_key(&key) {
                let said = text.voice(voice).map(unfilled);
                let found = said.map(|said| foreign_words(&said, voice, &rules));
                for Foreign { word, reason } in found.unwrap_or_default() {
                    let what = format!("la voix « {} » y lit « {word} » ({reason})", voice.id());
                    let fix = "le dire autrement, ou écrire un texte à part pour cette voix";
                    problems.push(Problem::new(file_name(file), format!("/{rest}"), what, fix));
                }
            }
        }
    }
    problems
}

/// A text without the names of the values that are filled in.
fn unfilled(text: &str) -> String {
    let mut pieces = text.split('{');
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |text, piece| text + piece.split_once('}').map_or(piece, |(_, rest)| rest))
}

fn file_name(stem: &str) -> String {
    format!("texts/fr/{stem}.json")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Never;

    fn found(text: &str, voice: Voice) -> Vec<String> {
        let never = |voices: &[Voice], words: &[&str], except: &[&str]| Never {
            voices: voices.to_vec(),
            words: words.iter().map(|word| (*word).to_owned()).collect(),
            except: except.iter().map(|phrase| (*phrase).to_owned()).collect(),
            reason: "parce que".to_owned(),
        };
        let voices = Voices {
            never: vec![
                never(&[Voice::Patient], &["votre proche", "la personne malade"], &[]),
                never(
                    &[Voice::Patient, Voice::Relative],
                    &["recensé", "dispositif", "fin de vie"],
                    &["dispositif d’appui à la coordination"],
                ),
            ],
            ..Voices::default()
        };
        let rules = Rules::of(&voices);
        foreign_words(text, voice, &rules).iter().map(|f| f.word.to_owned()).collect()
    }

    #[test]
    fn a_word_is_found_whatever_its_case_accents_and_plural() {
        assert_eq!(found("RECENSES ici", Voice::Patient), ["recensé"]);
        assert_eq!(found("Les dispositifs recensés", Voice::Relative), ["recensé", "dispositif"]);
        assert_eq!(found("L’accompagnement de fin de\u{a0}vie.", Voice::Relative), ["fin de vie"]);
    }

    #[test]
    fn a_part_of_a_word_or_of_a_phrase_is_not_found() {
        assert_eq!(found("Votre proximité, la fin du jour", Voice::Patient), [""; 0]);
        assert_eq!(found("Une personne malade", Voice::Patient), [""; 0]);
        assert_eq!(found("", Voice::Patient), [""; 0]);
    }

    #[test]
    fn each_voice_has_its_own_words() {
        assert_eq!(found("Appelez votre proche", Voice::Patient), ["votre proche"]);
        assert_eq!(found("Appelez votre proche", Voice::Relative), [""; 0]);
        assert_eq!(found("Le dispositif", Voice::Professional), [""; 0]);
    }

    #[test]
    fn an_excepted_phrase_excuses_itself_only() {
        assert_eq!(found("Dispositif d’appui à la coordination (DAC)", Voice::Relative), [""; 0]);
        let both = "Le dispositif d’appui à la coordination, un dispositif";
        assert_eq!(found(both, Voice::Relative), ["dispositif"]);
    }
}
