//! Conditions on a visitor's answers.

use serde::{Deserialize, Serialize};

use super::Map;

/// A condition: an object (`{"profil": ["proche"], "besoin": ["soins"]}`: every
/// variable has one of its values) or a list of such objects, of which one must
/// hold. The empty object always holds.
///
/// A variable is a question's id or a derived one ([`super::VAR_TERRITORY`],
/// [`super::VAR_HOURS`]). A question that was not asked has no value, so a
/// condition on it does not hold.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum When {
    /// Every variable has one of the values listed for it.
    All(Map<Vec<String>>),
    /// One of these holds.
    Any(Vec<Map<Vec<String>>>),
}

impl Default for When {
    fn default() -> Self {
        Self::All(Map::new())
    }
}

impl When {
    /// The alternatives, of which one must hold.
    pub fn alternatives(&self) -> &[Map<Vec<String>>] {
        match self {
            Self::All(one) => std::slice::from_ref(one),
            Self::Any(list) => list,
        }
    }

    /// Whether this condition asks nothing.
    pub fn is_always(&self) -> bool {
        self.alternatives().iter().any(|all| all.is_empty())
    }

    /// Whether the condition holds. `value` gives a variable's value, `None` when
    /// it has none.
    pub fn holds<'a>(&self, value: impl Fn(&str) -> Option<&'a str>) -> bool {
        self.first(value).is_some()
    }

    /// The variables of the first alternative that holds, or `None`.
    pub fn reason<'a>(&self, value: impl Fn(&str) -> Option<&'a str>) -> Option<Vec<&str>> {
        self.first(value).map(|all| all.keys().map(String::as_str).collect())
    }

    fn first<'a>(&self, value: impl Fn(&str) -> Option<&'a str>) -> Option<&Map<Vec<String>>> {
        let holds = |(var, accepted): (&String, &Vec<String>)| {
            value(var).is_some_and(|v| accepted.iter().any(|a| a == v))
        };
        self.alternatives().iter().find(|all| all.iter().all(holds))
    }
}
