//! Slips that only reading what every path says and asks shows, all in one copy.

use super::slips::{Slip, Told};

/// The slips.
pub const SAID: &[Slip] = &[
    // Whoever wants to resolve_place finds a line that is not for that any more, and a
    // coordination that answers professionals only.
    (
        "table.json",
        r#"{"profil": ["malade", "proche"], "besoin": ["soins", "benevoles", "comprendre"]}"#,
        r#"{"profil": ["malade", "proche"], "besoin": ["soins", "benevoles"]}"#,
    ),
    ("table.json", r#""open_to": "both","#, r#""open_to": "professionals","#),
    // What was said where nobody has a number is said on the phone.
    ("texts/fr/groups.json", r#""dac-famille.body.no-phone""#, r#""dac-famille.say""#),
    // The line that answers anything is shown first.
    (
        "flow.json",
        "\"join\": \"optional\",\n      \"contact\": true,\n      \"offer\": [{\"row\": \"departement-solidarites\"}]",
        "\"join\": \"optional\",\n      \"at\": \"now\",\n      \"contact\": true,\n      \"offer\": [{\"row\": \"departement-solidarites\"}]",
    ),
    // Whoever looks for volunteers is asked about a hospital that changes nothing.
    (
        "flow.json",
        r#"{"when": {"besoin": ["soins"]}, "to": "niveau"}, {"to": "fin"}"#,
        r#"{"when": {"besoin": ["soins"]}, "to": "niveau"}, {"to": "suivi"}"#,
    ),
    // Two answers are one, and nothing says why both are there.
    (
        "flow.json",
        "\"answers\": [\"beclere\", \"autre\", \"ne-sait-pas\"]",
        "\"answers\": [\"beclere\", \"autre\"]",
    ),
    // Two answers are said to be one, and are not.
    (
        "flow.json",
        r#"{"id": "age", "to""#,
        r#"{"id": "age", "alike": [{"answers": ["adulte", "enfant"], "reason": "…"}], "to""#,
    ),
    // A relative reads nothing where a professional reads what the group is.
    ("texts/fr/groups.json", r#""public": "une aide pour vous, qui accompagnez","#, ""),
    // What the night team is for is said of somebody else than who reads.
    (
        "texts/fr/groups.json",
        "\"Une infirmière est là jour et nuit.",
        "\"Pour la personne malade, une infirmière est là jour et nuit.",
    ),
];

/// What `check` must tell of these.
pub const SAID_TOLD: &[Told] = &[
    [
        "flow.json",
        "/rules",
        "personne ne répond à ce visiteur, les secours mis à part (parcours le plus court : profil=malade besoin=comprendre)",
        "offrir une ligne qui répond à ce besoin",
    ],
    [
        "flow.json",
        "/rules/14",
        "« Un service qui connaît les équipes près d’ici » dit d’appeler sans numéro (parcours le plus court : profil=malade besoin=soins",
        "écrire title.no-phone et body.no-phone",
    ],
    [
        "flow.json",
        "/rules/69",
        "« Département des Hauts-de-Seine », qui répond à tout, est avant « Avec nos proches » (parcours le plus court : profil=proche besoin=aidants commune=",
        "placer sa règle après, ou sous \"at\": \"more\"",
    ],
    [
        "flow.json",
        "/questions/10",
        "« suivi » mène aux mêmes personnes quelle que soit la réponse (parcours le plus court : profil=malade besoin=benevoles age=adulte commune=",
        "ne pas la poser là, ou lui donner \"refines\"",
    ],
    [
        "flow.json",
        "/questions/10/answers/3",
        "« autre » et « ne-sait-pas » mènent aux mêmes personnes sur tous les parcours",
        "dire dans \"alike\" pourquoi les deux restent",
    ],
    [
        "flow.json",
        "/questions/4/answers/0",
        "« adulte » et « enfant » ne mènent plus aux mêmes personnes",
        "enlever cette exception",
    ],
    [
        "texts/fr/groups.json",
        "/aidants.title",
        "ce texte n’a rien pour la voix « proche », qui le lit",
        "lui ajouter \"proche\"",
    ],
    [
        "texts/fr/groups.json",
        "/nuit-hopital.body",
        "la voix « malade » y lit « personne malade »",
        "écrire un texte à part pour cette voix",
    ],
    [
        "flow.json",
        "/rules",
        "la voix « proche » lit « personne malade »",
        "écrire un texte à part pour cette voix",
    ],
];
