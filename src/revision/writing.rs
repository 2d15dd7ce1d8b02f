//! The single changes of a draft: a value set, written on, inserted, moved; a whole text.

use serde_json::Value;

use super::draft::Draft;
use super::edit::{Edit, Step, split};

impl Draft {
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
        let before = self.has(file).then(|| self.text(file));
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
}
