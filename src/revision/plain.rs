//! How plain a French sentence is.

use crate::check;

/// The ease of a French text after Kandel and Moles (1958), who fitted Flesch's measure
/// to French: 207 − 1.015 × words a sentence − 73.6 × syllables a word. About 100: read
/// with ease; under 50: hard. `None` for a text without words.
///
/// It counts what makes a text hard for a tired reader, long sentences and long words;
/// it knows nothing of rare ones.
pub fn plainness(text: &str) -> Option<f64> {
    let words: Vec<&str> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.chars().any(char::is_alphabetic))
        .collect();
    if words.is_empty() {
        return None;
    }
    let ends = text.split(['.', '!', '?', ':', ';', '…']);
    let sentences = ends.filter(|part| part.chars().any(char::is_alphabetic)).count().max(1);
    let syllables: usize = words.iter().map(|word| syllables(word)).sum();
    let (words, sentences, syllables) = (count(words.len()), count(sentences), count(syllables));
    Some(207.0 - 1.015 * words / sentences - 73.6 * syllables / words)
}

fn count(number: usize) -> f64 {
    u32::try_from(number).map_or(f64::MAX, f64::from)
}

/// The syllables of a French word as it is spoken: groups of vowels, without the silent
/// end of « aide », « aides » and « aident ».
fn syllables(word: &str) -> usize {
    const VOWELS: &str = "aeiouyàâäéèêëîïôöùûüœæ";
    let word = word.to_lowercase();
    let silent = ["es", "ent", "e"].into_iter().find(|end| word.ends_with(end));
    let groups = |text: &str| {
        let mut before = false;
        let mut groups = 0;
        for letter in text.chars() {
            let vowel = VOWELS.contains(letter);
            groups += usize::from(vowel && !before);
            before = vowel;
        }
        groups
    };
    let all = groups(&word);
    // « moment » and « trente » end alike; a word of two letters keeps its vowel.
    let stem = silent.map(|end| groups(&word[..word.len() - end.len()]));
    match stem {
        Some(stem) if stem > 0 && stem < all => stem,
        _ => all.max(1),
    }
}

/// The values that a text is filled with, as `{name}`.
pub fn placeholders(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for name in check::placeholders(text) {
        let plain = name.chars().all(|c| c.is_ascii_alphanumeric() || "_-".contains(c));
        let name = format!("{{{name}}}");
        if plain && !found.contains(&name) {
            found.push(name);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_are_counted_as_they_are_spoken() {
        let cases = [
            ("le", 1),
            ("aide", 1),
            ("aident", 1),
            ("médecin", 3),
            ("hôpital", 3),
            ("soins", 1),
            ("infirmière", 3),
            ("eau", 1),
            ("palliatifs", 3),
        ];
        for (word, expected) in cases {
            assert_eq!(syllables(word), expected, "{word}");
        }
    }

    #[test]
    fn short_sentences_of_short_words_are_plainer() {
        let plain = plainness("Appelez le 15. On vous dit quoi faire.").unwrap();
        let hard = plainness(
            "L’orientation vers une structure d’hospitalisation spécialisée nécessite une \
             évaluation pluridisciplinaire préalable des besoins d’accompagnement.",
        )
        .unwrap();
        assert!(plain > 90.0 && hard < 30.0, "{plain} {hard}");
        assert_eq!(plainness("15 !"), None);
    }

    #[test]
    fn what_a_text_is_filled_with_is_found_once() {
        assert_eq!(placeholders("de {name} à {name}, {to-do}"), ["{name}", "{to-do}"]);
        assert!(placeholders("{\"public\": \"rien\"}").is_empty());
    }
}
