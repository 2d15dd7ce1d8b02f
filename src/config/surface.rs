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
    /// What may be written, in French.
    pub values: &'static str,
    /// The same as a TypeScript type.
    pub typed: &'static str,
    /// What holds without it, in French.
    pub default: &'static str,
    /// What it does, in French.
    pub about: &'static str,
}

/// One event or style property, or one member of the global.
#[derive(Clone, Copy, Debug)]
pub struct Named {
    /// Its name.
    pub name: &'static str,
    /// What it is, in French.
    pub about: &'static str,
}

/// Every attribute, all optional.
pub const ATTRIBUTES: [Attribute; 9] = [
    Attribute {
        name: "titre",
        values: "un texte",
        typed: "string",
        default: "celui de la filière",
        about: "Le titre affiché au-dessus des questions.",
    },
    Attribute {
        name: "niveau-titre",
        values: "1, 2, 3 ou 4",
        typed: "1 | 2 | 3 | 4 | \"1\" | \"2\" | \"3\" | \"4\"",
        default: "2",
        about: "Le niveau du plus haut titre du widget, pour suivre le plan de la page.",
    },
    Attribute {
        name: "territoire",
        values: "nord, centre ou sud",
        typed: "string",
        default: "aucun",
        about: "Le territoire dont les communes sont proposées en premier.",
    },
    Attribute {
        name: "commune",
        values: "un nom ou un code INSEE",
        typed: "string",
        default: "demandée",
        about: "La commune, si la page la connaît déjà. Le visiteur peut la changer.",
    },
    Attribute {
        name: "profil",
        values: "malade, proche ou professionnel",
        typed: "\"malade\" | \"proche\" | \"professionnel\"",
        default: "demandé",
        about: "À qui la page s’adresse. Le visiteur peut le changer.",
    },
    Attribute {
        name: "accent",
        values: "#rgb ou #rrggbb",
        typed: "`#${string}`",
        default: "#0e5a63",
        about: "La couleur des boutons et des liens ; assombrie ou éclaircie si elle serait illisible.",
    },
    Attribute {
        name: "vues",
        values: "orientation, annuaire, carte, gradation, couverture, lexique, logigramme",
        typed: "string",
        default: "toutes, dans cet ordre",
        about: "Les vues proposées, dans l’ordre souhaité ; la première s’ouvre d’abord.",
    },
    Attribute {
        name: "historique",
        values: "oui ou non",
        typed: "\"\" | \"oui\" | \"non\"",
        default: "non",
        about: "Le bouton « page précédente » du navigateur remonte les questions. L’adresse de \
                la page ne change pas.",
    },
    Attribute {
        name: "lien",
        values: "une adresse en https://",
        typed: "string",
        default: "celle de la page",
        about: "La page à laquelle mènent les liens copiés par les visiteurs.",
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
pub const API: [Named; 2] = [
    Named {
        name: "mount(cible, config)",
        about: "Affiche un widget dans un élément de la page et renvoie son élément. « config » \
                a pour clés les noms des attributs. Retirer l’élément met fin au widget.",
    },
    Named { name: "version", about: "La version du script." },
];
