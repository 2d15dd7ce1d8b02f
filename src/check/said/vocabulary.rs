//! What the sentences of an outcome may not say.

use std::collections::BTreeSet;

use crate::orientation::may_call;
use crate::wording::{Block, Sheet};

use super::super::voices::{Foreign, Rules, foreign_words};
use super::reach::pointer;
use super::{Faults, Said};

/// Checks the sentences of one outcome; each sentence once in each voice.
pub(super) fn check(said: &Said, rules: &Rules, known: &mut BTreeSet<String>, faults: &mut Faults) {
    let data = said.walk.situation.data;
    let voice = said.sheet.voice;
    for block in said.sheet.blocks().filter(|block| calls_in_vain(said, block)) {
        let what = format!("« {} » dit d’appeler sans numéro", block.title);
        let fix = "écrire title.no-phone et body.no-phone pour ce groupe";
        faults.note(said, pointer(data, said, &block.id), what, fix);
    }
    for sentence in said.sheet.sentences() {
        if !known.insert(format!("{voice:?} {sentence}")) {
            continue;
        }
        if is_key(said, sentence) {
            let what = format!("le texte « {sentence} » n’a rien pour la voix « {} »", voice.id());
            faults.note(said, "/rules".to_owned(), what, "l’écrire dans texts/fr");
        }
        // A structure bears the name it has.
        let own = nameless(sentence, said.sheet);
        for Foreign { word, reason } in foreign_words(&own, voice, rules) {
            let what = format!("la voix « {} » lit « {word} » ({reason}) : {sentence}", voice.id());
            let fix = "le dire autrement, ou écrire un texte à part pour cette voix";
            faults.note(said, "/rules".to_owned(), what, fix);
        }
    }
}

/// Whether a resource is to be called that has no number. People whom no directory
/// lists have left theirs to the visitor.
fn calls_in_vain(said: &Said, block: &Block) -> bool {
    let data = said.walk.situation.data;
    let words = [Some(&block.title), block.body.as_ref(), block.say.as_ref()];
    let calls = words.into_iter().flatten().any(|text| {
        let text = text.to_lowercase();
        text.split(|c: char| !c.is_alphabetic())
            .any(|word| data.voices.call.iter().any(|c| c == word))
    });
    let reached = block
        .all()
        .any(|entry| !entry.phones.is_empty() && may_call(data, said.sheet.voice, &entry.kind));
    calls && !reached && block.all().next().is_some()
}

/// A sentence without the names of structures.
fn nameless(sentence: &str, sheet: &Sheet) -> String {
    let entries = sheet.blocks().flat_map(Block::all);
    entries.fold(sentence.to_owned(), |text, entry| text.replace(&entry.name, ""))
}

/// Whether a sentence is the key of a text that is missing in this voice.
fn is_key(said: &Said, sentence: &str) -> bool {
    let texts = &said.walk.situation.data.texts;
    let file = sentence.split_once('.').map(|(file, _)| file);
    file.is_some_and(|file| texts.0.contains_key(file)) && !sentence.contains(' ')
}
