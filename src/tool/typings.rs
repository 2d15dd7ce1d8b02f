//! The typings of the script, from the description of its surface.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use super::dataset;
use super::guide::ids;
use super::provision::npm_package;
use crate::config::surface::{self, API, ATTRIBUTES, EVENTS, Values};
use crate::model::Dataset;

/// The name of the file in `dist/`.
pub const FILE: &str = "orientation-palliative.d.ts";

/// The TypeScript declarations of the element, its events and the global. Values that
/// a dataset decides are those of the embedded one; a page that carries its own may
/// have others, so they stay open.
pub fn typings(dataset: &Dataset) -> String {
    let mut out = String::from(
        "// Typings of orientation-palliative. Include them with a `/// <reference path>` or\n\
         // the package's `types`.\nexport {};\n\ndeclare global {\n",
    );
    out += "  /** Les attributs de l’élément, tous facultatifs. */\n";
    out += "  interface OrientationPalliativeConfig {\n";
    for attribute in ATTRIBUTES {
        let about = format!("{} Par défaut : {}.", attribute.about, attribute.default);
        let name = attribute.name;
        let typed = match attribute.values {
            Values::Fixed(_) => type_of(attribute.name).to_owned(),
            of_dataset => one_of(&ids(of_dataset, dataset)),
        };
        let _ = writeln!(out, "{}    \"{name}\"?: {typed};", note(&about));
    }
    out += "  }\n\n  interface OrientationPalliativeElement extends HTMLElement {}\n\n";
    out += "  interface OrientationPalliativeApi {\n";
    for (member, signature) in API.iter().zip([MOUNT, STATE, VERSION]) {
        let _ = writeln!(out, "{}    {signature}", note(member.about));
    }
    out += "  }\n\n  var OrientationPalliative: OrientationPalliativeApi;\n\n";
    out += "  interface Window {\n    OrientationPalliative: OrientationPalliativeApi;\n  }\n\n";
    out += "  interface HTMLElementTagNameMap {\n";
    out += "    \"orientation-palliative\": OrientationPalliativeElement;\n  }\n\n";
    out += "  interface GlobalEventHandlersEventMap {\n";
    for event in EVENTS {
        let (about, name) = (note(event.about), event.name);
        let _ = writeln!(out, "{about}    \"{name}\": CustomEvent<null>;");
    }
    out + "  }\n}\n"
}

/// What an attribute that is the same for every dataset takes, as a type.
fn type_of(attribute: &str) -> &'static str {
    match attribute {
        "niveau-titre" => "1 | 2 | 3 | 4 | \"1\" | \"2\" | \"3\" | \"4\"",
        "accent" => "`#${string}`",
        "historique" | surface::OPEN => "\"\" | \"oui\" | \"non\"",
        _ => "string",
    }
}

/// Ids as a type that offers them and takes any other.
fn one_of(ids: &[&str]) -> String {
    let known = ids.iter().map(|id| format!("\"{id}\" | "));
    known.collect::<String>() + "(string & {})"
}

const MOUNT: &str = "readonly mount: (target: Element, config?: OrientationPalliativeConfig) => \
                     OrientationPalliativeElement;";
const STATE: &str =
    "readonly state: (element: Element) => \"ready\" | \"waiting\" | (string & {}) | null;";
const VERSION: &str = "readonly version: string;";

fn note(about: &str) -> String {
    format!("    /** {about} */\n")
}

/// The release of the compiler that checks them.
const TYPESCRIPT: &str = "typescript@7.0.2";

/// What a site writes, right and wrong: each wrong line must be refused.
const USE: &str = r##"/// <reference path="./orientation-palliative.d.ts" />
const target = document.createElement("div");
const element = OrientationPalliative.mount(target, { titre: "Être aidé", accent: "#0e5a63" });
element.addEventListener("orientation-palliative:done", (event) => { const none: null = event.detail; });
const state: string | null = OrientationPalliative.state(element);
const version: string = window.OrientationPalliative.version;
document.querySelector("orientation-palliative")?.remove();
OrientationPalliative.mount(target, { donnees: "filiere", profil: "of-that-dataset" });
// @ts-expect-error: not a profile
OrientationPalliative.mount(target, { profil: 3 });
// @ts-expect-error: no such level
OrientationPalliative.mount(target, { "niveau-titre": "7" });
// @ts-expect-error: no such attribute
OrientationPalliative.mount(target, { teritoire: "any" });
// @ts-expect-error: not to be replaced
OrientationPalliative.version = "2";
"##;

/// Has the TypeScript compiler check the typings, as a site would use them.
pub fn check(root: &Path) -> Result<()> {
    let (dataset, _) = dataset::read(&root.join("data"));
    let dataset = dataset.context("the dataset cannot be read: `cargo run -- check` tells why")?;
    let folder = root.join("target/typings");
    fs::create_dir_all(&folder).with_context(|| folder.display().to_string())?;
    fs::write(folder.join(FILE), typings(&dataset))?;
    fs::write(folder.join("use.ts"), USE)?;
    compile(&folder)
}

/// Has the compiler read `use.ts` in that folder.
pub fn compile(folder: &Path) -> Result<()> {
    let compiler = npm_package(TYPESCRIPT)?.join("bin/tsc");
    let status = Command::new("node")
        .arg(compiler)
        .args(["--noEmit", "--strict", "--target", "es2022", "--lib", "es2022,dom"])
        .args(["--module", "nodenext", "--noUncheckedSideEffectImports", "--types", "", "use.ts"])
        .current_dir(folder)
        .stdout(std::io::stderr())
        .status()
        .context("node could not be run: install nodejs and npm")?;
    ensure!(status.success(), "the typings are wrong, see above");
    Ok(())
}
