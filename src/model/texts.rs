//! Every sentence that somebody reads, by key, in the voice of whoever reads it.

use serde::{Deserialize, Serialize};

use super::{Map, Message};

/// One file of `texts/<language>/`: from a key to its text. The full key of a
/// text is the file's name without `.json`, a dot, and the key in the file.
pub type TextFile = Map<Text>;

/// The texts of one language: file name without `.json` → its texts.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
#[serde(transparent)]
pub struct Texts(pub Map<TextFile>);

/// To whom a text speaks.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, Ord, PartialEq, PartialOrd, Serialize)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
pub enum Voice {
    /// Whoever it is: nobody has said yet.
    #[default]
    #[serde(rename = "public")]
    Anyone,
    /// The ill person.
    #[serde(rename = "malade")]
    Patient,
    /// A relative of the ill person.
    #[serde(rename = "proche")]
    Relative,
    /// A relative of somebody who has died.
    #[serde(rename = "deuil")]
    Bereaved,
    /// A professional: the contract's vocabulary, exact and short.
    #[serde(rename = "professionnel")]
    Professional,
}

impl Voice {
    /// Every voice.
    pub const ALL: [Self; 5] =
        [Self::Anyone, Self::Patient, Self::Relative, Self::Bereaved, Self::Professional];

    /// The name used in data.
    pub fn id(self) -> &'static str {
        match self {
            Self::Anyone => "public",
            Self::Patient => "malade",
            Self::Relative => "proche",
            Self::Bereaved => "deuil",
            Self::Professional => "professionnel",
        }
    }
}

/// A text, the same for everybody or by voice. `{name}` marks a value filled in when
/// it is shown.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Text {
    /// The same for everybody.
    Same(String),
    /// By voice.
    Voices(Spoken),
}

/// A text by voice. Whoever has none of their own reads that for the public; a
/// professional never does.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Spoken {
    /// For whoever is not a professional.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub public: Option<String>,
    /// For the ill person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub malade: Option<String>,
    /// For a relative.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proche: Option<String>,
    /// For a relative of somebody who has died.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deuil: Option<String>,
    /// For a professional.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub professionnel: Option<String>,
}

impl Spoken {
    /// The text in that voice; `None` when it has none and may not read the public's.
    pub fn voice(&self, voice: Voice) -> Option<&str> {
        let own = match voice {
            Voice::Anyone => None,
            Voice::Patient => self.malade.as_deref(),
            Voice::Relative => self.proche.as_deref(),
            Voice::Bereaved => self.deuil.as_deref(),
            Voice::Professional => return self.professionnel.as_deref(),
        };
        own.or(self.public.as_deref())
    }

    /// Every text, with the voice it is written for.
    pub fn all(&self) -> impl Iterator<Item = (Voice, &str)> {
        let texts = [&self.public, &self.malade, &self.proche, &self.deuil, &self.professionnel];
        Voice::ALL
            .into_iter()
            .zip(texts)
            .filter_map(|(voice, text)| Some((voice, text.as_deref()?)))
    }
}

impl Text {
    /// The text in that voice, if it has one.
    pub fn voice(&self, voice: Voice) -> Option<&str> {
        match self {
            Self::Same(text) => Some(text),
            Self::Voices(spoken) => spoken.voice(voice),
        }
    }

    /// Every sentence of it, with the voice it is written for; none: for everybody.
    pub fn all(&self) -> Vec<(Option<Voice>, &str)> {
        match self {
            Self::Same(text) => vec![(None, text)],
            Self::Voices(spoken) => spoken.all().map(|(voice, text)| (Some(voice), text)).collect(),
        }
    }
}

impl Texts {
    /// The text under a full key (`questions.profil.legend`), if there is one.
    pub fn find(&self, key: &str, voice: Voice) -> Option<&str> {
        let (file, rest) = key.split_once('.')?;
        self.0.get(file)?.get(rest)?.voice(voice)
    }

    /// The text under a full key. [`crate::check`] refuses a dataset that lacks
    /// one; should it happen all the same, the key stands in its place.
    pub fn get<'a>(&'a self, key: &'a str, voice: Voice) -> &'a str {
        self.find(key, voice).unwrap_or(key)
    }

    /// A message, with each `{name}` of its text replaced by its value.
    pub fn say(&self, message: &Message, voice: Voice) -> String {
        let text = self.get(message.key, voice).to_owned();
        message
            .values()
            .fold(text, |text, (name, value)| text.replace(&format!("{{{name}}}"), value))
    }
}
