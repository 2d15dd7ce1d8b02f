//! How the keys of texts that no datum gives rise to are declared.

/// One constant for each key, and all of them together.
macro_rules! keys {
    ($($name:ident = $key:literal;)*) => {
        $(#[doc = concat!("`", $key, "`")] pub const $name: &str = $key;)*
        /// Every key declared here whose text has no value to fill in.
        pub const ALL: &[&str] = &[$($key),*];
    };
}

/// One function for each message whose text has values to fill in, and what each of
/// them takes. After a semicolon stand the values that a voice may leave out.
macro_rules! messages {
    ($($name:ident($($need:ident),* $(; $($may:ident),+)?) = $key:literal;)*) => {
        $(
            #[doc = concat!("`", $key, "`")]
            // Some take one value, others several.
            #[allow(clippy::needless_lifetimes, clippy::elidable_lifetime_names)]
            pub fn $name<'a>($($need: &'a str,)* $($($may: &'a str),+)?) -> $crate::model::Message<'a> {
                $crate::model::Message::new(
                    $key,
                    &[$((stringify!($need), $need),)* $($((stringify!($may), $may)),+)?],
                )
            }
        )*
        /// Every message declared here.
        pub const MESSAGES: &[$crate::model::Form] = &[$($crate::model::Form {
            key: $key,
            need: &[$(stringify!($need)),*],
            may: &[$($(stringify!($may)),+)?],
        }),*];
    };
}

pub(super) use {keys, messages};
