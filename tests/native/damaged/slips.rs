//! The slips, and what `check` must tell of each.

/// One slip of the hand: in this file, this text becomes that one.
pub type Slip = (&'static str, &'static str, &'static str);

/// What `check` must tell of it: file, pointer, what is wrong, how to fix it.
pub type Told = [&'static str; 4];

/// Slips that are told before any path is walked, each in a copy of its own.
pub const SHAPE: &[(&str, Slip, Told)] = &[
    (
        "trailing-comma",
        (
            "filiere.json",
            r#""close": 18, "sources": ["001:92"]"#,
            r#""close": 18, "sources": ["001:92",]"#,
        ),
        ["filiere.json", "", "ce n’est pas du JSON", "corriger autour de la ligne 15"],
    ),
    (
        "answer-without-target",
        (
            "flow.json",
            "\"to\": \"fin\",\n      \"answers\": [\n        {\"id\": \"curie-saint-cloud\"}",
            "\"answers\": [\n        {\"id\": \"curie-saint-cloud\"}",
        ),
        [
            "flow.json",
            "/questions/10/answers/3",
            "« autre » ne mène nulle part",
            "lui donner un \"to\"",
        ],
    ),
    (
        "target-that-is-not",
        ("flow.json", r#""to": "alerte""#, r#""to": "alert""#),
        [
            "flow.json",
            "/questions/2/to",
            "« alert » n’existe pas",
            "l’identifiant d’une question, ou \"fin\"",
        ],
    ),
    (
        "cycle",
        (
            "flow.json",
            "\"to\": \"moment\",\n      \"answers\": [{\"id\": \"oui\"}",
            "\"to\": \"niveau\",\n      \"answers\": [{\"id\": \"oui\"}",
        ),
        ["flow.json", "/questions/8", "« medecin » sans fin", "plus loin"],
    ),
    (
        "unreached-question",
        ("flow.json", r#""to": "medecin""#, r#""to": "moment""#),
        [
            "flow.json",
            "/questions/8",
            "aucune réponse ne mène à la question « medecin »",
            "y faire mener une réponse",
        ],
    ),
    (
        "case-left-open",
        (
            "flow.json",
            r#"{"when": {"besoin": ["soins"]}, "to": "niveau"}, {"to": "fin"}"#,
            r#"{"when": {"besoin": ["soins"]}, "to": "niveau"}"#,
        ),
        ["flow.json", "/questions/6/to", "un cas reste sans suite", "terminer par"],
    ),
    (
        "value-that-is-not",
        ("flow.json", r#""when": {"medecin": ["non"]}"#, r#""when": {"medecin": ["nom"]}"#),
        [
            "flow.json",
            "/rules/16/when",
            "« nom » n’est pas une valeur de « medecin »",
            "choisir parmi oui, non, ne-sait-pas",
        ],
    ),
    (
        "refinement-that-must-be-answered",
        ("flow.json", r#"{"id": "astreinte"}, {"id": "ne-sait-pas"}"#, r#"{"id": "astreinte"}"#),
        [
            "flow.json",
            "/questions/9/answers",
            "la question « moment » précise l’orientation sans offrir « ne-sait-pas » à chacun",
            "ajouter cette réponse sans condition",
        ],
    ),
    (
        "refinement-that-leads-to-a-question",
        ("flow.json", "\"id\": \"medecin\",\n      \"refines\": {},", r#""id": "medecin","#),
        [
            "flow.json",
            "/questions/7",
            "« niveau » précise l’orientation, mais mène à « medecin », qui doit être posée",
            "lui donner \"refines\"",
        ],
    ),
    (
        "waiver-for-one-answer",
        ("flow.json", r#""answers": ["oui", "ne-sait-pas"]"#, r#""answers": ["oui"]"#),
        [
            "flow.json",
            "/questions/2/alike/0",
            "cette exception n’est pas complète",
            "nommer au moins deux réponses",
        ],
    ),
    (
        "misspelt-state",
        (
            "table.json",
            r#""sud": {"state": "empty", "sources": ["001:100"]}"#,
            r#""sud": {"state": "emtpy", "sources": ["001:100"]}"#,
        ),
        [
            "table.json",
            "/rows/0/cells/sud/state",
            "\"emtpy\" n’est pas une valeur permise",
            "choisir parmi",
        ],
    ),
    (
        "cell-without-source",
        (
            "table.json",
            r#""sud": {"state": "empty", "sources": ["001:100"]}"#,
            r#""sud": {"state": "empty", "sources": []}"#,
        ),
        [
            "table.json",
            "/rows/0/cells/sud/sources",
            "aucune source",
            "citer le document et la ligne",
        ],
    ),
    (
        "unknown-commune",
        (
            "table.json",
            r#"{"structure": "cpts-levallois", "communes": ["92044"]}"#,
            r#"{"structure": "cpts-levallois", "communes": ["92444"]}"#,
        ),
        [
            "table.json",
            "/rows/11/cells/nord/placements/0/communes/0",
            "aucune commune n’a le code « 92444 »",
            "corriger le code INSEE",
        ],
    ),
    (
        "unknown-territory",
        ("communes.json", r#""territory": "nord""#, r#""territory": "nordd""#),
        [
            "communes.json",
            "/territory",
            "le territoire « nordd » n’existe pas",
            "choisir parmi nord, centre, sud",
        ],
    ),
    (
        "phone-with-spaces",
        ("structures.json", r#""value": "0140886340""#, r#""value": "01 40 88 63 40""#),
        [
            "structures.json",
            "/structures/0/contacts/0/value",
            "« 01 40 88 63 40 » n’est pas un numéro de téléphone",
            "n’écrire que les chiffres",
        ],
    ),
    (
        "missing-text",
        ("texts/fr/rules.json", "\"deuil\":", "\"deuils\":"),
        ["texts/fr/rules.json", "", "il manque le texte « deuil »", "ajouter \"deuil\""],
    ),
    (
        "value-of-another-name",
        ("texts/fr/ui.json", "\"Secteur {territory}\"", "\"Secteur {name}\""),
        [
            "texts/fr/ui.json",
            "/badge.territory/public",
            "rien ne remplace « {name} »",
            "écrire {territory}",
        ],
    ),
    (
        "value-left-out-in-one-voice",
        ("texts/fr/ui.json", "\"Territoire {territory}\"", "\"Territoire\""),
        [
            "texts/fr/ui.json",
            "/badge.territory/professionnel",
            "ce texte ne dit pas « {territory} »",
            "y écrire {territory}",
        ],
    ),
    (
        "value-where-none-is-given",
        ("texts/fr/ui.json", "\"continue\": \"Continuer\"", "\"continue\": \"Continuer, {name}\""),
        ["texts/fr/ui.json", "/continue", "rien ne remplace « {name} »", "sans accolades"],
    ),
];
