//! The JSON schemas of the data files: made from the types, committed beside the
//! data so that an editor validates while one types.

use std::process::ExitCode;
use std::sync::LazyLock;

use anyhow::Result;
use jsonschema::ValidationError;
use jsonschema::error::{TypeKind, ValidationErrorKind};
use schemars::{Schema, schema_for};
use serde_json::{Value, json};

use crate::check::Problem;
use crate::model::Vignettes;
use crate::model::{
    Communes, Elsewhere, Filiere, Flow, Gradation, Lexicon, Sources, Structures, Table, TextFile,
    Voices,
};
use crate::reading::COMMENT;

use super::files;

/// Arguments of `schemas`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Where to write the schemas.
    #[arg(long, default_value = "data/schemas")]
    out: std::path::PathBuf,
}

/// Writes every schema.
pub fn run(args: &Args) -> Result<ExitCode> {
    let all = all().into_iter().map(|(stem, text)| (args.out.join(file_name(stem)), text));
    let all: Vec<_> = all.collect();
    files::write_all(&all)?;
    for (path, _) in all {
        println!("{}", path.display());
    }
    Ok(ExitCode::SUCCESS)
}

/// Every schema, as the stem of the file it describes and its text.
pub fn all() -> Vec<(&'static str, String)> {
    let pretty = |schema: &Schema| {
        let text = serde_json::to_string_pretty(schema).unwrap_or_default();
        text + "\n"
    };
    SCHEMAS.iter().map(|(stem, schema)| (*stem, pretty(schema))).collect()
}

/// The name of the schema file of a data file.
pub fn file_name(stem: &str) -> String {
    format!("{stem}.schema.json")
}

/// What the schema of a file refuses in a value, all of it.
pub fn refusals(stem: &str, file: &str, value: &Value) -> Vec<Problem> {
    let Some((_, schema)) = SCHEMAS.iter().find(|(s, _)| *s == stem) else { return Vec::new() };
    let Ok(validator) = jsonschema::validator_for(schema.as_value()) else { return Vec::new() };
    let refusal = |error: ValidationError| {
        let (what, fix) = explain(error.kind(), error.instance());
        Problem { file: file.to_owned(), pointer: error.instance_path().to_string(), what, fix }
    };
    validator.iter_errors(value).map(refusal).collect()
}

/// The schemas, in whose every object a comment may stand; made once, read for every
/// file.
static SCHEMAS: LazyLock<[(&str, Schema); 12]> = LazyLock::new(|| {
    let mut all = of_types();
    for (_, schema) in &mut all {
        let mut value = std::mem::take(schema).to_value();
        allow_comments(&mut value);
        *schema = Schema::try_from(value).unwrap_or_default();
    }
    all
});

/// `$comment` is a field of every object, a map's too.
fn allow_comments(schema: &mut Value) {
    match schema {
        Value::Object(fields) => {
            fields.values_mut().for_each(allow_comments);
            if fields.get("type").is_some_and(|kind| kind == "object") {
                let properties = fields.entry("properties").or_insert_with(|| json!({}));
                properties[COMMENT] = json!({"type": "string"});
            }
        }
        Value::Array(items) => items.iter_mut().for_each(allow_comments),
        _ => {}
    }
}

fn of_types() -> [(&'static str, Schema); 12] {
    [
        ("filiere", schema_for!(Filiere)),
        ("sources", schema_for!(Sources)),
        ("flow", schema_for!(Flow)),
        ("table", schema_for!(Table)),
        ("structures", schema_for!(Structures)),
        ("communes", schema_for!(Communes)),
        ("gradation", schema_for!(Gradation)),
        ("lexicon", schema_for!(Lexicon)),
        ("elsewhere", schema_for!(Elsewhere)),
        ("texts", schema_for!(TextFile)),
        ("voices", schema_for!(Voices)),
        ("vignettes", schema_for!(Vignettes)),
    ]
}

/// A schema's refusal in French, and its fix.
fn explain(kind: &ValidationErrorKind, value: &Value) -> (String, String) {
    let shown = shorten(value);
    match kind {
        ValidationErrorKind::Required { property } => {
            (format!("il manque {property}"), format!("ajouter {property}"))
        }
        ValidationErrorKind::AdditionalProperties { unexpected } => (
            format!("champ inconnu : {}", unexpected.join(", ")),
            "corriger son nom (voir le schéma) ou l’enlever".to_owned(),
        ),
        ValidationErrorKind::Enum { options } => {
            (format!("{shown} n’est pas une valeur permise"), format!("choisir parmi {options}"))
        }
        ValidationErrorKind::Type { kind } => (
            format!("{shown} n’est pas du type attendu"),
            format!("écrire une valeur de type {}", type_name(kind)),
        ),
        ValidationErrorKind::AnyOf { context } | ValidationErrorKind::OneOfNotValid { context } => {
            match constants(context) {
                Some(words) => (
                    format!("{shown} n’est pas une valeur permise"),
                    format!("choisir parmi {}", words.join(", ")),
                ),
                None => (
                    format!("{shown} n’a aucune des formes permises"),
                    "comparer à ses voisines et au schéma".to_owned(),
                ),
            }
        }
        other => (
            format!("{shown} est refusé par la règle « {} » du schéma", other.keyword()),
            "voir le schéma".to_owned(),
        ),
    }
}

/// The words among which a value is to be chosen, where all its forms are words.
fn constants(forms: &[Vec<ValidationError>]) -> Option<Vec<String>> {
    let word = |errors: &Vec<ValidationError>| {
        errors.iter().find_map(|error| match error.kind() {
            ValidationErrorKind::Constant { expected_value } => Some(expected_value.to_string()),
            _ => None,
        })
    };
    forms.iter().map(word).collect()
}

fn type_name(kind: &TypeKind) -> String {
    match kind {
        TypeKind::Single(one) => one.to_string(),
        TypeKind::Multiple(_) => "permis par le schéma".to_owned(),
    }
}

fn shorten(value: &Value) -> String {
    const LONGEST: usize = 60;
    let text = value.to_string();
    if text.chars().count() <= LONGEST {
        return text;
    }
    text.chars().take(LONGEST).chain(['…']).collect()
}
