//! A dataset that somebody is revising.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::content::{Content, Folder, Revised, read};
use super::edit::{Edit, Step, put, value_at};

/// A dataset under revision: what was opened, and every step since. It is saved as it is
/// and comes back with its undo.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
pub struct Draft {
    opened: Folder,
    /// What the files hold now.
    files: BTreeMap<String, Content>,
    pub(super) done: Vec<Step>,
    pub(super) undone: Vec<Step>,
}

impl Draft {
    /// Nothing changed yet.
    pub fn of(opened: Folder) -> Self {
        let files = opened.iter().map(|(name, text)| (name.clone(), Content::of(text))).collect();
        Self { opened, files, done: Vec::new(), undone: Vec::new() }
    }

    /// The files as they were opened.
    pub fn opened(&self) -> &Folder {
        &self.opened
    }

    /// The names of the files.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    /// Whether there is such a file.
    pub(super) fn has(&self, file: &str) -> bool {
        self.files.contains_key(file)
    }

    /// The files as they are: one that was not changed has the very text that it had.
    pub fn folder(&self) -> Folder {
        self.files.keys().map(|name| (name.clone(), self.text(name))).collect()
    }

    /// The text of a file; empty when there is none.
    pub fn text(&self, file: &str) -> String {
        let Some(content) = self.files.get(file) else { return String::new() };
        match self.opened.get(file) {
            // What no step touches is not looked at: this is asked at every letter typed.
            Some(text) if !self.is_touched(file) || Content::of(text) == *content => text.clone(),
            _ => content.text(),
        }
    }

    /// Whether a step since the opening changes a file.
    fn is_touched(&self, file: &str) -> bool {
        self.done.iter().flat_map(|step| &step.edits).any(|edit| edit.file() == file)
    }

    /// A value of a file.
    pub fn value(&self, file: &str, at: &str) -> Option<&Value> {
        match self.files.get(file)? {
            Content::Json(root) => value_at(root, at),
            Content::Text(_) => None,
        }
    }

    /// The steps done since the opening, the last one last.
    pub fn done(&self) -> &[Step] {
        &self.done
    }

    /// The steps undone, the next to be done again last.
    pub fn undone(&self) -> &[Step] {
        &self.undone
    }

    /// Whether nothing differs from what was opened.
    pub fn is_unchanged(&self) -> bool {
        self.folder() == self.opened
    }

    /// Reads the files as a dataset; what they say together is not judged.
    pub fn read(&self) -> Revised {
        read(&self.folder())
    }

    /// Does several changes as one step: all of them, or none.
    ///
    /// # Errors
    /// One of them cannot be done.
    pub fn step(&mut self, title: &str, edits: Vec<Edit>) -> Result<(), String> {
        let edits: Vec<Edit> = edits.into_iter().filter(changes).collect();
        if edits.is_empty() {
            return Ok(());
        }
        let step = Step { title: title.to_owned(), edits };
        self.apply(&step)?;
        self.done.push(step);
        self.undone.clear();
        Ok(())
    }

    /// Takes the last step back.
    pub fn undo(&mut self) {
        if let Some(step) = self.done.pop() {
            // What was done can be undone: it holds what it replaced.
            let _ = self.apply(&reversed(&step));
            self.undone.push(step);
        }
    }

    /// Does the step again that was taken back last.
    pub fn redo(&mut self) {
        if let Some(step) = self.undone.pop() {
            let _ = self.apply(&step);
            self.done.push(step);
        }
    }

    fn apply(&mut self, step: &Step) -> Result<(), String> {
        for (at, edit) in step.edits.iter().enumerate() {
            if let Err(why) = self.change(edit) {
                for edit in step.edits[..at].iter().rev() {
                    self.change(&edit.clone().undone())?;
                }
                return Err(why);
            }
        }
        Ok(())
    }

    fn change(&mut self, edit: &Edit) -> Result<(), String> {
        match edit {
            Edit::Text { file, after: Some(text), .. } => {
                self.files.insert(file.clone(), Content::of(text));
            }
            Edit::Text { file, after: None, .. } => drop(self.files.remove(file)),
            Edit::Value { file, at, place, before, after } => {
                let Some(Content::Json(root)) = self.files.get_mut(file) else {
                    return Err(format!("{file} n’est pas du JSON"));
                };
                put(root, at, *place, before.as_ref(), after.as_ref())?;
            }
        }
        Ok(())
    }
}

fn changes(edit: &Edit) -> bool {
    match edit {
        Edit::Value { before, after, .. } => before != after,
        Edit::Text { before, after, .. } => before != after,
    }
}

fn reversed(step: &Step) -> Step {
    let edits = step.edits.iter().rev().map(|edit| edit.clone().undone()).collect();
    Step { title: step.title.clone(), edits }
}
