//! Slips that only walking the paths shows, and what `check` must tell of them.

use super::slips::{Slip, Told};

/// Slips that only walking the paths shows, all in one copy.
pub const PATHS: &[Slip] = &[
    // A professional is never asked about a doctor: the rule can no longer hold.
    (
        "flow.json",
        r#""when": {"medecin": ["non"]}"#,
        r#""when": {"medecin": ["non"], "profil": ["professionnel"]}"#,
    ),
    // Another rule for what the rule "rcp" gives already, said otherwise.
    (
        "flow.json",
        "\"rules\": [",
        r#""rules": [
    {
      "id": "rcp-bis",
      "group": "rcp-bis",
      "text": "rcp",
      "when": {"profil": ["professionnel"], "besoin": ["rcp"]},
      "join": "and",
      "offer": [{"row": "rcp"}],
      "sources": ["001:126"]
    },"#,
    ),
    ("texts/fr/rules.json", "\"rcp\":", "\"rcp-bis\": \"La même chose.\", \"rcp\":"),
    // The emergency numbers are nobody to speak to.
    (
        "flow.json",
        "\"at\": \"now\",\n      \"contact\": true,\n      \"offer\": [{\"structure\": \"samu-92\"}, ",
        "\"at\": \"now\",\n      \"offer\": [{\"structure\": \"samu-92\"}, ",
    ),
    // Nothing looks for the support of professionals any more, which no territory has.
    ("flow.json", r#""offer": [{"row": "soutien-professionnels"}],"#, ""),
    // The regional directory is kept for professionals, and still offered to all.
    (
        "table.json",
        "\"state\": \"listed\",\n          \"placements\": [{\"structure\": \"annuaire-corpalif\"}]",
        "\"state\": \"own-patients\",\n          \"placements\": [{\"structure\": \"annuaire-corpalif\", \"only\": {\"profil\": [\"professionnel\"]}}]",
    ),
    // A day hospital for adults is offered to children.
    (
        "flow.json",
        "\"group\": \"hopital-jour\",\n      \"when\": {\"besoin\": [\"consultation\"], \"age\": [\"adulte\"]}",
        "\"group\": \"hopital-jour\",\n      \"when\": {\"besoin\": [\"consultation\"]}",
    ),
    // An association is in no cell any more.
    ("table.json", "{\"structure\": \"petits-freres-des-pauvres\"},", ""),
    // Two rules make the same group for somebody at home.
    (
        "flow.json",
        r#""lieu": ["ehpad", "esms", "detention"]"#,
        r#""lieu": ["ehpad", "esms", "detention", "domicile"]"#,
    ),
];

/// What `check` must tell of these.
pub const PATHS_TOLD: &[Told] = &[
    [
        "flow.json",
        "/rules/17/when",
        "la règle « sans-medecin » ne s’applique sur aucun parcours",
        "élargir sa condition",
    ],
    [
        "flow.json",
        "/rules/0",
        "« rcp » donne déjà ce qu’elle donne (parcours le plus court : profil=professionnel besoin=rcp commune=",
        "n’en garder qu’une",
    ],
    [
        "flow.json",
        "/rules",
        "aucun interlocuteur humain (parcours le plus court : profil=malade besoin=soins urgence=oui)",
        "corriger la règle, ou en ajouter une",
    ],
    [
        "table.json",
        "/cells/nord",
        "cette absence n’est dite sur aucun parcours",
        "une règle qui offre la ligne « soutien-professionnels »",
    ],
    [
        "flow.json",
        "/rules/60",
        "un service réservé est proposé à d’autres (parcours le plus court : profil=malade besoin=comprendre)",
        "corriger la règle",
    ],
    [
        "flow.json",
        "/rules/44",
        "un enfant est orienté vers un lit d’adulte (parcours le plus court : profil=professionnel besoin=consultation age=enfant commune=",
        "corriger la règle",
    ],
    ["structures.json", "/structures/", "ne figure dans aucune case", "la placer dans table.json"],
    [
        "flow.json",
        "/rules/19",
        "le groupe figure deux fois (parcours le plus court : profil=professionnel besoin=soins urgence=non",
        "corriger la règle",
    ],
];
