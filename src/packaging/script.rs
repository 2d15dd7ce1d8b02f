//! The part of a packaged script that is the dataset's. It stands apart from the wasm, so
//! another dataset needs no compilation.

use anyhow::{Context, Result};

use super::encode::{Encoded, ascii, decode, encode, literal, sum};
use super::page::{Fallback, alone};
use crate::model::{Dataset, UNCARRIED, Voices, bundle};

/// Where the dataset begins in a script, and what follows it.
const FIRST: &str = "const BUNDLE = ";
const AFTER: &str = "const WASM = ";

/// The dataset as a part of the script: its bytes, what is said without the widget, and
/// the page of the copies that visitors keep. `address`: where the widget is hosted alone,
/// if it is.
pub fn data(dataset: &Dataset, address: Option<&str>) -> Result<String> {
    let fallback = Fallback::of(dataset);
    // A copy that somebody keeps leads to no page but itself.
    let page = alone(dataset, &fallback.html())?;
    let fallback = fallback.leading_to(address);
    let fallback = constant("FALLBACK", &ascii(&serde_json::to_string(&fallback)?));
    Ok(bytes("BUNDLE", &carried(dataset)) + &fallback + &constant("PAGE", &literal(&page)))
}

/// A packaged script with another dataset in place of its own: the wasm is the same.
pub fn with_dataset(script: &str, dataset: &Dataset) -> Result<String> {
    let first = script.find(FIRST).context("the script holds no dataset")?;
    let last = script.find(AFTER).context("the script holds no wasm")?;
    let address = address_in(script);
    Ok([&script[..first], &data(dataset, address.as_deref())?, &script[last..]].concat())
}

/// Where the widget of a script is hosted alone.
fn address_in(script: &str) -> Option<String> {
    // JavaScript's short escape is not JSON's.
    let json = value(script, "FALLBACK")?.replace("\\x", "\\u00");
    let fallback: serde_json::Value = serde_json::from_str(&json).ok()?;
    fallback["page"]["href"].as_str().map(str::to_owned)
}

/// The dataset as the script carries it: without the texts that no visitor reads, nor
/// what only a check does.
pub fn carried(dataset: &Dataset) -> Vec<u8> {
    let mut dataset = dataset.clone();
    for file in UNCARRIED {
        dataset.texts.0.remove(file);
    }
    dataset.voices = Voices::default();
    bundle::to_bytes(&dataset)
}

/// The dataset that a script carries, or a page with a script in it.
///
/// # Errors
/// A sentence in French: there is none, it was altered, or another version wrote it.
pub fn dataset_in(text: &str) -> Result<Dataset, String> {
    let none = "ce fichier ne contient pas de jeu de données : déposer le script \
                orientation-palliative*.js ou la page hors ligne, tels que publiés";
    let all = (value(text, "BUNDLE"), value(text, "BUNDLE_ORDER"), value(text, "BUNDLE_SUM"));
    let (Some(carried), Some(order), Some(expected)) = all else { return Err(none.to_owned()) };
    let encoded = Encoded { order: order.to_owned(), text: carried.to_owned() };
    let bytes = decode(&encoded).filter(|bytes| sum(bytes).to_string() == expected);
    let bytes = bytes.ok_or(
        "le jeu de données de ce fichier a été modifié ou tronqué : reprendre le fichier publié",
    )?;
    bundle::from_bytes(&bytes).map_err(|error| {
        format!(
            "ce fichier a été fait par une autre version, qui écrit ses données autrement ({error})"
        )
    })
}

/// The value of a constant of a script, without its quotes.
fn value<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    let start = format!("const {name} = ");
    let rest = &text[text.find(&start)? + start.len()..];
    let value = &rest[..rest.find(";\n")?];
    Some(value.trim_matches('\''))
}

/// What the parts of a script speak of in capitals.
pub fn constant(name: &str, value: &str) -> String {
    format!("const {name} = {value};\n")
}

/// Bytes, and what `decode.js` needs to read them.
pub fn bytes(name: &str, bytes: &[u8]) -> String {
    let Encoded { order, text } = encode(bytes);
    constant(name, &format!("'{text}'"))
        + &constant(&format!("{name}_ORDER"), &literal(&order))
        + &constant(&format!("{name}_SIZE"), &bytes.len().to_string())
        + &constant(&format!("{name}_SUM"), &sum(bytes).to_string())
}
