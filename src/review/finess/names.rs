//! Names as they are compared: words that count, abbreviations in full.

use std::collections::BTreeSet;

use crate::directory::fold;
use crate::model::Structure;

use super::entry::Entry;

/// What says nothing of whom a name names.
const SMALL: &str = "a ap aphp au aux d de des du en et hp l la le les s site sur";

/// Kinds of service that one house may have several of, each with its number.
const KINDS: &str = "ehpad had ssiad";

/// What many establishments are called.
const COMMON: &str = "accompagnement accueil antenne association cabinet centre clinique domicile dispositif \
    departemental dac ehpad equipe etablissement fondation gerontologique groupe had \
    hopital hopitaux hospitalier institut maison medecin medical medicale mobile \
    palliatifs plateforme point prive residence sante service soins ssiad unite \
    universitaires";

/// The words that count in a name.
pub(super) fn words(name: &str) -> BTreeSet<String> {
    let folded = fold(name);
    let counted = folded.split(' ').filter(|word| !word.is_empty() && !is_one_of(SMALL, word));
    counted.flat_map(|word| in_full(word).split(' ')).map(str::to_owned).collect()
}

/// Whether a word tells establishments apart.
pub(super) fn is_telling(word: &str) -> bool {
    !is_one_of(COMMON, word) && word.contains(char::is_alphabetic)
}

fn is_one_of(list: &str, word: &str) -> bool {
    list.split(' ').any(|known| known == word)
}

/// What the register shortens, and what it means.
const SHORT: [&str; 11] = [
    "ch centre hospitalier",
    "chu centre hospitalier universitaire",
    "clin clinique",
    "crf croix rouge francaise",
    "ctre centre",
    "fond fondation",
    "ghu hopitaux universitaires",
    "hop hopital",
    "hosp hopital",
    "hu hopitaux universitaires",
    "inst institut",
];

fn in_full(word: &str) -> &str {
    let known = SHORT.iter().filter_map(|line| line.split_once(' '));
    known.into_iter().find(|(short, _)| *short == word).map_or(word, |(_, full)| full)
}

/// Whether the register names a structure as the dataset does, under its name or another
/// spelling: one of the two may say more than the other, and call the house otherwise.
pub(super) fn same(structure: &Structure, entry: &Entry) -> bool {
    let known = [&structure.name].into_iter().chain(&structure.aliases).map(|name| words(name));
    let said = [&entry.name, &entry.long_name, &entry.complement];
    let said: Vec<_> = said.into_iter().filter(|name| !name.is_empty()).map(|n| words(n)).collect();
    known.into_iter().any(|known| said.iter().any(|said| alike(&known, said)))
}

fn alike(one: &BTreeSet<String>, other: &BTreeSet<String>) -> bool {
    let kinds = |words: &BTreeSet<String>| {
        KINDS.split(' ').filter(|kind| words.contains(*kind)).collect::<BTreeSet<_>>()
    };
    let (mine, theirs) = (kinds(one), kinds(other));
    if !mine.is_empty() && !theirs.is_empty() && mine.is_disjoint(&theirs) {
        return false;
    }
    let told_by = |few: &BTreeSet<String>, many: &BTreeSet<String>| {
        let mut telling = few.iter().filter(|word| is_telling(word)).peekable();
        telling.peek().is_some() && telling.all(|word| many.contains(word))
    };
    one == other || told_by(one, other) || told_by(other, one)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn abbreviations_articles_and_places_say_no_other_name() {
        let structure = |name: &str| {
            let text = format!(r#"{{"id": "a", "name": "{name}", "sources": []}}"#);
            serde_json::from_str::<Structure>(&text).unwrap()
        };
        let entry = |name: &str| Entry { name: name.to_owned(), ..Entry::default() };
        let same = |a: &str, b: &str| same(&structure(a), &entry(b));
        let puteaux = "Centre hospitalier Rives de Seine – site de Puteaux";
        assert!(same(puteaux, "CH RIVES DE SEINE SITE PUTEAUX"));
        assert!(same("EHPAD Résidence Les Vignes, Nanterre", "EHPAD RESIDENCE LES VIGNES"));
        assert!(same("SSIAD de Courbevoie", "SSIAD DE COURBEVOIE"));
        assert!(!same("SSIAD de Courbevoie", "SSIAD DE SURESNES"));
        assert!(same("HAD AP-HP", "HAD AP HP"));
        assert!(same("Hôpital Beaujon AP-HP", "GHU APHP NORD UNIVERSITE PARIS CITE SITE BEAUJON"));
        assert!(same("SSIAD Croix-Rouge française de Clichy", "SSIAD CRF CLICHY"));
        assert!(!same("SSIAD Fondation Aulagnier", "EHPAD MAISON DE RETRAITE AULAGNIER"));
        assert!(!same("SSIAD de Courbevoie", "SSIAD"));
        assert!(!same("Hôpital Foch", "HOPITAL PRIVE DU MONT"));
    }
}
