//! The answers of the visitors whom the journeys follow.

use crate::moves::Answers;

/// What somebody types to find a commune of these paths: the beginning of a
/// name, without its capitals or its hyphen, or a postal code.
pub fn typed(code: &str) -> &str {
    match code {
        "92023" => "clam",
        "92009" => "bois c",
        "92063" => "92500",
        other => other,
    }
}

/// A daughter in Clamart who looks for help for herself.
pub fn relative() -> Answers<'static> {
    Answers::from([("profil", "proche"), ("besoin", "aidants"), ("commune", "92023")])
}

/// Somebody who lives in an EHPAD of Bois-Colombes and needs a team.
pub fn ill_person() -> Answers<'static> {
    Answers::from([
        ("urgence", "non"),
        ("profil", "malade"),
        ("besoin", "soins"),
        ("age", "adulte"),
        ("commune", "92009"),
        ("lieu", "ehpad"),
        ("niveau", "2"),
        ("medecin", "oui"),
    ])
}

/// A doctor in Rueil-Malmaison, at night, with an unstable patient in an EHPAD.
pub fn professional() -> Answers<'static> {
    Answers::from([
        ("urgence", "non"),
        ("profil", "professionnel"),
        ("besoin", "soins"),
        ("age", "adulte"),
        ("commune", "92063"),
        ("lieu", "ehpad"),
        ("niveau", "3"),
        ("moment", "astreinte"),
    ])
}
