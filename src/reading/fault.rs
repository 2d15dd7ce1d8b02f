//! What a reader of types refused, in French: serde says it in English, in sentences
//! that its documentation fixes.

use serde_json::{Value, json};

/// What is wrong with a value.
#[derive(Debug, Eq, PartialEq)]
pub(super) enum Fault {
    /// An object lacks this field.
    Missing(String),
    /// An object has a field that its type lacks.
    Unknown(String),
    /// The value is not one of these words.
    Choice(Vec<String>),
    /// The value is not of this type, in French.
    Type(String),
    /// The value has none of the forms of its type.
    Form,
}

impl Fault {
    /// What a message of serde says.
    pub fn of(message: &str) -> Self {
        let expected = message.split_once(", expected ").map_or("", |(_, expected)| expected);
        let first = || quoted(message).next().unwrap_or_default();
        if message.starts_with("missing field") {
            Self::Missing(first())
        } else if message.starts_with("unknown field") {
            Self::Unknown(first())
        } else if message.starts_with("unknown variant") {
            Self::Choice(quoted(expected).collect())
        } else if message.starts_with("invalid") {
            in_french(expected).map_or(Self::Form, Self::Type)
        } else {
            Self::Form
        }
    }

    /// What is wrong with a value, and how to fix it.
    pub fn explain(&self, value: &Value) -> (String, String) {
        let shown = shorten(value);
        match self {
            Self::Missing(field) => {
                (format!("il manque \"{field}\""), format!("ajouter \"{field}\""))
            }
            Self::Unknown(field) => (
                format!("champ inconnu : « {field} »"),
                "corriger son nom (voir le schéma) ou l’enlever".to_owned(),
            ),
            Self::Choice(words) => (
                format!("{shown} n’est pas une valeur permise"),
                format!("choisir parmi {}", words.join(", ")),
            ),
            Self::Type(expected) => {
                (format!("{shown} n’est pas {expected}"), format!("écrire {expected}"))
            }
            Self::Form => (
                format!("{shown} n’a aucune des formes permises"),
                "comparer à ses voisines et au schéma".to_owned(),
            ),
        }
    }

    /// A value of each type, one of which the reader may take in the place of a wrong one.
    pub fn stand_ins() -> Vec<Value> {
        vec![json!(""), json!(0), json!([]), json!({}), json!(false), json!([0, 0])]
    }

    /// The first word that is permitted, by itself and as the name of a form.
    pub fn permitted(&self) -> Vec<Value> {
        match self {
            Self::Choice(words) => words
                .first()
                .map_or(Vec::new(), |word| vec![json!(word), json!({ word.as_str(): "" })]),
            _ => Vec::new(),
        }
    }
}

/// The words between backquotes.
fn quoted(text: &str) -> impl Iterator<Item = String> {
    text.split('`').skip(1).step_by(2).map(str::to_owned)
}

/// A type that serde names.
fn in_french(expected: &str) -> Option<String> {
    let number = |kind: &[char]| {
        expected.strip_prefix(kind).is_some_and(|bits| bits == "size" || bits.parse::<u8>().is_ok())
    };
    Some(match expected {
        "a string" | "string" => "un texte".to_owned(),
        "a boolean" => "true ou false".to_owned(),
        "a sequence" => "une liste".to_owned(),
        "a map" => "un objet".to_owned(),
        "string or map" => "un des mots permis".to_owned(),
        _ if number(&['u', 'i']) => "un nombre entier".to_owned(),
        _ if number(&['f']) => "un nombre".to_owned(),
        _ if expected.starts_with("struct ") => "un objet".to_owned(),
        _ => {
            let length = expected.strip_prefix("an array of length ")?;
            format!("une liste de {length} valeurs")
        }
    })
}

fn shorten(value: &Value) -> String {
    const LONGEST: usize = 60;
    let text = value.to_string();
    if text.chars().count() <= LONGEST {
        return text;
    }
    text.chars().take(LONGEST).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sentence_of_serde_is_understood() {
        let words = ["a", "b"].map(str::to_owned).to_vec();
        for (message, fault) in [
            ("missing field `title`", Fault::Missing("title".to_owned())),
            ("unknown field `titel`, expected `id` or `title`", Fault::Unknown("titel".to_owned())),
            ("unknown variant `x`, expected `a` or `b`", Fault::Choice(words)),
            ("invalid type: integer `3`, expected a string", Fault::Type("un texte".to_owned())),
            ("invalid type: string \"x\", expected u8", Fault::Type("un nombre entier".to_owned())),
            ("invalid type: null, expected struct Hours", Fault::Type("un objet".to_owned())),
            (
                "invalid length 1, expected an array of length 2",
                Fault::Type("une liste de 2 valeurs".to_owned()),
            ),
            ("data did not match any variant of untagged enum When", Fault::Form),
        ] {
            assert_eq!(Fault::of(message), fault, "{message}");
        }
    }
}
