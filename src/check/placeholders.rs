//! A text holds the values that its message fills in: no other, and none is forgotten.

use crate::model::{Dataset, FAMILIES, poster, review, ui};

use super::Problem;

/// Texts whose `{values}` differ from what is filled in, in any voice.
pub(super) fn check(data: &Dataset) -> Vec<Problem> {
    let files = data.texts.0.iter();
    let texts = files.flat_map(|(file, texts)| texts.iter().map(move |text| (file, text)));
    let mut problems = Vec::new();
    for (file, (key, text)) in texts {
        let full = format!("{file}.{key}");
        let (need, may) = taken(&full);
        for (voice, said) in text.all() {
            let held = placeholders(said);
            let pointer =
                voice.map_or_else(|| format!("/{key}"), |voice| format!("/{key}/{}", voice.id()));
            let problem = |what, fix| {
                Problem::new(format!("texts/fr/{file}.json"), pointer.clone(), what, fix)
            };
            let known = |name: &&str| need.contains(name) || may.contains(name);
            for unknown in held.iter().filter(|name| !known(name)) {
                let all: Vec<&str> = need.iter().chain(may).copied().collect();
                let what = format!("rien ne remplace « {{{unknown}}} » dans ce texte");
                problems.push(problem(what, fix(&all)));
            }
            for missing in need.iter().filter(|name| !held.contains(name)) {
                let what = format!("ce texte ne dit pas « {{{missing}}} », qui lui est donné");
                problems.push(problem(what, format!("y écrire {{{missing}}}")));
            }
        }
    }
    problems
}

fn fix(all: &[&str]) -> String {
    if all.is_empty() {
        return "l’écrire sans accolades".to_owned();
    }
    let all: Vec<String> = all.iter().map(|name| format!("{{{name}}}")).collect();
    format!("l’enlever, ou écrire {}", all.join(" ou "))
}

/// The values that a text must say, and those that it may.
fn taken(key: &str) -> (&'static [&'static str], &'static [&'static str]) {
    let mut forms = ui::MESSAGES.iter().chain(poster::MESSAGES).chain(review::MESSAGES);
    let form = forms.find(|form| form.key == key);
    let family = || FAMILIES.iter().find(|(start, _)| key.starts_with(start));
    match form {
        Some(form) => (form.need, form.may),
        None => (&[], family().map_or(&[], |(_, may)| may)),
    }
}

/// What stands between braces, in their order.
pub fn placeholders(text: &str) -> Vec<&str> {
    let parts = text.split('{').skip(1);
    parts.filter_map(|part| part.split_once('}').map(|(name, _)| name)).collect()
}
