//! The `WordPress` plugin: its sources of `wordpress/`, the script under a name that optimisers
//! leave alone, and what the dataset lets an author choose, as one ZIP.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, anyhow};
use serde_json::{Map, Value, json};

use super::{NOTICES, VERSION, template, write_zip};
use crate::model::Dataset;
use crate::tool::build::{Plan, copy};
use crate::tool::{dataset, guide};

/// The plugin's name for `WordPress`: its folder, its text domain.
pub const SLUG: &str = "orientation-palliative";
/// The folder of its sources.
const SOURCES: &str = "wordpress";
/// What it takes of a build as it is.
const BUILT: [&str; 3] = ["orientation-palliative.html", "cadre.js", "hauteur.js"];
/// The files with something to fill in.
const TEMPLATES: [&str; 3] = ["orientation-palliative.php", "readme.txt", "block.json"];

/// The name of the ZIP.
pub fn archive() -> String {
    format!("orientation-palliative-wordpress-{VERSION}.zip")
}

/// Writes the ZIP, out of the sources and of a folder that holds what was built: that of a
/// release, or `dist/`, which has no licences of crates.
pub fn write(plan: &Plan, built: &Path, archive: &Path) -> Result<()> {
    let dataset = dataset::load(&plan.data)
        .map_err(|problems| anyhow!("{}: {} problems", plan.data.display(), problems.len()))?;
    let folder = tempfile::tempdir()?;
    copy(&plan.root.join(SOURCES), folder.path())?;
    furnish(built, folder.path())?;
    fs::write(folder.path().join("choices.json"), choices(&dataset)?)?;
    write_zip(folder.path(), SLUG, archive)
}

/// Puts what was built into the copied sources, and fills these in.
fn furnish(built: &Path, folder: &Path) -> Result<()> {
    let main = folder.join(TEMPLATES[0]);
    fs::write(&main, head_without_placeholders(&fs::read_to_string(&main)?))?;
    // Before the page is there, which carries a template of its own.
    template::furnish(built, folder, &TEMPLATES)?;
    for file in BUILT {
        fs::copy(built.join(file), folder.join(file)).context(file)?;
    }
    if built.join(NOTICES).is_file() {
        fs::copy(built.join(NOTICES), folder.join(NOTICES))?;
    }
    Ok(())
}

/// The text without the part of its first comment that speaks to whoever changes the sources.
fn head_without_placeholders(text: &str) -> String {
    let Some((before, rest)) = text.split_once(" * What is here are the sources.") else {
        return text.to_owned();
    };
    let after = rest.split_once(" * @package").map_or(rest, |(_, after)| after);
    format!("{before} * @package{after}")
}

/// The territories, profiles and views by attribute, each id with its name.
fn choices(dataset: &Dataset) -> Result<String> {
    let object = |named: Vec<(&str, &str)>| -> Map<String, Value> {
        named.into_iter().map(|(id, name)| (id.to_owned(), name.into())).collect()
    };
    let all = json!({
        "territoire": object(guide::territory_names(dataset)),
        "profil": object(guide::profile_names(dataset)),
        "vues": object(guide::view_names(dataset)),
    });
    Ok(serde_json::to_string_pretty(&all)? + "\n")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::io::Read;

    use zip::ZipArchive;

    use super::*;
    use crate::tool::build::integrity;
    use crate::tool::edition::{WASM, script_names};
    use crate::tool::release::files;

    const SCRIPT: &str = "/* the script */";

    /// A plugin out of a build that holds next to nothing, by file.
    fn plugin() -> BTreeMap<String, String> {
        let folder = tempfile::tempdir().unwrap();
        let [.., name] = script_names(WASM);
        for file in BUILT.into_iter().chain([name.as_str(), NOTICES]) {
            fs::write(folder.path().join(file), SCRIPT).unwrap();
        }
        let path = folder.path().join(archive());
        write(&Plan::new(None, None), folder.path(), &path).unwrap();
        let mut zip = ZipArchive::new(fs::File::open(path).unwrap()).unwrap();
        let mut files = BTreeMap::new();
        for at in 0..zip.len() {
            let mut file = zip.by_index(at).unwrap();
            let name = file.name().unwrap().into_owned();
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).unwrap();
            files.insert(name, String::from_utf8_lossy(&bytes).into_owned());
        }
        files
    }

    #[test]
    fn every_file_of_the_plugin_is_there_and_filled_in() {
        let files = plugin();
        let versioned = format!("{SLUG}-{VERSION}.min.js");
        let inside = [
            "block.js",
            "block.json",
            "choices.json",
            "includes/render.php",
            "readme.txt",
            "languages/orientation-palliative-fr_FR.mo",
            "orientation-palliative.php",
            "uninstall.php",
            &versioned,
            NOTICES,
        ];
        for file in inside.into_iter().chain(BUILT) {
            assert!(files.contains_key(&format!("{SLUG}/{file}")), "{file}: {:?}", files.keys());
        }
        let main = &files[&format!("{SLUG}/orientation-palliative.php")];
        assert!(main.contains(&format!("const INTEGRITY = '{}'", integrity(SCRIPT.as_bytes()))));
        assert!(main.contains(&format!("Version:           {VERSION}\n")), "{main}");
        assert_eq!(files[&format!("{SLUG}/{versioned}")], SCRIPT);
        assert!(files.values().all(|text| !text.contains("{{")));
    }

    #[test]
    fn an_author_chooses_what_the_dataset_offers() {
        let files = plugin();
        let choices: Value = serde_json::from_str(&files[&format!("{SLUG}/choices.json")]).unwrap();
        assert_eq!(choices["territoire"]["sud"], "Sud");
        assert_eq!(choices["profil"]["proche"], "Je suis un proche");
        assert_eq!(choices["vues"].as_object().unwrap().len(), crate::config::View::ALL.len());
    }

    /// An attribute that the element gains is offered by the plugin, or left out on purpose.
    #[test]
    fn the_plugin_knows_every_attribute() {
        let source = &plugin()[&format!("{SLUG}/includes/attributes.php")];
        let list = source.split("const ATTRIBUTES = array(").nth(1).unwrap();
        let list = list.split(");").next().unwrap();
        let known: Vec<_> = list.split('\'').skip(1).step_by(2).collect();
        for attribute in crate::config::surface::ATTRIBUTES {
            let left_out = source.contains(&format!("`{}`", attribute.name));
            assert!(known.contains(&attribute.name) != left_out, "{}", attribute.name);
        }
        assert!(known.iter().all(|name| crate::config::surface::NAMES.contains(name)));
    }

    /// A word that is added, or changed, is French on a French site: `msgfmt` was run as well.
    #[test]
    fn every_word_of_the_plugin_has_its_french() {
        let folder = Plan::new(None, None).root.join(SOURCES);
        let languages = folder.join("languages");
        let french = fs::read_to_string(languages.join(format!("{SLUG}-fr_FR.po"))).unwrap();
        let template = fs::read_to_string(languages.join(format!("{SLUG}.pot"))).unwrap();
        let compiled = fs::read(languages.join(format!("{SLUG}-fr_FR.mo"))).unwrap();
        let compiled = String::from_utf8_lossy(&compiled);
        let mut words = 0;
        for path in files(&folder.join("includes")).unwrap() {
            let source = fs::read_to_string(path).unwrap();
            for call in source.split("__( '").skip(1) {
                let (word, _) = call.split_once("', 'orientation-palliative'").unwrap();
                let id = format!("msgid \"{word}\"\nmsgstr \"");
                let said = french.split_once(&id).map_or("", |(_, rest)| rest);
                let said = said.split_once("\"\n").map_or("", |(said, _)| said);
                assert!(!said.is_empty() && template.contains(&id), "{word} has no French");
                assert!(compiled.contains(said), "{said} is not compiled: msgfmt");
                words += 1;
            }
        }
        assert!(words > 20, "{words} words");
    }
}
