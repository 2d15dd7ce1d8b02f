//! The shortest words for « in these cases, among all of those ».

use std::collections::BTreeMap;

use super::paths::Known;

/// One variable of a [`Case`].
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Asked<'a> {
    /// The variable.
    pub variable: &'a str,
    /// Its values, of which it has one; empty text: it has none, the question is
    /// not asked.
    pub among: Vec<&'a str>,
    /// The values it may have besides.
    pub not: Vec<&'a str>,
}

/// Variables that all hold. None: always.
pub type Case<'a> = Vec<Asked<'a>>;

/// The cases, of which exactly those hold in which what is marked holds: what all of
/// `known` share is left out. `order` tells which variable comes first where several
/// would do; none: never.
pub fn cases<'a>(known: &[(&Known<'a>, bool)], order: &[&'a str]) -> Vec<Case<'a>> {
    if known.iter().all(|(_, holds)| *holds) {
        return vec![Vec::new()];
    }
    if !known.iter().any(|(_, holds)| *holds) {
        return Vec::new();
    }
    let parted = order.iter().map(|variable| (*variable, part(known, variable)));
    let useful = parted.filter(|(_, parts)| parts.len() > 1);
    match useful.min_by_key(|(_, parts)| undecided(parts)) {
        Some((variable, parts)) => merge(variable, &parts, order),
        None => vec![Vec::new()],
    }
}

type Parts<'a, 'k> = BTreeMap<&'a str, Vec<(&'k Known<'a>, bool)>>;

fn part<'a, 'k>(known: &[(&'k Known<'a>, bool)], variable: &str) -> Parts<'a, 'k> {
    let mut parts = Parts::new();
    for (known, holds) in known {
        let value = known.get(variable).copied().unwrap_or_default();
        parts.entry(value).or_default().push((*known, *holds));
    }
    parts
}

/// How much is left to tell once the variable is known.
fn undecided(parts: &Parts) -> usize {
    let mixed = |part: &&Vec<(&Known, bool)>| {
        part.iter().any(|(_, holds)| *holds) && !part.iter().all(|(_, holds)| *holds)
    };
    parts.values().filter(mixed).map(Vec::len).sum()
}

/// Values after which the same is left to tell are told together.
fn merge<'a>(variable: &'a str, parts: &Parts<'a, '_>, order: &[&'a str]) -> Vec<Case<'a>> {
    let mut merged: Vec<(Vec<&str>, Vec<Case>)> = Vec::new();
    for (value, part) in parts {
        let rest = cases(part, order);
        match merged.iter_mut().find(|(_, known)| *known == rest) {
            Some((values, _)) => values.push(value),
            None => merged.push((vec![value], rest)),
        }
    }
    let all: Vec<&str> = parts.keys().copied().collect();
    let case = |(among, rest): &(Vec<&'a str>, Vec<Case<'a>>)| {
        let not = all.iter().copied().filter(|value| !among.contains(value)).collect();
        let first = Asked { variable, among: among.clone(), not };
        let with = |more: &Case<'a>| [std::slice::from_ref(&first), more].concat();
        rest.iter().map(with).collect::<Vec<_>>()
    };
    merged.iter().flat_map(case).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(holds: impl Fn(&str, &str) -> bool, expected: &str) {
        let pairs = ["a", "b", "c"].into_iter().flat_map(|x| ["1", "2"].map(|y| (x, y)));
        let known: Vec<(Known, bool)> =
            pairs.map(|(x, y)| (Known::from([("x", x), ("y", y)]), holds(x, y))).collect();
        let known: Vec<(&Known, bool)> = known.iter().map(|(k, holds)| (k, *holds)).collect();
        let case = |case: Case| {
            let said = case.iter().map(|a| format!("{}={}", a.variable, a.among.join("|")));
            said.collect::<Vec<_>>().join("&")
        };
        let phrases: Vec<String> = cases(&known, &["x", "y"]).into_iter().map(case).collect();
        assert_eq!(phrases.join(" or "), expected);
    }

    #[test]
    fn only_what_tells_the_cases_apart_is_said() {
        check(|_, _| true, "");
        check(|_, _| false, "");
        check(|x, _| x != "b", "x=a|c");
        check(|_, y| y == "2", "y=2");
        check(|x, y| x == "a" && y == "1", "x=a&y=1");
        check(|x, y| x == "a" || y == "1", "y=1 or y=2&x=a");
    }
}
