//! The SPIP plugin: a model that an author writes as `<orientation_palliative|territoire=sud>`.

use std::path::Path;

use anyhow::Result;

use super::template::furnish;
use super::{VERSION, write_zip};
use crate::tool::build::{Plan, copy};

/// The folder of its sources.
const SOURCES: &str = "spip";
/// Its folder on a site.
const SLUG: &str = "orientation_palliative";
/// The files with something to fill in.
const TEMPLATES: [&str; 2] = ["paquet.xml", "modeles/orientation_palliative.html"];

/// The name of the ZIP.
pub fn archive() -> String {
    format!("orientation-palliative-spip-{VERSION}.zip")
}

/// Writes the ZIP, out of the sources and of a folder that holds what was built.
pub fn write(plan: &Plan, built: &Path, archive: &Path) -> Result<()> {
    let folder = tempfile::tempdir()?;
    copy(&plan.root.join(SOURCES), folder.path())?;
    furnish(built, folder.path(), &TEMPLATES)?;
    write_zip(folder.path(), SLUG, archive)
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::io::Read;

    use zip::ZipArchive;

    use super::*;
    use crate::config::surface::NAMES;
    use crate::tool::build::integrity;
    use crate::tool::edition::{WASM, script_names};

    #[test]
    fn the_model_loads_the_script_of_the_folder_and_knows_the_attributes() {
        let folder = tempfile::tempdir().unwrap();
        let [.., script] = script_names(WASM);
        fs::write(folder.path().join(&script), "/* the script */").unwrap();
        let path = folder.path().join(archive());
        write(&Plan::new(None, None), folder.path(), &path).unwrap();
        let mut zip = ZipArchive::new(fs::File::open(path).unwrap()).unwrap();
        let mut read = |name: &str| {
            let mut text = String::new();
            let inside = format!("{SLUG}/{name}");
            zip.by_name(&inside).unwrap().read_to_string(&mut text).unwrap();
            text
        };
        let model = read("modeles/orientation_palliative.html");
        assert!(model.contains(&format!("#CHEMIN{{{script}}}")), "{model}");
        assert!(model.contains(&integrity(read(&script).as_bytes())), "{model}");
        let written = model.split("[ ").skip(1).filter_map(|part| part.split_once("=\""));
        let names: Vec<&str> = written.map(|(name, _)| name).collect();
        assert!(names.len() == 7 && names.iter().all(|name| NAMES.contains(name)), "{names:?}");
        assert!(read("paquet.xml").contains(&format!("version=\"{VERSION}\"")));
    }
}
