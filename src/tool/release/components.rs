//! The crates that are inside the wasm: their licences, and the bill of materials.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use cargo_metadata::{
    CargoOpt, DependencyKind, Metadata, MetadataCommand, Package, PackageId, TargetKind,
};
use serde_json::{Value, json};

use crate::tool::wasm::{TARGET, cargo};

/// The crates that the widget is compiled from, by name: neither what runs at
/// compile time nor the project itself.
pub fn in_wasm(root: &Path) -> Result<Vec<Package>> {
    let locked = ["--locked", "--filter-platform", TARGET].map(str::to_owned);
    let metadata = MetadataCommand::new()
        .cargo_path(cargo())
        .current_dir(root)
        .features(CargoOpt::NoDefaultFeatures)
        .features(CargoOpt::SomeFeatures(vec!["widget".to_owned(), "reader".to_owned()]))
        .other_options(locked)
        .exec()?;
    reached(&metadata)
}

fn reached(metadata: &Metadata) -> Result<Vec<Package>> {
    let resolve = metadata.resolve.as_ref().context("cargo resolved no dependency")?;
    let root = resolve.root.as_ref().context("cargo names no package of the project")?;
    let (mut seen, mut waiting) = (BTreeSet::new(), vec![root]);
    while let Some(id) = waiting.pop() {
        if !seen.insert(id) {
            continue;
        }
        let node = resolve.nodes.iter().find(|node| node.id == *id);
        let code = node.into_iter().flat_map(|node| &node.deps).filter(|dependency| {
            dependency.dep_kinds.iter().any(|kind| kind.kind == DependencyKind::Normal)
        });
        waiting.extend(code.map(|dependency| &dependency.pkg).filter(|id| !is_macro(metadata, id)));
    }
    seen.remove(root);
    let mut crates: Vec<Package> = seen.into_iter().map(|id| metadata[id].clone()).collect();
    crates.sort_by(|a, b| (&a.name, &a.version).cmp(&(&b.name, &b.version)));
    Ok(crates)
}

/// Whether a crate only runs inside the compiler.
fn is_macro(metadata: &Metadata, id: &PackageId) -> bool {
    metadata[id].targets.iter().any(|target| target.kind.contains(&TargetKind::ProcMacro))
}

fn licence(package: &Package) -> &str {
    package.license.as_deref().unwrap_or("voir le texte")
}

/// The licence texts of a crate, by file name.
fn texts(package: &Package) -> Result<Vec<String>> {
    let folder = package.manifest_path.parent().context("a manifest without a folder")?;
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.is_file() && is_notice(path))
        .collect();
    paths.sort();
    paths.iter().map(|path| Ok(fs::read_to_string(path)?)).collect()
}

fn is_notice(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
    ["licen", "copying", "notice"].iter().any(|start| name.starts_with(start))
}

/// Every crate with its licence, then every licence text once, with who bears it.
pub fn notices(crates: &[Package]) -> Result<String> {
    let mut out = String::from("Logiciels contenus dans orientation-palliative\n\n");
    let mut bearers: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for one in crates {
        let title = format!("{} {}", one.name, one.version);
        out += &format!("{title} : {}\n", licence(one));
        for text in texts(one)? {
            bearers.entry(text.replace("\r\n", "\n")).or_default().push(title.clone());
        }
    }
    for (text, names) in bearers {
        out += &format!("\n{}\n{}\n\n{}\n", "=".repeat(72), names.join(", "), text.trim_end());
    }
    Ok(out)
}

/// The bill of materials, `CycloneDX` 1.5.
pub fn sbom(crates: &[Package]) -> Result<String> {
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
        .map(|one| component("library", &one.name, &one.version.to_string(), licence(one)))
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
