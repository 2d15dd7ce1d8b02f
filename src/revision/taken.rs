//! What comes back from outside, put into the draft: answers, the national register.

use super::draft::Draft;
use super::edit::Edit;
use crate::model::{Sources, Structures};
use crate::reading::to_text_keeping_comments;

/// Puts structures and sources in place of those of the draft, in one step; the remarks
/// and the layout of the files stay.
///
/// # Errors
/// A file of the draft is no JSON.
pub fn take_over(
    draft: &mut Draft,
    title: &str,
    structures: &Structures,
    sources: &Sources,
) -> Result<(), String> {
    let told = |error: anyhow::Error| error.to_string();
    let edit = |file: &str, after: String, before: String| Edit::Text {
        file: file.to_owned(),
        before: Some(before),
        after: Some(after),
    };
    let (old, cited) = (draft.text("structures.json"), draft.text("sources.json"));
    let new = to_text_keeping_comments(structures, &old).map_err(told)?;
    let citing = to_text_keeping_comments(sources, &cited).map_err(told)?;
    let edits = vec![edit("structures.json", new, old), edit("sources.json", citing, cited)];
    draft.step(title, edits)
}
