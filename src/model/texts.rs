//! Every sentence that somebody reads, by key, in two voices.

use serde::{Deserialize, Serialize};

use super::Map;

/// One file of `texts/<language>/`: from a key to its text. The full key of a
/// text is the file's name without `.json`, a dot, and the key in the file.
pub type TextFile = Map<Text>;

/// The texts of one language: file name without `.json` → its texts.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
#[serde(transparent)]
pub struct Texts(pub Map<TextFile>);

/// To whom a text speaks.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Voice {
    /// The ill person or a relative: plain words.
    #[default]
    Public,
    /// A professional: the contract's vocabulary, exact and short.
    Professional,
}

/// A text, the same for everybody or one for each voice. `{name}` marks a value
/// filled in when it is shown.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Text {
    /// The same for everybody.
    Same(String),
    /// One for each voice.
    Voices {
        /// For the ill person or a relative.
        public: String,
        /// For a professional.
        professionnel: String,
    },
}

impl Text {
    /// The text in that voice.
    pub fn voice(&self, voice: Voice) -> &str {
        match (self, voice) {
            (Self::Same(text), _) => text,
            (Self::Voices { public, .. }, Voice::Public) => public,
            (Self::Voices { professionnel, .. }, Voice::Professional) => professionnel,
        }
    }
}

impl Texts {
    /// The text under a full key (`questions.profil.legend`), if there is one.
    pub fn find(&self, key: &str, voice: Voice) -> Option<&str> {
        let (file, rest) = key.split_once('.')?;
        Some(self.0.get(file)?.get(rest)?.voice(voice))
    }

    /// The text under a full key. [`super::check`] refuses a dataset that lacks
    /// one; should it happen all the same, the key stands in its place.
    pub fn get<'a>(&'a self, key: &'a str, voice: Voice) -> &'a str {
        self.find(key, voice).unwrap_or(key)
    }

    /// The text under a full key, with each `{name}` replaced by its value.
    pub fn fill(&self, key: &str, voice: Voice, values: &[(&str, &str)]) -> String {
        let text = self.get(key, voice).to_owned();
        values.iter().fold(text, |text, (name, value)| text.replace(&format!("{{{name}}}"), value))
    }
}
