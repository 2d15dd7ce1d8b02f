//! A dataset as bytes: what the widget carries.
//!
//! JSON is what people write; reading it takes more code than everything else the
//! widget does. The bytes (`pack`) hold no names, so they begin with the
//! version of the format, and bytes of another one are refused instead of misread.

use std::fmt;

use super::Dataset;
use super::pack::{Packed, Reader, Writer};

/// The version of the format. It is raised with every change of how a value is packed: a
/// test compares golden bytes.
const FORMAT: u32 = 1;

/// Why bytes are not a dataset.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum BundleError {
    /// They are of another version of the format.
    Format,
    /// They are not as they were made.
    Damaged,
}

impl fmt::Display for BundleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Format => "the dataset is of another version of the format",
            Self::Damaged => "the dataset is damaged",
        })
    }
}

/// A dataset as bytes.
pub fn to_bytes(data: &Dataset) -> Vec<u8> {
    let mut content = Writer::default();
    data.write(&mut content);
    let content = content.finish();
    let mut bytes = FORMAT.to_le_bytes().to_vec();
    bytes.extend(mark(START, &content).to_le_bytes());
    bytes.extend(content);
    bytes
}

/// A dataset, from the bytes that [`to_bytes`] made.
pub fn from_bytes(bytes: &[u8]) -> Result<Dataset, BundleError> {
    let (format, rest) = bytes.split_first_chunk().ok_or(BundleError::Damaged)?;
    if u32::from_le_bytes(*format) != FORMAT {
        return Err(BundleError::Format);
    }
    let (sum, content) = rest.split_first_chunk().ok_or(BundleError::Damaged)?;
    if u32::from_le_bytes(*sum) != mark(START, content) {
        return Err(BundleError::Damaged);
    }
    let mut content = Reader::new(content).ok_or(BundleError::Damaged)?;
    Ok(Dataset::read(&mut content))
}

const START: u32 = 0x811c_9dc5;

/// FNV-1a: enough against mistakes; against malice stands the integrity attribute.
const fn mark(start: u32, bytes: &[u8]) -> u32 {
    let mut sum = start;
    let mut at = 0;
    while at < bytes.len() {
        sum = (sum ^ bytes[at] as u32).wrapping_mul(0x0100_0193);
        at += 1;
    }
    sum
}
