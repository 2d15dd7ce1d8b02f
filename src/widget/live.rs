//! Values that views follow.

use std::any::Any;
use std::cell::RefCell;
use std::marker::PhantomData;
use std::rc::Rc;

use leptos::prelude::*;

/// A value that views follow, with the methods of a `RwSignal`. In Leptos each type of
/// signal is compiled to several KB of its own; here all values lie in cells of one
/// kind, and one kind of trigger tells of their changes.
///
/// It ends with the view that made it.
pub struct Live<T> {
    cell: StoredValue<Rc<dyn Any>, LocalStorage>,
    changed: Trigger,
    held: PhantomData<fn() -> T>,
}

impl<T: 'static> Live<T> {
    /// A value that has not changed yet.
    pub fn new(value: T) -> Self {
        let (cell, changed) = cells(Rc::new(RefCell::new(value)));
        Self { cell, changed, held: PhantomData }
    }

    /// Reads it; whatever view or effect reads it is run again when it changes.
    pub fn with<U>(self, read: impl FnOnce(&T) -> U) -> U {
        self.track();
        self.with_untracked(read)
    }

    /// Reads it as it is now.
    pub fn with_untracked<U>(self, read: impl FnOnce(&T) -> U) -> U {
        self.in_cell(|cell| read(&cell.borrow()))
    }

    /// A copy of it; follows it.
    pub fn get(self) -> T
    where
        T: Clone,
    {
        self.with(T::clone)
    }

    /// A copy of it as it is now.
    pub fn get_untracked(self) -> T
    where
        T: Clone,
    {
        self.with_untracked(T::clone)
    }

    /// Changes it to another value.
    pub fn set(self, value: T) {
        self.update(|own| *own = value);
    }

    /// Changes it.
    pub fn update<U>(self, change: impl FnOnce(&mut T) -> U) -> U {
        let result = self.in_cell(|cell| change(&mut cell.borrow_mut()));
        self.changed.notify();
        result
    }

    /// Follows it.
    pub fn track(self) {
        self.changed.track();
    }

    fn in_cell<U>(self, with: impl FnOnce(&RefCell<T>) -> U) -> U {
        let cell = self.cell.get_value();
        let Some(cell) = cell.downcast_ref() else { unreachable!("it was made of that type") };
        with(cell)
    }
}

fn cells(cell: Rc<dyn Any>) -> (StoredValue<Rc<dyn Any>, LocalStorage>, Trigger) {
    (StoredValue::new_local(cell), Trigger::new())
}

impl<T> Clone for Live<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Live<T> {}
