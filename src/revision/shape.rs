//! What a value of a file may be, by the schema of the file: what a form asks for.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde_json::{Map, Value, json};

use crate::reading::COMMENT;

/// The schemas, by the name of their file without `.schema.json`.
static SCHEMAS: LazyLock<BTreeMap<&'static str, Value>> = LazyLock::new(|| {
    let all = [
        ("communes", include_str!("../../data/schemas/communes.schema.json")),
        ("elsewhere", include_str!("../../data/schemas/elsewhere.schema.json")),
        ("filiere", include_str!("../../data/schemas/filiere.schema.json")),
        ("flow", include_str!("../../data/schemas/flow.schema.json")),
        ("gradation", include_str!("../../data/schemas/gradation.schema.json")),
        ("lexicon", include_str!("../../data/schemas/lexicon.schema.json")),
        ("sources", include_str!("../../data/schemas/sources.schema.json")),
        ("structures", include_str!("../../data/schemas/structures.schema.json")),
        ("table", include_str!("../../data/schemas/table.schema.json")),
        ("texts", include_str!("../../data/schemas/texts.schema.json")),
        ("vignettes", include_str!("../../data/schemas/vignettes.schema.json")),
        ("voices", include_str!("../../data/schemas/voices.schema.json")),
    ];
    all.into_iter()
        .map(|(name, text)| (name, serde_json::from_str(text).unwrap_or_default()))
        .collect()
});

/// A place of a schema.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shape {
    root: &'static Value,
    node: &'static Value,
}

/// What a form shows for a value.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// A text, written or chosen.
    Text,
    /// A number.
    Number,
    /// Yes or no.
    Flag,
    /// One of these words.
    Choice(Vec<String>),
    /// A list of values of one shape.
    List(Shape),
    /// Fields with names of their own: which may stand there, and whether they must.
    Fields(Vec<Field>),
    /// Values of one shape under names that the data choose.
    Named(Shape),
    /// One of several shapes.
    Either(Vec<Shape>),
}

/// A field of an object.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// Its name.
    pub name: String,
    /// What it holds.
    pub shape: Shape,
    /// Whether it must be there.
    pub needed: bool,
}

impl Shape {
    /// That of a whole file, by its name in the folder; `None` where no schema says.
    pub fn of_file(file: &str) -> Option<Self> {
        let stem = file.strip_suffix(".json")?;
        let name = match stem.split_once('/') {
            None => stem,
            Some(("texts", _)) => "texts",
            Some(("vignettes", _)) => "vignettes",
            Some(_) => return None,
        };
        let root = SCHEMAS.get(name)?;
        Some(Self { root, node: root }.resolved())
    }

    /// The shape at a place of a value of this shape.
    pub fn at(self, value: &Value, pointer: &str) -> Option<Self> {
        let (mut shape, mut here) = (self, value);
        for step in pointer.split('/').skip(1) {
            let step = step.replace("~1", "/").replace("~0", "~");
            shape = shape.inside(here, &step)?;
            here = match here {
                Value::Array(items) => {
                    items.get(step.parse::<usize>().ok()?).unwrap_or(&Value::Null)
                }
                _ => here.get(&step).unwrap_or(&Value::Null),
            };
        }
        Some(shape)
    }

    fn inside(self, value: &Value, step: &str) -> Option<Self> {
        match self.kind() {
            Kind::List(item) => Some(item),
            Kind::Named(shape) => Some(shape),
            Kind::Fields(fields) => fields.into_iter().find(|f| f.name == step).map(|f| f.shape),
            Kind::Either(shapes) => {
                let fits = shapes.iter().find(|shape| shape.fits(value));
                fits.or(shapes.first())?.inside(value, step)
            }
            _ => None,
        }
    }

    /// What a form shows for it.
    pub fn kind(self) -> Kind {
        let node = self.node;
        if let Some(words) = self.words() {
            return Kind::Choice(words);
        }
        if let Some(shapes) = node["anyOf"].as_array().or(node["oneOf"].as_array()) {
            return Kind::Either(shapes.iter().map(|node| self.to(node)).collect());
        }
        let list = node["type"].as_array().and_then(|types| types.first());
        match list.unwrap_or(&node["type"]).as_str() {
            Some("array") => Kind::List(self.to(&node["items"])),
            Some("boolean") => Kind::Flag,
            Some("integer" | "number") => Kind::Number,
            Some("object") => self.object(),
            _ => Kind::Text,
        }
    }

    fn object(self) -> Kind {
        let node = self.node;
        let named = &node["additionalProperties"];
        let own = node["properties"].as_object().into_iter().flatten();
        let own: Vec<_> = own.filter(|(name, _)| *name != COMMENT && *name != "$schema").collect();
        if named.is_object() && own.is_empty() {
            return Kind::Named(self.to(named));
        }
        let needed = |name: &str| {
            node["required"].as_array().is_some_and(|all| all.iter().any(|one| one == name))
        };
        let field = |(name, node): (&String, &'static Value)| Field {
            name: name.clone(),
            shape: self.to(node),
            needed: needed(name),
        };
        Kind::Fields(own.into_iter().map(field).collect())
    }

    /// The words of a closed list.
    fn words(self) -> Option<Vec<String>> {
        let word = |value: &Value| value.as_str().map(str::to_owned);
        if let Some(all) = self.node["enum"].as_array() {
            return all.iter().map(word).collect();
        }
        let all = self.node["oneOf"].as_array()?;
        let each = all.iter().map(|one| match one["enum"].as_array() {
            Some(words) => words.iter().map(word).collect::<Option<Vec<_>>>(),
            None => word(&one["const"]).map(|word| vec![word]),
        });
        Some(each.collect::<Option<Vec<_>>>()?.concat())
    }

    /// Whether a value is of this shape at first sight.
    pub fn fits(self, value: &Value) -> bool {
        match (self.kind(), value) {
            (Kind::Text, Value::String(_))
            | (Kind::Number, Value::Number(_))
            | (Kind::Flag, Value::Bool(_))
            | (Kind::List(_), Value::Array(_))
            | (Kind::Named(_), Value::Object(_)) => true,
            (Kind::Choice(words), Value::String(word)) => words.contains(word),
            (Kind::Fields(fields), Value::Object(all)) => {
                let known = |name: &str| fields.iter().any(|field| field.name == name);
                all.keys().all(|name| name == COMMENT || name == "$schema" || known(name))
                    && fields.iter().all(|field| !field.needed || all.contains_key(&field.name))
            }
            (Kind::Either(shapes), value) => shapes.iter().any(|shape| shape.fits(value)),
            _ => false,
        }
    }

    /// A new value of this shape, to be filled in.
    pub fn blank(self) -> Value {
        match self.kind() {
            Kind::Text => json!(""),
            Kind::Number => json!(0),
            Kind::Flag => json!(false),
            Kind::Choice(words) => json!(words.first()),
            Kind::List(_) => json!([]),
            Kind::Named(_) => json!({}),
            Kind::Fields(fields) => {
                let needed = fields.into_iter().filter(|field| field.needed);
                let all: Map<String, Value> =
                    needed.map(|field| (field.name, field.shape.blank())).collect();
                Value::Object(all)
            }
            Kind::Either(shapes) => shapes.first().map_or(Value::Null, |shape| shape.blank()),
        }
    }

    fn to(self, node: &'static Value) -> Self {
        Self { root: self.root, node }.resolved()
    }

    /// What a reference, or a value that may lack, stands for.
    fn resolved(self) -> Self {
        if let Some(name) = self.node["$ref"].as_str() {
            let target = name.strip_prefix('#').and_then(|pointer| self.root.pointer(pointer));
            return target.map_or(self, |node| self.to(node));
        }
        let shapes = self.node["anyOf"].as_array();
        let known = shapes.into_iter().flatten().filter(|one| one["type"] != "null");
        match known.collect::<Vec<_>>().as_slice() {
            [one] => self.to(one),
            _ => self,
        }
    }
}
