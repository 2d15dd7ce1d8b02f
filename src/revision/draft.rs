//! A dataset that somebody is revising.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::content::{Content, Folder, Revised, read};
use super::edit::{Edit, Step, put, split, value_at};

/// A dataset under revision: what was opened, and every step since. It is saved as it is
/// and comes back with its undo.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
pub struct Draft {
    opened: Folder,
    /// What the files hold now.
    files: BTreeMap<String, Content>,
    done: Vec<Step>,
    undone: Vec<Step>,
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

    /// The files as they are: one that was not changed has the very text that it had.
    pub fn folder(&self) -> Folder {
        self.files.keys().map(|name| (name.clone(), self.text(name))).collect()
    }

    /// The text of a file; empty when there is none.
    pub fn text(&self, file: &str) -> String {
        let Some(content) = self.files.get(file) else { return String::new() };
        match self.opened.get(file) {
            Some(text) if Content::of(text) == *content => text.clone(),
            _ => content.text(),
        }
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

    /// Puts a value in place of what stands somewhere (`None`: takes it out; in a list,
    /// what follows moves up).
    ///
    /// # Errors
    /// There is no such place.
    pub fn set(
        &mut self,
        title: &str,
        file: &str,
        at: &str,
        value: Option<Value>,
    ) -> Result<(), String> {
        let before = self.value(file, at).cloned();
        self.one(title, file, at, before, value)
    }

    /// Goes on writing in a field: one step with what was written there just before.
    ///
    /// # Errors
    /// There is no such place.
    pub fn retype(
        &mut self,
        title: &str,
        file: &str,
        at: &str,
        value: Value,
    ) -> Result<(), String> {
        let same = |step: &Step| {
            let place = |edit: &Edit| matches!(edit, Edit::Value { file: f, at: a, .. } if f == file && a == at);
            step.edits.len() == 1 && place(&step.edits[0])
        };
        let first = match self.done.last().filter(|step| same(step)).map(|step| &step.edits[0]) {
            Some(Edit::Value { before, .. }) if self.undone.is_empty() => before.clone(),
            _ => return self.set(title, file, at, Some(value)),
        };
        self.undo();
        self.undone.clear();
        self.one(title, file, at, first, Some(value))
    }

    /// Puts a value into a list, before what stands at this place of it.
    ///
    /// # Errors
    /// There is no such list.
    pub fn insert(
        &mut self,
        title: &str,
        file: &str,
        at: &str,
        value: Value,
    ) -> Result<(), String> {
        self.one(title, file, at, None, Some(value))
    }

    /// Moves an element of a list.
    ///
    /// # Errors
    /// The list has no such places.
    pub fn shift(
        &mut self,
        title: &str,
        file: &str,
        list: &str,
        from: usize,
        to: usize,
    ) -> Result<(), String> {
        let [source, target] = [from, to].map(|at| format!("{list}/{at}"));
        let value = self.value(file, &source).cloned();
        let (out, back) = ((value.clone(), None), (None, value));
        let edit = |at: String, (before, after)| Edit::Value {
            file: file.to_owned(),
            at,
            place: 0,
            before,
            after,
        };
        self.step(title, vec![edit(source, out), edit(target, back)])
    }

    /// Puts a text in place of a whole file.
    ///
    /// # Errors
    /// None today: any text is kept, and what is wrong with it is told by [`Self::read`].
    pub fn set_text(&mut self, title: &str, file: &str, text: String) -> Result<(), String> {
        let before = self.files.contains_key(file).then(|| self.text(file));
        self.step(title, vec![Edit::Text { file: file.to_owned(), before, after: Some(text) }])
    }

    fn one(
        &mut self,
        title: &str,
        file: &str,
        at: &str,
        before: Option<Value>,
        after: Option<Value>,
    ) -> Result<(), String> {
        let place = self.place(file, at);
        let (file, at) = (file.to_owned(), at.to_owned());
        self.step(title, vec![Edit::Value { file, at, place, before, after }])
    }

    /// Where a field stands among those of its object; of a new one, after all of them.
    fn place(&self, file: &str, at: &str) -> usize {
        let Some((parent, key)) = split(at) else { return 0 };
        let Some(Value::Object(fields)) = self.value(file, parent) else { return 0 };
        fields.keys().position(|name| *name == key).unwrap_or(fields.len())
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
