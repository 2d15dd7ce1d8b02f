//! How the keys of texts that no datum gives rise to are declared.

/// One constant for each key, and all of them together.
macro_rules! keys {
    ($($name:ident = $key:literal;)*) => {
        $(#[doc = concat!("`", $key, "`")] pub const $name: &str = $key;)*
        /// Every key declared here.
        pub const ALL: &[&str] = &[$($key),*];
    };
}

pub(super) use keys;
