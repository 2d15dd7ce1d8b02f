//! Ids are unique, what is cited exists, and every datum names its source.

use std::collections::BTreeSet;

use crate::model::{Dataset, Offer, WHOLE};

use super::Problem;
use super::visit::{source_lists, structure_refs};

pub(super) fn check(data: &Dataset) -> Vec<Problem> {
    let mut problems = duplicates(data);
    problems.extend(sources(data));
    problems.extend(structures(data));
    problems.extend(rows(data));
    problems.extend(communes(data));
    problems.extend(dates(data));
    problems
}

fn duplicates(data: &Dataset) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut unique = |file: &str, at: &str, ids: Vec<&str>| {
        let mut seen = BTreeSet::new();
        for (i, id) in ids.into_iter().enumerate().filter(|(_, id)| !seen.insert(*id)) {
            let what = format!("l’identifiant « {id} » est déjà pris");
            problems.push(Problem::new(file, format!("{at}/{i}/id"), what, "en choisir un autre"));
        }
    };
    unique(
        "filiere.json",
        "/territories",
        data.filiere.territories.iter().map(|t| &*t.id).collect(),
    );
    unique("sources.json", "/sources", data.sources.sources.iter().map(|s| &*s.id).collect());
    unique("flow.json", "/questions", data.flow.questions.iter().map(|q| &*q.id).collect());
    for (i, question) in data.flow.questions.iter().enumerate() {
        let ids = question.answers.iter().map(|a| &*a.id).collect();
        unique("flow.json", &format!("/questions/{i}/answers"), ids);
    }
    unique("flow.json", "/rules", data.flow.rules.iter().map(|r| &*r.id).collect());
    unique("table.json", "/guarantees", data.table.guarantees.iter().map(|g| &*g.id).collect());
    unique("table.json", "/rows", data.table.rows.iter().map(|r| &*r.id).collect());
    unique(
        "structures.json",
        "/structures",
        data.structures.structures.iter().map(|s| &*s.id).collect(),
    );
    unique("communes.json", "/communes", data.communes.communes.iter().map(|c| &*c.code).collect());
    unique("lexicon.json", "/terms", data.lexicon.terms.iter().map(|t| &*t.id).collect());
    unique(
        "elsewhere.json",
        "/departments",
        data.elsewhere.departments.iter().map(|d| &*d.code).collect(),
    );
    problems
}

fn sources(data: &Dataset) -> Vec<Problem> {
    let known: BTreeSet<&str> = data.sources.sources.iter().map(|s| s.id.as_str()).collect();
    let mut problems = Vec::new();
    for (at, list, optional) in source_lists(data) {
        if list.is_empty() && !optional {
            let fix = "citer le document et la ligne, par exemple \"001:134\"";
            problems.push(Problem::new(at.file, at.pointer.clone(), "aucune source", fix));
        }
        for source in list.iter().filter(|s| !known.contains(s.source())) {
            let what = format!("la source « {} » n’existe pas", source.source());
            let fix = "corriger l’identifiant, ou ajouter le document à sources.json";
            problems.push(Problem::new(at.file, at.pointer.clone(), what, fix));
        }
    }
    problems
}

fn structures(data: &Dataset) -> Vec<Problem> {
    let known: BTreeSet<&str> = data.structures.structures.iter().map(|s| s.id.as_str()).collect();
    let refs = structure_refs(data).into_iter();
    refs.filter(|(_, id)| !known.contains(id))
        .map(|(at, id)| {
            let what = format!("la structure « {id} » n’existe pas");
            let fix = "corriger l’identifiant, ou l’ajouter à structures.json";
            Problem::new(at.file, at.pointer, what, fix)
        })
        .collect()
}

fn rows(data: &Dataset) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut cite = |file: &str, pointer: String, id: &str| {
        if data.row(id).is_none() {
            let what = format!("la ligne « {id} » n’existe pas dans table.json");
            problems.push(Problem::new(file, pointer, what, "corriger l’identifiant"));
        }
    };
    cite("filiere.json", "/coordination".into(), &data.filiere.coordination);
    for (i, rule) in data.flow.rules.iter().enumerate() {
        for (j, offer) in rule.offer.iter().enumerate() {
            if let Offer::Row(id) = offer {
                cite("flow.json", format!("/rules/{i}/offer/{j}/row"), id);
            }
        }
    }
    for (i, level) in data.gradation.levels.iter().enumerate() {
        for (place, teams) in [("living", &level.living), ("hospital", &level.hospital)] {
            for (j, team) in teams.iter().enumerate() {
                for (k, row) in team.rows.iter().enumerate() {
                    cite("gradation.json", format!("/levels/{i}/{place}/{j}/rows/{k}"), row);
                }
            }
        }
    }
    problems
}

/// Communes lie in territories that exist; codes name communes that exist.
fn communes(data: &Dataset) -> Vec<Problem> {
    let mut problems = Vec::new();
    let territories: Vec<&str> = data.filiere.territories.iter().map(|t| t.id.as_str()).collect();
    for (i, commune) in data.communes.communes.iter().enumerate() {
        if !territories.contains(&commune.territory.as_str()) {
            let what = format!("le territoire « {} » n’existe pas", commune.territory);
            let fix = format!("choisir parmi {}", territories.join(", "));
            problems.push(Problem::new(
                "communes.json",
                format!("/communes/{i}/territory"),
                what,
                fix,
            ));
        }
    }
    let mut cite = |file: &str, pointer: String, code: &str| {
        if data.commune(code).is_none() {
            let what = format!("aucune commune n’a le code « {code} »");
            problems.push(Problem::new(file, pointer, what, "corriger le code INSEE"));
        }
    };
    for (i, row) in data.table.rows.iter().enumerate() {
        for (territory, cell) in &row.cells {
            for (j, placement) in cell.placements.iter().enumerate() {
                for (k, code) in placement.communes.iter().enumerate() {
                    let at = format!("/rows/{i}/cells/{territory}/placements/{j}/communes/{k}");
                    cite("table.json", at, code);
                }
            }
        }
    }
    problems
}

fn dates(data: &Dataset) -> Vec<Problem> {
    let mut problems = Vec::new();
    if data.filiere.review <= data.filiere.date {
        let fix = "écrire la date avant laquelle les données doivent être revues";
        problems.push(Problem::new(
            "filiere.json",
            "/review",
            "la révision précède les données",
            fix,
        ));
    }
    let reserved = data.filiere.territories.iter().enumerate().filter(|(_, t)| {
        WHOLE.contains(&t.id.as_str())
            || ["inconnu", "ailleurs", "elsewhere"].contains(&t.id.as_str())
    });
    problems.extend(reserved.map(|(i, t)| {
        let what = format!("« {} » est un mot réservé", t.id);
        Problem::new(
            "filiere.json",
            format!("/territories/{i}/id"),
            what,
            "choisir un autre identifiant",
        )
    }));
    problems
}
