//! What takes long, in another thread: the proof, the comparison, the packaging.

use js_sys::{Object, Reflect, Uint8Array};
use serde_json::json;
use wasm_bindgen::prelude::*;

use crate::check::{Problem, check, check_paths, in_order};
use crate::comparison::{diff, html};
use crate::drawing::diagram;
use crate::model::Dataset;
use crate::packaging::{Fallback, alone, carried, integrity, offline, with_dataset};
use crate::revision::{Folder, Revised, read};

/// Answers a question about files (JSON: name → text). `other` is what it is asked
/// against: other files, or a script.
///
/// # Errors
/// A sentence.
#[wasm_bindgen]
pub fn work(kind: &str, files: &str, other: &str) -> Result<JsValue, JsValue> {
    let folder: Folder = serde_json::from_str(files).map_err(told)?;
    match kind {
        "prove" => Ok(prove(&folder)),
        "show" => Ok(show(&folder)),
        "compare" => compare(&folder, other),
        _ => publish(&folder, other),
    }
}

fn told(error: impl ToString) -> JsValue {
    JsValue::from_str(&error.to_string())
}

/// Every problem that only walking every path shows, as JSON: the page has told the others.
fn prove(folder: &Folder) -> JsValue {
    let Revised { dataset, mut problems } = read(folder);
    problems.extend(dataset.iter().flat_map(check_paths));
    let list: Vec<_> = in_order(problems).iter().map(as_json).collect();
    json!(list).to_string().into()
}

/// The dataset for the widget, as bytes; nothing where it cannot be shown.
fn show(folder: &Folder) -> JsValue {
    let Revised { dataset, problems } = read(folder);
    let shown = dataset.filter(|_| problems.is_empty()).and_then(drawn).as_ref().map(carried);
    shown.map_or(JsValue::NULL, |bytes| Uint8Array::from(bytes.as_slice()).into())
}

fn as_json(problem: &Problem) -> serde_json::Value {
    let Problem { file, pointer, what, fix } = problem;
    json!([file, pointer, what, fix])
}

/// With the drawing that the widget carries; nothing where it cannot be drawn.
fn drawn(mut dataset: Dataset) -> Option<Dataset> {
    dataset.diagram = diagram(&dataset).ok()?;
    Some(dataset)
}

/// `{json, html}`: what changes for people, and the report to print.
fn compare(folder: &Folder, before: &str) -> Result<JsValue, JsValue> {
    let before: Folder = serde_json::from_str(before).map_err(told)?;
    let sound = |folder: &Folder| read(folder).dataset.ok_or_else(|| told("illisible"));
    let found = diff(&sound(&before)?, &sound(folder)?);
    let answer = Object::new();
    put(&answer, "json", &serde_json::to_string(&found).map_err(told)?.into());
    put(&answer, "html", &html(&found).into());
    Ok(answer.into())
}

/// `{script, integrity, page}`: what is published, out of a published script.
fn publish(folder: &Folder, script: &str) -> Result<JsValue, JsValue> {
    let Revised { dataset, mut problems } = read(folder);
    problems.extend(dataset.iter().flat_map(check));
    let sound = dataset.filter(|_| problems.is_empty()).and_then(drawn);
    let dataset = sound.ok_or_else(|| told("ce jeu de données a des fautes"))?;
    let script = with_dataset(script, &dataset).map_err(told)?;
    let page = alone(&dataset, &Fallback::of(&dataset).html()).map_err(told)?;
    let page = offline(&page, &script).map_err(told)?;
    let answer = Object::new();
    put(&answer, "integrity", &integrity(script.as_bytes()).into());
    put(&answer, "page", &page.into());
    put(&answer, "script", &script.into());
    Ok(answer.into())
}

fn put(answer: &Object, name: &str, value: &JsValue) {
    // A new object takes any field.
    let _ = Reflect::set(answer, &name.into(), value);
}
