//! The situations that a committee signs, against the draft: where it departs from what
//! they expect, and its acceptance, one by one.

use serde_json::Value;

use super::draft::Draft;
use crate::model::{Dataset, Vignette};

/// A situation that the draft no longer leads to what is expected.
#[derive(Clone, Debug, PartialEq)]
pub struct Departure {
    /// The file of the situation.
    pub file: String,
    /// JSON pointer of the situation.
    pub at: String,
    /// Its id.
    pub id: String,
    /// Who asks and for what, as the file says it.
    pub title: String,
    /// What is shown otherwise, a sentence each.
    pub differences: Vec<String>,
}

/// Every situation that departs. Those that cannot be read are told by `check`.
pub fn departures(draft: &Draft, data: &Dataset) -> Vec<Departure> {
    let mut found = Vec::new();
    for (file, at, vignette) in all(draft) {
        let differences = vignette.differences(data);
        if !differences.is_empty() {
            let (id, title) = (vignette.id.clone(), vignette.situation.clone());
            found.push(Departure { file, at, id, title, differences });
        }
    }
    found
}

/// How many situations there are.
pub fn count(draft: &Draft) -> usize {
    all(draft).len()
}

/// Takes what the draft shows for what is expected.
///
/// # Errors
/// The situation cannot be played: its answers lead nowhere any more.
pub fn accept(
    draft: &mut Draft,
    title: &str,
    data: &Dataset,
    departure: &Departure,
) -> Result<(), String> {
    let Departure { file, at, .. } = departure;
    let before = draft.value(file, at).cloned().ok_or("cette situation n’est plus là")?;
    let vignette: Vignette = serde_json::from_value(before).map_err(|error| error.to_string())?;
    let accepted = vignette.accepted(data)?;
    for (field, value) in [
        ("expected", serde_json::to_value(&accepted.expected)),
        ("offered", serde_json::to_value(&accepted.offered)),
    ] {
        let value = value.map_err(|error| error.to_string())?;
        let place = format!("{at}/{field}");
        if draft.value(file, &place).is_some() {
            draft.set(title, file, &place, Some(value))?;
        }
    }
    Ok(())
}

fn all(draft: &Draft) -> Vec<(String, String, Vignette)> {
    let files: Vec<&str> = draft.names().filter(|name| name.starts_with("vignettes/")).collect();
    let mut found = Vec::new();
    for file in files {
        let list = draft.value(file, "/vignettes").and_then(Value::as_array);
        for (at, one) in list.into_iter().flatten().enumerate() {
            if let Ok(vignette) = serde_json::from_value::<Vignette>(one.clone()) {
                found.push((file.to_owned(), format!("/vignettes/{at}"), vignette));
            }
        }
    }
    found
}
