//! Every value looks like what it is: ids, numbers, addresses, dates, hours, places.

use crate::model::grammar::{self, EMERGENCY, PhoneFault, WRITTEN_TO};
use crate::model::{Contact, ContactField, Dataset};

use super::Problem;
use super::visit::{At, ids, source_lists};

const FILIERE: &str = "filiere.json";
const STRUCTURES: &str = "structures.json";

const ID: &str = "des lettres sans accent, des chiffres et des traits d’union, 64 au plus";
const DATE: &str = "écrire AAAA, AAAA-MM ou AAAA-MM-JJ, un jour qui existe";
const WEB: &str = "écrire une adresse publique entière, https://exemple.fr/page";

pub(super) fn check(data: &Dataset) -> Vec<Problem> {
    let mut problems = Vec::new();
    identity(data, &mut problems);
    emergency(data, &mut problems);
    for (at, id) in ids(data) {
        refuse(
            &mut problems,
            at,
            grammar::is_id(id),
            id,
            "un identifiant",
            &format!("écrire {ID}"),
        );
    }
    for (at, list, _) in source_lists(data) {
        for cited in list {
            let at = At::new(at.file, at.pointer.clone());
            let fix = "écrire \"001\", \"001:134\" ou \"001:134-136\"";
            refuse(
                &mut problems,
                at,
                grammar::is_citation(&cited.0),
                &cited.0,
                "une citation",
                fix,
            );
        }
    }
    sources(data, &mut problems);
    structures(data, &mut problems);
    communes(data, &mut problems);
    problems
}

/// Tells a value that is not what it should be.
fn refuse(problems: &mut Vec<Problem>, at: At, sound: bool, value: &str, kind: &str, fix: &str) {
    if !sound {
        let what = format!("« {} » n’est pas {kind}", shown(value));
        problems.push(Problem::new(at.file, at.pointer, what, fix));
    }
}

/// The beginning of a value, without what would break the line it is told on.
fn shown(value: &str) -> String {
    value.chars().take(60).map(|c| if c.is_control() { ' ' } else { c }).collect()
}

fn identity(data: &Dataset, problems: &mut Vec<Problem>) {
    let filiere = &data.filiere;
    let at = |pointer: &str| At::new(FILIERE, pointer.to_owned());
    let version = grammar::is_version(&filiere.version);
    let fix = format!("écrire {ID}, ou des points");
    refuse(problems, at("/version"), version, &filiere.version, "une version", &fix);
    for (pointer, date) in [("/date", &filiere.date), ("/review", &filiere.review)] {
        let fix = "écrire AAAA-MM-JJ, par exemple 2026-11-22";
        refuse(problems, at(pointer), grammar::is_day(date), date, "une date", fix);
    }
    if let Some(mail) = &filiere.report_to {
        let fix = "écrire une adresse électronique, nom@exemple.fr";
        refuse(problems, at("/report_to"), grammar::is_mail(mail), mail, "une adresse", fix);
    }
    let hours = &filiere.hours;
    if !grammar::are_hours(hours.open, hours.close) {
        let what =
            format!("de {} h à {} h ne sont pas des heures ouvrées", hours.open, hours.close);
        let fix = "écrire une ouverture de 0 à 23, et une fermeture plus tard, 24 au plus";
        problems.push(Problem::new(FILIERE, "/hours", what, fix));
    }
}

/// The emergency line holds the numbers of the country, and nothing else.
fn emergency(data: &Dataset, problems: &mut Vec<Problem>) {
    for (i, entry) in data.filiere.emergency.iter().enumerate() {
        let number = &entry.number;
        let at = At::new(FILIERE, format!("/emergency/{i}/number"));
        let fix = format!("choisir parmi {}", EMERGENCY.join(", "));
        let known = EMERGENCY.contains(&number.as_str());
        refuse(problems, at, known, number, "un numéro d’urgence du pays", &fix);
        if known && entry.sms != (number == WRITTEN_TO) {
            let what = format!("le {WRITTEN_TO} s’écrit, les autres numéros s’appellent");
            let fix = format!("garder \"sms\": true pour le {WRITTEN_TO} seul");
            problems.push(Problem::new(FILIERE, format!("/emergency/{i}/sms"), what, fix));
        }
    }
}

fn sources(data: &Dataset, problems: &mut Vec<Problem>) {
    for (i, source) in data.sources.sources.iter().enumerate() {
        let at = |field: &str| At::new("sources.json", format!("/sources/{i}/{field}"));
        let date = &source.date;
        date_or_none(data, at("date"), date, problems);
        if let Some(url) = &source.url {
            refuse(problems, at("url"), grammar::is_web(url), url, "une adresse web", WEB);
        }
        named(problems, at("title"), &source.title);
    }
}

fn structures(data: &Dataset, problems: &mut Vec<Problem>) {
    for (i, structure) in data.structures.structures.iter().enumerate() {
        let at = |field: &str| At::new(STRUCTURES, format!("/structures/{i}/{field}"));
        named(problems, at("name"), &structure.name);
        if let Some(finess) = &structure.finess {
            let fix = "écrire neuf chiffres ou lettres majuscules";
            refuse(
                problems,
                at("finess"),
                grammar::is_finess(finess),
                finess,
                "un numéro FINESS",
                fix,
            );
        }
        if let Some(code) = &structure.commune {
            insee(problems, at("commune"), code);
        }
        if let Some(position) = structure.position {
            placed(problems, at("position"), position);
        }
        for (j, contact) in structure.contacts.iter().enumerate() {
            if let Some((what, fix)) = contact_fault(contact) {
                let pointer = format!("/structures/{i}/contacts/{j}/value");
                problems.push(Problem::new(STRUCTURES, pointer, what, fix));
            }
            let at = At::new(STRUCTURES, format!("/structures/{i}/contacts/{j}/date"));
            date_or_none(data, at, &contact.date, problems);
        }
    }
}

fn communes(data: &Dataset, problems: &mut Vec<Problem>) {
    for (i, commune) in data.communes.communes.iter().enumerate() {
        let at = |field: &str| At::new("communes.json", format!("/communes/{i}/{field}"));
        named(problems, at("name"), &commune.name);
        insee(problems, at("code"), &commune.code);
        placed(problems, at("centroid"), commune.centroid);
        for (j, postal) in commune.postal.iter().enumerate() {
            let sound = grammar::is_postal(postal);
            refuse(
                problems,
                at(&format!("postal/{j}")),
                sound,
                postal,
                "un code postal",
                "écrire cinq chiffres",
            );
        }
    }
}

fn named(problems: &mut Vec<Problem>, at: At, name: &str) {
    refuse(problems, at, !name.trim().is_empty(), name, "un nom", "l’écrire");
}

fn insee(problems: &mut Vec<Problem>, at: At, code: &str) {
    refuse(
        problems,
        at,
        grammar::is_insee(code),
        code,
        "un code INSEE",
        "écrire cinq signes, par exemple 92050",
    );
}

fn placed(problems: &mut Vec<Problem>, at: At, position: [f64; 2]) {
    let [latitude, longitude] = position;
    let value = format!("{latitude}, {longitude}");
    let fix = "écrire la latitude puis la longitude, en degrés";
    refuse(problems, at, grammar::is_position(position), &value, "un lieu", fix);
}

/// A date, or nothing where none is known; never after the data are to be reviewed.
fn date_or_none(data: &Dataset, at: At, date: &str, problems: &mut Vec<Problem>) {
    let known = date.is_empty() || grammar::is_date(date);
    let past = date <= data.filiere.review.as_str();
    if known && !past {
        let what = format!("« {date} » vient après la révision des données");
        problems.push(Problem::new(at.file, at.pointer, what, DATE));
    } else {
        refuse(problems, at, known, date, "une date", DATE);
    }
}

/// What is wrong with a contact, and how to fix it.
pub fn contact_fault(contact: &Contact) -> Option<(String, &'static str)> {
    let value = shown(&contact.value);
    match contact.field {
        ContactField::Phone => Some(match grammar::phone(&contact.value).err()? {
            PhoneFault::Form => (
                format!("« {value} » n’est pas un numéro de téléphone"),
                "n’écrire que les chiffres : \"0147591234\" ou \"15\"",
            ),
            PhoneFault::Paid => {
                (format!("« {value} » est un numéro surtaxé"), "l’enlever : il n’est pas montré")
            }
        }),
        ContactField::Web => (!grammar::is_web(&contact.value))
            .then(|| (format!("« {value} » n’est pas une adresse web"), WEB)),
        ContactField::Address => contact
            .value
            .trim()
            .is_empty()
            .then(|| ("l’adresse est vide".to_owned(), "l’écrire, ou enlever cette entrée")),
    }
}
