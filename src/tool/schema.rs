//! The JSON schemas of the data files: made from the types, committed beside the
//! data so that an editor validates while one types.

use std::process::ExitCode;
use std::sync::LazyLock;

use anyhow::Result;
use schemars::{Schema, schema_for};
use serde_json::{Value, json};

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
