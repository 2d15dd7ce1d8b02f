//! The answers as the fragment of an address.
//!
//! `1~92~2025.1~a~3fa9c2d1~urgence.non~profil.proche~commune.92023`: the version of
//! this format, the filière, the version of the data, the clock (`o` for working
//! hours, `a` for on call), the [fingerprint](super::fingerprint) of the outcome, then
//! each answer after its question. All of it is of the characters that no address
//! needs to escape, and can be read by whoever is sent one.

use std::fmt;

use crate::orientation::Answers;

/// The version of this format.
const FORMAT: &str = "1";
/// What stands between the parts.
const BETWEEN: char = '~';
/// What stands between a question and its answer.
const ANSWERED: char = '.';
/// The longest fragment that is read, in bytes; a flow has a dozen questions.
const LONGEST: usize = 1_000;

/// What a link holds.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Link {
    /// The filière's id.
    pub filiere: String,
    /// The version of the data it was made with.
    pub version: String,
    /// Whether it was made on on-call hours.
    pub on_call: bool,
    /// The fingerprint of the outcome it was made at.
    pub fingerprint: u32,
    /// The answers.
    pub answers: Answers,
}

/// Why a fragment is no link.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum LinkError {
    /// It is cut, altered, or never was one.
    Damaged,
    /// It was made by a version of the widget that this one does not know.
    UnknownFormat,
}

impl fmt::Display for LinkError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Damaged => "le lien est incomplet ou altéré",
            Self::UnknownFormat => "le lien vient d’une autre version du widget",
        })
    }
}

impl Link {
    /// The link as text, to be put after `#op=`.
    pub fn encode(&self) -> String {
        let clock = if self.on_call { "a" } else { "o" };
        let mut text =
            [FORMAT, &self.filiere, &self.version, clock, &format!("{:08x}", self.fingerprint)]
                .join("~");
        for (question, answer) in &self.answers {
            text.push(BETWEEN);
            text.push_str(question);
            text.push(ANSWERED);
            text.push_str(answer);
        }
        text
    }

    /// Reads a link. Nothing is promised of its answers but their form: what they
    /// mean is for [`super::reopen`] to see.
    pub fn decode(text: &str) -> Result<Self, LinkError> {
        if text.len() > LONGEST {
            return Err(LinkError::Damaged);
        }
        // Some programs escape the tilde, and some take the full stop of the
        // sentence that ends with the link for a part of it.
        let text = text.replace("%7E", "~").replace("%7e", "~");
        let text = text.trim_end_matches(|c: char| !c.is_ascii_alphanumeric());
        let mut parts = text.split(BETWEEN);
        let mut next = || parts.next().filter(|part| !part.is_empty()).ok_or(LinkError::Damaged);
        if next()? != FORMAT {
            return Err(LinkError::UnknownFormat);
        }
        let filiere = word(next()?)?;
        let version = word(next()?)?;
        let on_call = clock(next()?)?;
        let fingerprint = fingerprint(next()?)?;
        let answers = parts.map(answered).collect::<Result<Answers, _>>()?;
        if answers.is_empty() {
            return Err(LinkError::Damaged);
        }
        Ok(Self { filiere, version, on_call, fingerprint, answers })
    }
}

fn clock(text: &str) -> Result<bool, LinkError> {
    match text {
        "a" => Ok(true),
        "o" => Ok(false),
        _ => Err(LinkError::Damaged),
    }
}

fn fingerprint(text: &str) -> Result<u32, LinkError> {
    let plain = text.len() == 8 && text.bytes().all(|b| b.is_ascii_hexdigit());
    let read = plain.then(|| u32::from_str_radix(text, 16).ok()).flatten();
    read.ok_or(LinkError::Damaged)
}

fn answered(part: &str) -> Result<(String, String), LinkError> {
    let (question, answer) = part.split_once(ANSWERED).ok_or(LinkError::Damaged)?;
    Ok((word(question)?, word(answer)?))
}

/// Ids and versions are of letters, digits, hyphens and full stops, the last two
/// never at an end.
fn word(text: &str) -> Result<String, LinkError> {
    let plain = |b: u8| b.is_ascii_alphanumeric() || b == b'-' || b == b'.';
    let ends = |byte: Option<u8>| byte.is_some_and(|b| b.is_ascii_alphanumeric());
    let whole = ends(text.bytes().next()) && ends(text.bytes().last());
    let good = whole && text.bytes().all(plain);
    good.then(|| text.to_owned()).ok_or(LinkError::Damaged)
}
