//! The public surface is what it is described as.

use std::fs;

use crate::common::DATA;
use orientation_palliative::config::{read, surface};
use orientation_palliative::model::Map;
use orientation_palliative::tool::edition;

#[test]
fn every_attribute_that_is_described_is_read() {
    for name in surface::NAMES {
        let attributes = Map::from([(name.to_owned(), "?".to_owned())]);
        let told = read(&DATA, &attributes).problems.concat();
        assert!(!told.contains("n’existe pas ; attributs"), "{told}");
    }
    let unknown = Map::from([("teritoire".to_owned(), "nord".to_owned())]);
    let told = read(&DATA, &unknown).problems.concat();
    for name in surface::NAMES {
        assert!(told.contains(name), "{told}");
    }
}

/// A page that copies the README's code has the script of this version.
#[test]
fn the_readme_names_the_script_of_this_version() {
    let readme = fs::read_to_string("README.md").unwrap();
    let [.., script] = edition::script_names(edition::WASM);
    assert!(readme.contains(&format!("<script src=\"{script}\" defer></script>")), "{script}");
}

/// The style sheet reads exactly the properties that are documented; those that
/// end in the name of a scheme are the widget's own, for the attribute `accent`.
#[test]
fn every_style_property_that_is_described_is_used() {
    let css = fs::read_to_string("src/widget/style/base.css").unwrap();
    let used = |name: &str| {
        css.split("var(")
            .any(|part| part.split([',', ')']).next().is_some_and(|n| n.trim() == name))
    };
    for property in surface::PROPERTIES {
        assert!(used(property.name), "{} is described, not used", property.name);
    }
    for part in css.split("var(--op-").skip(1) {
        let name = format!("--op-{}", part.split([',', ')']).next().unwrap().trim());
        let own = name.ends_with("-light") || name.ends_with("-dark");
        let known = surface::PROPERTIES.iter().any(|property| property.name == name);
        assert!(own || known, "{name} is used, not described");
    }
}
