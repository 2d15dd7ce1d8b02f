//! Nothing in the code names the shipped dataset.

use std::fs;
use std::path::Path;

use crate::common::DATA;
use orientation_palliative::model::QuestionKind;

/// Ids that the code may hold although the shipped dataset uses them: they are of the
/// format, and any filière has them.
const OF_THE_FORMAT: [&str; 14] = [
    "profil",
    "niveau",
    "moment",
    "commune",
    "ouvrees",
    "astreinte",
    "ne-sait-pas",
    "autre",
    "oui",
    "non",
    "malade",
    "proche",
    "deuil",
    "professionnel",
];
/// Words of the code that happen to be ids too: a place of work, a view, the end of a
/// flow, numbers.
const WORDS: [&str; 6] = ["domicile", "annuaire", "fin", "1", "2", "3"];

/// No string of the code is an id of the shipped dataset, and none is a commune of
/// its department.
#[test]
fn nothing_in_the_code_knows_the_first_filiere() {
    let data = &*DATA;
    let mut ids: Vec<&str> = Vec::new();
    ids.extend(data.filiere.territories.iter().map(|t| t.id.as_str()));
    ids.extend(data.communes.communes.iter().map(|c| c.code.as_str()));
    ids.extend(data.structures.structures.iter().map(|s| s.id.as_str()));
    ids.extend(data.table.rows.iter().map(|r| r.id.as_str()));
    ids.extend(data.table.guarantees.iter().map(|g| g.id.as_str()));
    ids.extend(data.elsewhere.departments.iter().map(|d| d.code.as_str()));
    ids.extend(data.flow.rules.iter().flat_map(|r| [r.id.as_str(), r.group.as_str()]));
    for question in &data.flow.questions {
        let answers = question.answers.iter().map(|a| a.id.as_str());
        ids.push(&question.id);
        ids.extend(answers.filter(|_| question.kind != QuestionKind::Commune));
    }
    let names = data.communes.communes.iter().map(|c| c.name.as_str());
    let names: Vec<&str> = names.chain([data.filiere.name.as_str()]).collect();
    ids.retain(|id| !OF_THE_FORMAT.contains(id) && !WORDS.contains(id));
    let mut found = Vec::new();
    for (path, text) in sources(Path::new("src")) {
        let code = shipped_code(&text);
        let literals = ids.iter().filter(|id| {
            [format!("\"{id}\""), format!("'{id}'")].iter().any(|written| code.contains(written))
        });
        found.extend(literals.map(|id| format!("{path}: \"{id}\"")));
        found.extend(names.iter().filter(|n| code.contains(**n)).map(|n| format!("{path}: {n}")));
    }
    assert_eq!(found, Vec::<String>::new());
}

/// What runs: neither comments, nor unit tests, nor the examples of `--help`.
fn shipped_code(text: &str) -> String {
    let text = text.split("#[cfg(test)]").next().unwrap_or_default();
    let text = match text.split_once("const EXAMPLES") {
        Some((before, after)) => {
            format!("{before}{}", after.split_once("\"#;").map_or("", |(_, after)| after))
        }
        None => text.to_owned(),
    };
    let lines = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

fn sources(folder: &Path) -> Vec<(String, String)> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        let is_code = path.extension().is_some_and(|e| e == "rs" || e == "js" || e == "html");
        if path.is_dir() && !path.ends_with("template") {
            all.extend(sources(&path));
        } else if is_code {
            all.push((path.display().to_string(), fs::read_to_string(&path).unwrap()));
        }
    }
    all
}
