//! How many slips of the hand part what is typed from what is meant: the one forgiving
//! comparison, for communes and for the directory.

/// The slips between a typed text and a name, or its beginning, where they are few enough
/// for the length of the text: a letter added, dropped or changed, or two neighbours
/// exchanged. Both folded.
pub(super) fn slips(typed: &str, name: &str) -> Option<u8> {
    let length = typed.chars().count();
    let allowed = match length {
        0..=4 => return None,
        5..=8 => 1,
        _ => 2,
    };
    // A letter that the name lacks is a slip: most names are told apart without more.
    let lacking = letters(typed) & !letters(name);
    if lacking.count_ones() > allowed {
        return None;
    }
    // A name may be misspelt before it is typed to its end.
    let start = |more: usize| {
        let end = name.char_indices().nth(length + more);
        end.map_or(name, |(at, _)| &name[..at])
    };
    let slips = [start(0), start(1), name].map(|name| strsim::osa_distance(typed, name));
    let fewest = slips.into_iter().min()?;
    u8::try_from(fewest).ok().filter(|slips| u32::from(*slips) <= allowed)
}

/// The letters of a folded text, a bit for each; digits share theirs, which only lets more
/// names through.
fn letters(text: &str) -> u32 {
    text.bytes().fold(0, |set, byte| set | 1 << (byte & 31))
}

#[cfg(test)]
mod tests {
    use super::slips;

    #[test]
    fn slips_are_counted_and_forgiven_by_length() {
        for (typed, name, expected) in [
            ("clmaart", "clamart", Some(1)),
            ("clamrat", "clamart", Some(1)),
            ("bagnau", "bagneux", Some(1)),
            ("chatnay malabri", "chatenay malabry", Some(2)),
            ("levalois", "levallois perret", Some(1)),
            ("fich", "foch", None),
            ("bichore", "beclere", None),
            ("lcmaart", "clamart", None),
        ] {
            assert_eq!(slips(typed, name), expected, "{typed} for {name}");
        }
    }
}
