//! The crates that are inside the wasm: their licences, and the bill of materials.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::tool::wasm::{TARGET, cargo};

/// A crate, as cargo describes it.
#[derive(Clone, Debug, Deserialize)]
pub struct Crate {
    id: String,
    /// Its name on the registry.
    pub name: String,
    /// Its version.
    pub version: String,
    /// Its licence, an SPDX expression.
    license: Option<String>,
    manifest_path: PathBuf,
    targets: Vec<Target>,
}

#[derive(Clone, Debug, Deserialize)]
struct Target {
    kind: Vec<String>,
}

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Crate>,
    resolve: Resolve,
}

#[derive(Deserialize)]
struct Resolve {
    root: String,
    nodes: Vec<Node>,
}

#[derive(Deserialize)]
struct Node {
    id: String,
    deps: Vec<Dependency>,
}

#[derive(Deserialize)]
struct Dependency {
    pkg: String,
    dep_kinds: Vec<DependencyKind>,
}

/// `null` stands for a dependency of the code itself.
#[derive(Deserialize)]
struct DependencyKind {
    kind: Option<String>,
}

/// The crates that the widget is compiled from, by name: neither what runs at
/// compile time nor the project itself.
pub fn in_wasm(root: &Path) -> Result<Vec<Crate>> {
    let output = Command::new(cargo())
        .current_dir(root)
        .args(["metadata", "--format-version", "1", "--locked", "--no-default-features"])
        .args(["--features", "widget,reader"])
        .args(["--filter-platform", TARGET])
        .output()
        .context("cargo could not be run")?;
    ensure!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: Metadata = serde_json::from_slice(&output.stdout)?;
    Ok(reached(&metadata))
}

fn reached(metadata: &Metadata) -> Vec<Crate> {
    let nodes: BTreeMap<&str, &Node> =
        metadata.resolve.nodes.iter().map(|node| (node.id.as_str(), node)).collect();
    let packages: BTreeMap<&str, &Crate> =
        metadata.packages.iter().map(|package| (package.id.as_str(), package)).collect();
    let at_run_time = |id: &str| packages.get(id).is_some_and(|package| !package.is_macro());
    let mut seen = BTreeSet::new();
    let mut waiting = vec![metadata.resolve.root.as_str()];
    while let Some(id) = waiting.pop() {
        if !seen.insert(id) {
            continue;
        }
        let code = |d: &&Dependency| d.dep_kinds.iter().any(|kind| kind.kind.is_none());
        let deps = nodes.get(id).into_iter().flat_map(|node| node.deps.iter().filter(code));
        waiting.extend(deps.map(|dep| dep.pkg.as_str()).filter(|id| at_run_time(id)));
    }
    seen.remove(metadata.resolve.root.as_str());
    let mut crates: Vec<Crate> =
        seen.iter().filter_map(|id| packages.get(id)).map(|&package| package.clone()).collect();
    crates.sort_by(|a, b| (&a.name, &a.version).cmp(&(&b.name, &b.version)));
    crates
}

impl Crate {
    /// Whether it only runs inside the compiler.
    fn is_macro(&self) -> bool {
        self.targets.iter().any(|target| target.kind.iter().any(|kind| kind == "proc-macro"))
    }

    fn licence(&self) -> &str {
        self.license.as_deref().unwrap_or("voir le texte")
    }

    /// Its licence texts, by file name.
    fn texts(&self) -> Result<Vec<String>> {
        let folder = self.manifest_path.parent().context("a manifest without a folder")?;
        let mut paths: Vec<PathBuf> = fs::read_dir(folder)?
            .filter_map(|entry| Some(entry.ok()?.path()))
            .filter(|path| path.is_file() && is_notice(path))
            .collect();
        paths.sort();
        paths.iter().map(|path| Ok(fs::read_to_string(path)?)).collect()
    }
}

fn is_notice(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
    ["licen", "copying", "notice"].iter().any(|start| name.starts_with(start))
}

/// Every crate with its licence, then every licence text once, with who bears it.
pub fn notices(crates: &[Crate]) -> Result<String> {
    let mut out = String::from("Logiciels contenus dans orientation-palliative\n\n");
    let mut bearers: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for one in crates {
        let title = format!("{} {}", one.name, one.version);
        out += &format!("{title} : {}\n", one.licence());
        for text in one.texts()? {
            bearers.entry(text.replace("\r\n", "\n")).or_default().push(title.clone());
        }
    }
    for (text, names) in bearers {
        out += &format!("\n{}\n{}\n\n{}\n", "=".repeat(72), names.join(", "), text.trim_end());
    }
    Ok(out)
}

/// The bill of materials, `CycloneDX` 1.5.
pub fn sbom(crates: &[Crate]) -> Result<String> {
    let component = |kind: &str, name: &str, version: &str, licence: &str| -> Value {
        json!({
            "type": kind,
            "name": name,
            "version": version,
            "purl": format!("pkg:cargo/{name}@{version}"),
            "licenses": [{ "expression": licence.replace('/', " OR ") }],
        })
    };
    let components: Vec<Value> = crates
        .iter()
        .map(|one| component("library", &one.name, &one.version, one.licence()))
        .collect();
    let own = component(
        "application",
        env!("CARGO_PKG_NAME"),
        env!("CARGO_PKG_VERSION"),
        env!("CARGO_PKG_LICENSE"),
    );
    let bill = json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": { "component": own },
        "components": components,
    });
    Ok(serde_json::to_string_pretty(&bill)? + "\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wasm_holds_leptos_and_none_of_the_tool() {
        let crates = in_wasm(&crate::tool::root()).unwrap();
        let has = |name: &str| crates.iter().any(|one| one.name == name);
        assert!(has("leptos") && has("wasm-bindgen") && has("serde_json"));
        assert!(!has("clap") && !has("serde_derive") && !has("orientation-palliative"));
        let nameless: Vec<_> = crates.iter().filter(|one| one.license.is_none()).collect();
        assert!(nameless.is_empty(), "{nameless:?}");
    }
}
