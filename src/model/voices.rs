//! What a voice never says: the words by which a sentence is known to speak to
//! somebody else.

use serde::{Deserialize, Serialize};

use super::Voice;

/// `voices.json`. Only the tool reads it: what runs in a browser carries none of it.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Voices {
    /// Where an editor finds the schema of this file.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// Words that tell somebody to call: they stand only beside a number.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub call: Vec<String>,
    /// What must never be read, and by whom.
    pub never: Vec<Never>,
    /// The texts that are not held to it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub apart: Vec<Apart>,
}

/// Words that some voices never say.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Never {
    /// Whose voices.
    pub voices: Vec<Voice>,
    /// Words and phrases, compared as whole words, whatever their case, accents and plural.
    pub words: Vec<String>,
    /// Whole phrases in which they may stand all the same.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub except: Vec<String>,
    /// Why; whoever breaks it reads this.
    pub reason: String,
}

/// Texts that are written for other readers, whatever their voice.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Apart {
    /// What their full keys begin with (`gradation.`).
    pub keys: Vec<String>,
    /// Why.
    pub reason: String,
}
