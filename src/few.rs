//! A few things, put together and in order.

/// Gathers the handful of things that one visitor sees. `collect` is made for
/// millions, and prepares for them in code of its own for every kind of iterator: used
/// here, it would be a tenth of the widget's own code.
pub trait Gather: Iterator + Sized {
    /// Everything that is left.
    fn gather(self) -> Vec<Self::Item> {
        let mut list = Vec::new();
        for item in self {
            list.push(item);
        }
        list
    }
}

impl<I: Iterator> Gather for I {}

/// A stable sort for the handful of things that one visitor sees. The standard one
/// is made for millions: used here, it would be a tenth of the widget's own code.
pub fn sort_few<T, K: Ord>(list: &mut [T], key: impl Fn(&T) -> K) {
    for end in 1..list.len() {
        let mut at = end;
        while at > 0 && key(&list[at - 1]) > key(&list[at]) {
            list.swap(at - 1, at);
            at -= 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::sort_few;

    proptest! {
        #[test]
        fn it_sorts_as_the_standard_library_does(list: Vec<(u8, u32)>) {
            let (mut ours, mut theirs) = (list.clone(), list);
            sort_few(&mut ours, |(key, _)| key / 16);
            theirs.sort_by_key(|(key, _)| key / 16);
            prop_assert_eq!(ours, theirs);
        }
    }
}
