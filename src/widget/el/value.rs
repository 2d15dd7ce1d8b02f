//! What stands, and what follows signals.

/// What an attribute or a text is: as in Leptos, a closure follows signals.
pub trait TextValue {
    /// The text, or what makes it.
    fn into_shown(self) -> Shown;
}

/// A text that stands, or one that follows signals.
pub enum Shown {
    /// Shown once.
    Once(String),
    /// Shown, and shown again each time it changes.
    Follows(Box<dyn Fn() -> String>),
}

impl<F: Fn() -> String + 'static> TextValue for F {
    fn into_shown(self) -> Shown {
        Shown::Follows(Box::new(self))
    }
}

impl TextValue for &str {
    fn into_shown(self) -> Shown {
        Shown::Once(self.to_owned())
    }
}

impl TextValue for String {
    fn into_shown(self) -> Shown {
        Shown::Once(self)
    }
}

impl TextValue for &String {
    fn into_shown(self) -> Shown {
        Shown::Once(self.clone())
    }
}
