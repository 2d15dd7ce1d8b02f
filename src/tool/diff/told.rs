//! A change of the data in the words of those who decide on it: names, not ids.

use crate::directory::phone_label;
use crate::model::{
    Cell, ContactField, Dataset, Filiere, OUTCOME, Question, State, Structure, Target, Voice, WHOLE,
};
use crate::orientation::{answer_in_words, row_name, territory_name};

use super::changes::Changed;

/// What changed, in one sentence, and what was and is.
pub(super) fn told(old: &Dataset, new: &Dataset, changed: &Changed) -> (String, Vec<String>) {
    let one = |id: &str, what: String, known: fn(&Dataset, &str) -> bool| {
        format!("{what} {}", verb(known(old, id), known(new, id)))
    };
    match changed {
        Changed::Question(id) => {
            let what =
                format!("La question « {} »", either(old, new, &format!("questions.{id}.legend")));
            (one(id, what, |data, id| data.question(id).is_some()), answers(old, new, id))
        }
        Changed::Rule(id) => rule(old, new, id),
        Changed::Structure(id) => {
            let name = if new.structure(id).is_some() { new } else { old }.structure_name(id);
            let what = format!("La fiche de {name}");
            (one(id, what, |data, id| data.structure(id).is_some()), contacts(old, new, id))
        }
        Changed::Commune(code) => commune(old, new, code),
        Changed::Department(code) => {
            let data =
                if new.elsewhere.departments.iter().any(|d| d.code == *code) { new } else { old };
            let found = data.elsewhere.departments.iter().find(|d| d.code == *code);
            let name = found.map_or(code.as_str(), |d| d.name.as_str());
            (format!("Ce qui est dit du département {name} ({code}) change"), Vec::new())
        }
        Changed::Row(id) => (
            format!("La ligne « {} » du tableau change", row_name(new, Voice::Public, id)),
            Vec::new(),
        ),
        Changed::Cell(row, territory) => cell(old, new, row, territory),
        Changed::Rows => (
            "Des lignes du tableau sont ajoutées, enlevées ou déplacées".to_owned(),
            rows(old, new),
        ),
        Changed::Text(file, key) => (
            format!("Un texte change ({file} : {key})"),
            replaced(&text(old, file, key), &text(new, file, key)),
        ),
        Changed::Start => ("La première question change".to_owned(), Vec::new()),
        Changed::Filiere => {
            ("L’identité de la filière change".to_owned(), identity(&old.filiere, &new.filiere))
        }
    }
}

fn verb(was: bool, is: bool) -> &'static str {
    match (was, is) {
        (true, false) => "est enlevée",
        (false, true) => "est ajoutée",
        _ => "change",
    }
}

fn either<'a>(old: &'a Dataset, new: &'a Dataset, key: &str) -> &'a str {
    let found = new.texts.find(key, Voice::Public).or_else(|| old.texts.find(key, Voice::Public));
    found.unwrap_or_default()
}

fn replaced(was: &str, is: &str) -> Vec<String> {
    let told = |when: &str, what: &str| (!what.is_empty()).then(|| format!("{when} : {what}"));
    if was == is {
        Vec::new()
    } else {
        [told("avant", was), told("après", is)].into_iter().flatten().collect()
    }
}

fn rule(old: &Dataset, new: &Dataset, id: &str) -> (String, Vec<String>) {
    let find = |data: &Dataset| data.flow.rules.iter().find(|rule| rule.id == id).cloned();
    let (was, is) = (find(old), find(new));
    let title =
        is.as_ref().or(was.as_ref()).map(|rule| format!("groups.{}.title", rule.text_key()));
    let title = title.map_or("", |key| either(old, new, &key));
    let why = either(old, new, &format!("rules.{id}"));
    let what = format!("La règle « {title} » {}", verb(was.is_some(), is.is_some()));
    (what, vec![format!("ce que dit la règle : {why}")])
}

/// The answers that lead elsewhere, that come, and that go.
fn answers(old: &Dataset, new: &Dataset, id: &str) -> Vec<String> {
    let (Some(was), Some(is)) = (old.question(id), new.question(id)) else { return Vec::new() };
    let ids =
        |question: &Question| question.answers.iter().map(|a| a.id.clone()).collect::<Vec<_>>();
    let mut all = ids(was);
    all.extend(ids(is).into_iter().filter(|answer| was.answers.iter().all(|a| a.id != *answer)));
    let change = |answer: &String| {
        let has = |question: &Question| question.answers.iter().any(|a| a.id == *answer);
        let named = |data| format!("« {} »", answer_in_words(data, Voice::Public, id, answer));
        match (has(was), has(is)) {
            (true, false) => Some(format!("la réponse {} est enlevée", named(old))),
            (false, true) => Some(format!("la réponse {} est ajoutée", named(new))),
            _ if was.target(answer) != is.target(answer) => Some(format!(
                "la réponse {} menait à {} ; elle mène à {}",
                named(new),
                target(old, was.target(answer)),
                target(new, is.target(answer))
            )),
            _ => None,
        }
    };
    all.iter().filter_map(change).collect()
}

fn target(data: &Dataset, target: Option<&Target>) -> String {
    match target {
        Some(Target::Always(to)) if to == OUTCOME => "la fin des questions".to_owned(),
        Some(Target::Always(to)) => {
            let legend = data.texts.find(&format!("questions.{to}.legend"), Voice::Public);
            format!("la question « {} »", legend.unwrap_or(to))
        }
        Some(Target::Branches(_)) => "une question qui dépend des autres réponses".to_owned(),
        None => "rien".to_owned(),
    }
}

fn contacts(old: &Dataset, new: &Dataset, id: &str) -> Vec<String> {
    let (Some(was), Some(is)) = (old.structure(id), new.structure(id)) else { return Vec::new() };
    let mut told = replaced(&was.name, &is.name);
    for (field, name) in [
        (ContactField::Phone, "téléphone"),
        (ContactField::Address, "adresse"),
        (ContactField::Web, "site"),
    ] {
        let values = |structure: &Structure| -> String {
            let found = structure.contacts.iter().filter(|contact| contact.field == field);
            let label = |value: &str| {
                if field == ContactField::Phone { phone_label(value) } else { value.to_owned() }
            };
            let found: Vec<String> =
                found.map(|c| format!("{} (relevé : {})", label(&c.value), c.date)).collect();
            if found.is_empty() { "aucun".to_owned() } else { found.join(", ") }
        };
        if values(was) != values(is) {
            told.push(format!("{name} : {} devient {}", values(was), values(is)));
        }
    }
    told
}

fn commune(old: &Dataset, new: &Dataset, code: &str) -> (String, Vec<String>) {
    let (was, is) = (old.commune(code), new.commune(code));
    let name = is.or(was).map_or(code, |commune| commune.name.as_str());
    let what = format!("La commune {name} {}", verb(was.is_some(), is.is_some()));
    let named = |data, commune: Option<&crate::model::Commune>| {
        commune
            .map_or(String::new(), |c| format!("territoire {}", territory_name(data, &c.territory)))
    };
    (what, replaced(&named(old, was), &named(new, is)))
}

/// A cell: who comes, who goes, and its state.
fn cell(old: &Dataset, new: &Dataset, row: &str, territory: &str) -> (String, Vec<String>) {
    let find = |data: &Dataset| data.row(row).and_then(|row| row.cells.get(territory)).cloned();
    let (was, is) = (find(old), find(new));
    let names = |data: &Dataset, cell: &Option<Cell>| -> Vec<String> {
        let placements = cell.iter().flat_map(|cell| &cell.placements);
        placements.map(|p| data.structure_name(&p.structure).to_owned()).collect()
    };
    let (before, after) = (names(old, &was), names(new, &is));
    let gone = before.iter().filter(|name| !after.contains(name)).map(|n| format!("enlevé : {n}"));
    let come = after.iter().filter(|name| !before.contains(name)).map(|n| format!("ajouté : {n}"));
    let mut told: Vec<String> = gone.chain(come).collect();
    let state = |cell: &Option<Cell>| {
        let state = cell.as_ref().map_or(State::Empty, |cell| cell.state);
        either(old, new, &format!("states.{}", state.id())).to_owned()
    };
    if state(&was) != state(&is) {
        told.push(format!("état : « {} » devient « {} »", state(&was), state(&is)));
    }
    if told.is_empty() {
        told.push("l’ordre, les communes servies, une remarque ou une source changent".to_owned());
    }
    let place = if WHOLE.contains(&territory) {
        either(old, new, &format!("territories.{territory}")).to_owned()
    } else {
        format!("territoire {}", territory_name(new, territory))
    };
    (format!("{}, {place} : ce qui est recensé change", row_name(new, Voice::Public, row)), told)
}

fn rows(old: &Dataset, new: &Dataset) -> Vec<String> {
    let missing = |from: &Dataset, data: &Dataset, word: &str| -> Vec<String> {
        let rows = data.table.rows.iter().filter(|row| from.row(&row.id).is_none());
        rows.map(|row| format!("{word} : {}", row_name(data, Voice::Public, &row.id))).collect()
    };
    [missing(new, old, "enlevée"), missing(old, new, "ajoutée")].concat()
}

fn identity(old: &Filiere, new: &Filiere) -> Vec<String> {
    let fields = [
        ("version", &old.version, &new.version),
        ("date des données", &old.date, &new.date),
        ("à revoir avant le", &old.review, &new.review),
        ("nom", &old.name, &new.name),
    ];
    let changed = fields.into_iter().filter(|(_, was, is)| was != is);
    let mut told: Vec<String> =
        changed.map(|(name, was, is)| format!("{name} : {was} devient {is}")).collect();
    if old.emergency != new.emergency {
        told.push("les numéros d’urgence changent".to_owned());
    }
    if old.hours != new.hours {
        told.push("les heures ouvrées changent".to_owned());
    }
    told
}

fn text(data: &Dataset, file: &str, key: &str) -> String {
    let found = data.texts.0.get(file).and_then(|texts| texts.get(key));
    match serde_json::to_value(found).unwrap_or_default() {
        serde_json::Value::String(text) => text,
        serde_json::Value::Object(voices) => {
            let said = voices.values().filter_map(|voice| voice.as_str());
            said.collect::<Vec<_>>().join(" / ")
        }
        _ => String::new(),
    }
}
