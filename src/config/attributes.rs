//! From attributes to a [`Config`].

use crate::directory::fold;
use crate::model::grammar::is_page;
use crate::model::{Dataset, Map, QUESTION_PROFILE, QuestionKind};

use super::view::views;
use super::{Accent, Config, surface};

/// Attributes that belong to a later version of the element.
const LATER: [&str; 1] = ["langage"];

/// Attributes of any element in any page.
const GLOBAL: [&str; 21] = [
    "accesskey",
    "autofocus",
    "class",
    "contenteditable",
    "dir",
    "draggable",
    "exportparts",
    "hidden",
    "id",
    "inert",
    "is",
    "itemprop",
    "lang",
    "nonce",
    "part",
    "role",
    "slot",
    "style",
    "tabindex",
    "title",
    "translate",
];

/// The attributes of a page, read.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Read {
    /// What the page asks for, as far as it could be understood.
    pub config: Config,
    /// What could not, each with what to write instead.
    pub problems: Vec<String>,
}

/// Reads the attributes of the element, names in lower case.
pub fn read(data: &Dataset, attributes: &Map<String>) -> Read {
    let mut read = Read::default();
    for (name, value) in attributes {
        if let Err(problem) = read_one(data, &mut read.config, name, value.trim()) {
            read.problems.push(problem);
        }
    }
    read
}

fn read_one(data: &Dataset, config: &mut Config, name: &str, value: &str) -> Result<(), String> {
    match name {
        "titre" => config.title = (!value.is_empty()).then(|| value.to_owned()),
        "niveau-titre" => config.heading_level = heading_level(value)?,
        "territoire" => config.territory = Some(territory(data, value)?),
        "commune" => {
            let (question, code) = commune(data, value)?;
            config.preset.insert(question, code);
        }
        "vues" => config.views = views(value)?,
        surface::PROFILE => {
            let answer = choice(data, QUESTION_PROFILE, value)?;
            config.preset.insert(QUESTION_PROFILE.to_owned(), answer);
        }
        "accent" => config.accent = Some(Accent::parse(value).ok_or_else(|| not_a_colour(value))?),
        "historique" => config.history = yes(name, value)?,
        "lien" => config.address = Some(address(value)?),
        // Written by an offline copy, or taken from the address; told to the visitor
        // when it cannot be read.
        "reprise" => config.resume = Some(value.to_owned()),
        "nommer" => config.name = Some(value.to_owned()),
        // The script around the widget has read these three.
        surface::OPEN => drop(yes(name, value)?),
        surface::DATASET => config.own_dataset = true,
        surface::HOSTED => hosted(value)?,
        later if LATER.contains(&later) => {
            return Err(format!(
                "l’attribut « {later} » n’a pas encore d’effet dans cette version : il est ignoré"
            ));
        }
        other if is_foreign(other) => {}
        other => {
            return Err(format!(
                "l’attribut « {other} » n’existe pas ; attributs : {}",
                surface::NAMES.join(", ")
            ));
        }
    }
    Ok(())
}

/// Attributes that pages, libraries and browsers put on any element.
fn is_foreign(name: &str) -> bool {
    let marked = ["data-", "aria-", "on", "xml", "_", "x-", "v-", "ng-", ":", "@", "#", "*"];
    GLOBAL.contains(&name) || marked.iter().any(|mark| name.starts_with(mark))
}

fn heading_level(value: &str) -> Result<u8, String> {
    let level = value.parse::<u8>().ok().filter(|level| (1..=4).contains(level));
    level.ok_or_else(|| format!("niveau-titre=\"{value}\" : écrire un nombre de 1 à 4"))
}

/// An attribute that stands without a value, or with one that says yes or no.
fn yes(name: &str, value: &str) -> Result<bool, String> {
    match value {
        "" | "oui" => Ok(true),
        "non" => Ok(false),
        _ => Err(format!("{name}=\"{value}\" : écrire oui ou non, ou l’attribut seul")),
    }
}

fn address(value: &str) -> Result<String, String> {
    is_page(value).then(|| value.to_owned()).ok_or_else(|| {
        format!(
            "lien=\"{value}\" n’est pas une adresse ; écrire par exemple https://exemple.fr/page"
        )
    })
}

/// An address of the web, or one beside the page.
fn hosted(value: &str) -> Result<(), String> {
    let web = ["https://", "http://"].iter().any(|scheme| value.starts_with(scheme));
    let scheme = value.split(['/', '?', '#']).next().unwrap_or_default().contains(':');
    let good = !value.is_empty() && (web || !scheme);
    good.then_some(()).ok_or_else(|| {
        format!(
            "page=\"{value}\" n’est pas une adresse ; écrire par exemple https://exemple.fr/page"
        )
    })
}

fn territory(data: &Dataset, value: &str) -> Result<String, String> {
    let all = &data.filiere.territories;
    let wanted = fold(value);
    let found = all.iter().find(|t| t.id == value || fold(&t.name) == wanted);
    found.map(|territory| territory.id.clone()).ok_or_else(|| {
        let known: Vec<&str> = all.iter().map(|t| t.id.as_str()).collect();
        format!("territoire=\"{value}\" n’existe pas ; territoires : {}", known.join(", "))
    })
}

/// The commune question and the answer to it. A name does as well as a code.
fn commune(data: &Dataset, value: &str) -> Result<(String, String), String> {
    let wanted = fold(value);
    let all = &data.communes.communes;
    let found = all.iter().find(|c| c.code == value || fold(&c.name) == wanted);
    let question = data.flow.questions.iter().find(|q| q.kind == QuestionKind::Commune);
    match (question, found) {
        (Some(question), Some(commune)) => Ok((question.id.clone(), commune.code.clone())),
        _ => Err(format!(
            "commune=\"{value}\" n’est pas une commune de la filière {} ; écrire son nom ou son \
             code INSEE",
            data.filiere.name
        )),
    }
}

fn choice(data: &Dataset, question: &str, value: &str) -> Result<String, String> {
    let answers = data.question(question).map(|q| q.answers.as_slice()).unwrap_or_default();
    let found = answers.iter().find(|answer| answer.id == value);
    found.map(|answer| answer.id.clone()).ok_or_else(|| {
        let known: Vec<&str> = answers.iter().map(|a| a.id.as_str()).collect();
        format!("{question}=\"{value}\" n’existe pas ; valeurs : {}", known.join(", "))
    })
}

fn not_a_colour(value: &str) -> String {
    format!("accent=\"{value}\" n’est pas une couleur ; écrire par exemple #1a5f6b")
}
