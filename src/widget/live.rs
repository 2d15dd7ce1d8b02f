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
        read(&Self::of(&*self.cell.get_value()).borrow())
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

    /// Changes it. Nobody looks at a value that has ended with its view: what the browser
    /// tells later (copied, printed) changes nothing then.
    pub fn update(self, change: impl FnOnce(&mut T)) {
        if let Some(cell) = self.cell.try_get_value() {
            change(&mut Self::of(&*cell).borrow_mut());
            self.changed.notify();
        }
    }

    /// Follows it.
    pub fn track(self) {
        self.changed.track();
    }

    fn of(cell: &dyn Any) -> &RefCell<T> {
        let Some(cell) = cell.downcast_ref() else { unreachable!("it was made of that type") };
        cell
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
