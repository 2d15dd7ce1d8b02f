//! The public surface, described once: attributes, events, style properties and the
//! global for scripts.
//!
//! What reads attributes, the typings and the integrators' page all come from here.
//! Everything is a `const`, so only what is used at run time enters the wasm.

/// One attribute of `<orientation-palliative>`.
#[derive(Clone, Copy, Debug)]
pub struct Attribute {
    /// Its name in the page.
    pub name: &'static str,
    /// What may be written.
    pub values: Values,
    /// What holds without it, in French.
    pub default: &'static str,
    /// What it does, in French.
    pub about: &'static str,
}

/// What an attribute takes.
#[derive(Clone, Copy, Debug)]
pub enum Values {
    /// The same for every dataset, in French.
    Fixed(&'static str),
    /// The id of a territory of the dataset.
    Territories,
    /// The id of an answer to the dataset's [question](crate::model::QUESTION_PROFILE).
    Profiles,
}

/// The attribute that answers the profile question.
pub const PROFILE: &str = "profil";
/// The attribute that names the dataset which the page carries.
pub const DATASET: &str = "donnees";
/// The attribute that opens the shadow tree to whoever audits the page.
pub const OPEN: &str = "ouvert";

/// The attribute that names the page where the widget is hosted alone.
pub const HOSTED: &str = "page";

/// One event or style property, or one member of the global.
#[derive(Clone, Copy, Debug)]
pub struct Named {
    /// Its name.
    pub name: &'static str,
    /// What it is, in French.
    pub about: &'static str,
}

/// Every attribute, all optional.
pub const ATTRIBUTES: [Attribute; 12] = [
    Attribute {
        name: "titre",
        values: Values::Fixed("un texte"),
        default: "celui de la filière",
        about: "Le titre affiché au-dessus des questions.",
    },
    Attribute {
        name: "niveau-titre",
        values: Values::Fixed("1, 2, 3 ou 4"),
        default: "2",
        about: "Le niveau du plus haut titre du widget, pour suivre le plan de la page.",
    },
    Attribute {
        name: "territoire",
        values: Values::Territories,
        default: "aucun",
        about: "Le territoire dont les communes sont proposées en premier.",
    },
    Attribute {
        name: "commune",
        values: Values::Fixed("un nom ou un code INSEE"),
        default: "demandée",
        about: "La commune, si la page la connaît déjà. Le visiteur peut la changer.",
    },
    Attribute {
        name: PROFILE,
        values: Values::Profiles,
        default: "demandé",
        about: "À qui la page s’adresse. Le visiteur peut le changer.",
    },
    Attribute {
        name: "accent",
        values: Values::Fixed("#rgb ou #rrggbb"),
        default: "#0e5a63",
        about: "La couleur des boutons et des liens ; assombrie ou éclaircie si elle serait illisible.",
    },
    Attribute {
        name: "vues",
        values: Values::Fixed(
            "orientation, annuaire, carte, gradation, couverture, lexique, logigramme",
        ),
        default: "toutes, dans cet ordre",
        about: "Les vues proposées, dans l’ordre souhaité ; la première s’ouvre d’abord.",
    },
    Attribute {
        name: "historique",
        values: Values::Fixed("oui ou non"),
        default: "oui",
        about: "Le bouton « page précédente » du navigateur ou du téléphone remonte d’une \
                question, puis quitte la page comme d’habitude. L’adresse de la page ne change \
                pas ; « non » y renonce.",
    },
    Attribute {
        name: "lien",
        values: Values::Fixed("une adresse en https://"),
        default: "celle de la page, sans ce qui suit son « ? »",
        about: "La page à laquelle mènent les liens copiés par les visiteurs ; à donner si ce qui \
                suit le « ? » de l’adresse choisit la page.",
    },
    Attribute {
        name: HOSTED,
        values: Values::Fixed("une adresse"),
        default: "celle de la version publiée, si elle en a une",
        about: "La page où l’outil est hébergé seul (dossier « heberger ») : le contenu de secours \
                y mène quand le widget ne peut pas démarrer.",
    },
    Attribute {
        name: DATASET,
        values: Values::Fixed("l’identifiant d’un bloc de la page"),
        default: "les données embarquées",
        about: "Les données d’une autre filière, que la page porte elle-même ; demande le second \
                script, orientation-palliative.donnees.js.",
    },
    Attribute {
        name: OPEN,
        values: Values::Fixed("oui ou non"),
        default: "non",
        about: "Ouvre l’intérieur du widget aux outils qui contrôlent la page (accessibilité, \
                par exemple). À retirer ensuite : les autres scripts de la page y liraient \
                aussi les réponses.",
    },
];

/// The names of the attributes.
pub const NAMES: [&str; ATTRIBUTES.len()] = {
    let mut names = [""; ATTRIBUTES.len()];
    let mut at = 0;
    while at < names.len() {
        names[at] = ATTRIBUTES[at].name;
        at += 1;
    }
    names
};

/// Every event. They bubble, cross shadow trees and carry no answer.
pub const EVENTS: [Named; 4] = [
    Named {
        name: "orientation-palliative:ready",
        about: "Le widget a pris la place du contenu de l’élément.",
    },
    Named { name: "orientation-palliative:step", about: "Un autre écran est affiché." },
    Named { name: "orientation-palliative:done", about: "Une orientation est affichée." },
    Named {
        name: "orientation-palliative:error",
        about: "Le widget ne peut pas fonctionner : le contenu de l’élément reste, suivi des \
                contacts de secours. La cause est dans la console.",
    },
];

/// Every style property that a host may set on the element or above it.
pub const PROPERTIES: [Named; 7] = [
    Named { name: "--op-ground", about: "Fond du widget." },
    Named { name: "--op-paper", about: "Fond des cartes et des champs." },
    Named { name: "--op-text", about: "Texte." },
    Named { name: "--op-accent", about: "Boutons et liens ; l’emporte sur l’attribut accent." },
    Named { name: "--op-on-accent", about: "Texte posé sur la couleur d’accent." },
    Named { name: "--op-radius", about: "Rayon des angles." },
    Named {
        name: "--op-font",
        about: "Police de caractères, par exemple inherit pour celle de la page.",
    },
];

/// The members of the global `OrientationPalliative`.
pub const API: [Named; 3] = [
    Named {
        name: "mount(cible, config)",
        about: "Affiche un widget dans un élément de la page et renvoie son élément. « config » \
                a pour clés les noms des attributs. Retirer l’élément met fin au widget.",
    },
    Named {
        name: "state(élément)",
        about: "Où en est le widget d’un élément : « ready », « waiting » ou la cause d’une panne ; \
                rien de ce qu’on y répond.",
    },
    Named { name: "version", about: "La version du script." },
];
